import { type FigureId, isCellId } from "@gongkai/schema";
import type { Gap } from "../fold/figure.ts";
import { figureLabel } from "../fold/figure-label.ts";
import { printedValue, printFigure, unitOf } from "../fold/printed.ts";
import type { Unplaced, UnplacedWhy } from "../fold/unplaced.ts";
import { type Check, type Found, mustFix } from "./check.ts";
import type { LedgerSide } from "./checked-report.ts";

/** A section by the name people know; who is in none reports for the whole office. */
export const sectionName = ({ office }: LedgerSide, key: string): string =>
  office.sections.find((section) => section.key === key)?.label ?? "未分科室";

/** 3月、5月 of one indicator and section are one finding: one person has to be asked once. */
function grouped(gaps: readonly Gap[]): Map<string, Gap[]> {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const name = `${gap.section} ${gap.indicator}`;
    groups.set(name, [...(groups.get(name) ?? []), gap]);
  }
  return groups;
}

/** A month nobody reported is a gap and not a zero; it keeps the report a draft. */
export const monthsReported: Check = {
  id: "L-GAP",
  basis: "条例第四十九条、第五十条；每个月的数都要有人报过，没有也要说没有",
  run: ({ ledger, year }) => {
    if (!ledger) return [];
    return [...grouped(ledger.figures.gaps).values()].flatMap((gaps) => {
      const [first] = gaps;
      if (!first) return [];
      const months = gaps.length === 12 ? "各月" : gaps.map(({ month }) => `${Number(month.slice(5))}月`).join("、");
      const says = `${sectionName(ledger, first.section)}还没有报 ${year}年${months}的${ledger.labelOf(first.indicator)}；没有发生也请报“无”。`;
      const cells = ledger.figures.ids.filter((id) => ledger.figures.at(id).gaps.includes(first));
      return [mustFix(says, { cells })];
    });
  },
};

/** Cells of the tables must carry a number; nothing stated is not zero. */
export const cellsFilled: Check = {
  id: "L-EMPTY",
  basis: "国办公开办函〔2021〕30号 表二、表三、表四；没有发生的填零，不能空着",
  run: ({ ledger }) => {
    if (!ledger) return [];
    return ledger.figures.ids
      .filter((id) => isCellId(id) && ledger.figures.at(id).value === null && ledger.figures.at(id).gaps.length === 0)
      .map((id) => mustFix(`${figureLabel(id)}还没有人报过，也没有安排科室报。`, { cells: [id] }));
  },
};

const UNPLACED: Readonly<Record<UnplacedWhy, (about: Unplaced, label: string) => string>> = {
  "crosses-year": ({ when }, label) => `${label}有一条记录的期间是 ${when}，跨了年，不能算进任何一年，请拆开重报。`,
  "applicant-unknown": ({ case: id }) => `申请 ${id} 还不知道申请人是哪一类，没有计入表三。`,
  "outcome-unknown": ({ case: id }) => `申请 ${id} 的办理结果只说了大类，还要说是其中哪一项，没有计入表三。`,
  "case-unknown": ({ case: id }) => `有一条记录说的是 ${id}，台账里没有这件案子，没有计入表格。`,
  "case-repeated": ({ case: id }) => `${id} 登记了两次，第二次没有计入，请核对编号。`,
  "case-missing": ({ quantity, when }, label) =>
    `${label} ${quantity} 件（${when}）只报了件数，没有登记案件，没有计入表格，请逐件登记或者直接填到表格的那一格。`,
  "route-unknown": ({ case: id }) => `诉讼 ${id} 还不知道起诉前是否经过复议，没有计入表四。`,
  "original-unknown": ({ case: id }) => `诉讼 ${id} 还不知道本机关是不是原行为机关，没有计入表四。`,
};

/** Figures that wait for it: an answer without its row leaves its column open. */
const placesOf = ({ cell, applicant }: Unplaced): FigureId[] => {
  if (cell) return [cell];
  return applicant ? [`t3.total.${applicant}`, `t3.closing.${applicant}`] : [];
};

/** What was said and cannot be placed is never guessed into a cell. */
export const everythingPlaced: Check = {
  id: "L-UNPLACED",
  basis: "国办公开办函〔2021〕30号 表三、表四的行和列；国办公开办函〔2016〕201号",
  run: ({ ledger }) => {
    if (!ledger) return [];
    return ledger.figures.unplaced.map((about) => {
      const label = about.indicator ? ledger.labelOf(about.indicator) : about.cell ? figureLabel(about.cell) : "";
      return mustFix(UNPLACED[about.why](about, label), {
        cells: placesOf(about),
        records: [about.record],
      });
    });
  },
};

/** A period is counted once. */
export const countedOnce: Check = {
  id: "L-OVERLAP",
  basis: "同一指标、渠道、科室的一个期间只计一次",
  run: ({ ledger }) => {
    if (!ledger) return [];
    return ledger.figures.overlaps.map(({ about, sections, records }) => {
      const label = isCellId(about) ? figureLabel(about) : ledger.labelOf(about);
      const says = `${sections.map((section) => sectionName(ledger, section)).join("、")}的${label}有 ${records.length} 条记录期间重叠，可能重复计数，请留一条或者改成互不重叠的期间。`;
      return mustFix(says, { cells: isCellId(about) ? [about] : [], records });
    });
  },
};

/** Cases, cells and indicators are three ways to the same number; two of them in one year count it twice. */
export const enteredOneWay: Check = {
  id: "L-MIXED",
  basis: "同一年表格的同一处只用一种办法登记：逐件登记、直接填格或者按指标报数",
  run: ({ ledger }) =>
    (ledger?.figures.mixtures ?? []).map(({ cells, typed, reported, cases }) => {
      const ways = [
        ...(cases.length > 0 ? [`逐件登记的 ${cases.length} 条`] : []),
        ...(typed.length > 0 ? [`直接填格的 ${typed.length} 条`] : []),
        ...(reported.length > 0 ? [`按指标报数的 ${reported.length} 条`] : []),
      ];
      const says = `${cells.map(figureLabel).join("、")}同时有${ways.join("和")}记录，可能重复计数，请只留一种。`;
      return mustFix(says, { cells, records: [...cases, ...typed, ...reported] });
    }),
};

/** A number typed for a figure that is computed moves nothing; where it differs one of the two is wrong. */
export const statedAgrees: Check = {
  id: "L-STATED",
  basis: "国办公开办函〔2021〕30号 表三、表四的总计和结转由各格推算，不另行填写",
  run: (report) => {
    const { ledger } = report;
    if (!ledger) return [];
    return ledger.figures.statedBeside.flatMap(({ figure, stated, records }): Found[] => {
      const { value } = ledger.figures.at(figure);
      if (value === null || value === stated) return [];
      const says = `${figureLabel(figure)}：台账推算是 ${inUnit(figure, value)}，另有人报了 ${inUnit(figure, stated)}，请核对。`;
      const numbers = { expected: printedValue(figure, value), actual: printedValue(figure, stated) };
      return [mustFix(says, { cells: [figure], ...numbers, records })];
    });
  },
};

const inUnit = (id: FigureId, stored: number): string => `${printFigure(id, stored)} ${unitOf(id)}`;
