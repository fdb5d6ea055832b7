import { expect, test } from "vitest";
import { anchorDates } from "../dates/anchor.ts";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { inParts } from "./in-parts.ts";

const heard = (text: string): string => {
  const reading = readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const parts = inParts(anchorDates(reading.tokens, reading.now), reading);
  return (
    parts?.map(({ quantity, set, step }) =>
      [quantity ?? "rest", ...Object.values(set), step ?? ""].join(" ").trim(),
    ) ?? ["no parts"]
  ).join("; ");
};

// biome-ignore format: a table
test.each([
  ["不不，抖音是3条，剩下2条是公众号的",       "3 douyin; 2 wechat",     "each with its figure"],
  ["抖音是3条，剩下的是公众号",                "3 douyin; rest wechat",  "what is left has none"],
  ["法规科纠正我了，制定1个，另一个是废止",    "1 made; 1 repealed",     "of the kind of document that stands"],
  ["有一条其实是昨天晚上发的",                 "1 2026-03-03",           "some of it; the rest stands"],
  ["抖音其实只有3条，另外1条发的是公众号",     "3 douyin; 1 wechat",     "fewer than was told"],
  ["其中两条是微博的，抖音只有3条",            "2 weibo; 3 douyin",      "a part first"],
  ["维持的数不对，是3件，另外那1件是纠错",     "3; 1 corrected",         "what they stay, and how one other ended"],
  ["公众号3条，微博2条",                       "no parts",               "a report"],
  ["公众号3条，另外微博2条",                   "no parts",               "a report with more in it"],
  ["公众号3条，剩下2条还没发",                 "no parts",               "what is yet to come"],
  ["抖音3条，剩下几条是公众号的",              "no parts",               "how many is not said"],
  ["有一条是重复的",                           "no parts",               "what it was is no part of a record"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
