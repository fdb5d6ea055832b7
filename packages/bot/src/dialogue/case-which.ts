import { type CaseKind, isCaseFact, shanghaiDay } from "@gongkai/schema";
import type { CasesAsked, CaseWhich } from "../utterance/case-said.ts";
import { mayMean, mayName } from "./case-names.ts";
import { numberOfCase } from "./case-number.ts";
import type { Conversation } from "./conversation.ts";
import type { KnownCase, View } from "./turn.ts";

/** Cases whose applicant or subject the words may mean, of those whose people the speaker may know. */
function namedBy(view: View, cases: readonly KnownCase[], who: string): readonly KnownCase[] {
  const known = cases.filter((each) => mayName(view, each));
  const exact = known.filter(({ named }) => named.name === who);
  if (exact.length > 0) return exact;
  const bare = who.replace(/[《》]/gu, "");
  return known.filter(
    ({ named }) =>
      (named.name !== null && mayMean(who, named.name)) ||
      (bare.length >= 2 && (named.subject?.includes(bare) ?? false)),
  );
}

/** The cases spoken of last: of the list shown, else of the last deed that was about one. */
export function lastCases(view: View, { listed, done }: Pick<Conversation, "listed" | "done">): readonly KnownCase[] {
  const rounds = [
    listed,
    ...done.map(({ recorded, corrected }) => [...recorded, ...corrected.map((each) => each.record)]),
  ];
  for (const records of rounds) {
    const ids = new Set<string>();
    for (const record of records) {
      const fact = view.find(record)?.fact;
      if (fact && isCaseFact(fact)) ids.add(fact.case);
    }
    if (ids.size > 0) return view.cases.filter(({ id }) => ids.has(id));
  }
  return [];
}

const spokeToday = (view: View, { done: [latest] }: Pick<Conversation, "done">): boolean =>
  latest !== undefined && shanghaiDay(latest.at) === view.today;

/** The cases of a kind that a sentence may mean; every one of them where it points at none. */
export function casesMeant(
  view: View,
  state: Pick<Conversation, "listed" | "done">,
  which: CaseWhich | null,
  kind: CaseKind,
): readonly KnownCase[] {
  const all = view.cases.filter((known) => known.kind === kind);
  if (which === null) return all;
  const { number, last, vaguely, who, applicant, via, receivedOn } = which;
  if (last) {
    const open = all.filter((known) => known.open);
    const recent = lastCases(view, state).filter((known) => known.kind === kind);
    // 那件申请, said days later: any that is open
    const may = !vaguely || open.length < 2 || spokeToday(view, state);
    return recent.length > 0 && may ? recent : open;
  }
  return (who === undefined ? all : namedBy(view, all, who)).filter(({ id, opened: { fact } }) => {
    const own = numberOfCase(id);
    return (
      (number === undefined || (own.number === number.number && (number.year === null || own.year === number.year))) &&
      (applicant === undefined || ("applicant" in fact && fact.applicant === applicant)) &&
      (via === undefined || ("via" in fact && fact.via === via)) &&
      (receivedOn === undefined || ("receivedOn" in fact && fact.receivedOn === receivedOn))
    );
  });
}

/** A question about 这件 as one about the case spoken of last. */
export function pinned(view: View, state: Pick<Conversation, "listed" | "done">, asked: CasesAsked): CasesAsked {
  const { which } = asked;
  if (!which?.last) return asked;
  const recent = lastCases(view, state).filter(({ kind }) => which.kind === undefined || kind === which.kind);
  const [only, another] = recent;
  return only && !another ? { ...asked, which: { kind: only.kind, number: numberOfCase(only.id) } } : asked;
}
