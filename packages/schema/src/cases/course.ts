import { type Clock, type ClockInput, clock } from "../calendar/case-clock.ts";
import { type Consultation, type Consulted, opinionDue } from "../calendar/consultation.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { TERMS } from "../calendar/terms.ts";
import { type DueDate, dueDate, type HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationAnswered, ApplicationOpened, FeeMode, Opinion } from "./case-fact.ts";
import type { ServiceWay } from "./service.ts";

export type Correction = Readonly<{ askedOn: LocalDate; until: LocalDate | null; receivedOn: LocalDate | null }>;
export type Letter = Consultation & Readonly<{ number: number; with: Consulted; opinion: Opinion | null }>;
/** Amounts in fen. */
export type FeeDemand = Readonly<{
  mode: FeeMode;
  amount: number;
  noticedOn: LocalDate;
  reachedOn: LocalDate | null;
  paid: number;
  /** Day the whole amount was paid. */
  paidOn: LocalDate | null;
}>;
export type Served = Readonly<{ on: LocalDate; how: ServiceWay | null }>;

/** What has happened to one application since it was received, or since it was taken up anew. */
export type Course = Readonly<{
  opened: ApplicationOpened;
  reopenedOn: LocalDate | null;
  correction: Correction | null;
  letters: readonly Letter[];
  /** Working days added, 0 to 20. */
  extension: number;
  fee: FeeDemand | null;
  answer: ApplicationAnswered | null;
  served: Served | null;
}>;

export const freshCourse = (opened: ApplicationOpened, reopenedOn: LocalDate | null = null): Course => ({
  opened,
  reopenedOn,
  correction: null,
  letters: [],
  extension: 0,
  fee: null,
  answer: null,
  served: null,
});

/** The last day to pay: 20 working days after the applicant has the notice, or after sending while that is unknown. */
export const payDue = ({ noticedOn, reachedOn }: FeeDemand, calendar: HolidayCalendar): DueDate =>
  dueDate(reachedOn ?? noticedOn, TERMS.feePayment.length, calendar);

/** Whose turn it is, for what, and until when as far as the law or a notice sets it. */
export type Waiting = Readonly<{
  whom: "us" | "applicant" | Consulted;
  what: "answer" | "correction" | "payment" | "opinion";
  until: LocalDate | null;
}>;

/** Null once answered. The applicant's turn stops the clock; a letter that is out only lengthens it. */
export function waitingFor(course: Course, calendar: HolidayCalendar): Waiting | null {
  const { answer, correction, fee, letters } = course;
  if (answer) return null;
  if (correction && !correction.receivedOn) return { whom: "applicant", what: "correction", until: correction.until };
  if (fee && !fee.paidOn) return { whom: "applicant", what: "payment", until: payDue(fee, calendar).day };
  const out = letters.find(({ returned }) => returned === null);
  if (out) return { whom: out.with, what: "opinion", until: opinionDue(out, calendar).day };
  return { whom: "us", what: "answer", until: clock(clockInputOf(course), calendar).due };
}

export const clockInputOf = ({ opened, reopenedOn, correction, letters, extension, fee }: Course): ClockInput => ({
  received: opened.receivedOn,
  reopened: reopenedOn,
  corrected: correction?.receivedOn ?? null,
  paid: fee?.paidOn ?? null,
  consultations: letters,
  extension,
});

/** Null while the applicant has to correct or to pay: the 20 days start anew when that is done. */
export function clockOf(course: Course, calendar: HolidayCalendar): Clock | null {
  const { correction, fee } = course;
  if ((correction && !correction.receivedOn) || (fee && !fee.paidOn)) return null;
  return clock(clockInputOf(course), calendar);
}
