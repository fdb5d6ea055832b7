import type { Period } from "@gongkai/schema";
import { anchorDates } from "../dates/anchor.ts";
import type { When } from "../dates/when.ts";
import type { Reading } from "../reading.ts";

const periodIn = (when: When): Period | null =>
  when.type === "open" ? when.past : "period" in when ? when.period : null;

/** The one period a question or a correction names; null when none or several are named. */
export function spokenPeriod({ tokens, now }: Reading): Period | null {
  const periods = anchorDates(tokens, now).flatMap((token) => (token.kind === "date" ? [periodIn(token.when)] : []));
  const distinct = [...new Set(periods.filter((period) => period !== null))];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}
