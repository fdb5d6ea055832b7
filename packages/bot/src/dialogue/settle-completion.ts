import { type Fact, isCaseFact, RESULT_ROWS, type StandingFact } from "@gongkai/schema";
import { refuse, weigh } from "./case-course.ts";
import { standingOf } from "./case-standing.ts";
import type { Pending } from "./conversation.ts";
import { lineOf } from "./line.ts";
import { mayMend } from "./mend.ts";
import { originalQuestion } from "./questions.ts";
import { rowOffered } from "./row-offered.ts";
import { chosen } from "./settle-choice.ts";
import type { Work } from "./work.ts";

type Completing = Extract<Pending, { at: "result-row" | "lawsuit-route" | "lawsuit-original" }>;

/** What the answer makes of the fact; `undefined` when it does not concern this fact. */
function completed(at: Completing["at"], fact: Fact, answer: string): Fact | undefined {
  switch (at) {
    case "result-row": {
      const row = RESULT_ROWS.find((each) => each === answer);
      return fact.kind === "application-answered" && row ? { ...fact, outcome: row } : undefined;
    }
    case "lawsuit-route":
      return fact.kind === "litigation-opened" && (answer === "direct" || answer === "after")
        ? { ...fact, route: answer }
        : undefined;
    case "lawsuit-original":
      return fact.kind === "litigation-opened" ? { ...fact, original: answer === "yes" } : undefined;
  }
}

/** A detail that was asked about a record already kept: the exact row of table 三, the side of table 四. */
export function settleCompletion(work: Work, pending: Completing, key: string | undefined): boolean {
  const answer = chosen(work, pending, key) ?? rowOffered(work.turn.text, pending.question);
  if (answer === undefined) return false;
  work.settle(pending.id);
  const found = work.view.find(pending.record);
  if (answer === "later" || answer === "drop") {
    work.say.push({ say: "agreed" });
    return true;
  }
  const becomes = found && !found.withdrawn ? completed(pending.at, found.fact, answer) : undefined;
  if (!found || !becomes) {
    work.say.push({ say: "stale-tap" });
    return true;
  }
  if (!mayMend(work, found, [found.fact, becomes])) return true;
  if (pending.at === "lawsuit-route" && becomes.kind === "litigation-opened" && becomes.original === null) {
    work.wait({ at: "lawsuit-original", record: pending.record }, originalQuestion(), pending.said, "intent");
  }
  const weighed = isCaseFact(becomes) ? weigh(work, becomes, found.id) : undefined;
  if (weighed?.kind === "refused" && isCaseFact(becomes)) {
    refuse(work, becomes.case, weighed);
    return true;
  }
  complete(work, found, becomes);
  const standing = weighed?.kind === "accepted" ? standingOf(work.view, weighed.case, weighed.notes) : undefined;
  if (standing) work.say.push({ say: "case-stands", standing });
  return true;
}

function complete(work: Work, standing: StandingFact, becomes: Fact): void {
  work.act = "correct";
  work.correct(standing.id, standing.fact, becomes, standing.record.section);
  work.say.push({ say: "corrected", before: lineOf(standing), after: { ...lineOf(standing), fact: becomes } });
}
