import {
  type ApplicationCase,
  type ApplicationFact,
  applicationOf,
  type CaseFact,
  type CaseId,
  type DisputeCase,
  type DisputeFact,
  disputeOf,
  isCaseFact,
  nextInDispute,
  nextStep,
  type RecordId,
  type Remark,
} from "@gongkai/schema";
import type { View } from "./turn.ts";
import type { Work } from "./work.ts";

export type Weighed =
  | Readonly<{ kind: "accepted"; case: ApplicationCase | DisputeCase; notes: readonly Remark[] }>
  | Readonly<{ kind: "refused" } & Remark>;

const APPLICATION: ReadonlySet<string> = new Set(["application-opened", "application-step", "application-answered"]);
const ofApplication = (fact: CaseFact): fact is ApplicationFact => APPLICATION.has(fact.kind);
const ofDispute = (fact: CaseFact): fact is DisputeFact => !APPLICATION.has(fact.kind);

type Standing = ReadonlyMap<CaseId, ReadonlyMap<RecordId, CaseFact>>;

/** The ledger is looked through once a turn, however many cases are weighed in it. */
const INDEXES = new WeakMap<View, Standing>();

function standingByCase(view: View): Standing {
  const known = INDEXES.get(view);
  if (known) return known;
  const cases = new Map<CaseId, Map<RecordId, CaseFact>>();
  for (const { id, fact } of view.standing) {
    if (!isCaseFact(fact)) continue;
    const own = cases.get(fact.case);
    if (own) own.set(id, fact);
    else cases.set(fact.case, new Map([[id, fact]]));
  }
  INDEXES.set(view, cases);
  return cases;
}

/** What stands of one case, with what this turn has changed of it so far. */
export function factsOfCase(
  { view, plans }: Pick<Work, "view" | "plans">,
  id: CaseId,
  without?: RecordId,
): readonly CaseFact[] {
  const facts = new Map<RecordId, CaseFact>(standingByCase(view).get(id));
  const isOfIt = (fact: { kind: string }): fact is CaseFact => isCaseFact(fact) && fact.case === id;
  for (const plan of plans) {
    if (!("states" in plan)) continue;
    const { states } = plan;
    if (states.kind === "withdrawn") facts.delete(states.target);
    else if (states.kind === "corrected" && isOfIt(states.becomes)) facts.set(states.target, states.becomes);
    else if (isOfIt(states)) facts.set(plan.id, states);
  }
  if (without !== undefined) facts.delete(without);
  return [...facts.values()];
}

/** The case as it stands in the middle of this turn; undefined where nothing opens it. */
export function caseNow(work: Pick<Work, "view" | "plans">, id: CaseId): ApplicationCase | DisputeCase | undefined {
  const facts = factsOfCase(work, id);
  return applicationOf(facts.filter(ofApplication), work.view.calendar) ?? disputeOf(facts.filter(ofDispute));
}

/**
 * Whether the law lets one more fact follow what stands of its case, and what there is to say about it.
 * `instead`: the record whose wording it takes.
 */
export function weigh(work: Pick<Work, "view" | "plans">, fact: CaseFact, instead?: RecordId): Weighed {
  const facts = factsOfCase(work, fact.case, instead);
  const { calendar } = work.view;
  const next = ofDispute(fact)
    ? nextInDispute(disputeOf(facts.filter(ofDispute)), fact)
    : nextStep(applicationOf(facts.filter(ofApplication), calendar), fact, calendar);
  if (next.kind === "refused") return next;
  return { ...next, notes: next.notes.map(({ article, says }) => ({ article, says })) };
}

/** Says that the law does not allow a step, and why. */
export function refuse(work: Work, id: CaseId, { article, says }: Remark): undefined {
  work.say.push({ say: "case-refused", case: id, article, says });
  if (!work.wroteFacts) work.act = "ask";
  return undefined;
}
