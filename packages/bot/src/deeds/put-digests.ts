import { casesOf, isCaseFact, type LocalDate, STATE_CALENDAR, shanghaiDay, yearOf } from "@gongkai/schema";
import { outboxRows } from "../outbox/body.ts";
import { digestsOf } from "../reminders/digest.ts";
import { dueSoon } from "../reminders/due-soon.ts";
import type { Transaction } from "../store/home.ts";
import { digestWords } from "../wording/digest-words.ts";
import { sectionLabel, type TalkingOffice } from "./talking-office.ts";

/** Day and month of the office's own deadlines, `MM-DD`; 条例 art. 49: never after 31 January. */
export type Milestones = Readonly<{ submitBy: string; publishBy: string }>;
const LAST_DAY = "01-31";

/** The coming deadlines: this January's while it lasts, then the next year's. */
function comingMilestones(today: LocalDate, { submitBy, publishBy }: Milestones) {
  const on = (day: string): LocalDate => {
    const capped = day > LAST_DAY ? LAST_DAY : day;
    const year = today.slice(5) <= capped ? yearOf(today) : yearOf(today) + 1;
    return `${year}-${capped}`;
  };
  return { submitBy: on(submitBy), publishBy: on(publishBy) };
}

/**
 * Puts today's digests into the outbox, one a person. The row's key is the person and the day: called again, by this
 * process or another, it adds nothing.
 * @returns how many people have something to hear today.
 */
export async function putDigests(
  tx: Transaction,
  office: TalkingOffice,
  milestones: Milestones,
  now: number,
): Promise<number> {
  const today = shanghaiDay(now);
  const { facts, fold } = await office.mirror.catchUp(tx);
  const cases = [...casesOf([...facts].map(({ fact }) => fact).filter(isCaseFact)).values()];
  const years = [...new Set([yearOf(today), yearOf(today) - 1])];
  const reminders = dueSoon({
    today,
    calendar: STATE_CALENDAR,
    members: office.members(),
    gaps: years.flatMap((year) => fold.figures(year, new Set()).gaps),
    openCases: cases.flatMap((each) => (each.kind === "application" && each.state === "open" ? [each] : [])),
    milestones: comingMilestones(today, milestones),
  });
  const digests = digestsOf(reminders, today);
  const telling = {
    catalogue: office.catalogue,
    today,
    nameOf: () => null, // a digest lies on a screen: the case is named by its number
    sectionLabel: (key: string) => sectionLabel(office, key),
  };
  const organ = office.office.key;
  for (const digest of digests) {
    const content = digestWords(digest, telling);
    await tx.put(outboxRows({ organ, key: digest.key, to: digest.to, body: { kind: "text", content } }), now);
  }
  return digests.length;
}
