import type { LocalDate } from "./local-date.ts";
import { TERMS } from "./terms.ts";
import { dueDate, type HolidayCalendar } from "./working-days.ts";

/** Whose opinion was asked: arts 32 (第三方) and 34 (共同制作的其他机关). */
export const CONSULTED = ["third-party", "co-producer"] as const;
export type Consulted = (typeof CONSULTED)[number];

/** An opinion asked for. `returned: null` is one still awaited; `silent` one that never came. */
export type Consultation = Readonly<{
  with?: Consulted;
  sent: LocalDate;
  /** Day the one asked received the letter: the 15 working days of arts 32 and 34 run from it. */
  received?: LocalDate | null;
  returned: LocalDate | "silent" | null;
}>;

/** Working days of art. 33¶3 that do not count: after `sent`, up to and with `end`. */
export type ExcludedSpan = Readonly<{ sent: LocalDate; end: LocalDate; why: string; provisional: boolean }>;

const TERM_OF = { "third-party": TERMS.thirdParty, "co-producer": TERMS.coProducer } as const;
const WHY: Readonly<Record<Consulted, string>> = {
  "third-party": "征求第三方意见",
  "co-producer": "征求其他机关意见",
};

/** The last day for an opinion: the 15th working day after its receipt, or after sending while receipt is unknown. */
export function opinionDue({ with: whom = "third-party", sent, received }: Consultation, calendar: HolidayCalendar) {
  return dueDate(received ?? sent, TERM_OF[whom].length, calendar);
}

/**
 * A reply later than the 15th working day is silence: the span ends on that day. While the opinion is awaited, or
 * nobody knows when the letter arrived, the end is the last day it may take and so provisional.
 */
export function excludedSpan(consultation: Consultation, calendar: HolidayCalendar): ExcludedSpan {
  const { with: whom = "third-party", sent, received, returned } = consultation;
  const why = WHY[whom];
  if (returned !== null && returned !== "silent" && !received) return { sent, end: returned, why, provisional: false };
  const last = opinionDue(consultation, calendar);
  if (returned !== null && returned !== "silent" && returned <= last.day)
    return { sent, end: returned, why, provisional: false };
  return { sent, end: last.day, why, provisional: returned === null || !received || last.provisional };
}
