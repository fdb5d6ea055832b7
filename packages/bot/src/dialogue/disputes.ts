import { type CaseId, type DisputeKind, yearOf } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import type { Label } from "../wording/answer-labels.ts";
import { caseNumberWords } from "../wording/fact-words.ts";
import { decisionIn } from "./case-disputes.ts";
import { keepCaseFact } from "./case-keep.ts";
import { caseLabel } from "./case-names.ts";
import type { Said } from "./conversation.ts";
import { caseQuestion } from "./questions.ts";
import { DECIDES, isDay } from "./stated-fact.ts";
import type { Work } from "./work.ts";

const MOST_ASKED = 20; // as many as wait at once; more decisions in one sentence belong into an import

type Decides = Readonly<{ kind: DisputeKind; result: "upheld" | "corrected" | "other" }>;
type Dispute = Readonly<{ id: CaseId; open: boolean; label: Label }>;

/** Disputes a decision of the year may belong to: what is still open, what came in that year, what this turn opened. */
function disputesOf(work: Work, kind: DisputeKind, year: number): readonly Dispute[] {
  const written = work.plans.flatMap((plan) => ("states" in plan ? [plan.states] : []));
  const decided = new Set(written.flatMap((states) => (states.kind === "dispute-decided" ? [states.case] : [])));
  const known = work.view.cases
    .filter((each) => each.kind === kind && (each.open || yearOf(each.id.slice(2)) === year))
    .map((each) => ({ id: each.id, open: each.open && !decided.has(each.id), label: caseLabel(work.view, each) }));
  const fresh = written.flatMap((states) => {
    if (states.kind !== `${kind}-opened` || !("receivedOn" in states)) return [];
    return [
      { id: states.case, open: !decided.has(states.case), label: { label: caseNumberWords(states.case), also: [] } },
    ];
  });
  return [...known, ...fresh];
}

/**
 * A decision belongs to a case wherever the ledger keeps cases of that kind: as a bare count beside an open case the
 * same dispute would stand in table 四 twice. The open ones are taken when as many are open as were decided; else it is
 * asked, case by case. False: no case of that kind is kept, so the count stands for itself.
 */
export function decideDispute(work: Work, item: Item, { kind }: Decides, said: Said, section: string): boolean {
  const disputes = disputesOf(work, kind, yearOf(item.period.value));
  if (disputes.length === 0) return false;
  if (!isDay(item.period.value)) {
    work.say.push({ say: "cannot-change", what: "case-day" });
    work.asks.push("period");
    if (!work.wroteFacts) work.act = "ask";
    return true;
  }
  const open = disputes.filter((each) => each.open);
  const { value: count } = item.quantity;
  const one: Item = { ...item, quantity: { ...item.quantity, value: 1 } };
  if (open.length === count) {
    for (const { id } of open) placeDecision(work, one, id, said, section);
    return true;
  }
  const among = open.length > count ? open : disputes;
  const labels = among.map(({ label }) => label);
  for (let place = 0; place < Math.min(count, MOST_ASKED); place += 1) {
    const question = caseQuestion(labels, { words: item.text || said.text, who: null, named: 0 });
    work.wait({ at: "which-case", item: one, among: among.map(({ id }) => id) }, question, said, "target");
  }
  return true;
}

/** The decision on one dispute. A later decision on the same one, as in second instance, takes the earlier one's place. */
export function placeDecision(work: Work, item: Item, id: CaseId, said: Said, section: string): void {
  const decides = DECIDES[item.indicator.value];
  if (!decides || !isDay(item.period.value)) throw new Error("place only an item that decides a dispute on a day");
  const named = decisionIn(work.view, decides.kind, item.text);
  const decision = named?.result === decides.result ? { decision: named.decision } : {};
  const fact = {
    kind: "dispute-decided",
    case: id,
    result: decides.result,
    on: item.period.value,
    ...decision,
  } as const;
  keepCaseFact(work, fact, { daySaid: item.period.certainty === "said", said, item, section });
}
