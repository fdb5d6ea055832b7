import {
  type CaseId,
  type Fact,
  groupOfRow,
  type HeardOutcome,
  type LocalDate,
  type ResultRow,
  ROUGH_OUTCOMES,
  type RoughOutcome,
} from "@gongkai/schema";
import type { CaseDeed } from "../utterance/case-said.ts";
import { caseNow } from "./case-course.ts";
import { type Keeping, keepCaseFact } from "./case-keep.ts";
import type { Said } from "./conversation.ts";
import { askWhich } from "./mend.ts";
import { outcomeQuestion, rowQuestion } from "./questions.ts";
import type { Work } from "./work.ts";

type Answering = Extract<CaseDeed, { do: "answered" }>;
type Answered = Extract<Fact, { kind: "application-answered" }>;
export type AnswerChoice = ResultRow | RoughOutcome;

const EVERY: readonly AnswerChoice[] = ["open", "partial", ...ROUGH_OUTCOMES];
const roughOf = (row: ResultRow): RoughOutcome | undefined => ROUGH_OUTCOMES.find((rough) => rough === groupOfRow(row));

/** The group all candidates lie in: said roughly, it is kept at once and the exact row asked. */
function groupSaid(outcome: HeardOutcome): RoughOutcome | undefined {
  if (outcome.kind !== "ask" || outcome.candidates.length < 2) return undefined;
  const groups = new Set(outcome.candidates.map(({ row }) => roughOf(row)));
  const [only] = groups;
  return groups.size === 1 ? only : undefined;
}

/**
 * Closes an application. An exact row is written, a group is kept and its row asked; words that may mean rows of several
 * groups, or are no word of answering, are asked and nothing is written.
 */
export function answerOf(work: Work, id: CaseId, deed: Answering, on: LocalDate, said: Said): void {
  const { outcome, withheld } = deed;
  const rough = groupSaid(outcome);
  if (asksToChange(work, id, outcome, rough, said)) return;
  if (outcome.kind !== "row" && rough === undefined) {
    const choices = outcome.kind === "ask" ? outcome.candidates.map(({ row }) => row) : EVERY;
    work.wait({ at: "which-outcome", case: id, on, choices }, outcomeQuestion(choices, id), said, "outcome");
    return;
  }
  const hidden = rowsOf(withheld).filter((row) => roughOf(row) === "denied");
  const fact: Answered = {
    kind: "application-answered",
    case: id,
    outcome: outcome.kind === "row" ? outcome.row : (rough ?? "other"),
    on,
    ...(hidden.length > 0 ? { withheld: hidden } : {}),
  };
  keepAnswer(work, fact, { daySaid: deed.on !== null, said, hook: outcome.kind === "row" ? outcome.hook : null });
}

/** 张三那件其实是部分公开, when it is answered already: it is asked whether the answer is to be changed. */
function asksToChange(
  work: Work,
  id: CaseId,
  outcome: HeardOutcome,
  rough: RoughOutcome | undefined,
  said: Said,
): boolean {
  const [answered] = [...work.view.standing].filter(
    ({ fact }) => fact.kind === "application-answered" && fact.case === id,
  );
  const known = caseNow(work, id);
  if (!answered || known?.kind !== "application" || known.state === "open") return false;
  const set = outcome.kind === "row" ? { row: outcome.row } : rough === undefined ? undefined : { outcome: rough };
  if (set) askWhich(work, [answered], { do: "correct", set }, said);
  return set !== undefined;
}

/** Keeps an answer as it is, and asks the exact row of one that names only its group. */
export function keepAnswer(work: Work, fact: Answered, keeping: Keeping): void {
  const { said } = keeping;
  const record = keepCaseFact(work, fact, keeping);
  const rough = ROUGH_OUTCOMES.find((each) => each === fact.outcome);
  if (record !== undefined && rough) {
    work.wait({ at: "result-row", record }, rowQuestion(rough, fact.case), said, "outcome");
  }
}

const rowsOf = (outcome: HeardOutcome | null): readonly ResultRow[] => (outcome?.kind === "row" ? [outcome.row] : []);
