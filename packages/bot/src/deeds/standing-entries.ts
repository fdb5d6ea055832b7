import {
  APPLICANT_TALK,
  type ApplicantKind,
  type ApplicantTalk,
  type Catalogue,
  type Fact,
  groupOfRow,
  hasIndicator,
  indicatorOf,
  RESULT_ROWS,
  type StandingFact,
} from "@gongkai/schema";
import { indicatorKeyOf, periodOf } from "../dialogue/stated-fact.ts";
import type { ContractEntry } from "../utterance/contract-line.ts";

type Naming = Readonly<{ catalogue: Catalogue; nameOf: (id: string) => string | null }>;

const TALK = new Map<ApplicantKind, ApplicantTalk>(
  // Object.entries forgets the keys of a const object; APPLICANT_TALK is the proof
  (Object.entries(APPLICANT_TALK) as [ApplicantTalk, ApplicantKind][]).map(([talk, kind]) => [kind, talk]),
);

/** A standing fact as programs exchange it; steps of a case and texts are no entries. */
export function entryOfFact(
  { fact, periodImplied }: Readonly<{ fact: Fact; periodImplied: boolean }>,
  naming: Naming,
): ContractEntry | undefined {
  const [indicator, period] = [indicatorKeyOf(fact), periodOf(fact)];
  if (indicator === undefined || period === undefined) return undefined;
  const base = { indicator, period, channel: null, ...(periodImplied ? { period_default: true as const } : {}) };
  switch (fact.kind) {
    case "figure-reported": {
      const scale = hasIndicator(naming.catalogue, indicator) ? indicatorOf(naming.catalogue, indicator).scale : 1;
      const outcome = fact.outcome === null ? {} : { outcome: fact.outcome };
      return { ...base, quantity: fact.quantity / scale, channel: fact.channel, ...outcome };
    }
    case "nil-attested":
      return { ...base, quantity: 0 };
    case "application-opened": {
      const applicant = fact.applicant === null ? undefined : TALK.get(fact.applicant);
      return {
        ...base,
        quantity: 1,
        ...(applicant ? { applicant } : {}),
        ...(fact.via ? { via: fact.via } : {}),
        ...whoOf(fact.case, naming),
      };
    }
    case "application-answered": {
      if (fact.withdrawn) return undefined; // a step of the case, whatever row of table 三 it fills
      const row = RESULT_ROWS.find((each) => each === fact.outcome);
      return { ...base, quantity: 1, outcome: row ? groupOfRow(row) : fact.outcome, ...whoOf(fact.case, naming) };
    }
    default:
      return { ...base, quantity: 1 };
  }
}

const whoOf = (id: string, { nameOf }: Naming): { who?: string } => {
  const name = nameOf(id);
  return name === null ? {} : { who: name };
};

/** What stands, in ledger order. */
export function standingEntries(facts: Iterable<StandingFact>, naming: Naming): ContractEntry[] {
  const entries: ContractEntry[] = [];
  for (const standing of facts) {
    const entry = entryOfFact({ fact: standing.fact, periodImplied: standing.record.periodImplied }, naming);
    if (entry) entries.push(entry);
  }
  return entries;
}
