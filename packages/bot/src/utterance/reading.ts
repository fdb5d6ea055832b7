import type { Now } from "./dates/when.ts";
import type { Heard } from "./hearing/normalise.ts";
import type { Meaning, Vocabulary } from "./meaning.ts";
import type { Token } from "./token.ts";
import type { Mark } from "./words/mark.ts";

/** A message cut into tokens, with all a reader may look at. */
export type Reading = Readonly<{
  heard: Heard;
  text: string;
  tokens: readonly Token[];
  now: Now;
  vocabulary: Vocabulary;
}>;

/** What a reader says. */
export type Said = Meaning;

/**
 * Knows one kind of message. `undefined`: not its turn. `needs`: signs of which one at least stands in every message of
 * that kind; without them the reader, whose own patterns cost more, is not asked.
 */
export type Reader = Readonly<{ name: string; needs?: RegExp; read: (reading: Reading) => Said | undefined }>;

export const markOf = (token: Token): Mark | undefined =>
  token.kind === "word" && token.word.is === "mark" ? token.word.mark : undefined;
/** False also where no token stands. */
export function isMark(token: Token | undefined, ...marks: readonly Mark[]): boolean {
  if (token?.kind !== "word" || token.word.is !== "mark") return false;
  const { mark } = token.word;
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === mark) return true;
  return false;
}
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) text += token.text;
  return text;
}
