import type { Period } from "@gongkai/schema";
import { anchorDates } from "../dates/anchor.ts";
import type { When } from "../dates/when.ts";
import { type Reading, textOf } from "../reading.ts";

const periodIn = (when: When): Period | null =>
  when.type === "open" ? when.past : "period" in when ? when.period : null;

const THIS_YEAR = /今年(?:到现在|到目前|到今天|以来|至今)/;

/** The one period a question or a correction names; null when none or several are named. */
export function spokenPeriod({ tokens, now }: Reading): Period | null {
  const periods = anchorDates(tokens, now).flatMap((token) => (token.kind === "date" ? [periodIn(token.when)] : []));
  const distinct = [...new Set(periods.filter((period) => period !== null))];
  if (distinct.length === 0 && THIS_YEAR.test(textOf(tokens))) return String(now.year); // 今年到现在处罚几件了
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}
