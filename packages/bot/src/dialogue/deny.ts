import type { Change, Draft, Item } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import type { Said } from "./conversation.ts";
import { lineOf } from "./line.ts";
import { askWhich, withdrawRecords } from "./mend.ts";
import { deniedQuestion } from "./questions.ts";
import { standingOf } from "./standing-records.ts";
import { revert } from "./undo.ts";
import type { Work } from "./work.ts";

/** A bare 不是 right after an echo: what it echoed may not stand. Several lines are asked about, none is guessed. */
export function denyEcho(work: Work): boolean {
  const [done] = work.state.done;
  if (!work.state.echoed || !done) return false;
  const records = standingOf(work.view, done.recorded);
  if (records.length === 0) {
    if (done.corrected.length === 0) return false;
    revert(work, done, work.said);
    work.act = "undo";
    return true;
  }
  if (records.length > 1) {
    askWhich(work, records, { do: "deny" }, work.said);
    return true;
  }
  const gone = withdrawRecords(work, records, work.said);
  if (gone.length === 0) return true;
  work.state = { ...work.state, undone: [{ at: work.turn.now, records: gone }, ...work.state.undone] };
  work.wait({ at: "denied", items: done.items }, deniedQuestion(records.map(lineOf)), work.said, "target");
  work.act = "ask";
  return true;
}

const said = <T>(value: T, text: string) => ({ value, certainty: "said", text }) as const;

/** The denied item with what it should have been: 是审核信息8条, 是3条, 是昨天的. */
export function mendItem(item: Item, set: Change, text: string): Item {
  return {
    ...item,
    ...(set.indicator === undefined ? {} : { indicator: said(set.indicator, text) }),
    ...(set.quantity === undefined ? {} : { quantity: said(set.quantity, text), nil: set.quantity === 0 }),
    ...(set.period === undefined ? {} : { period: said(set.period, text) }),
    ...(set.channel === undefined ? {} : { channel: set.channel === null ? null : said(set.channel, text) }),
    ...(set.applicant === undefined ? {} : { applicant: said(set.applicant, text) }),
    ...(set.outcome === undefined ? {} : { outcome: said(set.outcome, text) }),
  };
}

/** The slots a half sentence does give, as a change. */
export function changeOf(draft: Draft): Change {
  return {
    ...(draft.indicator ? { indicator: draft.indicator.value } : {}),
    ...(draft.quantity ? { quantity: draft.quantity.value } : {}),
    ...(draft.period?.certainty === "said" ? { period: draft.period.value } : {}),
    ...(draft.channel ? { channel: draft.channel.value } : {}),
    ...(draft.applicant ? { applicant: draft.applicant.value } : {}),
    ...(draft.outcome ? { outcome: draft.outcome.value } : {}),
  };
}

export function recordInstead(work: Work, item: Item, set: Change, opening: Said): void {
  admit(work, mendItem(item, set, work.turn.text), opening);
}
