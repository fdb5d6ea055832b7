import type { ApplicantKind, Channel, IndicatorKey, ResultGroup, Via } from "@gongkai/schema";
import type { Mark } from "./words/mark.ts";

/** What one word of the vocabulary says. */
export type Word =
  /** Names one indicator by itself. */
  | Readonly<{ is: "indicator"; key: IndicatorKey }>
  | Readonly<{ is: "channel"; channel: Channel }>
  | Readonly<{ is: "applicant"; applicant: ApplicantKind }>
  | Readonly<{ is: "via"; via: Via }>
  | Readonly<{ is: "outcome"; outcome: ResultGroup }>
  | Readonly<{ is: "section"; key: string }>
  | Readonly<{ is: "person" }>
  /** 视频号, 头条号: places we publish that no indicator keeps. */
  | Readonly<{ is: "other-platform" }>
  /** 十四五, 三农: a name with a numeral in it that counts nothing. */
  | Readonly<{ is: "fixed-name" }>
  /** Part of a name, a mood, a binder, or plain filler. */
  | Readonly<{ is: "mark"; mark: Mark }>;

/** `next` by the code of the character: taken as a string, every character of a message would be a new one. */
type Node = { readonly next: Map<number, Node>; word: Word | undefined };

/** What the parser looks words up in: a tree of characters, compiled once per office. */
export type Lexicon = Readonly<{ root: Node }>;

export function lexiconOf(words: Iterable<readonly [string, Word]>): Lexicon {
  const root: Node = { next: new Map(), word: undefined };
  for (const [text, word] of words) {
    let node = root;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), word: undefined };
        node.next.set(code, next);
      }
      node = next;
    }
    node.word = word;
  }
  return { root };
}

/** The longest word of the lexicon that begins at `at`; it never looks further than that word is long. */
export function longestWord(
  lexicon: Lexicon,
  text: string,
  at: number,
): Readonly<{ to: number; word: Word }> | undefined {
  let node = lexicon.root;
  let found: { to: number; word: Word } | undefined;
  for (let to = at; to < text.length; ) {
    const next = node.next.get(text.charCodeAt(to));
    if (!next) break;
    node = next;
    to += 1;
    if (node.word) found = { to, word: node.word };
  }
  return found;
}
