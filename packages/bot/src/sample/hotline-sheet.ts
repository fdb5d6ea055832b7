import { monthsOfYear } from "@gongkai/schema";
import { workingDaysOf } from "./sample-days.ts";
import { evenly, pieces, spread } from "./spread.ts";
import { HOTLINE_CALLS } from "./year-plan.ts";

const WEIGHTS = [9, 7, 10, 9, 8, 9, 8, 7, 9, 8, 9, 8];

/** The year's calls as the hotline's system exports them: one line a day with calls. */
export function hotlineSheet(): string {
  const next = evenly(12345);
  const lines = spread(HOTLINE_CALLS.total, WEIGHTS).flatMap((calls, index) => {
    const days = workingDaysOf(monthsOfYear(2025)[index] ?? "2025-01");
    const sizes = pieces(calls, HOTLINE_CALLS.most, next);
    return sizes.map(
      (size, at) => `${days[at % days.length]},咨询热线,${size},办公室,${HOTLINE_CALLS.by},${index + 1}-${at + 1}`,
    );
  });
  return ["日期,指标,数量,科室,报送人,编号", ...lines.sort()].join("\n");
}
