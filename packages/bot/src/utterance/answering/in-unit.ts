import { said } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const BARE_UNIT =
  /^(?:单位)?(?:是|就是|按)?(元|块钱?|万元?|万块)(?:的|吧|呢|呀|啊|嘛)?(?:[，,][^0-9一二三四五六七八九十]{1,10})?[。.!！]?$/;
/** 单位是元，就是36.5万元: the unit, and what that comes to. */
const AND_COMES_TO = /[，,](?:也)?(?:就是|即|合|等于|折合)?([0-9]+(?:\.[0-9]+)?)万(?:元)?[。.!！]?$/;
/** 元, in answer to the unit of a charge: the figure said before is taken in it. */
export function inUnit(draft: Draft, hearing: Hearing): Answer | null {
  const told = hearing.text.trim();
  const comes = AND_COMES_TO.exec(told)?.[1];
  const unit = draft.asks[0]?.why === "fee-unit" ? BARE_UNIT.exec(told.replace(AND_COMES_TO, ""))?.[1] : undefined;
  if (unit === undefined) return null;
  const [figure, other] = figuresOf(readingOf({ ...hearing, text: draft.text }).tokens);
  if (figure?.figure.type !== "exact" || other) return null;
  const value = unit.startsWith("万") ? figure.figure.value : Math.round(figure.figure.value * 1e4) / 1e8;
  if (comes !== undefined && Number(comes) !== value) return null;
  const quantity = said(value, `${figure.text}${unit}`);
  return {
    kind: "answers",
    draft: completed({ ...draft, quantity, asks: asksLeft(draft, ["unit", "quantity"]) }),
    rest: null,
  };
}
