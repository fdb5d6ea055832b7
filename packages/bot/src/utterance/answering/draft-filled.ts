import type { IndicatorKey } from "@gongkai/schema";
import { said } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { dateOf } from "../binding/dating.ts";
import { featuresOf, isNaming } from "../binding/features.ts";
import { nameOf } from "../binding/naming.ts";
import { followersOf } from "../binding/part-names.ts";
import { quantityOf } from "../binding/quantity.ts";
import type { Ask, Draft } from "../meaning.ts";
import type { Reading } from "../reading.ts";
import { asksLeft, completed } from "./draft-slots.ts";

/** 4月20件, in answer to which months 58 are of: another figure than the one that waits for its day. */
export const contradicts = (
  token: ReturnType<typeof figuresOf>[number] | undefined,
  { quantity }: Draft,
  open: ReadonlySet<string>,
): boolean =>
  token?.figure.type === "exact" &&
  !token.figure.implied &&
  quantity !== undefined &&
  !open.has("quantity") &&
  !open.has("unit") &&
  !open.has("target") &&
  !open.has("intent") &&
  token.figure.value !== quantity.value;

/** 一个老兵本人来窗口递的: a private person in other words. */
const PRIVATE = /本人|村民|居民|市民|群众|老人|大爷|大妈|大姐|老兵|业主|家长|先生|女士|老先生|学生/;

/** Fills every open slot the phrase speaks to; null when it speaks to none. */
export function filled(reading: Reading, draft: Draft): Draft | null {
  const { tokens, vocabulary, now, text } = reading;
  const features = featuresOf(tokens);
  const [figure, otherFigure] = figuresOf(tokens);
  const dates = tokens.filter((token) => token.kind === "date");
  const open = new Set(draft.asks.map(({ about }) => about));
  if (contradicts(figure, draft, open)) return null;
  let next = draft;
  const settle = (about: Ask["about"], slots: Partial<Draft>) => {
    next = { ...next, ...slots, asks: asksLeft(next, [about]) };
  };
  if (open.has("indicator") && tokens.some(isNaming)) {
    const name = nameOf(features, { catalogue: vocabulary.catalogue, measure: "none", unit: "", value: null });
    if (name.type === "named") {
      const channel = name.channel ? { channel: said(name.channel, text) } : {};
      settle("indicator", { indicator: said<IndicatorKey>(name.key, text), ...channel });
      // 1280000, and then 公众号: a figure is measured by what it turns out to count
      const told = {
        type: "exact",
        value: draft.quantity?.value ?? 0,
        measure: "none",
        unit: "",
        implied: false,
      } as const;
      const counted = draft.quantity && quantityOf(told, name.key, draft.text);
      if (counted && "ask" in counted) return { ...next, asks: [counted.ask, ...asksLeft(next, ["quantity"])] };
    } else if (name.type === "ask") {
      const key = name.key ? { indicator: said<IndicatorKey>(name.key, text) } : {};
      next = { ...next, ...key, asks: [name.ask, ...asksLeft(next, ["indicator", name.ask.about])] };
      // 自然人，依申请公开，1件: what the name asks for is said beside it
      const [kind, another] = features.applicants;
      if (name.ask.why !== "applicant-which" || !kind || another) return next;
      settle("applicant", { applicant: said(kind, text) });
    }
  }
  const [channel, otherChannel] = features.channels;
  const gauge = otherChannel ? undefined : followersOf(channel);
  if (open.has("channel") && channel && !otherChannel) {
    const followers = draft.asks.some(({ why }) => why === "followers-which");
    if (!followers) settle("channel", { channel: said(channel, text) });
    else if (gauge) settle("channel", { indicator: said(gauge, text) });
  }
  // 粉丝又涨了230, then 公众号的，总数是18642: whose followers
  const growth = draft.asks.some(({ why }) => why === "increase-not-reading") && /粉丝|关注|订阅/.test(draft.text);
  if (growth && !next.indicator && channel && !gauge) return null; // 抖音的: nobody keeps who follows it
  if (growth && !next.indicator && gauge && figure) next = { ...next, indicator: said(gauge, text) };
  if ((open.has("quantity") || open.has("unit")) && figure && !otherFigure) {
    const counted = quantityOf(figure.figure, next.indicator?.value ?? "newmedia.post", text);
    if ("ask" in counted) return { ...next, asks: [counted.ask, ...asksLeft(next, ["quantity", "unit"])] };
    settle("quantity", { quantity: counted.quantity });
    // 国庆假期涨了860, then 现在的总数是21450: as it stands today
    if (growth && dates.every(({ text: day }) => /^(?:现在|目前|这会儿|眼下|今天)/.test(day)))
      next = { ...next, period: { value: now.day, certainty: "implied", text: "" } };
    // 大概十五六条吧, then 十六: what is told exactly is no guess any more
    next = { ...next, asks: next.asks.filter(({ why }) => why !== "mood-doubtful") };
    next = { ...next, asks: asksLeft(next, ["unit"]) };
  }
  if (open.has("period") && dates.length > 0) {
    // 31号的, asked on the 1st: what is asked about has happened
    const past = dates.map((date) =>
      date.when.type === "open" ? { ...date, when: { type: "day", period: date.when.past } as const } : date,
    );
    const dated = dateOf(past, next.indicator?.value, now, true);
    if ("ask" in dated) return { ...next, asks: [dated.ask, ...asksLeft(next, ["period"])] };
    settle("period", { period: dated.period });
  }
  // 5200元，上个月的: a day said with the answer takes the place of one that was only implied
  if (!open.has("period") && next.period?.certainty === "implied" && dates.length === 1 && next !== draft) {
    const dated = dateOf(dates, next.indicator?.value, now, true);
    if ("period" in dated) next = { ...next, period: dated.period };
  }
  const [applicant = PRIVATE.test(text) ? ("nat" as const) : undefined] = features.applicants;
  if (open.has("applicant") && applicant) settle("applicant", { applicant: said(applicant, text) });
  const [outcome] = features.outcomes;
  if (open.has("outcome") && outcome) settle("outcome", { outcome: said(outcome, text) });
  const [via] = features.vias;
  if (via && !next.via && next !== draft) next = { ...next, via: said(via, text) };
  return next === draft ? null : completed(next);
}
