import { type Member, Office } from "@gongkai/schema";

/** The office `converse` talks for when no configuration is given: the sections most bureaus have, nothing owed. */
export const PLAIN_OFFICE: Office = Office.parse({
  key: "plain",
  name: "样例机关",
  sections: [
    { key: "office", label: "办公室", aliases: ["局办公室", "办公室科"] },
    { key: "disclosure", label: "政务公开办", aliases: ["政务公开科", "公开办", "政务公开办公室"] },
    { key: "law", label: "法规科", aliases: ["政策法规科", "法制科", "政策法规处", "法规处"] },
    { key: "permit", label: "行政审批科", aliases: ["审批科", "许可科", "行政审批办", "审批办", "窗口"] },
    { key: "enforcement", label: "执法科", aliases: ["综合执法科", "执法大队", "执法队", "稽查科"] },
    { key: "finance", label: "财务科", aliases: ["计财科", "财务处", "规划财务科"] },
    { key: "information", label: "信息中心", aliases: ["信息科", "信息处", "宣传科"] },
    { key: "petition", label: "信访科", aliases: ["信访办", "热线办"] },
    { key: "personnel", label: "人事科", aliases: ["组织人事科", "人事处"] },
  ],
});

/** One person with every right to report, mend and close. */
export const PLAIN_MEMBER: Member = {
  id: "staff",
  name: "经办人",
  section: "office",
  roles: ["staff", "head", "clerk"],
  active: true,
};
