import { type LocalDate, type Member, shanghaiDay } from "@gongkai/schema";
import { readsSummaries } from "../reminders/due-today.ts";
import { NO_SUMMARY, SummaryChoice, type SummaryDefaults } from "../reminders/summary-days.ts";
import type { NoteKeeper } from "../store/note-port.ts";

const keyOf = (member: string): string => `summary/${member}`;

function defaultOf({ roles }: Member, { leaders, clerks }: SummaryDefaults): SummaryChoice {
  return { ...(roles.includes("leader") ? leaders : clerks), since: null };
}

/** Everybody's choice: their own, else the settings'. */
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
    readers.map((member) => [member.id, parsed(kept.get(keyOf(member.id))) ?? defaultOf(member, defaults)]),
  );
}

const parsed = (text: string | undefined): SummaryChoice | undefined =>
  text === undefined ? undefined : SummaryChoice.safeParse(JSON.parse(text)).data;

/** Keeps what a person chose in chat; what they did not speak of stays as it was. */
export async function chooseSummary(
  notes: NoteKeeper,
  organ: string,
  member: Member,
  chosen: Partial<Pick<SummaryChoice, "week" | "month">>,
  defaults: SummaryDefaults | null,
  now: number,
): Promise<void> {
  const key = keyOf(member.id);
  const since: LocalDate = shanghaiDay(now);
  const before = parsed((await notes.notesOf(organ, [key])).get(key)) ?? (defaults && defaultOf(member, defaults));
  const choice: SummaryChoice = { ...(before ?? NO_SUMMARY), ...chosen, since };
  await notes.keepNotes(organ, new Map([[key, JSON.stringify(choice)]]), now);
}
