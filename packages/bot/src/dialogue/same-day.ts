import type { Draft, Item } from "../utterance/meaning.ts";
import { standingOf } from "./standing-records.ts";
import { isDay, periodOf } from "./stated-fact.ts";
import type { Work } from "./work.ts";

const SAME_DAY = /^(?:还是|也是|就是?|嗯|都是|[，,\s])*(?:同一?天|同日|当天|当日|也是那天|那天)/u;

/** 同一天还下了处罚决定4份, right behind a record: of its day. Drafts that leave no other day open are filled. */
export function onSameDay({ state, view, turn }: Work, drafts: readonly Draft[]): readonly Draft[] {
  const [done] = state.done;
  if (!state.echoed || !done || !SAME_DAY.test(turn.text.trim())) return drafts;
  const days = new Set(standingOf(view, done.recorded).flatMap(({ fact }) => periodOf(fact) ?? []));
  const [day, another] = days;
  if (day === undefined || another !== undefined || !isDay(day)) return drafts;
  return drafts.map((draft) =>
    draft.asks.some(({ about }) => about === "period")
      ? {
          ...draft,
          period: { value: day, certainty: "said", text: draft.text },
          asks: draft.asks.filter(({ about }) => about !== "period"),
        }
      : draft,
  );
}

const GOES_ON = /^(?:接着|继续|接上|接下来|续)(?:报|说|是|的)?[，,：:、\s]/u;

/** 接着，行政处罚7件, right behind the figures of a month: of that month as well, where no other day is said. */
export function inSamePeriod({ state, view, turn }: Work, items: readonly Item[]): readonly Item[] {
  const [done] = state.done;
  if (!state.echoed || !done || !GOES_ON.test(turn.text.trim())) return items;
  const [period, another] = new Set(standingOf(view, done.recorded).flatMap(({ fact }) => periodOf(fact) ?? []));
  if (period === undefined || another !== undefined) return items;
  return items.map((item) =>
    item.period.certainty === "implied" ? { ...item, period: { value: period, certainty: "said", text: "" } } : item,
  );
}
