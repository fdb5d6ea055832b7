import { CELL_IDS, type FigureId } from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { printedValue, printFigure, unitOf } from "../fold/printed.ts";
import { type Check, explain, mustFix, notRun } from "./check.ts";
import { at, sumOf } from "./checked-report.ts";
import { texts } from "./prose-text.ts";

const REGULATION_CELLS: readonly FigureId[] = ["t2.reg.issued", "t2.reg.repealed", "t2.reg.valid"];

/** Only 国务院部门, provinces and cities with districts make 规章. */
export const regulationsNeedPower: Check = {
  id: "D7",
  basis: "规章制定程序条例第二条；立法法第九十一条、第九十三条",
  run: (report) => {
    const cells = REGULATION_CELLS.filter((id) => (at(report, id) ?? 0) !== 0);
    if (cells.length === 0) return [];
    if (report.makesRegulations === null)
      return [notRun("没有说明是什么机关，规章一行没有核对。", { cells: REGULATION_CELLS })];
    if (report.makesRegulations) return [];
    const actual = sumOf(report, cells);
    return [mustFix("本机关没有制定规章的权限，规章一行应当都是 0。", { cells, expected: 0, actual })];
  },
};

/** A government's 监督保障 also tells of 工作考核、社会评议和责任追究结果. */
export const governmentAccounts: Check = {
  id: "D19",
  basis: "条例第五十条第（四）项；国办公开办函〔2021〕30号 一（一）监督保障",
  run: ({ kind, prose }) => {
    const text = prose?.["一（五）"];
    if (kind === null) return [notRun("没有说明是政府还是部门，考核评议情况没有核对。")];
    if (kind !== "government") return [];
    if (!text) return [notRun("没有给出监督保障的文字，考核评议情况没有核对。")];
    const missing = ["考核", "评议", "责任追究"].filter((word) => !text.includes(word));
    return missing.length === 0
      ? []
      : [mustFix(`政府的报告要写工作考核、社会评议和责任追究结果，监督保障里缺${missing.join("、")}。`)];
  },
};

/** A whole-government report is its own figures and those of every body below it. Readings are no part of the tables. */
export const rollUpOfBodies: Check = {
  id: "B-H1",
  basis: "条例第四十九条；县级以上地方人民政府的报告汇总本级和各部门、下级政府的数",
  run: (report) => {
    const { kind, bodies } = report;
    if (kind !== "government") return [];
    if (bodies === null) return [notRun("没有本级和下级机关的报告，汇总数没有核对。")];
    const silent = new Map<string, FigureId>();
    const found = CELL_IDS.flatMap((id) => {
      const actual = at(report, id);
      for (const { organ, figures } of bodies)
        if ((figures.get(id) ?? null) === null && !silent.has(organ)) silent.set(organ, id);
      const expected = bodies.reduce<number | null>((sum, { figures }) => {
        const value = figures.get(id) ?? null;
        return sum === null || value === null ? null : sum + value;
      }, 0);
      if (expected === null || actual === null || expected === actual) return [];
      const unit = unitOf(id);
      const says = `${figureLabel(id)}：${bodies.length} 个机关加起来 ${printFigure(id, expected)} ${unit}，汇总填了 ${printFigure(id, actual)} ${unit}，请说明。`;
      const numbers = { expected: printedValue(id, expected), actual: printedValue(id, actual) };
      return [explain(says, { cells: [id], ...numbers })];
    });
    const lacking = [...silent].map(([organ, id]) =>
      notRun(`${organ}没有给出${figureLabel(id)}等数，汇总没有全部核对。`, { cells: [id] }),
    );
    return [...found, ...lacking];
  },
};

/** 国办公开办函〔2016〕201号: only the original body counts a lawsuit against both. */
export const coDefendant: Check = {
  id: "D12",
  basis: "国办公开办函〔2016〕201号 共同被告案件由原行为机关统计",
  run: (report) => {
    const says = texts(report.prose).some(([, text]) => /共同被告|作为复议机关/.test(text));
    const after = at(report, "t4.after.total") ?? 0;
    if (!says || after === 0) return [];
    return [
      explain(
        `文字说本机关作为复议机关或者共同被告，表四复议后起诉计了 ${after} 件；这类案件只由原行为机关统计，请核对。`,
        {
          cells: ["t4.after.total"],
          actual: after,
        },
      ),
    ];
  },
};
