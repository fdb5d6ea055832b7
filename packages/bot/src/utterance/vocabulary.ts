import { catalogueOf, type IndicatorKey, indicatorOf, type Office } from "@gongkai/schema";
import { lexiconOf, type Word } from "./lexicon.ts";
import type { Vocabulary } from "./meaning.ts";
import { builtInWords } from "./words/builtin-words.ts";
import { ownBody, tellsItsKind } from "./words/own-body.ts";

/** A vocabulary, and the words of the configuration that cannot be used, each as one plain sentence. */
export type CompiledVocabulary = Readonly<{ vocabulary: Vocabulary; clashes: readonly string[] }>;

/** Plain words an office may take for a name of its own: they mean nothing that could be lost. */
const FREE = new Set(["noun", "topic", "foreign", "filler", "verb", "chat", "place", "office"]);
const isFree = (word: Word) => word.is === "mark" && FREE.has(word.mark);

/**
 * Compiles the words of one office. A word that already means something else is reported and left as it was:
 * never a silent winner.
 */
export function vocabularyOf(
  office: Pick<Office, "indicators" | "synonyms" | "sections"> & Partial<Pick<Office, "name">>,
  people: Iterable<string> = [],
): CompiledVocabulary {
  const catalogue = catalogueOf(office);
  const words = builtInWords();
  for (const text of ownBody(office.name)) words.set(text, { is: "mark", mark: "role" });
  const own = new Map<string, Readonly<{ word: Word; label: string }>>();
  const clashes: string[] = [];

  const add = (text: string, word: Word, label: string) => {
    const spelt = text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
    const before = own.get(spelt);
    const builtIn = words.get(spelt);
    if (before && JSON.stringify(before.word) !== JSON.stringify(word))
      clashes.push(`“${text}”同时是“${before.label}”和“${label}”的叫法，请只留一处。`);
    else if (!before && builtIn && !isFree(builtIn) && JSON.stringify(builtIn) !== JSON.stringify(word))
      clashes.push(`“${text}”已有别的意思，不能再作“${label}”的叫法，请换一个词。`);
    else if (!before) {
      own.set(spelt, { word, label });
      words.set(spelt, word);
    }
  };

  for (const { key, label, synonyms } of office.indicators) {
    // OwnIndicator checks the key against ^own\.
    const word: Word = { is: "indicator", key: key as IndicatorKey };
    for (const text of [label, ...synonyms]) add(text, word, label);
  }
  for (const [key, synonyms] of Object.entries(office.synonyms)) {
    const indicator = key as IndicatorKey; // IndicatorName was checked when the office was read
    for (const text of synonyms)
      add(text, { is: "indicator", key: indicator }, indicatorOf(catalogue, indicator).label);
  }
  const sections = new Map<string, string>();
  for (const { key, label, aliases } of office.sections)
    for (const text of [label, ...aliases]) {
      add(text, { is: "section", key }, label);
      sections.set(text, key);
    }
  for (const name of people) if (!words.has(name)) words.set(name, { is: "person" });
  const ownNameKnown = tellsItsKind(office.name);
  return {
    vocabulary: { catalogue, sections, people: new Set(people), ownNameKnown, lexicon: lexiconOf(words) },
    clashes,
  };
}

/** The vocabulary of an office that adds nothing to the built-in catalogue. */
export const DEFAULT_VOCABULARY: Vocabulary = vocabularyOf({ indicators: [], synonyms: {}, sections: [] }).vocabulary;
