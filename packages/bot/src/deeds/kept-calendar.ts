import { type HolidayCalendar, LocalDate } from "@gongkai/schema";
import { z } from "zod";

/** The calendar an office was last told by, as it is kept between processes and versions. */
const KeptCalendar = z.object({
  version: z.string(),
  off: z.record(LocalDate, z.string()),
  work: z.record(LocalDate, z.string()),
  knownFrom: LocalDate,
  knownThrough: LocalDate,
});

export function writeCalendar({ off, work, ...rest }: HolidayCalendar): string {
  return JSON.stringify({ ...rest, off: Object.fromEntries(off), work: Object.fromEntries(work) });
}

/** Null where none was kept, or one that cannot be read: then nothing is taken for a change. */
export function readCalendar(text: string | undefined): HolidayCalendar | null {
  const kept = text === undefined ? undefined : KeptCalendar.safeParse(JSON.parse(text)).data;
  if (!kept) return null;
  return { ...kept, off: new Map(Object.entries(kept.off)), work: new Map(Object.entries(kept.work)) };
}
