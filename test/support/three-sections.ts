/** gongkai.yaml of a small office: two sections that report, the disclosure office, four people. */
export const THREE_SECTIONS = `
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided, service.online] }
    - { key: law, label: 法规科, reports: [penalty.decided, coercion.decided, doc.normative_made] }
    - { key: office, label: 政务公开办 }
  members:
    - { id: wangfang, name: 王芳, section: permit }
    - { id: sunhai, name: 孙海, section: permit, roles: [head] }
    - { id: chenjie, name: 陈洁, section: law }
    - { id: guojing, name: 郭静, section: office, roles: [clerk] }
`;
