import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing, Meaning } from "../meaning.ts";
import { readingOf, understand } from "../understand.ts";

const OTHER_PLATFORM = /视频号|头条号|小红书|快手|b站|知乎|客户端|app/i;

/** 抖音3条，剩下1条微博: the rest, with its figure. */
const REST_WITH_FIGURE = /(?:剩下|其余|余下|剩余)的?(?=[0-9一二两三四五六七八九十])/;

/**
 * 公众号1条，微博2条, in answer to where three posts of yesterday went: an item for every channel, of the day that was
 * said. Null: told otherwise, or they do not add up.
 */
export function byChannel(draft: Draft, hearing: Hearing): Answer | null {
  const asked = draft.asks.some(
    ({ about, why }) => about === "channel" || why === "channel-split" || why === "indicator-missing",
  );
  if (!asked || (draft.indicator && draft.indicator.value !== "newmedia.post")) return null;
  const told = understand({ ...hearing, text: hearing.text.replace(REST_WITH_FIGURE, "") });
  // 2条公众号，剩下1条在视频号: what went to a place that is kept nowhere is let go
  const elsewhere = told.act === "ask" && OTHER_PLATFORM.test(hearing.text);
  const items = told.act === "record" ? told.items : elsewhere ? told.sure : [];
  const [first, ...others] = items;
  const posts = items.every((item) => item.indicator.value === "newmedia.post" && item.period.certainty === "implied");
  if (!first || (others.length === 0 && !elsewhere) || !posts) return null;
  const [figure, second] = figuresOf(readingOf({ ...hearing, text: draft.text }).tokens);
  const whole = draft.quantity?.value ?? (figure?.figure.type === "exact" && !second ? figure.figure.value : undefined);
  const sum = items.reduce((all, { quantity }) => all + quantity.value, 0);
  if (whole === undefined || (elsewhere ? sum >= whole : sum !== whole)) return null;
  const period = draft.period;
  const dated = period ? items.map((item) => ({ ...item, period })) : items;
  const [one, ...rest] = dated;
  const more: Meaning | null = rest.length > 0 ? { act: "record", items: rest, oddities: [] } : null;
  return one ? { kind: "answers", draft: { ...one, asks: [] }, rest: more } : null;
}
