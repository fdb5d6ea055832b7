import type { LedgerRecord, Member } from "@gongkai/schema";
import { may, reachOf } from "../office/rights.ts";
import type { FoldedLedger } from "../publishing/organ-desk.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import { ABOUT_APPLICANT_WORDS, SOMEBODY } from "../wording/page-words.ts";

type Words = ReadonlyMap<string, string>;

/**
 * The words behind records as this member may read them. What was said of a case is shown to those who may know the
 * applicant, and to nobody else; a known name that slipped into other words is masked.
 */
export function wordsFor(viewer: Member, reader: Pick<LedgerReader, "personsOf">, organ: string) {
  return async (folded: FoldedLedger, words: Words): Promise<Words> => {
    if (reachOf(viewer, "name-applicants") === "office") return words;
    const aboutCases = folded.records.filter(({ record }) => isAboutCase(folded, record)).map(({ record }) => record);
    const sources = new Set(aboutCases.map(({ source }) => source));
    const cases = aboutCases.flatMap(({ states }) => ("case" in states ? [states.case] : []));
    const persons = await reader.personsOf(organ, [...new Set(cases)]);
    const names = [...persons.values()].flatMap(({ name }) => (name !== null && name.length > 1 ? [name] : []));
    return new Map(
      [...words].map(([id, said]) => {
        const record = folded.byId.get(id)?.record;
        if (!record || may(viewer, "name-applicants", record)) return [id, said];
        if (sources.has(record.source)) return [id, ABOUT_APPLICANT_WORDS];
        return [id, names.reduce((masked, name) => masked.replaceAll(name, SOMEBODY), said)];
      }),
    );
  };
}

function isAboutCase({ byId }: FoldedLedger, { states }: LedgerRecord): boolean {
  if ("case" in states) return true;
  const target = "target" in states ? byId.get(states.target)?.record.states : undefined;
  return target !== undefined && "case" in target;
}
