import { dateAt } from "./dates/date-at.ts";
import type { Now } from "./dates/when.ts";
import { type Lexicon, longestWord } from "./lexicon.ts";
import { bulletsOf } from "./parsers/bullet.ts";
import { bareMeasureAt, figureAt } from "./parsers/figure.ts";
import { personAt } from "./parsers/person.ts";
import { type ProtectedSpan, protectedSpans } from "./parsers/protected-span.ts";
import { shorterWord } from "./shorter-word.ts";
import type { Token } from "./token.ts";

/** One message while it is being read. */
type Scanning = Readonly<{
  text: string;
  now: Now;
  lexicon: Lexicon;
  spans: ReadonlyMap<number, ProtectedSpan>;
  bullets: ReadonlyMap<number, number>;
  tokens: readonly Token[];
}>;

/** `text` is filled in by the caller. */
type Found = Token extends infer T ? (T extends Token ? Omit<T, "from" | "text"> : never) : never;
type Known = ReturnType<typeof longestWord>;
/** `on`: the characters it can begin with; the others are not troubled with it. `word`: the longest one that begins there. */
type Parser = Readonly<{
  name: string;
  on: "any" | "han" | "sign";
  parse: (scanning: Scanning, at: number, word: Known) => Found | undefined;
}>;

const BREAKS: Readonly<Record<string, 1 | 2 | 3>> = {
  "、": 1,
  " ": 1,
  "/": 1,
  ",": 2,
  ":": 2,
  "(": 2,
  ")": 2,
  "[": 2,
  "]": 2,
  "【": 2,
  "】": 2,
  "…": 2,
  "|": 2,
  "·": 1,
  "\n": 3,
  ";": 3,
  "。": 3,
  "!": 3,
  ".": 3,
  "》": 1,
};

const punctuation: Parser = {
  name: "punctuation",
  on: "sign",
  parse({ text }, at) {
    const char = text.charAt(at);
    if (char === "?") return { kind: "question", to: at + 1 };
    const strength = BREAKS[char];
    return strength === undefined ? undefined : { kind: "break", strength, char, to: at + 1 };
  },
};

const bullet: Parser = {
  name: "bullet",
  on: "any",
  parse({ bullets }, at) {
    const to = bullets.get(at);
    return to === undefined ? undefined : { kind: "span", span: "bullet", to };
  },
};

const protectedSpan: Parser = {
  name: "protected-span",
  on: "any",
  parse({ spans, text, lexicon }, at) {
    const found = spans.get(at);
    if (!found) return undefined;
    if (found.span === "title") {
      // 做客《行风热线》: the programme's own name
      const word = longestWord(lexicon, text, at + 1);
      const show = word?.to === found.to - 1 && word.word.is === "indicator" && word.word.key.startsWith("publicity.");
      if (show) return { kind: "break", strength: 1, char: "《", to: at + 1 };
    }
    if (found.span !== "malformed") return { kind: "span", span: found.span, to: found.to };
    return { kind: "figure", figure: { type: "malformed", measure: "none", unit: "" }, to: found.to };
  },
};

const CLOSES: Readonly<Record<string, string>> = { "“": "”", '"': '"', "「": "」", "『": "』", "'": "'" };
const LONGEST_QUOTE = 60;

/** “一网通办” is the word in it; any other quotation is a name. A quote that never closes is unknown. */
const quotation: Parser = {
  name: "quotation",
  on: "sign",
  parse({ text, lexicon }, at) {
    const close = CLOSES[text.charAt(at)];
    if (close === undefined) return undefined;
    const end = text.slice(at + 1, at + LONGEST_QUOTE).indexOf(close);
    if (end < 0) return undefined;
    const to = at + 1 + end;
    if (longestWord(lexicon, text, at + 1)?.to === to) return { kind: "break", strength: 1, char: "“", to: at + 1 };
    return { kind: "span", span: "title", to: to + 1 };
  },
};
const CLOSING: ReadonlySet<string> = new Set(["”", '"', "」", "』", "'"]);
const closingQuote: Parser = {
  name: "closing-quote",
  on: "sign",
  parse: ({ text }, at) =>
    at > 0 && CLOSING.has(text.charAt(at)) ? { kind: "break", strength: 1, char: "”", to: at + 1 } : undefined,
};

/** [强], [OK]: pictures of the chat program. */
const sticker: Parser = {
  name: "sticker",
  on: "sign",
  parse({ text }, at) {
    const found = text.charAt(at) === "[" ? /^\[[\u4e00-\u9fa5a-z]{1,4}\]/.exec(text.slice(at, at + 6)) : null;
    return found ? { kind: "word", word: { is: "mark", mark: "filler" }, to: at + found[0].length } : undefined;
  },
};

const LATIN = /[a-z]+/y;
const latinWord: Parser = {
  name: "latin-word",
  on: "sign",
  parse({ text }, at, word) {
    LATIN.lastIndex = at;
    const run = LATIN.exec(text)?.[0];
    if (!run) return undefined;
    return word?.to === at + run.length ? { kind: "word", ...word } : { kind: "unknown", to: at + run.length };
  },
};

const isLatin = (char: string) => char >= "a" && char <= "z";
const isDigit = (char: string) => char >= "0" && char <= "9";
/** Not the po of policy. */
const isPartOfLatin = (text: string, to: number) => isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to));

