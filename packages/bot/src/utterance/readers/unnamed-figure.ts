import { ask, said } from "../ask.ts";
import { datesOf, figuresOf, isDone } from "../binding/clause.ts";
import { dateOf } from "../binding/dating.ts";
import type { Mood } from "../binding/mood.ts";
import { isMark, type Reading, type Said, textOf } from "../reading.ts";
import type { Token } from "../token.ts";

const CHEERS = /^(?:6{2,}|23{2,}|8{2,}6?|520|1314|1{2,}|9{3,}|2{2,}|5{3,}|7{2,})$/; // 666 is applause
const COUNTED = new Set(["count", "edition", "none"]);

/** 发了，你记一下: something is to be noted, and what is not said. */
const ASKS_TO_NOTE = /[记登]录?(?:一下|一笔|一条|上|下来|个数)[吧啊哈呀]?[。!]?$/;

/** 《办法》今天印发了: of which kind it was, and whether it counts, is not said. */
const CAME_OUT = /印发|出台|公布|发布|公示|挂网|上网|挂出|公开/;

/** 大家学习一下: news for the group. */
const TELLS_ALL = /大家|各位|请|学习|查收|查阅|转发|周知|群/;

/** 最近发了几条停水通告: of what, and how many. */
const SENT_SOME = /(?:发|推|上|挂)了(?:几|好几|一些|若干)[条篇个]/;

/** 嗯对，就这个数: said of a figure, or of nothing in particular, and of no case. */
const AGREES = /[这那]个(?:数字?|意思|字|日子|日期)|^(?:对|嗯|是的?|没错|好的?|,)+就是?[这那]个[了的啊哈。!]*$/;

/** A figure with nothing named beside it: a report that lost its subject, or talk about something else. */
export function unnamedFigure(
  { text, now }: Reading,
  tokens: readonly Token[],
  moods: readonly Mood[],
): Said | undefined {
  const figures = figuresOf(tokens);
  const ordinal = tokens.some((token) => token.kind === "span" && token.span === "ordinal");
  if (figures.length === 0) {
    const person = tokens.some((token) => token.kind === "span" && token.span === "person");
    if (person && /申请/.test(text)) return asking("case-event", text);
    if (isDone(tokens) && ASKS_TO_NOTE.test(text)) return asking("indicator-missing", text);
    if (SENT_SOME.test(text)) return asking("indicator-missing", text);
    const document = tokens.some(
      (token) => token.kind === "span" && (token.span === "document-number" || token.span === "title"),
    );
    if (document && isDone(tokens) && CAME_OUT.test(text) && !TELLS_ALL.test(text))
      return asking("indicator-missing", textOf(tokens));
    if (ordinal && tokens.some((token) => isMark(token, "noun", "info"))) return asking("ordinal-only", text);
    if (
      !AGREES.test(text) &&
      tokens.some((token) => isMark(token, "step", "that-one") && token.text !== "这" && token.text !== "那") &&
      !tokens.some((token) => isMark(token, "chat"))
    )
      return asking("case-event", text);
    return undefined;
  }
  if (figures.some((token) => token.figure.measure === "money") && /费|罚|收入/.test(text))
    return asking("unit-other", text);
  if (CHEERS.test(text)) return undefined;
  if (
    moods.some(
      (mood) => mood === "plan" || mood === "aim" || mood === "elsewhere" || mood === "hearsay" || mood === "compare",
    )
  )
    return { act: "ignore", why: "not-done" };
  const core =
    figures.every(
      (token) => token.figure.measure === "edition" || /^(?:条|件|篇|则|封|宗|起)$/.test(token.figure.unit),
    ) && !tokens.some((token) => isMark(token, "foreign", "chat"));
  const strange =
    !core &&
    tokens.some(
      (token) =>
        token.kind === "unknown" ||
        isMark(token, "foreign", "chat", "topic") ||
        (token.kind === "figure" && !COUNTED.has(token.figure.measure)),
    );
  if (strange && !isDone(tokens)) return undefined;
  if (!core && tokens.some((token) => token.kind === "unknown" && token.text.length > 3)) return undefined;
  const [figure] = figures;
  if (figure?.figure.type === "approximate") return asking("quantity-approximate", text);
  const why = ask("indicator-missing", text);
  const dated = dateOf(datesOf(tokens), undefined, now, isDone(tokens));
  const quantity =
    figures.length === 1 && figure?.figure.type === "exact" ? { quantity: said(figure.figure.value, figure.text) } : {};
  const period = "period" in dated ? { period: dated.period } : {};
  const asks = "ask" in dated ? [why, dated.ask] : [why];
  return { act: "ask", sure: [], drafts: [{ text, ...quantity, ...period, asks }], ask: why };

  function asking(
    name: "indicator-missing" | "ordinal-only" | "case-event" | "quantity-approximate" | "unit-other",
    words: string,
  ): Said {
    const question = ask(name, words);
    return { act: "ask", sure: [], drafts: [{ text: words, asks: [question] }], ask: question };
  }
}
