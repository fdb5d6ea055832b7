import type { RecordId } from "@gongkai/schema";
import { FRESH, readConversation } from "../dialogue/conversation.ts";
import type { Transaction } from "../store/home.ts";
import type { TalkingOffice } from "./talking-office.ts";

const JOINED = " ／ "; // between the words that opened a matter and those that settled it

/** What was erased, and how many talks quoted it and were begun anew. */
export type Forgotten = Readonly<{ erased: number; talks: number }>;

/**
 * Erases the words behind records. A talk that still quotes them, in a waiting question or in what it remembers of the
 * day, is begun anew; messages already answered stay known, so that a redelivery does nothing.
 */
export async function forgetWords(
  tx: Transaction,
  office: TalkingOffice,
  records: readonly RecordId[],
  now: number,
): Promise<Forgotten> {
  const words = await tx.wordsOf(office.office.key, records);
  const quotes = [...words.values()].flatMap((text) => text.split(JOINED));
  const erased = await tx.eraseWords(office.office.key, records);
  return { erased, talks: await forgetTalks(tx, office, quotes, now) };
}

/** Erases who applied and for what; labels of waiting questions name applicants too. */
export async function forgetPersons(
  tx: Transaction,
  office: TalkingOffice,
  cases: readonly string[],
  now: number,
): Promise<Forgotten> {
  const details = [...(await tx.personsOf(office.office.key, cases)).values()];
  const quotes = details.flatMap(({ name, subject, contact }) => [name, subject, contact]);
  const erased = await tx.erasePersons(office.office.key, cases);
  const said = quotes.filter((quote) => quote !== null);
  return { erased, talks: await forgetTalks(tx, office, said, now) };
}

/** Everybody in the directory, and whoever has spoken and left since. */
async function speakersOf(tx: Transaction, { members, mirror }: TalkingOffice): Promise<ReadonlySet<string>> {
  const { facts } = await mirror.catchUp(tx);
  return new Set([...members().map(({ id }) => id), ...[...facts].map(({ record }) => record.by)]);
}

async function forgetTalks(
  tx: Transaction,
  talking: TalkingOffice,
  quotes: readonly string[],
  now: number,
): Promise<number> {
  const inside = quotes.filter((quote) => quote.trim() !== "").map((quote) => JSON.stringify(quote).slice(1, -1));
  let talks = 0;
  const { office } = talking;
  for (const id of await speakersOf(tx, talking)) {
    const kept = await tx.talkOf(office.key, id);
    if (kept === undefined || !inside.some((quote) => kept.includes(quote))) continue;
    const { heard, speaksFor } = readConversation(kept);
    await tx.keepTalk(office.key, id, JSON.stringify({ ...FRESH, heard, speaksFor }), now);
    talks += 1;
  }
  return talks;
}
