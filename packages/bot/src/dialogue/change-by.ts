import type { StandingFact } from "@gongkai/schema";
import type { Said } from "./conversation.ts";
import { correctRecord } from "./mend.ts";
import { talkedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** 少报了2件, of one record: as many more. False: by so much it cannot change. */
export function changeOneBy(work: Work, standing: StandingFact, by: number, said: Said): boolean {
  const quantity = quantityBy(work, standing, by);
  if (quantity === undefined) return false;
  correctRecord(work, standing, { quantity }, said);
  return true;
}

/** What a record would say, in the unit of talk. Undefined: it is no count, or has not so many. */
export function quantityBy({ view }: Work, { fact }: StandingFact, by: number): number | undefined {
  const told = talkedQuantity(view, fact);
  if (fact.kind !== "figure-reported" || told === undefined) return undefined;
  const adds = Object.entries(view.catalogue).some(([key, { rollUp }]) => key === fact.indicator && rollUp === "sum");
  return adds && told + by >= 0 ? told + by : undefined;
}
