import type { Token } from "../token.ts";
import { namedApplicant, openedCase } from "./case-words.ts";
import { draftAsked, issuedPermit, namedBulletin, numberedPermit, reviewedInfo, visits } from "./named-in-context.ts";
import { brokenNumeral, dayOrFigure, slippedNumeral } from "./numeral-slips.ts";
import { fullName, spokenFor } from "./people.ts";
import type { Refiner } from "./refiner.ts";
import { unlistedSection, withSections } from "./section-names.ts";
import { withSubjects } from "./subject-words.ts";

const REFINERS: readonly Refiner[] = [
  reviewedInfo,
  openedCase,
  draftAsked,
  namedBulletin,
  namedApplicant, // before full names, which are ours
  issuedPermit,
  spokenFor,
  visits,
  numberedPermit,
  dayOrFigure,
  brokenNumeral,
  slippedNumeral,
  unlistedSection, // before names: 方案科 begins with a surname
  fullName,
];

const INTRODUCES = /^(?:对|就|围绕|针对|关于)$/;
const BEGINS_WORK =
  /^(?:开展|进行|组织|发起|召开|举行|举办|做|搞|开|发布|上线|征求意见|作出|下达|下|开出|实施|处以|听取意见|征询意见|公开征求意见|征集意见)了?$/;
const FARTHEST = 8;

/** 对“一网通办”开展督查, 就规划草案发起意见征集: what the work was about names nothing and plans nothing. */
function withTopics(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex((token) => INTRODUCES.test(token.text));
  if (from < 0) return tokens;
  const near = tokens.slice(from + 1, from + FARTHEST);
  const stop = near.findIndex((token) => token.kind === "figure" || (token.kind === "break" && token.strength > 1));
  const within = stop < 0 ? near : near.slice(0, stop);
  const verb = within.findIndex((token) => BEGINS_WORK.test(token.text));
  if (verb < 1) return tokens;
  const to = from + 1 + verb;
  return tokens.map((token, at) =>
    at > from && at < to && token.kind === "word" ? { ...token, word: { is: "mark", mark: "topic" } } : token,
  );
}

export function identify(said: readonly Token[]): Token[] {
  const tokens = withSections(withSubjects(withTopics(said)));
  return tokens.map((token, at) => {
    for (const { refine } of REFINERS) {
      const found = refine(tokens, at);
      if (found) return found;
    }
    return token;
  });
}
