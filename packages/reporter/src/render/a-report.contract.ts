import { APPLICANT_COLUMNS, type CellId, type FigureId, TABLE_FOUR, TABLE_THREE, TABLE_TWO } from "@gongkai/schema";
import type { Block, DocumentTree, FigureRun, Run } from "../document/block.ts";
import { reportTable } from "../document/report-tables.ts";
import { titleLines } from "../document/title-lines.ts";

/** Columns nat biz res npo law oth tot of a year that is in balance; rows left out are 0. */
const APPLICATIONS: Readonly<Record<string, readonly number[]>> = {
  new: [38, 4, 0, 1, 6, 0, 49],
  opening: [2, 1, 0, 0, 1, 0, 4],
  open: [11, 1, 0, 1, 3, 0, 16],
  partial: [4, 1, 0, 0, 1, 0, 6],
  deny_law: [1, 0, 0, 0, 0, 0, 1],
  deny_third: [1, 0, 0, 0, 0, 0, 1],
  deny_internal: [1, 0, 0, 0, 0, 0, 1],
  deny_process: [1, 0, 0, 0, 0, 0, 1],
  deny_casefile: [2, 0, 0, 0, 0, 0, 2],
  deny_query: [1, 0, 0, 0, 0, 0, 1],
  unable_nothold: [7, 2, 0, 0, 1, 0, 10],
  unable_create: [1, 0, 0, 0, 1, 0, 2],
  unable_unclear: [1, 0, 0, 0, 0, 0, 1],
  refuse_petition: [2, 0, 0, 0, 0, 0, 2],
  refuse_repeat: [1, 0, 0, 0, 0, 0, 1],
  refuse_publication: [1, 0, 0, 0, 0, 0, 1],
  refuse_confirm: [1, 0, 0, 0, 0, 0, 1],
  other_nocorrect: [1, 0, 0, 0, 0, 0, 1],
  other_nofee: [1, 0, 0, 0, 0, 0, 1],
  other_misc: [1, 1, 0, 0, 0, 0, 2],
  total: [39, 5, 0, 1, 6, 0, 51],
  closing: [1, 0, 0, 0, 1, 0, 2],
};
const OTHERS: Readonly<Partial<Record<CellId, number>>> = {
  "t2.norm.issued": 3,
  "t2.norm.repealed": 2,
  "t2.norm.valid": 13,
  "t2.license.decisions": 215,
  "t2.fee.amount": 72701.2578,
  "t4.review.upheld": 2,
  "t4.review.corrected": 1,
  "t4.review.other": 1,
  "t4.review.pending": 1,
  "t4.review.total": 5,
  "t4.after.upheld": 1,
  "t4.after.pending": 1,
  "t4.after.total": 2,
};

const COLUMNS: readonly string[] = APPLICANT_COLUMNS;

export function cellValue(cell: CellId): number {
  const [table, row = "", column = ""] = cell.split(".");
  if (table !== "t3") return OTHERS[cell] ?? 0;
  return APPLICATIONS[row]?.[COLUMNS.indexOf(column)] ?? 0;
}

const bound = (figure: FigureId, value: number): FigureRun => ({ text: String(value), figure, value });
const print = (cell: CellId) => bound(cell, cellValue(cell));
const heading = (level: 1 | 2, text: string): Block => ({ kind: "heading", level, runs: [{ text }] });
const paragraph = (...runs: (Run | string)[]): Block => ({
  kind: "paragraph",
  runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)),
});

const ORGAN = "临州市商务局";

/** A fictional office's report with every trap: markup, quotes, a formula, a dash, rare characters. */
export function aReport(changes: Partial<DocumentTree> = {}): DocumentTree {
  return {
    title: titleLines(ORGAN, 2025),
    organ: ORGAN,
    year: 2025,
    draft: false,
    signature: { organ: ORGAN, date: "2026年1月20日" },
    blocks: [
      paragraph(
        "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制，所列数据的统计期限自2025年1月1日起至12月31日止。",
      ),
      heading(1, "一、总体情况"),
      heading(2, "（一）主动公开"),
      paragraph(
        "2025年，我局通过门户网站主动公开政策解读、机构设置和职能、人大建议办理、政协提案办理、财政预决算、决策预公开等信息",
        bound("s1.disclosed", 288),
        "条，网站总访问量",
        bound("s1.site_visits", 498243),
        "次；通过移动新媒体发布信息",
        bound("s1.newmedia", 540),
        "条，微博关注量",
        bound("s1.weibo_followers", 9934),
        "人、微信公众号订阅数",
        bound("s1.wechat_followers", 36243),
        "人；参加“行风热线”和新闻发布会、接受采访等",
        bound("s1.publicity", 9),
        "次。",
      ),
      heading(2, "（二）依申请公开"),
      paragraph(
        "全年新收政府信息公开申请",
        bound("s1.applications", 49),
        "件，均依法按期答复。申请人来信中的“<b>&'=SUM(A1)”照录，不作解释——以原文为准。",
      ),
      heading(2, "（三）政府信息管理"),
      paragraph(
        "严格落实公开审核制度，所有拟公开的信息均经科室负责人、局分管领导审核把关后方可对外发布。全年审核新增信息",
        bound("s1.reviewed", 288),
        "条，清理过期信息",
        bound("s1.cleared", 65),
        "条，归集现行有效规范性文件",
        bound("s1.norm_valid", 13),
        "件。",
      ),
      heading(2, "（四）政府信息公开平台建设"),
      paragraph(
        "按照集约化要求推进门户网站建设，新增重点专题专栏",
        { text: "一", figure: "s1.columns", value: 1 },
        "个。",
      ),
      heading(2, "（五）监督保障"),
      paragraph(
        "健全工作机制，常态化开展专项督查与自查自纠，及时发现并整改薄弱环节；加强业务能力建设，组织专题培训，提升工作人员专业素养和实操水平；畅通社会监督与公众反馈渠道，做到件件有回应、事事有落实。",
      ),
      heading(1, "二、主动公开政府信息情况"),
      reportTable(TABLE_TWO, print),
      heading(1, "三、收到和处理政府信息公开申请情况"),
      reportTable(TABLE_THREE, print),
      heading(1, "四、政府信息公开行政复议、行政诉讼情况"),
      reportTable(TABLE_FOUR, print),
      heading(1, "五、存在的主要问题及改进情况"),
      paragraph(
        "一是信息公开精准度有待提升，部分领域公开内容与公众需求契合度不足；二是公开渠道协同性需加强，不同平台信息更新同步性不够；三是业务队伍专业能力仍有提升空间。",
      ),
      paragraph(
        "下一步，我局将聚焦公众关切，优化信息公开目录，提升内容针对性和实用性；强化平台协同，健全多渠道信息同步发布机制；常态化开展业务培训，请王喆、李玥等同志授课。",
      ),
      heading(1, "六、其他需要报告的事项"),
      paragraph("2025年度收取政府信息公开信息处理费", bound("s6.info_fee", 270), "元。"),
    ],
    ...changes,
  };
}
