import { type CaseKind, casesOf, type LocalDate, type Member, type StandingFact, yearOf } from "@gongkai/schema";
import type { KnownCase, View } from "../dialogue/turn.ts";
import { may } from "../office/rights.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import type { Reflection } from "./ledger-mirror.ts";
import type { TalkingOffice } from "./talking-office.ts";

const OPENING: Readonly<Record<string, CaseKind>> = {
  "application-opened": "application",
  "review-opened": "review",
  "litigation-opened": "litigation",
};

/** The cases that stand, with the names their handlers may see. */
async function knownCases(
  reader: LedgerReader,
  { office: { key: organ }, calendar }: TalkingOffice,
  facts: Iterable<StandingFact>,
): Promise<KnownCase[]> {
  const opened: StandingFact[] = [];
  const all: StandingFact["fact"][] = [];
  for (const standing of facts) {
    if (!("case" in standing.fact)) continue;
    all.push(standing.fact);
    if (OPENING[standing.fact.kind]) opened.push(standing);
  }
  if (opened.length === 0) return [];
  const states = casesOf(all, calendar);
  const names = await reader.personsOf(organ, [...states.keys()]);
  return opened.flatMap((standing) => {
    const kind = OPENING[standing.fact.kind];
    const id = "case" in standing.fact ? standing.fact.case : undefined;
    if (!kind || id === undefined) return [];
    const state = states.get(id);
    const detail = names.get(id);
    const named = { name: detail?.name ?? null, subject: detail?.subject ?? null };
    return [{ id, kind, opened: standing, open: state?.state === "open" || state?.state === "pending", named }];
  });
}

/** Everything a step may look at, as the ledger stands inside this transaction. */
export async function viewOf(
  reader: LedgerReader,
  talking: TalkingOffice,
  reflection: Reflection,
  member: Member,
  today: LocalDate,
): Promise<View> {
  const { office, catalogue, vocabulary } = talking;
  return {
    today,
    office,
    catalogue,
    sections: vocabulary.sections,
    member,
    people: new Map(talking.members().map(({ id, name }) => [name, id])),
    calendar: talking.calendar,
    decisions: talking.decisions,
    may: (right, about) => may(member, right, about),
    standing: reflection.facts,
    find: (id) => reflection.facts.find(id),
    closed: reflection.closed,
    gaps: (month) => reflection.fold.figures(yearOf(month), new Set()).gaps.filter((gap) => gap.month === month),
    cases: await knownCases(reader, talking, reflection.facts),
    nextCaseNumber: (kind, year) => reflection.nextCaseNumber(kind, year),
  };
}
