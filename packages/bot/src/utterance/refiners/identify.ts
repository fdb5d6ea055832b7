import { isDone } from "../binding/clause.ts";
import { isSeason } from "../binding/remark.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { namedApplicant, openedCase } from "./case-words.ts";
import { disputeListed, otherResult } from "./disputes.ts";
import {
  draftAsked,
  issuedPermit,
  leadArticle,
  namedBulletin,
  namedDistrict,
  numberedPermit,
  plainAdd,
  reviewedAgain,
  reviewedInfo,
  visits,
} from "./named-in-context.ts";
import { brokenNumeral, dayOrFigure, slippedNumeral } from "./numeral-slips.ts";
import { accountsCounted, fullName, headcount, spokenFor } from "./people.ts";
import type { Refiner } from "./refiner.ts";
import { secondThoughts } from "./second-thoughts.ts";
import { unlistedSection, withSections } from "./section-names.ts";
import { withSubjects } from "./subject-words.ts";

const REFINERS: readonly Refiner[] = [
  reviewedInfo,
  reviewedAgain,
  openedCase,
  disputeListed,
  otherResult,
  draftAsked,
  secondThoughts,
  namedBulletin,
  namedDistrict,
  plainAdd,
  leadArticle,
  namedApplicant, // before full names, which are ours
  issuedPermit,
  spokenFor,
  headcount,
  accountsCounted,
  visits,
  numberedPermit,
  dayOrFigure,
  brokenNumeral,
  slippedNumeral,
  unlistedSection, // before names: 方案科 begins with a surname
  fullName,
];

/** The refiners that may know a token, in their order. */
const refinersOf = (on: (of: Refiner["on"]) => boolean): readonly Refiner[] => REFINERS.filter(({ on: of }) => on(of));
const begins = (char: string) => (of: Refiner["on"]) => "begins" in of && of.begins.includes(char);
const OF_FIGURES = refinersOf((of) => "kind" in of && of.kind === "figure");
const OF_SPANS = refinersOf((of) => "kind" in of && of.kind === "unknown or span");
const OF_UNKNOWN = refinersOf((of) => "kind" in of && of.kind !== "figure");
const CHARACTERS = new Set(REFINERS.flatMap(({ on }) => ("begins" in on ? [...on.begins] : [])));
const OF_WORDS = new Map([...CHARACTERS].map((char) => [char.charCodeAt(0), refinersOf(begins(char))]));
const OF_UNKNOWN_WORDS = new Map(
  [...CHARACTERS].map((char) => [
    char.charCodeAt(0),
    refinersOf((of) => begins(char)(of) || ("kind" in of && of.kind !== "figure")),
  ]),
);

function refinersFor({ kind, text }: Token): readonly Refiner[] | undefined {
  if (kind === "word") return OF_WORDS.get(text.charCodeAt(0));
  if (kind === "unknown") return OF_UNKNOWN_WORDS.get(text.charCodeAt(0)) ?? OF_UNKNOWN;
  if (kind === "figure") return OF_FIGURES;
  return kind === "span" ? OF_SPANS : undefined;
}

const INTRODUCES: ReadonlySet<string> = new Set("对 就 围绕 针对 关于".split(" "));
const BEGINS_WORK =
  /^(?:开展|接受|进行|组织|发起|召开|举行|举办|做|搞|开|发布|上线|征求意见|作出|下达|下|开出|实施|采取|给予|处以|听取意见|征询意见|公开征求意见|征集意见)了?$/;
const FARTHEST = 12;
/** 对一家协会作出处罚: on how many. */
const ON_SOME = /^(?:家|个|名|位|户|所)$/;

/** 对“一网通办”开展督查, 就规划草案发起意见征集: what the work was about names nothing and plans nothing. */
function withTopics(tokens: readonly Token[]): readonly Token[] {
  // 上周一就在网站做了公开: no later than that
  const from = tokens.findIndex(({ text }, at) => INTRODUCES.has(text) && tokens[at + 1]?.text !== "在");
  if (from < 0) return tokens;
  const near = tokens.slice(from + 1, from + FARTHEST);
  const stop = near.findIndex(
    (token, at) =>
      (token.kind === "figure" && !(at === 0 && ON_SOME.test(token.figure.unit))) ||
      (token.kind === "break" && token.strength > 1),
  );
  const within = stop < 0 ? near : near.slice(0, stop);
  const verb = within.findIndex((token) => BEGINS_WORK.test(token.text));
  if (verb < 1) return tokens;
  // 对那家店的处罚决定今天下了: the work stands before its verb, and nothing behind it
  const rest = near.slice(verb + 1);
  const end = rest.findIndex((token) => token.kind === "break");
  const isWork = (token: Token) => token.kind === "word" && token.word.is === "indicator";
  const before = rest.slice(0, end < 0 ? undefined : end).some(isWork)
    ? -1
    : within.slice(0, verb).findLastIndex(isWork);
  const to = from + 1 + (before > 0 ? before : verb);
  return tokens.map((token, at) =>
    at > from && at < to && (token.kind === "word" || isSeason(token))
      ? { kind: "word", word: { is: "mark", mark: "topic" }, from: token.from, to: token.to, text: token.text }
      : token,
  );
}

const SPOKE = /^(?:说|提|讲|安排|定)过?$/;
/** 昨天说的那个发布会今天开完了: when it was spoken of is not when it was. */
function withoutMention(tokens: readonly Token[]): readonly Token[] {
  const [day, spoke, of, that] = tokens;
  const mentioned =
    day?.kind === "date" && SPOKE.test(spoke?.text ?? "") && of?.text === "的" && that && isMark(that, "that-one");
  const rest = tokens.slice(4);
  return mentioned && rest.some(({ kind }) => kind === "date") && isDone(rest) ? rest : tokens;
}

export function identify(said: readonly Token[]): Token[] {
  const tokens = withSections(withSubjects(withTopics(withoutMention(said))));
  return tokens.map((token, at) => {
    for (const { refine } of refinersFor(token) ?? []) {
      const found = refine(tokens, at);
      if (found) return found;
    }
    return token;
  });
}
