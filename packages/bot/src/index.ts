// What staff say: one message to one meaning, and a meaning to the command's line.

export { answer } from "./utterance/answering/answer.ts";
export { type ContractEntry, type ContractLine, toContract } from "./utterance/contract-line.ts";
export { explain } from "./utterance/explain.ts";
export type { Answer, Draft, Hearing, Item, Meaning, Vocabulary } from "./utterance/meaning.ts";
export { understand } from "./utterance/understand.ts";
export { type CompiledVocabulary, DEFAULT_VOCABULARY, vocabularyOf } from "./utterance/vocabulary.ts";
