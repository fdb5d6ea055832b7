import { figuresOf } from "../binding/clause.ts";
import { quantityOf } from "../binding/quantity.ts";
import type { Answer, Draft, Hearing, Slot } from "../meaning.ts";
import { readingOf } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const CHECKED =
  /^(?:对|是|嗯|我|刚|又|再|都|已经?|[，,。\s])*(?:没错|没问题|无误|确认|核对(?:过|了|完)|核(?:过|实)|查过|就是这(?:个|么多)|数(?:是|没)(?:对|错)|准确|属实)(?:[的了啊过，,。!！\s]|无误|没错|没问题|就是这个数?)*$/;

/** 没错，就是这么多，网上批量办的 */
const AGREES =
  /^(?:对|是|嗯|我|刚|[，,。\s])*(?:数)?(?:没错|没问题|无误|核对过了?|核过了?|就是这么多|就是这个数|确认)[，,。！!\s][^0-9]*$/u;
const TOO_MANY_DIGITS = /(?:多|少|漏)(?:打|写|输|按|敲|加)了?[一二两俩三四0-9]?个?(?:零|0|位)(?:数)?[，,。\s]*/gu;
const WAS_WRONG = /不对|不是|错|实为|应为|[多少漏][打写输按敲加]|[打写输按敲报][多少]了|看岔|手滑/;

/** 没错，就是12680件, in answer to a figure out of all proportion: said again, or checked, it stands. Null: told otherwise. */
export function anyway(draft: Draft, hearing: Hearing): Answer | null {
  const question = draft.asks[0];
  const key = draft.indicator?.value;
  if (question?.why !== "quantity-out-of-proportion" || !key) return null;
  const figuresIn = (text: string) => figuresOf(readingOf({ ...hearing, text }).tokens).map(({ figure }) => figure);
  const [first, second] = figuresIn(draft.text);
  const spoken = hearing.text.replace(TOO_MANY_DIGITS, "，");
  const [again, other] = figuresIn(spoken).filter(({ measure }) => measure === first?.measure || measure === "none");
  if (first?.type !== "exact" || second || other) return null;
  // 不对，多打了俩零，460件
  if (again?.type === "exact" && again.value !== first.value && WAS_WRONG.test(hearing.text)) {
    const counted = quantityOf(again, key, hearing.text);
    return "ask" in counted ? null : settled(draft, counted.quantity);
  }
  const same = again?.type === "exact" && again.value === first.value && !/[不没](?:是|对|到)|错了/.test(hearing.text);
  if (!same && !(again === undefined && (CHECKED.test(hearing.text.trim()) || AGREES.test(hearing.text.trim()))))
    return null;
  const counted = quantityOf(first, key, draft.text, "checked");
  if ("ask" in counted) return null;
  return settled(draft, counted.quantity);
}

const settled = (draft: Draft, quantity: Slot<number>): Answer => ({
  kind: "answers",
  draft: completed({ ...draft, quantity, asks: asksLeft(draft, ["quantity"]) }),
  rest: null,
});
