import { catalogueOf, type Office } from "@gongkai/schema";
import { lexiconOf } from "./lexicon.ts";
import type { Vocabulary } from "./meaning.ts";

/** A vocabulary, and the words of the configuration that cannot be used, each as one plain sentence. */
export type CompiledVocabulary = Readonly<{ vocabulary: Vocabulary; clashes: readonly string[] }>;

export function vocabularyOf(
  office: Pick<Office, "indicators" | "synonyms" | "sections">,
  people: Iterable<string> = [],
): CompiledVocabulary {
  const catalogue = catalogueOf(office);
  return {
    vocabulary: { catalogue, sections: new Map(), people: new Set(people), lexicon: lexiconOf([]) },
    clashes: [],
  };
}

/** The vocabulary of an office that adds nothing to the built-in catalogue. */
export const DEFAULT_VOCABULARY: Vocabulary = vocabularyOf({ indicators: [], synonyms: {}, sections: [] }).vocabulary;
