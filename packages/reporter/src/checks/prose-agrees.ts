import {
  type DISPUTE_BLOCKS,
  type FigureId,
  groupOfRow,
  RESULT_GROUP_LABELS,
  RESULT_GROUPS,
  RESULT_ROWS,
} from "@gongkai/schema";
import { type Check, explain, type Found, mustFix, notRun } from "./check.ts";
import { at, type CheckedReport, sumOf } from "./checked-report.ts";
import { clausesOf, numberIn } from "./prose-text.ts";

const APPLICATIONS = "一（二）";
const noText: Found[] = [notRun("没有给出第一部分的文字，文字与表格没有核对。")];

const RECEIVED = /(收到|新收|接收|受理|办理)[^，。；\d]{0,24}申请[^，。；、\d（]{0,6}([\d,，]+)\s*件/g;
const NO_APPLICATION = /(?:未|没有)(?:收到|接到)[^，。；]{0,20}申请/;
const NONE_OF = (what: string) => new RegExp(`(?:无|没有|未发生|未产生|未涉及)[^，。；]{0,20}${what}`);

/** "收到 N 件" is 新收; "办理 N 件" may be 新收 and 上年结转 together, as the 2023 report of Suqian prints it. */
export const receivedInProse: Check = {
  id: "B-X1",
  basis: "国办公开办函〔2021〕30号 一（一）依申请公开与表三一致",
  run: (report) => {
    const text = report.prose?.[APPLICATIONS];
    if (!text) return noText;
    const [received, opening] = [at(report, "t3.new.tot"), at(report, "t3.opening.tot")];
    if (received === null) return [notRun("没有给出表三的新收件数，文字没有核对。", { cells: ["t3.new.tot"] })];
    return [...text.matchAll(RECEIVED)].flatMap(([, verb = "", digits]) => {
      const said = numberIn(digits);
      const may = /办理|受理/.test(verb) ? [received, received + (opening ?? 0)] : [received];
      if (may.includes(said)) return [];
      const says = `文字说${verb}申请 ${said} 件，表三新收 ${received} 件，两处应当一致。`;
      return [mustFix(says, { cells: ["t3.new.tot"], expected: received, actual: said })];
    });
  },
};

/** 未收到申请 and 无行政复议、行政诉讼 stand in the text exactly when the tables are 0. */
export const nothingInProse: Check = {
  id: "B-X2",
  basis: "国办公开办函〔2021〕30号 一（一）与表三、表四一致",
  run: (report) => {
    const text = report.prose?.[APPLICATIONS];
    if (!text) return noText;
    const lawsuits: readonly FigureId[] = ["t4.direct.total", "t4.after.total"];
    const claims = [
      { said: NO_APPLICATION.test(text), what: "未收到申请", cells: ["t3.new.tot"] as readonly FigureId[] },
      { said: NONE_OF("复议").test(text), what: "没有行政复议", cells: ["t4.review.total"] as readonly FigureId[] },
      { said: NONE_OF("诉讼").test(text), what: "没有行政诉讼", cells: lawsuits },
    ];
    return claims.flatMap(({ said, what, cells }) => {
      const actual = sumOf(report, cells);
      if (!said || actual === null || actual === 0) return [];
      return [mustFix(`文字说${what}，表里却是 ${actual} 件。`, { cells, expected: actual, actual: 0 })];
    });
  },
};

/** 不予公开 3 件 in the text is the sum of that group's rows. */
export const groupsInProse: Check = {
  id: "B-X3",
  basis: "国办公开办函〔2021〕30号 表三 三、本年度办理结果各组",
  run: (report) => {
    const text = report.prose?.[APPLICATIONS];
    if (!text) return noText;
    return RESULT_GROUPS.flatMap((group) => {
      const label = RESULT_GROUP_LABELS[group].replace(/^（.）/, "");
      const found = new RegExp(`${label}[^，。；、\\d]{0,6}([\\d,]+)\\s*件`).exec(text);
      const cells = RESULT_ROWS.filter((row) => groupOfRow(row) === group).map((row): FigureId => `t3.${row}.tot`);
      const expected = sumOf(report, cells);
      if (!found || expected === null || numberIn(found[1]) === expected) return [];
      const says = `文字说${label} ${numberIn(found[1])} 件，表三这一组合计 ${expected} 件。`;
      return [mustFix(says, { cells, expected, actual: numberIn(found[1]) })];
    });
  },
};

const DOCUMENTS = [
  [
    /(?:制发|制定|出台|印发)[^，。；、\d]{0,8}规范性文件[^，。；、\d]{0,4}([\d,]+)\s*件/,
    "制发规范性文件",
    "t2.norm.issued",
  ],
  [/废止[^，。；、\d]{0,12}([\d,]+)\s*件/, "废止规范性文件", "t2.norm.repealed"],
  [/现行有效[^，。；、\d]{0,12}([\d,]+)\s*件/, "现行有效规范性文件", "t2.norm.valid"],
] as const;

/** 规范性文件 in the text and in table 二 come from one source. */
export const documentsInProse: Check = {
  id: "B-X4",
  basis: "国办公开办函〔2021〕30号 一（一）政府信息管理与表二一致",
  run: (report) => {
    const text = report.prose?.["一（三）"];
    if (!text) return noText;
    const about = text
      .split(/[。；\n]/)
      .filter((clause) => clause.includes("规范性文件"))
      .join("；");
    return DOCUMENTS.flatMap(([pattern, what, cell]) => {
      const found = pattern.exec(about);
      const expected = at(report, cell);
      if (!found || expected === null || numberIn(found[1]) === expected) return [];
      const says = `文字说${what} ${numberIn(found[1])} 件，表二是 ${expected} 件。`;
      return [mustFix(says, { cells: [cell], expected, actual: numberIn(found[1]) })];
    });
  },
};

/** The text may count all disputes or only the concluded ones; both are seen in published reports. */
function acceptable(report: CheckedReport, blocks: readonly (typeof DISPUTE_BLOCKS)[number][]): number[] {
  return blocks.flatMap((block) => {
    const [total, pending] = [at(report, `t4.${block}.total`), at(report, `t4.${block}.pending`)];
    return total === null ? [] : [total, total - (pending ?? 0)];
  });
}

export const disputesInProse: Check = {
  id: "B-X5",
  basis: "宿迁2024年报告：文字用已审结数，表四总计含尚未审结",
  run: (report) => {
    const text = report.prose?.[APPLICATIONS];
    if (!text) return noText;
    const [direct, after] = [acceptable(report, ["direct"]), acceptable(report, ["after"])];
    const both = direct.map((count, index) => count + (after[index] ?? 0));
    const rules = [
      { what: "行政复议", may: acceptable(report, ["review"]), cells: ["t4.review.total"] as readonly FigureId[] },
      {
        what: "行政诉讼",
        may: [...direct, ...after, ...both],
        cells: ["t4.direct.total", "t4.after.total"] as readonly FigureId[],
      },
    ];
    return rules.flatMap(({ what, may, cells }) =>
      clausesOf(text).flatMap((clause) => {
        const found = new RegExp(`${what}(?:案件)?[^，。；、\\d]{0,4}([\\d,]+)\\s*件`).exec(clause);
        if (!found || may.length === 0 || may.includes(numberIn(found[1]))) return [];
        const says = `文字说${what} ${numberIn(found[1])} 件，与表四的总计和已审结数都对不上，请说明。`;
        return [explain(says, { cells, expected: may[0] ?? null, actual: numberIn(found[1]) })];
      }),
    );
  },
};
