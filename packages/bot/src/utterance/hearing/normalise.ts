/** A message as the parsers read it, and where each character stood in what was typed. */
export type Heard = Readonly<{
  text: string;
  /** `at[i]` is the offset in the raw message of character `i`; one more entry marks the end. */
  at: readonly number[];
  raw: string;
}>;

const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|[\u115F\u1160\u3164]/u; // zero-width, joiners, byte-order mark, selectors
const PICTURE = /\p{Extended_Pictographic}/u;
const KEEP_AS_IS = /[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793]/; // ① ⑴ ⒈ are list marks; NFKC would turn them into digits
const SAME: Readonly<Record<string, string>> = {
  "—": "-",
  "–": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "―": "-",
  "〜": "~",
  "∼": "~",
  "○": "〇",
  "◯": "〇",
  "﹑": "、",
  "｡": "。",
  "‘": "'",
  "’": "'",
  兩: "两",
  萬: "万",
  冇: "没",
  咧: "了",
  咗: "了",
  嗰: "那",
  嘅: "的",
  喇: "啦",
  哋: "们",
  佢: "他",
  睇: "看",
};
/** Characters of SAME that are Han themselves. */
const OTHER_SPELLING = /[兩萬冇咧咗嗰嘅喇哋佢睇唔返]/;
const NARROW = /[a-z0-9.]/;

const isHan = (char: string) => char >= "\u4e00" && char <= "\u9fa5";

function spelt(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  if (isHan(char) || (char >= "0" && char <= "9") || KEEP_AS_IS.test(char)) return char;
  return [...char.normalize("NFKC").toLowerCase()].map((one) => SAME[one] ?? one).join("");
}

/** What most messages are made of: characters that keep their number and place. */
const PLAIN = /^[\u4e00-\u9fa50-9a-z，。：；、？！（）《》,.:;?!()%+\n]*$/;
const WIDE = /[，：；？！（）]/g;
const WIDE_BY = 0xfee0; // full-width forms stand this far above the half-width ones
const halfWidth = (char: string) => String.fromCharCode(char.charCodeAt(0) - WIDE_BY);

const LONGEST_PLAIN = 4096;
const EVERY_OFFSET: readonly number[] = Array.from({ length: LONGEST_PLAIN + 1 }, (_, offset) => offset);

/**
 * Full width to half width (NFKC), lower case, no invisible characters and no pictures. Blanks go, because staff and
 * dictation put them anywhere; one stays between two Latin words or figures, which it keeps apart.
 */
export function normalise(raw: string): Heard {
  const otherwise = OTHER_SPELLING.test(raw) || raw.includes("头先") || raw.includes("几多");
  if (raw.length <= LONGEST_PLAIN && !otherwise && PLAIN.test(raw))
    return { text: raw.replace(WIDE, halfWidth), at: EVERY_OFFSET.slice(0, raw.length + 1), raw };
  const chars: string[] = [];
  const at: number[] = [];
  let blankAt = -1;
  let offset = 0;
  for (const char of raw) {
    const here = offset;
    offset += char.length;
    if (isHan(char) && SAME[char] === undefined) {
      blankAt = -1; // nothing to spell: most characters of most messages
      chars.push(char);
      at.push(here);
      continue;
    }
    if (char === "\u20E3" || (INVISIBLE.test(char) && char !== "\n")) continue;
    if (char !== "©" && char !== "®" && PICTURE.test(char)) continue;
    for (const one of spelt(char)) {
      if (one === "\r") continue;
      if (one !== "\n" && /\s/.test(one)) {
        blankAt = here;
        continue;
      }
      if (blankAt >= 0 && NARROW.test(one) && NARROW.test(chars.at(-1) ?? "")) {
        chars.push(" ");
        at.push(blankAt);
      }
      blankAt = -1;
      chars.push(one);
      for (let unit = 0; unit < one.length; unit += 1) at.push(here); // a rare character is two units of a string
    }
  }
  return { text: inStandard(chars.join("")), at: [...at, raw.length], raw };
}

/** Cantonese words with as many characters as the standard ones, so that every offset stays. */
const CANTONESE: readonly (readonly [RegExp, string])[] = [
  [/唔(?=[要系是对使用记见好够])/g, "不"],
  [/头先/g, "刚才"],
  [/几多/g, "多少"],
  [/(?<=[撤改删])返(?![乡校程岗])/g, "回"],
];
const inStandard = (text: string): string =>
  CANTONESE.reduce((rest, [pattern, standard]) => rest.replace(pattern, standard), text);

/** The speaker's own characters behind a stretch of the normalised text. */
export function spoken(heard: Heard, from: number, to: number): string {
  return heard.raw.slice(heard.at[from] ?? 0, heard.at[to] ?? heard.raw.length).trim();
}
