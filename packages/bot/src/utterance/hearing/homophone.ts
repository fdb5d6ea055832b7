import type { Token } from "../token.ts";
import { SLIPPED_NAMES } from "../words/slipped-names.ts";
import { SOUNDS } from "../words/sounds.ts";

/** One character that was written or heard for another of the same sound. */
export type Slip = Readonly<{ at: number; said: string; meant: string }>;
/** A text with its slips mended, character for character, so that offsets stay true. `words` are what was written. */
export type Mended = Readonly<{ text: string; words: readonly string[] }>;

type Place = Readonly<{ name: string; index: number }>;
const NUMERALS = /[0-9零〇一二两三四五六七八九十百千万亿]/;
/** More slips than this, and it is no longer the message that is read but a guess. */
const MOST_SLIPS = 2;

/** Where a character could stand if it is a slip: the names that hold a character of its sound. Longer names first. */
const PLACES: ReadonlyMap<string, readonly Place[]> = (() => {
  const byMeant = new Map<string, Place[]>();
  for (const name of SLIPPED_NAMES)
    for (const [index, char] of [...name].entries()) byMeant.set(char, [...(byMeant.get(char) ?? []), { name, index }]);
  const bySaid = new Map<string, Place[]>();
  for (const group of SOUNDS)
    for (const said of group)
      for (const meant of group)
        if (said !== meant && byMeant.has(meant) && !NUMERALS.test(said))
          bySaid.set(said, [...(bySaid.get(said) ?? []), ...(byMeant.get(meant) ?? [])]);
  for (const places of bySaid.values()) places.sort((a, b) => b.name.length - a.name.length);
  return bySaid;
})();

/** May the stretch be read as one name? No word that reaches beyond it, no figure and no date is torn apart. */
const isLoose = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .filter((token) => token.from < to && token.to > from)
    .every(
      (token) =>
        token.kind === "unknown" ||
        (token.from >= from && token.to <= to && token.kind === "word") ||
        (token.kind === "span" && token.span === "person" && token.from >= from && token.to <= to),
    );

function slipAt(text: string, tokens: readonly Token[], token: Token, at: number): readonly [Slip, Place] | undefined {
  const said = text.charAt(at);
  for (const place of PLACES.get(said) ?? []) {
    const { name, index } = place;
    const from = at - index;
    if (from < 0 || !text.startsWith(name.slice(0, index), from) || !text.startsWith(name.slice(index + 1), at + 1))
      continue;
    // of a name of two characters only one is left to know it by: the other must mean nothing at all
    if (name.length === 2 && token.kind !== "unknown") continue;
    if (isLoose(tokens, from, from + name.length)) return [{ at, said, meant: name.charAt(index) }, place];
  }
  return undefined;
}

/**
 * 公纵号, 政策解毒: names of ours in which one character was taken for another of the same sound. Undefined when
 * there is none, or too much that would have to be guessed.
 */
export function mendedSounds(text: string, tokens: readonly Token[]): Mended | undefined {
  const slips: Slip[] = [];
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "unknown" && !((token.kind === "word" || token.kind === "span") && token.to - token.from <= 2))
      continue;
    for (let at = token.from; at < token.to; at += 1) {
      const found = slipAt(text, tokens, token, at);
      if (!found) continue;
      const [slip, { name, index }] = found;
      slips.push(slip);
      words.push(text.slice(at - index, at - index + name.length));
      if (slips.length > MOST_SLIPS) return undefined;
      break;
    }
  }
  if (slips.length === 0) return undefined;
  const chars = text.split("");
  for (const { at, meant } of slips) chars[at] = meant;
  return { text: chars.join(""), words };
}
