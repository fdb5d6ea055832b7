import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const meaning = understand({ text, now: "2026-06-17T16:20:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const { act, confirm, entries } = toContract(meaning);
  return [
    confirm ? "card" : act,
    ...(act === "record" ? entries.map((one) => `${one.indicator} ${one.quantity} ${one.period}`) : []),
  ].join(", ");
};

// biome-ignore format: the columns are the test
test.each([
  ["抖音发了3条培训班的视频",                   "record, newmedia.post 3 2026-06-17",      "a training in a film is no training"],
  ["公众号推送培训机构信息2条",                 "record, newmedia.post 2 2026-06-17",      "from the verb to the figure"],
  ["公众号推文2篇，一篇招募志愿者，一篇讲殡葬改革", "record, newmedia.post 2 2026-06-17",  "what one of them was about"],
  ["昨天到三个乡镇督查政务公开工作，算1次",     "record, inspection.held 1 2026-06-16",    "where it was held"],
  ["督查了4个股室政务公开，记1次",              "record, inspection.held 1 2026-06-17",    "whom, with the occasions behind the comma"],
  ["给3所学校办了信息公开培训1次",              "record, training.held 1 2026-06-17",      "for whom it was held"],
  ["昨天查处一起无证经营餐饮，处罚1件",         "record, penalty.decided 1 2026-06-16",    "a case and its outcome are one"],
  ["审核信息20条，退回2条",                     "record, info.reviewed 20 2026-06-17",     "what became of some of them"],
  ["决策预公开1条，停车场收费",                 "record, disclosure.decision_preview 1 2026-06-17", "a charge without its money"],
  ["发布5月份空气质量情况，公众号1条",          "record, newmedia.post 1 2026-06-17",      "the month belongs to what was published"],
  ["处罚超载车辆2件",                           "record, penalty.decided 2 2026-06-17",    "on what it was imposed"],
  ["重点领域今天公开4条，工程招标的2条，质量安全的2条", "record, disclosure.key_area 4 2026-06-17", "of which kinds they were"],
  ["6月15日秋季开学的新闻发布会开了1场",        "record, publicity.press_conference 1 2026-06-15", "behind the day a time of the year is the subject"],
  ["公众号发了2条没审核的文章",                 "ask",                                     "没 keeps its sense inside a subject"],
  ["公众号发了1条政策解读的文章",               "ask",                                     "post, interpretation or both (16)"],
  ["网站公开招标公告4条",                       "ask",                                     "on the website the kind matters"],
  ["昨天查了3台货车",                           "ask",                                     "no outcome is named"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
