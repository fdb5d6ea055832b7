import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const meaning = understand({ text, now: "2026-09-16T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const { act, confirm, entries } = toContract(meaning);
  return [
    confirm ? "card" : act,
    ...(act === "record" ? entries.map((one) => `${one.quantity} ${one.period.slice(5)}`) : []),
  ].join(" ");
};

// biome-ignore format: the columns are the test
test.each([
  ["9月8日行政处罚1起，未按规定配备灭火器材",     "record 1 09-08", "which duty was neglected"],
  ["8月处罚3件，全是没给员工参保的",              "record 3 08",    "whom it struck"],
  ["昨天处罚4件，两家偷排两家没验收",             "record 4 09-15", "so many of each"],
  ["昨天处罚2件，混凝土强度造假",                 "record 2 09-15", "a fraud that was punished"],
  ["局长信箱今天回了三封，全是夜间施工吵得睡不着", "record 3 09-16", "what citizens complained of"],
  ["领导信箱今天回了1封，来信人想了解参展补助",   "record 1 09-16", "what one of them wishes to know"],
  ["局长信箱昨天回复3封，两封说秤不准一封说卖假酒", "record 3 09-15", "and what each of them said"],
  ["8月收到行政诉讼1件，培训机构告我们吊销办学许可", "record 1 08",  "what a lawsuit is about"],
  ["8月行政复议收到2件，申请人都是职业打假的",    "record 2 08",    "who disputes"],
  ["9月8号行政复议维持一件，原处罚没问题",        "record 1 09-08", "what was upheld"],
  ["昨天答复无法提供1件，因为本机关没制作过这个材料", "record 1 09-15", "why the answer was what it was"],
  ["昨天对五个街道中队督查一次，发现台账普遍不全", "record 1 09-15", "what was found"],
  ["旧的采砂公告没用了，上周二清理过期信息4条",   "record 4 09-08", "why they were cleared, told first"],
  ["今天审核信息9条，没发现错别字",               "record 9 09-16", "what was not found in them"],
  ["8月共审核信息156条，没有退稿",                "record 156 08",  "nor sent back"],
  ["9月7号废止了两件行政规范性文件,老早就没人用了", "ask",          "since when is a time of its own, and asked about"],
  ["昨天培训1场，请专家讲的",                     "record 1 09-15", "who spoke at it"],
  ["昨天网上办事62件，全程不用跑腿",              "record 62 09-15", "how it went for those who came"],
  ["昨天咨询热线接了72个，大家嗓子都哑了",        "record 72 09-15", "how it went for us"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["昨天处罚2件，没下达",         "it has not gone out"],
  ["昨天处罚2件，局长没批",       "it was not approved"],
  ["昨天处罚2件，法制科没审",     "it was not looked over"],
  ["昨天处罚2件，没走完程序",     "it is still on its way"],
  ["昨天处罚2件，是假的",         "there was none"],
  ["昨天处罚2件，当事人没签收",   "it may not have taken effect"],
  ["昨天处罚2件，证据不足没罚成", "it came to nothing"],
  ["昨天处罚2件，只是口头警告",   "it is another thing"],
  ["昨天许可5件，窗口没盖章",     "it lacks its seal"],
  ["昨天许可5件，现场没通过",     "it failed"],
  ["昨天公众号3条，领导没签",     "it waits for a signature"],
  ["昨天公众号3条，审核没过",     "it was turned down"],
  ["昨天解读2条，领导觉得不行",   "it may not be out"],
  ["昨天清理过期信息3条，旧公告没清完", "it is not done"],
  ["昨天培训1场，老师没来改天了", "it was put off"],
  ["昨天培训1场，改到下周了",     "to another week"],
])("%s is asked about: %s", (text) => {
  expect(heard(text)).toBe("ask");
});
