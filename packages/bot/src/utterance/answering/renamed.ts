import { indicatorOf } from "@gongkai/schema";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { understand } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const OPENS = /^(?:不对|不是的?|错了|哦|噢|嗯|啊|[，,。!！\s])*(?:应该|那|就|其实)*是/;

/** 不对，是网上办事, where it was asked which work was meant: one that was not offered. Null: no single work is named. */
export function renamed(draft: Draft, hearing: Hearing): Answer | null {
  const opening = draft.asks[0]?.about === "indicator" ? (OPENS.exec(hearing.text)?.[0].length ?? 0) : 0;
  if (opening === 0 || !draft.quantity) return null;
  const meaning = understand({ ...hearing, text: hearing.text.slice(opening) });
  if (meaning.act !== "ask" || meaning.sure.length > 0) return null;
  const [named, another] = meaning.drafts;
  const alone = named && !another && named.asks.every(({ why }) => why === "quantity-missing");
  if (!alone || !named.indicator || named.quantity || named.period?.certainty === "said") return null;
  const { channels } = indicatorOf(hearing.vocabulary.catalogue, named.indicator.value);
  const channel = channels ? (named.channel ?? draft.channel ?? null) : null;
  return {
    kind: "answers",
    draft: completed({ ...draft, channel, indicator: named.indicator, asks: asksLeft(draft, ["indicator"]) }),
    rest: null,
  };
}
