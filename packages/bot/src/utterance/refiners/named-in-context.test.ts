import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const meaning = understand({ text, now: "2026-06-17T16:20:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const { act, confirm, entries } = toContract(meaning);
  return [
    confirm ? "card" : act,
    ...(act === "record"
      ? entries.map((one) => [one.indicator, one.quantity, one.applicant, one.outcome].filter(Boolean).join(" "))
      : []),
  ].join(", ");
};

// biome-ignore format: the columns are the test
test.each([
  ["林木采伐许可证办了7本",             "record, permit.decided 7",       "handed out is decided"],
  ["许可证遗失补办3件",                 "ask",                            "a lost one is no new decision"],
  ["许可证公示3条",                     "ask",                            "neither is a notice"],
  ["今天审信息8条",                     "record, info.reviewed 8",        "审 beside 信息 and a figure"],
  ["上网稿件审了7篇",                   "record, info.reviewed 7",        "the figure behind the verb"],
  ["各所报来的信息审完了，一共12条",    "record, info.reviewed 12",       "the figure in the next breath"],
  ["审了3件许可",                       "record, permit.decided 3",       "a permit is 审 as well"],
  ["官网5月访问26800次",                "record, gauge.site_visits 26800", "visits of a site"],
  ["领导访问3次",                       "ask",                            "visits of a person"],
  ["决策草案公开征求意见1次",           "record, interaction.opinion_solicitation 1", "a draft put to the public plans nothing"],
  ["收到张某邮寄的信息公开申请1件",     "record, application.received 1 individual", "a person by name"],
  ["小王收到信息公开申请1件",           "ask",                            "one of ours is no applicant"],
  ["依申请答复2件，一件公开一件不公开", "record, application.outcome 1 granted, application.outcome 1 denied", "公开 beside an answer"],
  ["网站2件公开",                       "ask",                            "公开 without an application"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
