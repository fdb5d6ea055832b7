import {
  APPLICANT_KINDS,
  APPLICANT_LABELS,
  type Catalogue,
  CHANNEL_LABELS,
  type Channel,
  type IndicatorKey,
  indicatorOf,
  type Period,
  RESULT_GROUPS,
  type ResultGroup,
} from "@gongkai/schema";
import type { About, Ask, Choice, Slot } from "./meaning.ts";

/** Every ambiguity has a name and is about one thing: one name, one question. */
export const ASKS = {
  "indicator-missing": "indicator",
  "two-things": "indicator",
  "two-bindings": "quantity",
  "website-which": "indicator",
  "information-which": "indicator",
  "hotline-which": "indicator",
  "consult-which": "indicator",
  "mailbox-which": "indicator",
  "document-which": "indicator",
  "made-or-repealed": "indicator",
  "review-step-which": "indicator",
  "litigation-step-which": "indicator",
  "dispute-which": "indicator",
  "column-which": "indicator",
  "proposal-which": "indicator",
  "reviewed-what": "indicator",
  "cleared-what": "indicator",
  "post-or-disclosure": "indicator",
  "repost-counted": "indicator",
  "online-or-kind": "indicator",
  "not-kept": "indicator",
  "received-or-decided": "intent",
  "subset-counted": "indicator",
  "quantity-missing": "quantity",
  "quantity-approximate": "quantity",
  "quantity-malformed": "quantity",
  "quantity-out-of-proportion": "quantity",
  "figure-unexplained": "quantity",
  "increase-not-reading": "quantity",
  "running-total": "quantity",
  "totals-disagree": "quantity",
  "same-twice": "quantity",
  "unit-other": "unit",
  "fee-unit": "unit",
  "opinions-not-solicitations": "unit",
  "people-not-occasions": "unit",
  "channel-which": "channel",
  "followers-which": "channel",
  "channel-split": "channel",
  "platform-not-kept": "channel",
  "applicant-which": "applicant",
  "outcome-which": "outcome",
  "case-event": "intent",
  "period-vague": "period",
  "period-impossible": "period",
  "period-ahead": "period",
  "period-long": "period",
  "period-which": "period",
  "after-midnight": "period",
  "mood-doubtful": "intent",
  "mood-negated": "intent",
  "mood-underway": "intent",
  "mood-planned": "intent",
  "somebody-elses": "intent",
  "body-whose": "intent",
  "words-unknown": "intent",
  "ordinal-only": "intent",
  "correct-what": "target",
  "undo-how-much": "target",
  "target-missing": "target",
} as const satisfies Readonly<Record<string, About>>;
export type Why = keyof typeof ASKS;

export const ask = (why: Why, words: string, choices: readonly Choice[] = []): Ask => ({
  about: ASKS[why],
  why,
  words,
  choices,
});

export const said = <T>(value: T, text: string): Slot<T> => ({ value, certainty: "said", text });
export const implied = <T>(value: T): Slot<T> => ({ value, certainty: "implied", text: "" });

const NONE_OF_THEM: Choice = { label: "都不是，不用记", also: ["都不是", "不用记"], sets: {}, drops: true };

export const indicatorChoices = (
  catalogue: Catalogue,
  keys: readonly (readonly [IndicatorKey, ...string[]])[],
): Choice[] => [
  ...keys.map(([key, ...also]): Choice => {
    const { label } = indicatorOf(catalogue, key);
    return { label, also, sets: { indicator: said(key, label) } };
  }),
  NONE_OF_THEM,
];

const CHANNEL_TALK: Readonly<Record<Channel, readonly string[]>> = {
  website: ["网站", "官网"],
  wechat: ["公众号", "微信"],
  weibo: [],
  douyin: [],
};
export const channelChoices = (channels: readonly Channel[], of?: Readonly<Record<string, IndicatorKey>>): Choice[] =>
  channels.map((channel) => {
    const label = CHANNEL_LABELS[channel];
    const indicator = of?.[channel];
    return {
      label,
      also: CHANNEL_TALK[channel],
      sets: indicator ? { indicator: said(indicator, label) } : { channel: said(channel, label) },
    };
  });

const APPLICANT_TALK_WORDS = {
  nat: ["个人"],
  biz: ["企业", "公司"],
  res: ["科研"],
  npo: ["公益组织"],
  law: ["律所"],
  oth: [],
};
export const applicantChoices = (): Choice[] =>
  APPLICANT_KINDS.map((kind) => ({
    label: APPLICANT_LABELS[kind],
    also: APPLICANT_TALK_WORDS[kind],
    sets: { applicant: said(kind, APPLICANT_LABELS[kind]) },
  }));

const OUTCOME_LABELS: Readonly<Record<ResultGroup, string>> = {
  granted: "予以公开",
  partial: "部分公开",
  denied: "不予公开",
  unavailable: "无法提供",
  not_processed: "不予处理",
  other: "其他处理",
};
export const outcomeChoices = (): Choice[] =>
  RESULT_GROUPS.map((group) => ({
    label: OUTCOME_LABELS[group],
    sets: { outcome: said(group, OUTCOME_LABELS[group]) },
  }));

export const periodChoices = (periods: readonly (readonly [string, Period])[]): Choice[] =>
  periods.map(([label, period]) => ({ label, sets: { period: said(period, label) } }));
