import {
  type ApplicantKind,
  type BuiltInIndicator,
  type Channel,
  INDICATORS,
  type ResultGroup,
  type Via,
} from "@gongkai/schema";
import type { Word } from "../lexicon.ts";
import { BINDER_WORDS } from "./binder-words.ts";
import { FIXED_NAMES, STOCK_PEOPLE } from "./fixed-names.ts";
import { INDICATOR_WORDS } from "./indicator-words.ts";
import type { Mark, MarkedWords } from "./mark.ts";
import { MOOD_WORDS } from "./mood-words.ts";
import { NAME_PARTS } from "./name-parts.ts";
import { ORDINARY_WORDS } from "./ordinary-words.ts";
import { APPLICANT_WORDS, CHANNEL_WORDS, OTHER_PLATFORMS, OUTCOME_WORDS, VIA_WORDS } from "./party-words.ts";
import { PLAIN_WORDS } from "./plain-words.ts";
import { REMARK_WORDS } from "./remark-words.ts";
import { wordsOf } from "./words-of.ts";

// Object.entries forgets the keys of a const record; each table's own type is the proof
const entries = <K extends string, V>(table: Partial<Readonly<Record<K, V>>>) => Object.entries(table) as [K, V][];

const marked = (table: MarkedWords): [string, Word][] =>
  entries<Mark, string>(table).flatMap(([mark, list]) =>
    wordsOf(list).map((text): [string, Word] => [text, { is: "mark", mark }]),
  );

function* byPrecedence(): Iterable<[string, Word]> {
  for (const text of wordsOf(FIXED_NAMES)) yield [text, { is: "fixed-name" }];
  for (const text of wordsOf(STOCK_PEOPLE)) yield [text, { is: "person" }];
  // words that are one part of a name stand before the catalogue's synonyms: 热线 and 复议 alone are questions
  yield* marked(NAME_PARTS);
  for (const [key, { label, synonyms }] of entries<BuiltInIndicator, (typeof INDICATORS)[BuiltInIndicator]>(INDICATORS))
    for (const text of [label, ...synonyms]) yield [text.toLowerCase(), { is: "indicator", key }];
  for (const [key, list] of entries<BuiltInIndicator, string>(INDICATOR_WORDS))
    for (const text of wordsOf(list)) yield [text.toLowerCase(), { is: "indicator", key }];
  for (const [channel, list] of entries<Channel, string>(CHANNEL_WORDS))
    for (const text of wordsOf(list)) yield [text, { is: "channel", channel }];
  for (const text of wordsOf(OTHER_PLATFORMS)) yield [text, { is: "other-platform" }];
  yield* marked(REMARK_WORDS); // before moods: 差点忘了 denies nothing, 别漏了 plans nothing
  yield* marked(MOOD_WORDS);
  yield* marked(BINDER_WORDS);
  for (const [outcome, list] of entries<ResultGroup, string>(OUTCOME_WORDS))
    for (const text of wordsOf(list)) yield [text, { is: "outcome", outcome }];
  for (const [applicant, list] of entries<ApplicantKind, string>(APPLICANT_WORDS))
    for (const text of wordsOf(list)) yield [text, { is: "applicant", applicant }];
  for (const [via, list] of entries<Via, string>(VIA_WORDS))
    for (const text of wordsOf(list)) yield [text, { is: "via", via }];
  yield* marked(PLAIN_WORDS);
  yield* marked(ORDINARY_WORDS); // last: what no table above has a use for
}

/** Every word we know, once: where two tables claim a word, the one that stands first above has it. */
export function builtInWords(): Map<string, Word> {
  const words = new Map<string, Word>();
  for (const [text, word] of byPrecedence()) if (!words.has(text)) words.set(text, word);
  return words;
}
