import type { ApplicantKind, Channel, IndicatorKey, ResultGroup, Via } from "@gongkai/schema";
import type { Word } from "../lexicon.ts";
import type { Token, TokenOf } from "../token.ts";
import type { Mark } from "../words/mark.ts";

/** What the words of one stretch name, before it is decided what they name together. */
export type Features = Readonly<{
  keys: readonly IndicatorKey[];
  channels: readonly Channel[];
  applicants: readonly ApplicantKind[];
  vias: readonly Via[];
  outcomes: readonly ResultGroup[];
  marks: ReadonlySet<Mark>;
  otherPlatform: boolean;
  text: string;
}>;

const valuesOf = <T>(tokens: readonly Token[], pick: (word: Word) => T | undefined): T[] => {
  const values = tokens.flatMap((token) => {
    const value = token.kind === "word" ? pick(token.word) : undefined;
    return value === undefined ? [] : [value];
  });
  return [...new Set(values)];
};

export function featuresOf(tokens: readonly Token[]): Features {
  return {
    keys: valuesOf(tokens, (word) => (word.is === "indicator" ? word.key : undefined)),
    channels: valuesOf(tokens, (word) => (word.is === "channel" ? word.channel : undefined)),
    applicants: valuesOf(tokens, (word) => (word.is === "applicant" ? word.applicant : undefined)),
    vias: valuesOf(tokens, (word) => (word.is === "via" ? word.via : undefined)),
    outcomes: valuesOf(tokens, (word) => (word.is === "outcome" ? word.outcome : undefined)),
    marks: new Set(valuesOf(tokens, (word) => (word.is === "mark" ? word.mark : undefined))),
    otherPlatform: tokens.some((token) => token.kind === "word" && token.word.is === "other-platform"),
    text: tokens.map((token) => token.text).join(""),
  };
}

/** Marks that name something by themselves, if only half. */
const NAMING: ReadonlySet<Mark> = new Set([
  "hotline",
  "consult",
  "followers",
  "newmedia",
  "normative",
  "regulation",
  "document",
  "review",
  "litigation",
  "upheld",
  "corrected",
  "otherwise",
  "undecided",
  "application",
  "column",
  "proposal",
  "mailbox",
  "foreign",
  "gathered",
  "reviewed",
  "cleared",
  "stale",
  "info",
  "repealed",
]);

/** Does the token name a thing to be counted, wholly or in part? */
export function isNaming(token: Token): token is TokenOf<"word"> {
  if (token.kind !== "word") return false;
  const { word } = token;
  return (
    word.is === "indicator" ||
    word.is === "channel" ||
    word.is === "other-platform" ||
    word.is === "outcome" ||
    (word.is === "mark" && NAMING.has(word.mark))
  );
}
