import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { report } from "./report.ts";

function heard(text: string): string {
  const said = report.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  if (said.act === "record")
    return `record ${said.items.map((item) => `${item.indicator.value} ${item.quantity.value}`).join(", ")}${said.oddities.length > 0 ? " shown first" : ""}`;
  if (said.act === "ask") return `ask ${said.ask.why}`;
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["今天公众号3条",         "record newmedia.post 3",  "plain"],
  ["按要求下架过期信息13条",    "record info.cleared 13",  "a manner word"],
  ["今天没少发，公众号5条",     "record newmedia.post 5",  "rhetoric"],
  ["公纵号3条",           "ask indicator-missing",   "a word nobody knows"],
  ["上周四下午开展督查1次", "record inspection.held 1", "上 of 上周四 begins no occasion of this afternoon"],
  ["三旧改造专栏今天新上线1个", "record column.added 1", "改 in the name of a column mends nothing"],
  ["冬季供暖专栏今天新增1个", "record column.added 1", "the season is in its name"],
  ["今天公众号没发成，微博倒是发了1条", "record newmedia.post 1", "倒是 only sets them apart"],
  ["收到1份信息公开申请，村民赵大爷自己来交的", "record application.received 1", "in person, in other words"],
  ["许可5件，材料都齐",       "record permit.decided 5", "idle talk"],
  ["许可5件，证还压着",       "ask mood-negated",        "talk that may deny"],
  ["许可已经210件了",       "ask running-total",       "how far it has come"],
  ["今天公众号1条，剩下的明天再发", "record newmedia.post 1",  "what is left is another matter"],
  ["在二七区给基层做了1场培训",   "record training.held 1",  "where and for whom"],
  ["市局处罚3件",          "ignore",                  "another body's"],
  ["处罚、强制均为0",        "ignore",                  "a nil of each"],
  ["嗯对，就这个数", "not its turn", "agreed to: no step of a case"],
  ["那个延期了", "ask case-event", "of which case?"],
  ["你好",              "not its turn",            "nothing in it"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
