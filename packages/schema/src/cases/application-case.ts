import { type Clock, clockBase } from "../calendar/case-clock.ts";
import { STATE_CALENDAR } from "../calendar/holiday-calendar.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicantKind } from "../form/applicant-kinds.ts";
import { groupOfRow, RESULT_ROWS, type ResultGroup, type ResultRow } from "../form/result-rows.ts";
import { move } from "./application-moves.ts";
import type { ApplicationAnswered, ApplicationOpened, ApplicationStep, Via } from "./case-fact.ts";
import type { CaseId } from "./case-id.ts";
import { type Course, clockInputOf, clockOf, freshCourse, type Waiting, waitingFor } from "./course.ts";
import type { Remark } from "./move.ts";

export type ApplicationFact = ApplicationOpened | ApplicationStep | ApplicationAnswered;

/** `withdrawn`: the applicant took it back. `abandoned`: not corrected or not paid, so no longer handled. */
export const APPLICATION_STATES = ["open", "answered", "withdrawn", "abandoned"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** `row: null`: said only roughly; the exact row is still to be asked. */
export type Outcome = Readonly<{ group: ResultGroup; row: ResultRow | null; on: LocalDate }>;

/** A step with what there is to say about it. */
export type Remarked = Remark & Readonly<{ fact: ApplicationFact }>;

export type ApplicationCase = Readonly<{
  kind: "application";
  case: CaseId;
  applicant: ApplicantKind | null;
  via: Via | null;
  receivedOn: LocalDate;
  state: ApplicationState;
  /** Day 0 of the running term. */
  base: LocalDate;
  /** With its day-by-day working; null while the clock waits for the applicant. */
  clock: Clock | null;
  due: LocalDate | null;
  waiting: Waiting | null;
  outcome: Outcome | null;
  /** Day that decides timeliness: of service, or of the answer while service is not known. */
  answeredOn: LocalDate | null;
  late: boolean;
  course: Course;
  /** In order of legal day. */
  facts: readonly ApplicationFact[];
  /** Lawful steps that need a word. */
  notes: readonly Remarked[];
  /** Facts the law does not allow: such a step moved no clock, such an answer is still the answer that was given. */
  irregular: readonly Remarked[];
}>;

const dayOf = (fact: ApplicationFact) => (fact.kind === "application-opened" ? fact.receivedOn : fact.on);

/** Legal days first, ledger order within a day: steps may be told late. */
const inLegalOrder = (facts: readonly ApplicationFact[]) =>
  [...facts].sort((left, right) => (dayOf(left) < dayOf(right) ? -1 : dayOf(left) > dayOf(right) ? 1 : 0));

function outcomeOf({ answer }: Course): Outcome | null {
  if (!answer) return null;
  const row = RESULT_ROWS.find((known) => known === answer.outcome) ?? null;
  // what is no row is one of the rough outcomes, and those are groups
  const group = row ? groupOfRow(row) : (answer.outcome as ResultGroup);
  return { group, row, on: answer.on };
}

function stateOf({ answer }: Course): ApplicationState {
  if (!answer) return "open";
  if (answer.withdrawn) return "withdrawn";
  return answer.outcome === "other_nocorrect" || answer.outcome === "other_nofee" ? "abandoned" : "answered";
}

/**
 * The application its standing facts tell of, whatever order they were told in.
 * Undefined where none of them opens it.
 */
export function applicationOf(
  facts: readonly ApplicationFact[],
  calendar: HolidayCalendar = STATE_CALENDAR,
): ApplicationCase | undefined {
  const at = facts.findIndex((fact) => fact.kind === "application-opened");
  const opened = facts[at];
  if (opened?.kind !== "application-opened") return undefined;
  let course = freshCourse(opened);
  const notes: Remarked[] = [];
  const irregular: Remarked[] = [];
  const later = inLegalOrder(facts.toSpliced(at, 1));
  for (const fact of later) {
    if (fact.kind === "application-opened") {
      irregular.push({ fact, article: "条例第三十一条", says: `编号 ${fact.case} 已经有一件申请。` });
      continue;
    }
    const result = move(course, fact, calendar);
    if (result.kind === "accepted") {
      course = result.course;
      notes.push(...result.notes.map((note) => ({ fact, ...note })));
      continue;
    }
    irregular.push({ fact, article: result.article, says: result.says });
    if (fact.kind === "application-answered" && !course.answer) course = { ...course, answer: fact };
  }
  const clock = clockOf(course, calendar);
  const answeredOn = course.served?.on ?? course.answer?.on ?? null;
  const state = stateOf(course);
  return {
    kind: "application",
    case: opened.case,
    applicant: opened.applicant,
    via: opened.via,
    receivedOn: opened.receivedOn,
    state,
    base: clockBase(clockInputOf(course)).day,
    clock,
    due: clock?.due ?? null,
    waiting: waitingFor(course, calendar),
    outcome: outcomeOf(course),
    answeredOn,
    late: state === "answered" && clock !== null && answeredOn !== null && answeredOn > clock.due,
    course,
    facts: [opened, ...later],
    notes,
    irregular,
  };
}

export type NextStep =
  | Readonly<{ kind: "accepted"; case: ApplicationCase; notes: readonly Remark[] }>
  | Readonly<{ kind: "refused" } & Remark>;

/**
 * What one more fact makes of an application; `undefined` is one not opened yet. A fact of an earlier day is weighed
 * at its own place, and refused also when it would make a step that already stands unlawful.
 */
export function nextStep(
  current: ApplicationCase | undefined,
  fact: ApplicationFact,
  calendar: HolidayCalendar = STATE_CALENDAR,
): NextStep {
  if (!current && fact.kind !== "application-opened")
    return { kind: "refused", article: "条例第三十一条", says: `没有编号 ${fact.case} 的申请，请先登记收到申请。` };
  const after = applicationOf([...(current?.facts ?? []), fact], calendar);
  if (!after) throw new Error("nextStep got an application without its opening fact; build it with applicationOf");
  const before = new Set(current?.irregular.map((remark) => remark.fact));
  const [problem] = after.irregular.filter((remark) => !before.has(remark.fact));
  if (problem) return { kind: "refused", article: problem.article, says: problem.says };
  return { kind: "accepted", case: after, notes: after.notes.filter((note) => note.fact === fact) };
}
