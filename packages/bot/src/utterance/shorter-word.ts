import { dateAt } from "./dates/date-at.ts";
import type { Now } from "./dates/when.ts";
import { type Lexicon, longestWord } from "./lexicon.ts";

type Known = NonNullable<ReturnType<typeof longestWord>>;
type Within = Readonly<{ text: string; lexicon: Lexicon; now: Now }>;

const OURS: ReadonlySet<string> = new Set("我本咱俺");
const OFFICE: ReadonlySet<string> = new Set("处科局委办所");

/** Where the last character of the longest word begins what follows it: the word without it. Undefined: the word stands. */
export function shorterWord({ text, lexicon, now }: Within, at: number, word: Known): Known | undefined {
  const first = text.charAt(at);
  // 网站上线了2条: 上 belongs to the verb
  if (word.word.is === "channel" && text.charAt(word.to - 1) === "上" && /[线传墙架稿午]/.test(text.charAt(word.to)))
    return { word: word.word, to: word.to - 1 };
  // 公众号上周四1条: 上 belongs to the date
  if (word.word.is === "channel" && text.charAt(word.to - 1) === "上" && dateAt(text, word.to - 1, now))
    return { word: word.word, to: word.to - 1 };
  // 传真申请公开1件: 申请 belongs to what is asked for
  if (word.word.is === "via" && text.startsWith("申请公开", word.to - 2) && word.to - 2 > at)
    return { word: word.word, to: word.to - 2 };
  // 我们处罚3件, 我局长信箱: the last character begins a word of its own
  if (OURS.has(first) && OFFICE.has(text.charAt(word.to - 1))) {
    const next = longestWord(lexicon, text, word.to - 1);
    const shorter = next && next.to > word.to ? longestWord(lexicon, text.slice(0, word.to - 1), at) : undefined;
    if (shorter) return shorter;
  }
  // 挂了解读两条: 了 belongs to the verb
  if (first === "了" || first === "过") {
    const next = longestWord(lexicon, text, at + 1);
    if (next && next.to > word.to && next.word.is === "indicator")
      return { word: { is: "mark", mark: "done" }, to: at + 1 };
  }
  // 小二十个, 小三百条: nearly so many, and nobody's name
  if (word.word.is === "person" && (first === "小" || first === "老") && /[十百千万]/.test(text.charAt(word.to)))
    return { word: { is: "mark", mark: "filler" }, to: at + 1 };
  return undefined;
}
