import type { Token } from "../token.ts";
import { SLIPPED_NAMES } from "../words/slipped-names.ts";
import { SOUNDS } from "../words/sounds.ts";

/** One character that was written or heard for another of the same sound. */
export type Slip = Readonly<{ at: number; said: string; meant: string }>;
/**
 * A text with its slips mended, character for character, so that offsets stay true. `words` are what was written;
 * `plain`: every one is a name of three characters or more in which one means nothing else (公种号, 行政处法).
 */
export type Mended = Readonly<{ text: string; words: readonly string[]; plain: boolean }>;

type Place = Readonly<{ name: string; index: number }>;
const NUMERALS = /[0-9零〇一二两三四五六七八九十百千万亿]/;
/** 已申请公开 is no 依申请公开, 不分公开 no 部分公开: a slip that may be meant, or an answer to an applicant. */
const MAY_BE_MEANT = /[已不未没无以]/;
const IS_AN_ANSWER = /予以|部分|不予|无法/;
function isPlain(name: string, said: string, token: Token, before: string): boolean {
  if (MAY_BE_MEANT.test(said) || IS_AN_ANSWER.test(name)) return false;
  if (name === "解读" && before === "政策解") return true; // 两条政策 was read as a name
  return name.length > 3 || name === "公众号" || (name.length === 3 && token.kind === "unknown");
}
/** More slips than this, and it is no longer the message that is read but a guess. */
const MOST_SLIPS = 2;

const LONGEST_NAME = Math.max(...SLIPPED_NAMES.map((name) => name.length));

/** A slip and the true character beside it: the one before it in the name, or the one behind where the name begins. */
const behind = (before: string, said: string) => `${before}<${said}`;
const ahead = (said: string, after: string) => `${said}>${after}`;

/** Where a character could stand if it is a slip, found by its neighbour. Longer names first. */
const PLACES: ReadonlyMap<string, readonly Place[]> = (() => {
  const sounds = new Map<string, string[]>();
  for (const group of SOUNDS)
    for (const meant of group)
      sounds.set(meant, [
        ...(sounds.get(meant) ?? []),
        ...[...group].filter((said) => said !== meant && !NUMERALS.test(said)),
      ]);
  const places = new Map<string, Place[]>();
  for (const name of [...SLIPPED_NAMES].sort((one, other) => other.length - one.length))
    for (const [index, meant] of [...name].entries())
      for (const said of sounds.get(meant) ?? []) {
        const key = index > 0 ? behind(name.charAt(index - 1), said) : ahead(said, name.charAt(1));
        const before = places.get(key);
        if (before) before.push({ name, index });
        else places.set(key, [{ name, index }]);
      }
  return places;
})();
const NONE: readonly Place[] = [];

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

function slipAt(text: string, near: readonly Token[], token: Token, at: number): readonly [Slip, Place] | undefined {
  const said = text.charAt(at);
  const before = PLACES.get(behind(text.charAt(at - 1), said)) ?? NONE;
  const after = PLACES.get(ahead(said, text.charAt(at + 1))) ?? NONE;
  if (before.length + after.length === 0) return undefined;
  for (const place of [...before, ...after].sort((one, other) => other.name.length - one.name.length)) {
    const { name, index } = place;
    const from = at - index;
    if (from < 0 || !text.startsWith(name.slice(0, index), from) || !text.startsWith(name.slice(index + 1), at + 1))
      continue;
    // of a name of two characters only one is left to know it by: the other must mean nothing at all
    if (name.length === 2 && token.kind !== "unknown") continue;
    if (isLoose(near, from, from + name.length)) return [{ at, said, meant: name.charAt(index) }, place];
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
  let plain = true;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "unknown" && !((token.kind === "word" || token.kind === "span") && token.to - token.from <= 2))
      continue;
    const near = tokens.slice(Math.max(0, index - LONGEST_NAME), index + LONGEST_NAME);
    for (let at = token.from; at < token.to; at += 1) {
      const found = slipAt(text, near, token, at);
      if (!found) continue;
      const [slip, place] = found;
      slips.push(slip);
      plain =
        plain &&
        isPlain(place.name, slip.said, token, text.slice(Math.max(0, at - 3), at)) &&
        !text.includes(place.name);
      words.push(text.slice(at - place.index, at - place.index + place.name.length));
      if (slips.length > MOST_SLIPS) return undefined;
      break;
    }
  }
  if (slips.length === 0) return undefined;
  const chars = text.split("");
  for (const { at, meant } of slips) chars[at] = meant;
  return { text: chars.join(""), words, plain };
}
