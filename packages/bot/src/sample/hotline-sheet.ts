import { type Month, monthsOfYear } from "@gongkai/schema";
import { momentOf, workingDaysOf } from "./sample-days.ts";
import { evenly, pieces, spread } from "./spread.ts";
import { HOTLINE_CALLS } from "./year-plan.ts";

const WEIGHTS = [9, 7, 10, 9, 8, 9, 8, 7, 9, 8, 9, 8];

/** One month's calls as the hotline's own system exports them, and the moment somebody imports the sheet. */
export type HotlineSheet = Readonly<{ month: Month; now: string; csv: string }>;

/** Twelve sheets of 2025; a line a call-taker's day. */
export function hotlineSheets(): HotlineSheet[] {
  const next = evenly(12345);
  const shares = spread(HOTLINE_CALLS.total, WEIGHTS);
  return monthsOfYear(2025).map((month, index) => {
    const days = workingDaysOf(month);
    const sizes = pieces(shares[index] ?? 0, HOTLINE_CALLS.most, next);
    const lines = sizes.map((size, at) => `${days[at % days.length]},咨询热线,${size},办公室,${index + 1}-${at + 1}`);
    const last = days.at(-1) ?? `${month}-28`;
    return { month, now: momentOf(last, 495), csv: ["日期,指标,数量,科室,编号", ...lines].join("\n") };
  });
}
