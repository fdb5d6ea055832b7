import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { type Clause, figuresOf } from "./clause.ts";
import { isNaming, names } from "./features.ts";

/** Names a thing of ours and how many. */
export const nextCounts = (next: Clause | undefined): boolean =>
  next?.tokens.some(isNaming) === true && figuresOf(next.tokens).length > 0;

/** 算1次: how many, of what was named before. */
export const countsBare = ({ tokens }: Clause): boolean =>
  figuresOf(tokens).some(({ figure }) => /^(?:count|edition)$/.test(figure.measure)) && !tokens.some(isNaming);

/** The next clause that says something: 公众号，推送，2条 and 收费，7月，12万元 are one phrase in three breaths. */
export const nextTold = (clauses: readonly Clause[], index: number): Clause | undefined =>
  clauses
    .slice(index + 1)
    .find(
      ({ tokens }) =>
        !isWhereTheyWent(tokens) &&
        !isHowRead(tokens) &&
        !tokens.every((token) => BETWEEN.has(token.kind) || isMark(token, "verb", "filler", "noun", "done")),
    );

const BETWEEN: ReadonlySet<string> = new Set(["break", "date"]);
const READ_SO = /(?:看|查|数|核|翻|问)(?:的|到的|出来的)(?:数)?$/;
/** 今儿我戴上老花镜看的: how a figure was read, which comes next. */
const isHowRead = (tokens: readonly Token[]): boolean =>
  READ_SO.test(textOf(tokens)) && !tokens.some((token) => /^(?:figure|question)$/.test(token.kind) || isNaming(token));
const WENT = /^(?:跑|去|到|走|看|查|抽|抽查|检查|转|走访|覆盖)[了的]?[^0-9没未不]{2,16}$/;
/** 跑了城关所和河东所, 跑的城关镇: where they went. */
export const isWhereTheyWent = (tokens: readonly Token[]): boolean =>
  WENT.test(textOf(tokens)) &&
  !tokens.some((token) => /^(?:figure|date|question)$/.test(token.kind) || isNaming(token));

/** 处罚决定1件 */
export const countsPenalties = (next: Clause | undefined): boolean =>
  nextCounts(next) && next?.tokens.some((token) => names(token, /^penalty\.decided$/)) === true;
