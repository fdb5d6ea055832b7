import type { SpanName } from "../token.ts";

/**
 * What kind of stretch, the characters of which a text must hold one for the pattern to be worth a try, and the
 * pattern. Every quantifier is bounded, so that each stays linear on hostile text.
 */
export type Pattern = readonly [SpanName | "malformed", string, RegExp];

export const ZH = "一二三四五六七八九十百零两";
/** A pattern that begins with digits never takes the tail of a longer figure. */
export const BARE = "(?<![0-9.])";
export const DIGITS = "0123456789";
export const LATIN = "abcdefghijklmnopqrstuvwxyz";
