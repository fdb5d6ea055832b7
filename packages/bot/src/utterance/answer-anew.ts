import { CHANNEL_LABELS, indicatorOf } from "@gongkai/schema";
import { figuresOf } from "./binding/clause.ts";
import { isNaming } from "./binding/features.ts";
import type { Answer, Draft, Hearing } from "./meaning.ts";
import { readingOf, understand } from "./understand.ts";

const ONLY = /^(?:那|就|你|请|帮我|先)*(?:只|光|单)(?:记|报|算|录|登|要)?(?=.)/;
/** 那就只记今天的，今天2条, in answer to a year in one figure: the report over again, shorter. Null: told otherwise. */
export function anew(draft: Draft, hearing: Hearing): Answer | null {
  const key = draft.indicator?.value;
  const reply = hearing.text.replace(ONLY, "");
  if (!key || reply === hearing.text || !draft.asks.some(({ about }) => about === "period")) return null;
  const { tokens, vocabulary } = readingOf({ ...hearing, text: reply });
  if (figuresOf(tokens).length !== 1 || tokens.some(isNaming)) return null;
  const { label } = indicatorOf(vocabulary.catalogue, key);
  const where = draft.channel ? CHANNEL_LABELS[draft.channel.value] : "";
  const told = understand({ ...hearing, text: `${where}${label}：${reply}` });
  const [item, another] = told.act === "record" ? told.items : [];
  if (!item || another || item.indicator.value !== key) return null;
  return { kind: "answers", draft: { ...item, asks: [] }, rest: null };
}
