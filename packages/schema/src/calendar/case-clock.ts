import { type Consultation, excludedSpan } from "./consultation.ts";
import { STATE_CALENDAR } from "./holiday-calendar.ts";
import { type LocalDate, nextDay, weekdayOf } from "./local-date.ts";
import { TERMS } from "./terms.ts";
import { type HolidayCalendar, isKnownDay, isWorkingDay } from "./working-days.ts";

/** What moves the day an answer is due. All days are legal days: 条例第三十一条 for `received`. */
export type ClockInput = Readonly<{
  received: LocalDate;
  /** The corrected application arrived: the 20 days start anew (条例第三十条). */
  corrected?: LocalDate | null;
  /** A fee that was demanded is paid in full: the 20 days start anew. */
  paid?: LocalDate | null;
  /** Taken up again after an answer that did not stand. */
  reopened?: LocalDate | null;
  consultations: readonly Consultation[];
  /** Working days added with approval and notice, 0 to 20. */
  extension: number;
}>;

export type ClockDay = Readonly<{ date: LocalDate; counts: boolean; why: string }>;

/** The due day with every calendar day from day 0 to it. */
export type Clock = Readonly<{
  due: LocalDate;
  /** 暂定: the calendar ends before the due day, or an opinion is still awaited. */
  provisional: boolean;
  calendar: string;
  days: readonly ClockDay[];
}>;

const DAY_ZERO = {
  received: "收到申请当天，次日起算",
  corrected: "收到补正当天，次日起重新计算",
  paid: "缴清费用当天，次日起重新计算",
  reopened: "重新办理当天，次日起算",
} as const;

/** Day 0: the latest of the events that start the term, and which it was. */
export function clockBase(input: ClockInput): Readonly<{ day: LocalDate; event: keyof typeof DAY_ZERO }> {
  let base: { day: LocalDate; event: keyof typeof DAY_ZERO } = { day: input.received, event: "received" };
  for (const event of ["reopened", "corrected", "paid"] as const) {
    const day = input[event];
    if (day && day >= base.day) base = { day, event };
  }
  return base;
}

function whyOf(day: LocalDate, calendar: HolidayCalendar): string {
  const festival = calendar.off.get(day);
  if (calendar.work.has(day)) return "调休上班";
  if (festival) return `${festival}放假`;
  const ordinary = weekdayOf(day) < 6 ? "工作日" : "周末";
  return isKnownDay(day, calendar) ? ordinary : `${ordinary}（放假安排未公布，暂定）`;
}

/**
 * The day an answer is due (条例第三十三条): day 1 is the first working day after the base, and working days spent on
 * asking for opinions do not count, each once however many letters were out. A letter sent after the term ran out
 * changes nothing; one sent on its last day still does.
 */
export function clock(input: ClockInput, calendar: HolidayCalendar = STATE_CALENDAR): Clock {
  const base = clockBase(input);
  const spans = input.consultations.map((consultation) => excludedSpan(consultation, calendar));
  const term = TERMS.answer.length + input.extension;
  const days: ClockDay[] = [{ date: base.day, counts: false, why: DAY_ZERO[base.event] }];
  let day = base.day;
  let counted = 0;
  let provisional = false;
  const workRemains = (end: LocalDate) => {
    for (let next = nextDay(day); next <= end; next = nextDay(next)) if (isWorkingDay(next, calendar)) return true;
    return false;
  };
  while (counted < term || spans.some(({ sent, end }) => sent <= day && workRemains(end))) {
    day = nextDay(day);
    const excluding = spans.filter(({ sent, end }) => sent < day && day <= end);
    const works = isWorkingDay(day, calendar);
    const counts = works && excluding.length === 0;
    if (counts) counted += 1;
    provisional ||= !isKnownDay(day, calendar) || excluding.some((span) => span.provisional);
    const why = works && !counts ? [...new Set(excluding.map((span) => span.why))].join("、") : whyOf(day, calendar);
    days.push({ date: day, counts, why });
  }
  return { due: day, provisional, calendar: calendar.version, days };
}
