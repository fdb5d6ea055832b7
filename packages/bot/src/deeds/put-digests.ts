import { type LocalDate, shanghaiDay } from "@gongkai/schema";
import { outboxRows } from "../outbox/body.ts";
import { type Digest, digestsOf } from "../reminders/digest.ts";
import { type Reminding, reachedBy } from "../reminders/due-today.ts";
import type { Transaction } from "../store/home.ts";
import type { Telling } from "../wording/digest-words.ts";
import { digestBody } from "./digest-body.ts";
import { readCalendar, writeCalendar } from "./kept-calendar.ts";
import { situationOf } from "./situation-of.ts";
import { summaryChoices } from "./summary-choices.ts";
import { sectionLabel, type TalkingOffice } from "./talking-office.ts";

const CALENDAR = "calendar";

/**
 * One round a day: puts today's digests into the outbox, one a person, and remembers what was told, all in one
 * transaction. Called again on the same day, by this process or another, it does nothing. An office whose directory is
 * not read yet waits: nobody would hear, and the day would count as told.
 * @returns how many people have something to hear.
 */
export async function putDigests(
  tx: Transaction,
  office: TalkingOffice,
  { milestones, summaries }: Reminding,
  now: number,
): Promise<number> {
  const organ = office.office.key;
  const today = shanghaiDay(now);
  const round = `round/${today}`;
  if (office.members().length === 0) return 0;
  const notes = await tx.notesOf(organ, [round, CALENDAR]);
  if (notes.has(round)) return 0;

  const choices = await summaryChoices(tx, organ, office.members(), summaries);
  const formerCalendar = readCalendar(notes.get(CALENDAR));
  const reflection = await office.mirror.catchUp(tx);
  const reached = reachedBy(situationOf(office, reflection, milestones, { formerCalendar, choices }, now));
  const keys = reached.map(({ key }) => toldKey(key));
  const told = await tx.notesOf(organ, keys);
  const digests = digestsOf(reached, (key) => told.has(toldKey(key)), today);
  const kept = new Map([[round, ""]]);
  let movesTold = true;
  for (const digest of digests) {
    const { rows, said, later } = messageOf(office, digest, today);
    await tx.put(rows, now);
    for (const key of [...digest.silent, ...said.map((reminder) => reminder.key)]) kept.set(toldKey(key), today);
    movesTold &&= later.every(({ about }) => about !== "due-moved");
  }
  if (movesTold) kept.set(CALENDAR, writeCalendar(office.calendar)); // else tomorrow still compares with the old one
  await tx.keepNotes(organ, kept, now);
  return digests.length;
}

const toldKey = (key: string): string => `told/${key}`;

/** The one message of a digest, with as many of its reminders as go into one: what has no room is told tomorrow. */
function messageOf(office: TalkingOffice, { key, to, reminders: all }: Digest, today: LocalDate) {
  const telling: Telling = {
    catalogue: office.catalogue,
    today,
    nameOf: () => null, // a digest lies on a screen: the case is named by its number
    sectionLabel: (section) => sectionLabel(office, section),
  };
  const upTo = (count: number) => {
    const said = all.slice(0, count);
    const body = digestBody({ to, reminders: said }, telling, all.length - count);
    return { rows: outboxRows({ organ: office.office.key, key, to, body }), said, later: all.slice(count) };
  };
  let count = all.length;
  while (count > 1 && upTo(count).rows.length > 1) count -= 1;
  return upTo(count);
}
