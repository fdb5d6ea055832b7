import { said } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { quantityOf } from "../binding/quantity.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { readingOf } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const BREAKS = 3; // characters that may stand behind the figure: 十一封吧

/** 我数数啊，快报一条，数据一条，再加个公告，三条: the figure at the end is the answer. Null: told otherwise. */
export function countedUp(draft: Draft, hearing: Hearing): Answer | null {
  const question = draft.asks[0];
  const key = draft.indicator?.value;
  if (!key || question?.about !== "quantity" || question.why === "quantity-out-of-proportion") return null;
  const { tokens, text } = readingOf(hearing);
  const figures = figuresOf(tokens);
  const last = figures.at(-1);
  if (last?.figure.type !== "exact" || text.length - last.to > BREAKS || text.length < 6) return null;
  if (figures.length > 1 && last.figure.measure === "none") return null; // 3条，都是315的
  const behind = tokens.filter((token) => token.from >= last.to);
  if (!behind.every((token) => token.kind === "break" || isMark(token, "filler", "done", "doubt"))) return null;
  const names = (token: Token) => isNaming(token) && !isMark(token, "foreign");
  if (tokens.some((token) => names(token) || token.kind === "date" || isMark(token, "plan", "aim"))) return null;
  const parts = figures.slice(0, -1).reduce((sum, { figure }) => sum + (figure.type === "exact" ? figure.value : 0), 0);
  const onePart = figures.length === 2 && parts === last.figure.value; // 快报一条，数据一条
  if (parts > last.figure.value || onePart) return null;
  const counted = quantityOf(last.figure, key, last.text);
  if ("ask" in counted) return null;
  const quantity = said(counted.quantity.value, last.text);
  return { kind: "answers", draft: completed({ ...draft, quantity, asks: asksLeft(draft, ["quantity"]) }), rest: null };
}
