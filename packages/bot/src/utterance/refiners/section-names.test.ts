import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const meaning = understand({ text, now: "2026-06-17T16:20:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const { act, confirm, entries } = toContract(meaning);
  return [confirm ? "card" : act, ...entries.map((one) => `${one.indicator} ${one.quantity}`)].join(", ");
};

// biome-ignore format: the columns are the test
test.each([
  ["园林处今天微博3条",             "record, newmedia.post 3",  "a name that holds words we know"],
  ["归集科审了6条信息",             "record, info.reviewed 6",  "cut by the lexicon before its last character"],
  ["行政复议应诉股今天公众号2篇",   "record, newmedia.post 2",  "words of ours inside the name count nothing"],
  ["今天园林处处罚1件",             "record, penalty.decided 1", "behind the day"],
  ["盐湖开发办昨天微博2条",         "record, newmedia.post 2",  "an office named by its work"],
  ["执法队昨天作出处罚5件",         "record, penalty.decided 5", "a squad"],
  ["质监站6月3号作出处罚2件",       "record, penalty.decided 2", "a station"],
  ["昨天接受采访1次，采访了待遇科郑科长", "record, publicity.interview 1", "whom they asked"],
  ["公园处罚1件",                   "record, penalty.decided 1",  "处 belongs to 处罚"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
