import { figureLabel } from "../fold/figure-label.ts";
import { printedValue, printFigure } from "../fold/printed.ts";
import { type Check, explain, mustFix, notRun } from "./check.ts";
import { at } from "./checked-report.ts";
import { isGiven } from "./prose-text.ts";

const RULES = "国办函〔2020〕109号 政府信息公开信息处理费管理办法";
const yuan = (fen: number) => printFigure("s6.info_fee", fen);
/** 未收取, 没有收取, 无信息处理费, 0元. */
export const SAYS_NO_FEE = /(?:未|没有|无|不)[^，。；]{0,8}(?:收取|收费|信息处理费)|收取[^，。；\d]{0,8}0\s*元/;
/** 发出收费通知2件: then 实际收取0元 denies nothing. */
const TELLS_NOTICES = /收费通知[^，。；\d]{0,4}[1-9]\d*\s*件/;

/** 信息处理费 is itself a 行政事业性收费. */
export const feesWithinFees: Check = {
  id: "B-F1",
  basis: `${RULES}；信息处理费属于行政事业性收费（收费项目编码 103049950）`,
  run: (report) => {
    const [all, ours] = [at(report, "t2.fee.amount"), at(report, "s6.info_fee")];
    if (all === null || ours === null || all >= ours) return [];
    const says = `信息处理费 ${yuan(ours)} 元，比表二行政事业性收费 ${printFigure("t2.fee.amount", all)} 万元还多，请说明是否漏计。`;
    return [explain(says, { cells: ["t2.fee.amount", "s6.info_fee"], expected: all / 100, actual: ours / 100 })];
  },
};

/** Fee notices must be spoken of, and a case closed for non-payment needs one. */
export const noticesAreTold: Check = {
  id: "B-F2",
  basis: `${RULES}第六条；条例第四十二条`,
  run: (report) => {
    const [notices, unpaid] = [at(report, "s6.fee_notices"), at(report, "t3.other_nofee.tot")];
    if (notices === null)
      return [notRun("没有给出收费通知件数，收费与第六部分没有核对。", { cells: ["s6.fee_notices"] })];
    const found = [];
    const text = report.prose?.六 ?? "";
    if (notices > 0 && SAYS_NO_FEE.test(text) && !TELLS_NOTICES.test(text))
      found.push(
        explain(`发出收费通知 ${notices} 件，第六部分却说没有收费，请核对。`, {
          cells: ["s6.fee_notices"],
          expected: notices,
          actual: 0,
        }),
      );
    if (unpaid !== null && unpaid > 0 && notices === 0)
      found.push(
        explain(`${figureLabel("t3.other_nofee.tot")} ${unpaid} 件，可是没有一件收费通知，请核对。`, {
          cells: ["t3.other_nofee.tot", "s6.fee_notices"],
          expected: unpaid,
          actual: notices,
        }),
      );
    return found;
  },
};

/** Every notice ends in a payment, in a case closed as unpaid, or is still within its 20 working days. */
export const noticesReconcile: Check = {
  id: "B-F3",
  basis: `${RULES}；逾期未缴费的按表三（六）2 填报`,
  run: ({ ledger, year }) => {
    if (!ledger) return [notRun("没有申请台账，收费通知没有逐件核对。")];
    return ledger.cases.flatMap((application) => {
      if (application.kind !== "application" || application.state === "open") return [];
      const steps = application.facts.filter((fact) => fact.kind === "application-step");
      const noticed = steps.find((fact) => fact.step === "fee-noticed" && fact.on.startsWith(`${year}-`));
      const paid = steps.some((fact) => fact.step === "fee-paid");
      if (!noticed || paid || application.outcome?.row === "other_nofee") return [];
      return [
        explain(`申请 ${application.case} 发了收费通知，没有缴费记录，也没有按逾期不缴费办结，请说明。`, {
          cells: ["s6.fee_notices"],
        }),
      ];
    });
  },
};

const FEN_IN_YI = 10_000_000_000;

/** 元 typed where 万元 is asked for shows as a number far too great. */
export const feeUnit: Check = {
  id: "D5",
  basis: "国办公开办函〔2021〕30号 表二 本年收费金额（单位：万元）",
  run: (report) => {
    const amount = at(report, "t2.fee.amount");
    if (amount === null) return [notRun("没有给出行政事业性收费，单位没有核对。", { cells: ["t2.fee.amount"] })];
    const before = report.previous?.figures.get("t2.fee.amount") ?? null;
    const text = `${printFigure("t2.fee.amount", amount)} 万元`;
    const jumps = before !== null && before > 0 && amount > before * 20;
    if (!jumps && (report.kind === "government" || amount <= FEN_IN_YI)) return [];
    const says = jumps
      ? `行政事业性收费 ${text}，是上年 ${printFigure("t2.fee.amount", before)} 万元的 20 倍以上，请核对是不是把元当成了万元。`
      : `行政事业性收费 ${text}，超过 10000 万元，请核对是不是把元当成了万元。`;
    const expected = before === null ? null : printedValue("t2.fee.amount", before);
    return [explain(says, { cells: ["t2.fee.amount"], expected, actual: printedValue("t2.fee.amount", amount) })];
  },
};

/** Section 六 must not be empty, must speak of the fee, and must not deny what was collected. */
export const otherMatters: Check = {
  id: "D17",
  basis: `条例第五十条第（五）项；${RULES}`,
  run: (report) => {
    const text = report.prose?.六?.trim();
    if (!isGiven(report.prose, "六")) return [notRun("没有给出第六部分的文字，这一条没有检查。")];
    if (!text) return [mustFix("第六部分是空的，至少要写信息处理费收取情况。", { cells: ["s6.info_fee"] })];
    const fee = at(report, "s6.info_fee");
    if (fee !== null && fee > 0 && SAYS_NO_FEE.test(text))
      return [
        mustFix(`第六部分说没有收取信息处理费，实际收了 ${yuan(fee)} 元。`, {
          cells: ["s6.info_fee"],
          expected: fee / 100,
          actual: 0,
        }),
      ];
    return text.includes("信息处理费")
      ? []
      : [explain("第六部分没有写信息处理费收取情况，没有收也要写明。", { cells: ["s6.info_fee"] })];
  },
};