const NUMERAL: ReadonlySet<string> = new Set("0123456789一二两三四五六七八九十百千几近约上数好");
const ONLY_DIGITS = /^[0-9]+$/;
const READING_FOLLOWS = /^(?:次|人|万|条|件|个|粉)/;
const isReading = ({ text, tokens }: Scanning, to: number) => {
  if (READING_FOLLOWS.test(text.slice(to, to + 1))) return true;
  const before = tokens.findLast(
    (token) =>
      token.kind !== "break" &&
      !(token.kind === "word" && token.word.is === "mark" && token.word.mark === "filler") &&
      !/^(?:数|量|数量|总数|人数)$/.test(token.text),
  );
  if (before?.kind !== "word") return false;
  return before.word.is === "indicator"
    ? before.word.key.startsWith("gauge.")
    : before.word.is === "mark" && before.word.mark === "followers";
};

/** Words of two characters and more, against dates: the longer one is meant, and a date where both are alike. */
const wordOrDate: Parser = {
  name: "word-or-date",
  on: "any",
  parse(scanning, at, known) {
    const { text, now } = scanning;
    const word = known && isPartOfLatin(text, known.to) ? undefined : known;
    const first = text.charAt(at);
    const date = dateAt(text, at, now);
    const wordLength = word && word.to - at > 1 ? word.to - at : 0;
    const dateLength = date ? date.to - at : 0;
    if (date && dateLength >= wordLength) return { kind: "date", when: date.when, to: date.to };
    if (!word || wordLength === 0) return undefined;
    const shorter = shorterWord(scanning, at, word);
    if (shorter) return { kind: "word", ...shorter };
    const digits = isDigit(first) && ONLY_DIGITS.test(text.slice(at, word.to));
    if (digits && (isDigit(text.charAt(word.to)) || isReading(scanning, word.to))) return undefined;
    const figure = NUMERAL.has(first) ? figureAt(text, at) : undefined;
    if (figure && figure.to > word.to && word.word.is !== "fixed-name" && !digits) return undefined;
    return { kind: "word", ...word };
  },
};

const figure: Parser = {
  name: "figure",
  on: "any",
  parse({ text }, at) {
    const found = figureAt(text, at) ?? bareMeasureAt(text, at);
    return found ? { kind: "figure", ...found } : undefined;
  },
};

const person: Parser = {
  name: "person",
  on: "han",
  parse({ text }, at) {
    const to = personAt(text, at);
    return to === undefined ? undefined : { kind: "span", span: "person", to };
  },
};

const anyWord: Parser = {
  name: "any-word",
  on: "han",
  parse: (_, __, word) => (word ? { kind: "word", ...word } : undefined),
};

const sign: Parser = {
  name: "sign",
  on: "sign",
  parse: ({ text }, at) =>
    /[+=\-~@#*_^]/.test(text.charAt(at))
      ? { kind: "break", strength: 1, char: text.charAt(at), to: at + 1 }
      : undefined,
};

/** The first that fits has the place. Above all stand the stretches in which digits count nothing. */
const PARSERS: readonly Parser[] = [
  bullet,
  protectedSpan, // before everything with digits: document numbers, times, telephones
  quotation,
  closingQuote,
  sticker, // before punctuation, which knows the bracket
  punctuation,
  wordOrDate, // before figures: 三农, 一网通办, 3月2日
  latinWord,
  person, // after words: 许可 begins with a surname
  figure,
  anyWord, // single characters last: 上 and 发 begin longer things
  sign,
];

const HAN = PARSERS.filter(({ on }) => on !== "sign");
/** Where no span and no bullet was found, nobody is asked for one. */
const PLAIN_HAN = HAN.filter((parser) => parser !== bullet && parser !== protectedSpan);
const SIGNS = PARSERS.filter(({ on }) => on !== "han");
const isHan = (char: string) =>
  char >= "\u3007" &&
  char <= "\u9fff" &&
  char !== "「" &&
  char !== "」" &&
  char !== "『" &&
  char !== "』" &&
  char !== "》" &&
  char !== "【" &&
  char !== "】";

/** Cuts the text into tokens that cover all of it. */
export function scan(text: string, now: Now, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const scanning: Scanning = { text, now, lexicon, spans: protectedSpans(text), bullets: bulletsOf(text), tokens };
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(scanning, at);
    const last = tokens.at(-1);
    if (token.kind === "unknown" && last?.kind === "unknown" && !token.ordinary && !last.ordinary)
      tokens[tokens.length - 1] = { ...token, from: last.from, text: last.text + token.text };
    else tokens.push(token);
    at = token.to;
  }
  return tokens;
}

type Field = "word" | "figure" | "when" | "span" | "strength" | "char" | "ordinary";
/** Every token has the same fields in the same order: what reads them all meets one shape (measured: a tenth faster). */
function shaped(found: Found, from: number, text: string): Token {
  const all: Pick<Found, "kind" | "to"> & Partial<Record<Field, unknown>> = found;
  const { kind, to, word, figure, when, span, strength, char, ordinary } = all;
  // the fields of the other kinds stay undefined
  return { kind, from, to, text, word, figure, when, span, strength, char, ordinary } as Token;
}

function tokenAt(scanning: Scanning, at: number): Token {
  const { text, lexicon } = scanning;
  const word = longestWord(lexicon, text, at);
  const plain = scanning.spans.size === 0 && scanning.bullets.size === 0;
  for (const parser of isHan(text.charAt(at)) ? (plain ? PLAIN_HAN : HAN) : SIGNS) {
    const found = parser.parse(scanning, at, word);
    if (found?.kind === "word" && found.word.is === "mark" && found.word.mark === "aside")
      return shaped({ kind: "unknown", ordinary: true, to: found.to }, at, text.slice(at, found.to));
    if (found) return shaped(found, at, text.slice(at, found.to));
  }
  return shaped({ kind: "unknown", to: at + 1 }, at, text.charAt(at));
}
