import { said } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const BARE_UNIT =
  /^(?:单位)?(?:是|就是|按)?(元|块钱?|万元?|万块)(?:的|吧|呢|呀|啊|嘛)?(?:[，,][^0-9一二三四五六七八九十]{1,10})?[。.!！]?$/;
/** 元, in answer to the unit of a charge: the figure said before is taken in it. */
export function inUnit(draft: Draft, hearing: Hearing): Answer | null {
  const unit = draft.asks[0]?.why === "fee-unit" ? BARE_UNIT.exec(hearing.text.trim())?.[1] : undefined;
  if (unit === undefined) return null;
  const [figure, other] = figuresOf(readingOf({ ...hearing, text: draft.text }).tokens);
  if (figure?.figure.type !== "exact" || other) return null;
  const value = unit.startsWith("万") ? figure.figure.value : Math.round(figure.figure.value * 1e4) / 1e8;
  const quantity = said(value, `${figure.text}${unit}`);
  return {
    kind: "answers",
    draft: completed({ ...draft, quantity, asks: asksLeft(draft, ["unit", "quantity"]) }),
    rest: null,
  };
}
