import { shanghaiDay } from "@gongkai/schema";
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
  const told = new Set(
    (
      await tx.notesOf(
        organ,
        reached.map(({ key }) => toldKey(key)),
      )
    ).keys(),
  );
  const digests = digestsOf(reached, (key) => told.has(toldKey(key)), today);
  for (const digest of digests) await put(tx, office, digest, now);
  const remembered = digests.flatMap(({ tells }) => tells.map((key): [string, string] => [toldKey(key), today]));
  await tx.keepNotes(organ, new Map([...remembered, [round, ""], [CALENDAR, writeCalendar(office.calendar)]]), now);
  return digests.length;
}

const toldKey = (key: string): string => `told/${key}`;

async function put(tx: Transaction, office: TalkingOffice, digest: Digest, now: number): Promise<void> {
  const telling: Telling = {
    catalogue: office.catalogue,
    today: shanghaiDay(now),
    nameOf: () => null, // a digest lies on a screen: the case is named by its number
    sectionLabel: (section) => sectionLabel(office, section),
  };
  const { key, to } = digest;
  await tx.put(outboxRows({ organ: office.office.key, key, to, body: digestBody(digest, telling) }), now);
}
