import { isMark } from "../reading.ts";
import { type Clause, isOwnCount } from "./clause.ts";
import { isNaming } from "./features.ts";

const counts = (clause: Clause | undefined): boolean =>
  clause?.tokens.some(isOwnCount) === true && clause.tokens.some(isNaming);

/**
 * Places of the clauses that go on where 其中 or a bracket behind a total has begun to split it: 其中网站9条、公众号6条;
 * 15条（网站9条，公众号6条）. What only says where is a part of the total there, and nothing of its own.
 */
export function withinTotal(clauses: readonly Clause[]): ReadonlySet<number> {
  const within = new Set<number>();
  let bracket = false;
  let goesOn = false;
  for (const [at, clause] of clauses.entries()) {
    const more = clause.tokens.some((token) => isMark(token, "more"));
    if (clause.opened === "(") bracket = counts(clauses[at - 1]);
    if (!more && (bracket || (goesOn && clause.opened === ""))) within.add(at);
    goesOn = within.has(at) || clause.tokens.some((token) => isMark(token, "subset"));
    if (clause.closed === ")") bracket = false;
  }
  return within;
}
