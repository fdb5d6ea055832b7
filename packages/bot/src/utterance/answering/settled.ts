import { said } from "../ask.ts";
import type { Answer, Ask, Choice, Draft, Meaning } from "../meaning.ts";
import { isFullName } from "../parsers/person.ts";
import { completed } from "./draft-slots.ts";

/** Several items at once: the draft is the first of them, the others are reported beside it. */
export function madeBy({ makes = [] }: Choice): Answer | null {
  const [first, ...others] = makes;
  if (!first) return null;
  const rest: Meaning | null = others.length > 0 ? { act: "record", items: others, oddities: [] } : null;
  return { kind: "answers", draft: { ...first, asks: [] }, rest };
}

export function settledBy(choice: Choice, draft: Draft, question: Ask): Draft {
  const asks = draft.asks.filter((one) => one !== question && !(one.why === question.why));
  return completed({ ...draft, ...choice.sets, asks });
}

/** 是家公司，宏远建材: the name of a body. */
const BODY = /^(?:叫|名叫|就是|是)?(?!都|也|还|要|想|网上|邮寄|当面|传真)[\u4e00-\u9fa5]{2,14}(?<![的了吧呢吗])$/;
/** 个人，周德贵: the applicant's name goes with the kind; anything else behind the choice is heard for itself. */
export function settledWith(
  choice: Choice,
  draft: Draft,
  question: Ask,
  after: string,
  restOf: (text: string) => Meaning | null,
): Answer {
  const made = madeBy(choice);
  if (made) return made;
  const settled = settledBy(choice, draft, question);
  const name = after.replace(/[，,。\s]/g, "");
  const surname = /^姓([\u4e00-\u9fa5])$/.exec(name)?.[1];
  if (question.about === "applicant" && surname)
    return { kind: "answers", draft: { ...settled, who: said(`${surname}某`, name) }, rest: null };
  const body = question.about === "applicant" && settled.applicant?.value !== "nat" && BODY.test(name);
  return body || (question.about === "applicant" && isFullName(name))
    ? { kind: "answers", draft: { ...settled, who: said(name, name) }, rest: null }
    : { kind: "answers", draft: settled, rest: restOf(after) };
}
