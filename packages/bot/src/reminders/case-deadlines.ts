import {
  type ApplicationCase,
  addDays,
  type Case,
  type ClockInput,
  clockBase,
  clockInputOf,
  type DisputeCase,
  dueDate,
  feeDue,
  type HolidayCalendar,
  isKnownDay,
  isWorkingDay,
  type LocalDate,
  opinionDue,
  TERMS,
} from "@gongkai/schema";
import type { Matter } from "./hearing-table.ts";

export type CaseMatter = Extract<
  Matter,
  "answer" | "correction-notice" | "opinion" | "correction-period" | "payment" | "decision"
>;

/** From what a day follows, so that whoever is reminded can check it. Days are working days unless `term` says otherwise. */
export type DueWhy = Readonly<{
  /** Day 0 and what happened on it. `sent`: the letter's arrival is not known, so its sending stands in. */
  start: LocalDate;
  event:
    | ReturnType<typeof clockBase>["event"]
    | "asked" // for a correction
    | "arrived" // a letter for an opinion
    | "sent"
    | "noticed" // of a fee
    | "filed"; // a reconsideration or lawsuit
  /** Null: a notice set the day. */
  term: Readonly<{ length: number; unit: "working-day" | "day" | "month" }> | null;
  article: string;
  extension: number;
  excluded: readonly Readonly<{ why: string; days: number }>[];
  /** Why the day is 暂定. */
  unsure: "calendar" | "opinion" | "receipt" | null;
}>;

/** Something of a case that has a last day. `thing` tells several of one case apart. */
export type Deadline = Readonly<{
  matter: CaseMatter;
  thing: string;
  due: LocalDate;
  why: DueWhy;
  /** Whose opinion, or what kind of dispute. */
  of: "third-party" | "co-producer" | "review" | "litigation" | null;
}>;

const workingDays = (length: number) => ({ length, unit: "working-day" }) as const;
const PLAIN = { extension: 0, excluded: [], unsure: null } as const;

/** Every deadline that runs in a case now; none once it is answered or decided. */
export function deadlinesOf(each: Case, calendar: HolidayCalendar): readonly Deadline[] {
  if (each.kind !== "application") return each.state === "pending" ? [decisionOf(each)] : [];
  if (each.state !== "open") return [];
  const { correction, fee } = each.course;
  if (correction && !correction.receivedOn) return correction.until ? [correctionPeriod(each, correction.until)] : [];
  if (fee && !fee.paidOn) return [paymentOf(each, calendar)];
  return [...answerOf(each, calendar), ...opinionsOf(each, calendar), ...correctionNotice(each, calendar)];
}

function answerOf(each: ApplicationCase, calendar: HolidayCalendar): Deadline[] {
  const { clock, course } = each;
  if (!clock) return [];
  const input: ClockInput = clockInputOf(course);
  const { day, event } = clockBase(input);
  const excluded = new Map<string, number>();
  for (const { date, counts, why } of clock.days.slice(1))
    if (!counts && isWorkingDay(date, calendar)) excluded.set(why, (excluded.get(why) ?? 0) + 1);
  const waits = course.letters.some(({ sent, returned }) => returned === null && sent >= day);
  const unsure = !isKnownDay(clock.due, calendar) ? "calendar" : waits ? "opinion" : "receipt";
  const why: DueWhy = {
    start: day,
    event,
    term: workingDays(TERMS.answer.length),
    article: TERMS.answer.article,
    extension: input.extension,
    excluded: [...excluded].map(([reason, days]) => ({ why: reason, days })),
    unsure: clock.provisional ? unsure : null,
  };
  return [{ matter: "answer", thing: each.case, due: clock.due, why, of: null }];
}

function opinionsOf({ case: id, course }: ApplicationCase, calendar: HolidayCalendar): Deadline[] {
  return course.letters
    .filter(({ returned }) => returned === null)
    .map((letter): Deadline => {
      const term = letter.with === "third-party" ? TERMS.thirdParty : TERMS.coProducer;
      const { day, provisional } = opinionDue(letter, calendar);
      const unsure = letter.received ? (provisional ? "calendar" : null) : "receipt";
      const why: DueWhy = {
        ...PLAIN,
        start: letter.received ?? letter.sent,
        event: letter.received ? "arrived" : "sent",
        term: workingDays(term.length),
        article: term.article,
        unsure,
      };
      return { matter: "opinion", thing: `${id}#${letter.number}`, due: day, why, of: letter.with };
    });
}

/** Only while nothing but the receipt happened: who has begun to handle it knows what was asked for. */
function correctionNotice({ case: id, course }: ApplicationCase, calendar: HolidayCalendar): Deadline[] {
  const { opened, reopenedOn, correction, letters, extension, fee } = course;
  if (correction || fee || letters.length > 0 || extension > 0) return [];
  const start = reopenedOn ?? opened.receivedOn;
  const { day, provisional } = dueDate(start, TERMS.correctionNotice.length, calendar);
  const why: DueWhy = {
    ...PLAIN,
    start,
    event: reopenedOn ? "reopened" : "received",
    term: workingDays(TERMS.correctionNotice.length),
    article: TERMS.correctionNotice.article,
    unsure: provisional ? "calendar" : null,
  };
  return [{ matter: "correction-notice", thing: id, due: day, why, of: null }];
}

function correctionPeriod({ case: id, course }: ApplicationCase, until: LocalDate): Deadline {
  const start = course.correction?.askedOn ?? until;
  const why: DueWhy = { ...PLAIN, start, event: "asked", term: null, article: TERMS.correctionPeriod.article };
  return { matter: "correction-period", thing: id, due: until, why, of: null };
}

function paymentOf({ case: id, course }: ApplicationCase, calendar: HolidayCalendar): Deadline {
  const { fee, opened } = course;
  const start = fee?.reachedOn ?? fee?.noticedOn ?? opened.receivedOn;
  const { day, provisional } = feeDue(start, calendar);
  const why: DueWhy = {
    ...PLAIN,
    start,
    event: fee?.reachedOn ? "arrived" : "noticed",
    term: workingDays(TERMS.feePayment.length),
    article: TERMS.feePayment.article,
    unsure: fee?.reachedOn ? (provisional ? "calendar" : null) : "receipt",
  };
  return { matter: "payment", thing: id, due: day, why, of: null };
}

const REVIEW_DAYS = 60; // 行政复议法第六十二条, from its acceptance; what we know is the day we received it
const LAWSUIT_MONTHS = 6; // 行政诉讼法第八十一条

function decisionOf({ case: id, kind, receivedOn }: DisputeCase): Deadline {
  const review = kind === "review";
  const why: DueWhy = {
    ...PLAIN,
    start: receivedOn,
    event: "filed",
    term: review ? { length: REVIEW_DAYS, unit: "day" } : { length: LAWSUIT_MONTHS, unit: "month" },
    article: review ? "行政复议法第六十二条" : "行政诉讼法第八十一条",
  };
  const due = review ? addDays(receivedOn, REVIEW_DAYS) : monthsAfter(receivedOn, LAWSUIT_MONTHS);
  return { matter: "decision", thing: id, due, why, of: kind };
}

/** The same day so many months later; the month's last day where it has no such day. */
function monthsAfter(day: LocalDate, months: number): LocalDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const next = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const same = `${next(count)}-${day.slice(8)}`;
  const last = addDays(`${next(count + 1)}-01`, -1);
  return same < last ? same : last;
}
