import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const { act, entries = [] } = toContract(
    understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }),
  );
  return [
    act,
    ...entries.map(({ indicator, quantity, channel }) => `${indicator} ${quantity} ${channel ?? "-"}`),
  ].join();
};

// biome-ignore format: a table
const CASES: readonly (readonly [text: string, heard: string])[] = [
  ["2月公众号（篇）58　抖音（条）11",      "record,newmedia.post 58 wechat,newmedia.post 11 douyin"],
  ["2月公众号（篇）：58，抖音（条）：11",  "record,newmedia.post 58 wechat,newmedia.post 11 douyin"],
  ["2月收费（万元）\t6.4",                 "record,fee.collected 6.4 -"],
  ["2月收费（元）：8200",                  "record,fee.collected 0.82 -"],
  ["2月收费（单位：万元）3.5",             "record,fee.collected 3.5 -"],
  ["2月网站访问量（万次）：4.2",           "record,gauge.site_visits 42000 -"],
  ["官微（微博）今天四条",                 "record,newmedia.post 4 weibo"],
  ["重点领域（医疗卫生）信息公开6条",      "record,disclosure.key_area 6 -"],
  ["主动公开信息（一般类）：6条",          "record,disclosure.other 6 -"],
  ["公众号（微信）发布3条",                "record,newmedia.post 3 wechat"],
  ["政策解读（图解）2条",                  "record,disclosure.policy_interpretation 2 -"],
  ["公众号（今日）：3条",                  "record,newmedia.post 3 wechat"],
  // what is in the brackets may be another thing
  ["公众号（抖音）3条",                    "ask"],
  ["公众号（转发）3条",                    "ask"],
  ["公众号（草稿）3条",                    "ask"],
  ["公众号（未发）3条",                    "ask"],
  ["公众号（市局）3条",                    "ask"],
  ["2月收费（件）：12",                    "ask"],
];

test.each(CASES)("%s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
