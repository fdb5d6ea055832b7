import {
  type ApplicantKind,
  type ApplicationCase,
  type CaseId,
  type CaseKind,
  type Clock,
  casesOf,
  type DisputeCase,
  type Fact,
  type LocalDate,
  type Remark,
  type Via,
  type Waiting,
} from "@gongkai/schema";
import { mayName } from "../dialogue/case-names.ts";
import { workingDaysLeft } from "../dialogue/case-standing.ts";
import { casesMeant } from "../dialogue/case-which.ts";
import type { KnownCase, View } from "../dialogue/turn.ts";
import type { CasesAsked, CaseWhich } from "../utterance/case-said.ts";
import type { Asking, Found } from "./asking.ts";

/** One case as the register shows it. Names and subjects only for those who handle it. */
export type CaseLine = Readonly<{
  case: CaseId;
  kind: CaseKind;
  name: string | null;
  subject: string | null;
  applicant: ApplicantKind | null;
  via: Via | null;
  receivedOn: LocalDate;
  against: CaseId | null;
  open: boolean;
  due: LocalDate | null;
  provisional: boolean;
  /** Working days from tomorrow to the due day; negative when it is past. */
  left: number | null;
  waiting: Waiting | null;
  /** The answer or decision that ended it. */
  ended: Fact | null;
  late: boolean;
  /** Name of the member who handles it. */
  handler: string | null;
}>;

/** What a question about cases comes to. */
export type CasesTold =
  | Readonly<{ answer: "cases"; asked: CasesAsked; lines: readonly CaseLine[]; all: number }>
  | Readonly<{ answer: "case-course"; line: CaseLine; facts: readonly Fact[]; remarks: readonly Remark[] }>
  | Readonly<{ answer: "case-working"; line: CaseLine; clock: Clock | null; extension: number }>
  /** Several cases or none fit the words. */
  | Readonly<{ answer: "which-case"; lines: readonly CaseLine[] }>;

const MOST_LISTED = 20;
const EVERY_OPEN: CasesAsked = { show: "list", state: "open" };

type Registered = Readonly<{ known: KnownCase; state: ApplicationCase | DisputeCase; line: CaseLine }>;

/** Answers a question about the register from the cases that stand. */
export function casesAnswer(asking: Asking): Found {
  const { view, query } = asking;
  const asked = query.cases ?? EVERY_OPEN;
  const register = registered(asking);
  return asked.show === "list" ? listed(asked, register, asking) : one(asked, register, view);
}

function registered({ office, view }: Asking): readonly Registered[] {
  const states = casesOf(
    [...view.standing].map(({ fact }) => fact),
    view.calendar,
  );
  const people = new Map(office.members().map(({ id, name }) => [id, name]));
  return view.cases.flatMap((known) => {
    const state = states.get(known.id);
    const handler = people.get(known.opened.record.by) ?? null;
    return state ? [{ known, state, line: lineOf(view, known, state, handler) }] : [];
  });
}

function lineOf(view: View, known: KnownCase, state: ApplicationCase | DisputeCase, handler: string | null): CaseLine {
  const shown = mayName(view, known) ? known.named : { name: null, subject: null };
  const base = { case: known.id, kind: known.kind, ...shown, receivedOn: state.receivedOn, open: known.open, handler };
  if (state.kind !== "application") {
    const ended = state.facts.findLast(({ kind }) => kind === "dispute-decided") ?? null;
    const nothing = {
      applicant: null,
      via: null,
      due: null,
      provisional: false,
      left: null,
      waiting: null,
      late: false,
    };
    return { ...base, ...nothing, against: state.against, ended };
  }
  const due = known.open ? state.due : null;
  return {
    ...base,
    applicant: state.applicant,
    via: state.via,
    against: null,
    due,
    provisional: state.clock?.provisional ?? false,
    left: due === null ? null : workingDaysLeft(view, due),
    waiting: state.waiting,
    ended: state.course.answer,
    late: state.late,
  };
}

const WAITS: Readonly<Record<NonNullable<CasesAsked["waiting"]>, (waiting: Waiting) => boolean>> = {
  applicant: ({ whom }) => whom === "applicant",
  correction: ({ what }) => what === "correction",
  payment: ({ what }) => what === "payment",
  opinion: ({ what }) => what === "opinion",
  us: ({ whom }) => whom === "us",
};

function fits({ line, known }: Registered, asked: CasesAsked, { view }: Asking): boolean {
  const { kind = "application", state, due, waiting, handler } = asked;
  if (line.kind !== kind) return false;
  if (state === "closed" ? line.open : !line.open) return false;
  if (state === "overdue" && (line.left === null || line.left >= 0)) return false;
  if (due && (line.due === null || line.due < due.from || line.due > due.to)) return false;
  if (waiting && (line.waiting === null || !WAITS[waiting](line.waiting))) return false;
  if (handler === undefined) return true;
  return handler === "我" ? known.opened.record.by === view.member.id : (line.handler?.includes(handler) ?? false);
}

/** The most urgent first; a clock that waits for the applicant stands last. */
const byDue = ({ line: one }: Registered, { line: other }: Registered): number =>
  (one.due ?? "9999") < (other.due ?? "9999") ? -1 : (one.due ?? "9999") > (other.due ?? "9999") ? 1 : 0;

function listed(asked: CasesAsked, register: readonly Registered[], asking: Asking): Found {
  const found = register.filter((each) => fits(each, asked, asking)).sort(byDue);
  const shown = found.slice(0, MOST_LISTED);
  return {
    answered: { answer: "cases", asked, lines: shown.map(({ line }) => line), all: found.length },
    records: shown.map(({ known }) => known.opened.id),
  };
}

function one(asked: CasesAsked, register: readonly Registered[], view: View): Found {
  const meant = meantBy(view, asked.which ?? { last: true });
  const found = register.filter(({ known }) => meant.some(({ id }) => id === known.id));
  const [only, another] = found;
  if (!only || another) {
    const lines = found.slice(0, MOST_LISTED).map(({ line }) => line);
    return { answered: { answer: "which-case", lines }, records: found.map(({ known }) => known.opened.id) };
  }
  const { known, state, line } = only;
  const records = [known.opened.id];
  if (asked.show === "working" && state.kind === "application") {
    const { clock, course } = state;
    return { answered: { answer: "case-working", line, clock, extension: course.extension }, records };
  }
  const remarks = [...state.notes, ...state.irregular].map(({ article, says }) => ({ article, says }));
  return { answered: { answer: "case-course", line, facts: state.facts, remarks }, records };
}

/** The cases a question points at; 这件 that the talk could not pin down is the only one open. */
function meantBy(view: View, which: CaseWhich): readonly KnownCase[] {
  const meant = casesMeant(view, { listed: [], done: [] }, which, which.kind ?? "application");
  const open = meant.filter((known) => known.open);
  return meant.length > 1 && open.length === 1 ? open : meant;
}
