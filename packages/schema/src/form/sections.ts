/** The six sections in the order and wording of 国办公开办函〔2021〕30号. */
export const REPORT_SECTIONS = [
  { key: "一", heading: "一、总体情况" },
  { key: "二", heading: "二、主动公开政府信息情况" },
  { key: "三", heading: "三、收到和处理政府信息公开申请情况" },
  { key: "四", heading: "四、政府信息公开行政复议、行政诉讼情况" },
  { key: "五", heading: "五、存在的主要问题及改进情况" },
  { key: "六", heading: "六、其他需要报告的事项" },
] as const;
export type ReportSectionKey = (typeof REPORT_SECTIONS)[number]["key"];

/** The five aspects section 一 must cover, in this order. 国办公开办函〔2021〕30号 一（一）. */
export const OVERVIEW_ASPECTS = [
  { key: "一（一）", heading: "（一）主动公开" },
  { key: "一（二）", heading: "（二）依申请公开" },
  { key: "一（三）", heading: "（三）政府信息管理" },
  { key: "一（四）", heading: "（四）政府信息公开平台建设" },
  { key: "一（五）", heading: "（五）监督保障" },
] as const;
export type OverviewAspectKey = (typeof OVERVIEW_ASPECTS)[number]["key"];

/** Full name of the body, then the year: 某某局2025年政府信息公开工作年度报告. */
export const reportTitle = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`;
