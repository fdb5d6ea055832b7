import type { ApplicantKind, Channel, IndicatorKey, ResultGroup, Via } from "@gongkai/schema";
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

const NONE: readonly never[] = [];
const NO_MARKS: ReadonlySet<Mark> = new Set();
const including = <T>(list: readonly T[], value: T): readonly T[] =>
  list.length === 0 ? [value] : list.includes(value) ? list : [...list, value];

/** Everything the words of a stretch say, gathered in one pass: it is asked for every figure and every way to cut. */
export function featuresOf(tokens: readonly Token[]): Features {
  let keys: readonly IndicatorKey[] = NONE;
  let channels: readonly Channel[] = NONE;
  let applicants: readonly ApplicantKind[] = NONE;
  let vias: readonly Via[] = NONE;
  let outcomes: readonly ResultGroup[] = NONE;
  let marks: Set<Mark> | undefined;
  let otherPlatform = false;
  let text = "";
  for (const token of tokens) {
    text += token.text;
    if (token.kind === "span" && token.span === "person" && /(?:先生|女士)$/.test(token.text))
      applicants = including(applicants, "nat");
    if (token.kind !== "word") continue;
    const { word } = token;
    if (word.is === "mark") {
      marks ??= new Set();
      marks.add(word.mark);
    } else if (word.is === "indicator") keys = including(keys, word.key);
    else if (word.is === "channel") channels = including(channels, word.channel);
    else if (word.is === "applicant") applicants = including(applicants, word.applicant);
    else if (word.is === "via") vias = including(vias, word.via);
    else if (word.is === "outcome") outcomes = including(outcomes, word.outcome);
    else if (word.is === "other-platform") otherPlatform = true;
  }
  return { keys, channels, applicants, vias, outcomes, marks: marks ?? NO_MARKS, otherPlatform, text };
}

const OCCASION = /^(?:publicity|training|inspection)\./;
/** 培训, 督查, 发布会, 采访, 行风热线: what is held, and counted by how often. */
export const isOccasion = (token: Token): boolean => names(token, OCCASION);

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

/** permit.decided is of the permits: what stands before the point. */
export const familyOf = (key: IndicatorKey): string => key.slice(0, key.indexOf("."));

/** Names, wholly, an indicator of that kind: `/^review\./`. */
export const names = (token: Token | undefined, pattern: RegExp): boolean =>
  token?.kind === "word" && token.word.is === "indicator" && pattern.test(token.word.key);

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

/** Names work, and not only where it stands: 11条，都在门户网站. */
export const isWork = (token: Token): boolean =>
  isNaming(token) && !(token.kind === "word" && token.word.is === "channel");
