import { type Decision, type DisputeKind, decisionsOf, type Fact, type LocalDate, likelyRoute } from "@gongkai/schema";
import type { CaseDeed } from "../utterance/case-said.ts";
import { caseNow } from "./case-course.ts";
import { keepCaseFact } from "./case-keep.ts";
import { nextCaseId } from "./case-number.ts";
import type { Said } from "./conversation.ts";
import { decisionQuestion, originalQuestion, routeQuestion } from "./questions.ts";
import type { KnownCase, View } from "./turn.ts";
import type { Work } from "./work.ts";

type Disputed = Extract<CaseDeed, { do: "disputed" }>;
type Decided = Extract<CaseDeed, { do: "decided" }>;

/** A reconsideration or a lawsuit against the answer to an application; what table 四 still needs of it is asked. */
export function openDispute(work: Work, known: KnownCase, deed: Disputed, on: LocalDate, said: Said): void {
  const id = nextCaseId(work, deed.kind, on);
  const keeping = { daySaid: deed.on !== null, said };
  if (deed.kind === "review") {
    keepCaseFact(work, { kind: "review-opened", case: id, against: known.id, receivedOn: on }, keeping);
    return;
  }
  const { route, original } = deed;
  const fact: Fact = { kind: "litigation-opened", case: id, against: known.id, receivedOn: on, route, original };
  const record = keepCaseFact(work, fact, keeping);
  if (record === undefined) return;
  if (route === null) {
    const likely = likelyRoute({ against: known.id, receivedOn: on }, disputesNow(work));
    work.wait({ at: "lawsuit-route", record }, routeQuestion(likely), said, "indicator");
  } else if (original === null) {
    work.wait({ at: "lawsuit-original", record }, originalQuestion(), said, "intent");
  }
}

function* disputesNow(work: Work) {
  for (const { id, kind } of work.view.cases) {
    if (kind === "application") continue;
    const known = caseNow(work, id);
    if (known && known.kind !== "application") yield known;
  }
}

/** The decision of the office's table that the words name; the longer one where one holds another. */
export function decisionIn(view: Pick<View, "decisions">, kind: DisputeKind, words: string): Decision | undefined {
  const named = decisionsOf(kind, view.decisions).filter(({ decision }) => words.includes(decision));
  return named.sort((one, other) => other.decision.length - one.decision.length)[0];
}

/** A decision on a dispute, in the column the office's table gives it; one the table does not have is asked. */
export function decideDeed(work: Work, { id, kind }: KnownCase, deed: Decided, on: LocalDate, said: Said): void {
  if (kind === "application") throw new Error("a decision belongs to a reconsideration or a lawsuit");
  const found = decisionIn(work.view, kind, deed.words);
  if (found) {
    const { result, decision } = found;
    keepCaseFact(
      work,
      { kind: "dispute-decided", case: id, result, on, decision },
      { daySaid: deed.on !== null, said },
    );
    return;
  }
  work.wait({ at: "which-decision", case: id, on }, decisionQuestion(kind, id), said, "outcome");
}
