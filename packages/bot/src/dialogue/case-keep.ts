import type { CaseFact, LocalDate, RecordId, Remark } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { BARE_ITEM } from "./bare-item.ts";
import { refuse, weigh } from "./case-course.ts";
import { standingOf } from "./case-standing.ts";
import type { Said } from "./conversation.ts";
import { isOpen } from "./mend.ts";
import { periodOf } from "./stated-fact.ts";
import type { Work } from "./work.ts";

export type Keeping = Readonly<{
  /** The day was said; else it is the day of speaking. */
  daySaid: boolean;
  said: Said;
  remarks?: readonly Remark[];
  /** The article the speaker's words rest on. */
  hook?: string | null;
  /** What was understood, and the section it counts for, where it was heard as a report. */
  item?: Item;
  section?: string;
  /** Several cases opened at once are told in one line each and no more. */
  quiet?: boolean;
  person?: Parameters<Work["keep"]>[2]["person"];
}>;

/** Writes a step the law allows and says where the case then stands; else says why not and writes nothing. */
export function keepCaseFact(work: Work, fact: CaseFact, keeping: Keeping): RecordId | undefined {
  const { said, remarks = [], hook = null } = keeping;
  const on = periodOf(fact) ?? work.view.today;
  if (on > work.view.today) {
    work.say.push({ say: "cannot-change", what: "case-ahead" });
    if (!work.wroteFacts) work.act = "ask";
    return undefined;
  }
  const weighed = weigh(work, fact);
  if (weighed.kind === "refused") return refuse(work, fact.case, weighed);
  if (!isOpen(work, [fact])) return undefined;
  const { item = stepItem(said.text, on, keeping.daySaid), section = work.view.member.section } = keeping;
  const record = work.keep(fact, item, { section, said, person: keeping.person ?? null });
  if (keeping.quiet) return record;
  const standing = standingOf(work.view, weighed.case, [...weighed.notes, ...remarks], hook);
  // of several steps of one case in a message the last one says where it stands
  const before = work.say.findIndex((each) => each.say === "case-stands" && each.standing.case === fact.case);
  const earlier = before < 0 ? undefined : work.say.splice(before, 1)[0];
  const notes = earlier?.say === "case-stands" ? earlier.standing.notes : [];
  if (standing) work.say.push({ say: "case-stands", standing: { ...standing, notes: [...notes, ...standing.notes] } });
  return record;
}

/** A step counts nothing; the echo needs only its day and words. */
const stepItem = (text: string, on: LocalDate, daySaid: boolean): Item => ({
  ...BARE_ITEM,
  indicator: { value: "application.received", certainty: "implied", text: "" },
  quantity: { value: 1, certainty: "implied", text: "" },
  period: { value: on, certainty: daySaid ? "said" : "implied", text: "" },
  text,
});
