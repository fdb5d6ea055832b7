import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing, Item } from "../meaning.ts";
import { readingOf, understand } from "../understand.ts";

const KINDS: Readonly<Record<string, string>> = {
  "review-step-which": "复议",
  "litigation-step-which": "诉讼",
  "outcome-which": "依申请公开答复",
  "applicant-which": "收到依申请公开",
};

/** 一件其他: as the form calls it. */
const BARE_OTHER = /其[他它](?!结果|方式)(?:的)?/;

/**
 * 一件维持，一件给纠正了, of two that were decided; 一件是个人提的，另一件是企业, of two that came in: each with its own
 * figure. Null: told otherwise.
 */
export function byResult(draft: Draft, hearing: Hearing): Answer | null {
  const kind = KINDS[draft.asks[0]?.why ?? ""];
  const parts = hearing.text.split(/[，,。；;、]/).filter((part) => part.trim() !== "");
  if (kind === undefined || parts.length < 2 || !draft.quantity) return null;
  const counted = parts.every((part) => figuresOf(readingOf({ ...hearing, text: part }).tokens).length === 1);
  if (!counted) return null;
  const items: Item[] = [];
  for (const part of parts) {
    const meaning = understand({ ...hearing, text: `${kind}${part.replace(BARE_OTHER, "其他结果")}` });
    const [item, another] = meaning.act === "record" ? meaning.items : [];
    if (!item || another) return null;
    items.push(item.period.certainty === "said" || !draft.period ? item : { ...item, period: draft.period });
  }
  const sum = items.reduce((all, { quantity }) => all + quantity.value, 0);
  return sum === draft.quantity.value ? { kind: "no", rest: { act: "record", items, oddities: [] } } : null;
}
