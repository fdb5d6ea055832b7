import type { Figure, Token, TokenOf } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { type Features, featuresOf, isNaming } from "./features.ts";
import type { Name } from "./name.ts";

/** One figure (or nil) with the words that belong to it: an entry in the making. */
export type Candidate = {
  readonly tokens: readonly Token[];
  features: Features;
  readonly figure: Figure | null;
  readonly nil: boolean;
  dates: readonly TokenOf<"date">[];
  /** Its name came from the words before it. */
  readonly inherited: boolean;
  /** 共; 其中 and what stands in brackets. */
  readonly part: "total" | "subset" | null;
  /** Follows a colon: a part of what stands before it. */
  readonly underColon: boolean;
  /** 又, 另外, 还有 */
  readonly more: boolean;
  readonly clause: number;
  name: Name;
};

const CARRIED: ReadonlySet<Mark> = new Set([
  "hotline",
  "consult",
  "followers",
  "newmedia",
  "normative",
  "regulation",
  "document",
  "made",
  "repealed",
  "review",
  "litigation",
  "application",
  "column",
  "added",
  "reviewed",
  "cleared",
  "stale",
  "info",
  "mailbox",
  "proposal",
  "arrived",
  "answered",
  "foreign",
  "repost",
]);

const RESULTS: readonly Mark[] = ["upheld", "corrected", "otherwise", "undecided"];

/** `own` in the light of what was being talked about: what it does not say itself comes from there. */
export function under(own: Features, topic: Features): Features {
  const decided = RESULTS.some((mark) => own.marks.has(mark)); // 新收复议1件，维持1件
  const pick = <T>(mine: readonly T[], theirs: readonly T[]) => (mine.length > 0 ? mine : theirs);
  return {
    keys: pick(own.keys, topic.keys),
    channels: pick(own.channels, topic.channels),
    applicants: pick(own.applicants, topic.applicants),
    vias: pick(own.vias, topic.vias),
    outcomes: pick(own.outcomes, topic.outcomes),
    marks: new Set([
      ...own.marks,
      ...[...topic.marks].filter((mark) => CARRIED.has(mark) && !(decided && mark === "arrived")),
    ]),
    otherPlatform: own.otherPlatform || topic.otherPlatform,
    text: own.text === "" ? topic.text : own.text,
  };
}

/** The tokens that name a thing, without channels and outcomes, which only narrow it. */
export const namesThing = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      isNaming(token) &&
      token.word.is !== "channel" &&
      token.word.is !== "outcome" &&
      !(token.word.is === "mark" && /^(?:upheld|corrected|otherwise|undecided|info)$/.test(token.word.mark)),
  );
export const narrows = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === "word" &&
      (token.word.is === "channel" ||
        token.word.is === "outcome" ||
        token.word.is === "applicant" ||
        token.word.is === "via" ||
        (token.word.is === "mark" && /^(?:upheld|corrected|otherwise|undecided)$/.test(token.word.mark))),
  );
export const emptyFeatures: Features = featuresOf([]);

/** What a candidate counts: 0 for a nil, NaN for what is no exact figure. */
export const figureOf = ({ figure }: Candidate) =>
  figure?.type === "exact" ? figure.value : figure === null ? 0 : Number.NaN;
export const keyOf = ({ name }: Candidate) => ("key" in name ? name.key : undefined);
export const sumOf = (candidates: readonly Candidate[]) =>
  Math.round(candidates.reduce((sum, one) => sum + figureOf(one), 0) * 1e6) / 1e6;
/** What tells two entries of one indicator apart. */
export const cellOf = ({ name, dates }: Candidate) =>
  name.type === "named"
    ? [name.key, name.channel, name.applicant, name.outcome, JSON.stringify(dates.map((date) => date.when))].join("|")
    : JSON.stringify(name);
