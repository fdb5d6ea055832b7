import { type LocalDate, type Member, shanghaiDay } from "@gongkai/schema";
import { readsSummaries } from "../reminders/due-today.ts";
import { OwnChoice, type SummaryChoice, type SummaryDefaults } from "../reminders/summary-days.ts";
import type { NoteKeeper } from "../store/note-port.ts";
import type { SummaryDaysSaid } from "../utterance/readers/summary-days.ts";

const keyOf = (member: string): string => `summary/${member}`;
const readChoice = (text: string | undefined): OwnChoice =>
  (text === undefined ? undefined : OwnChoice.safeParse(JSON.parse(text)).data) ?? {};

/** Everybody's days: what they chose themselves, else what the settings say. */
export async function summaryChoices(
  notes: NoteKeeper,
  organ: string,
  members: readonly Member[],
  defaults: SummaryDefaults,
): Promise<ReadonlyMap<string, SummaryChoice>> {
  const readers = members.filter(readsSummaries);
  const kept = await notes.notesOf(
    organ,
    readers.map(({ id }) => keyOf(id)),
  );
  return new Map(
    readers.map(({ id, roles }) => {
      const { week, month } = roles.includes("leader") ? defaults.leaders : defaults.clerks;
      const set = { week: { on: week, since: null }, month: { on: month, since: null } };
      const own = readChoice(kept.get(keyOf(id)));
      return [id, { week: own.week ?? set.week, month: own.month ?? set.month }];
    }),
  );
}

/** Keeps what a person chose in chat; what they did not speak of stays as it was. */
export async function chooseSummary(
  notes: NoteKeeper,
  organ: string,
  member: string,
  { week, month }: SummaryDaysSaid,
  now: number,
): Promise<void> {
  const key = keyOf(member);
  const since: LocalDate = shanghaiDay(now);
  const choice: OwnChoice = {
    ...readChoice((await notes.notesOf(organ, [key])).get(key)),
    ...(week === undefined ? {} : { week: { on: week, since } }),
    ...(month === undefined ? {} : { month: { on: month, since } }),
  };
  await notes.keepNotes(organ, new Map([[key, JSON.stringify(choice)]]), now);
}
