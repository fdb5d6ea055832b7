import { type IndicatorKey, indicatorOf, type Month } from "@gongkai/schema";
import { admit } from "./admit.ts";
import { zeroOf } from "./months.ts";
import type { Tap } from "./turn.ts";
import type { Work } from "./work.ts";

export type MonthTap = Extract<Tap, { tap: "month" }>;

/**
 * A tap on the monthly card: 没有的记0, or 我来填. The card is as old as its sending, so what is written follows from the
 * ledger alone: only what is still open, nothing into a closed month, nothing twice.
 */
export function monthTap(work: Work, { does, month, section }: MonthTap): void {
  const { view } = work;
  if (!view.may("attest-nil", { section })) {
    work.say.push({ say: "not-allowed", deed: "attest-nil" });
    return;
  }
  if (view.closed.has(month)) {
    work.say.push({ say: "month-closed", month, lines: [], clerksTold: false });
    return;
  }
  const { countable, read } = stillOpen(work, section, month);
  const attests = does === "nothing" && countable.length > 0;
  if (attests)
    for (const key of countable) admit(work, zeroOf(key, month, work.turn.text), work.said, { section, year: true });
  const left = does === "nothing" ? read : [...countable, ...read];
  if (left.length > 0) work.say.push({ say: "month-left", month, section, indicators: left });
  else if (!attests) work.say.push({ say: "nothing-open", month });
}

/** What a section owes for a month and has stated nothing about: what may be attested 0, and readings and stocks. */
function stillOpen({ view }: Work, section: string, month: Month) {
  const open: readonly IndicatorKey[] = view
    .gaps(month)
    .filter((gap) => gap.section === section)
    .map(({ indicator }) => indicator);
  const countable = open.filter((key) => indicatorOf(view.catalogue, key).nil);
  return { countable, read: open.filter((key) => !countable.includes(key)) };
}
