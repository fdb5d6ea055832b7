import type { Office } from "@gongkai/schema";
import { expect, test } from "vitest";
import { toContract } from "./contract-line.ts";
import { understand } from "./understand.ts";
import { vocabularyOf } from "./vocabulary.ts";

type Words = Pick<Office, "indicators" | "synonyms" | "sections"> & Partial<Pick<Office, "name">>;
const office: Words = {
  indicators: [{ key: "own.live_stream", label: "政务直播", unit: "场", rollUp: "sum", synonyms: ["直播带岗"] }],
  synonyms: { "permit.decided": ["开店证照"], "newmedia.post": ["两微一端"] },
  sections: [{ key: "law", label: "法制审核科", aliases: ["法审科"], reports: [] }],
};
const read = (words: Words, text: string, people: string[] = []) => {
  const { vocabulary } = vocabularyOf(words, people);
  return understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary });
};

test("an office's own indicator, synonyms and sections read like the built-in ones", () => {
  expect(toContract(read(office, "昨天直播带岗2场")).entries).toEqual([
    { indicator: "own.live_stream", quantity: 2, period: "2026-03-03", channel: null },
  ]);
  expect(toContract(read(office, "3月2日开店证照6件")).entries).toEqual([
    { indicator: "permit.decided", quantity: 6, period: "2026-03-02", channel: null },
  ]);
  expect(read(office, "代法审科报：公众号2条")).toMatchObject({
    act: "record",
    items: [{ section: { value: "法审科" } }],
  });
});

test("an own indicator is asked about like any other when its figure is approximate", () => {
  expect(toContract(read(office, "政务直播大概3场"))).toMatchObject({ act: "ask", entries: [], asks: ["quantity"] });
});

test("a known name with a numeral in it counts nothing", () => {
  expect(toContract(read(office, "万三千今天接受采访1次", ["万三千"])).entries).toMatchObject([
    { quantity: 1, actor: "万三千" },
  ]);
});

// biome-ignore format: the columns are the test
test.each<[Partial<Words>, string, string]>([
  [{ synonyms: { "permit.decided": ["证照"], "penalty.decided": ["证照"] } }, "“证照”同时是“行政许可”和“行政处罚”的叫法，请只留一处。", "two indicators want one word"],
  [{ synonyms: { "permit.decided": ["公众号"] } }, "“公众号”已有别的意思，不能再作“行政许可”的叫法，请换一个词。", "the word names a channel"],
  [{ synonyms: { "permit.decided": ["计划"] } }, "“计划”已有别的意思，不能再作“行政许可”的叫法，请换一个词。", "the word tells plans from facts"],
  [{ sections: [{ key: "a", label: "热线", aliases: [], reports: [] }] }, "“热线”已有别的意思，不能再作“热线”的叫法，请换一个词。", "a section named like an indicator"],
])("%j is refused: %s (%s)", (words, sentence) => {
  expect(vocabularyOf({ indicators: [], synonyms: {}, sections: [], ...words }).clashes).toEqual([sentence]);
});

test("a clash leaves the word as it was", () => {
  const { vocabulary } = vocabularyOf({ indicators: [], synonyms: { "permit.decided": ["公众号"] }, sections: [] });
  const meaning = understand({ text: "公众号2条", now: "2026-03-04T10:30:00+08:00", vocabulary });
  expect(toContract(meaning).entries).toMatchObject([{ indicator: "newmedia.post", channel: "wechat" }]);
});

test("saying a built-in word again is no clash", () => {
  expect(
    vocabularyOf({ indicators: [], synonyms: { "permit.decided": ["许可", "行政许可"] }, sections: [] }).clashes,
  ).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each<[string | undefined, string, string, string]>([
  ["滨海市滨城区民政局",     "民政局公众号2篇",     "record", "the speaker's own bureau"],
  ["滨海市滨城区民政局",     "水利局公众号2篇",     "ask",    "another bureau"],
  ["滨海市滨城区民政局",     "街道公众号2篇",       "ask",    "a bureau does not report for a sub-district"],
  ["滨海市市场监督管理局",   "镇里微博2条",         "ask",    "nor for a town"],
  ["滨海市滨城区东门街道办事处", "街道公众号2篇",   "record", "the speaker's own sub-district"],
  ["滨城县柳河镇人民政府",   "镇里微博2条",         "record", "the speaker's own town"],
  ["滨城县柳河镇人民政府",   "民政局公众号2篇",     "ask",    "a bureau of the county"],
  ["样例机关",               "街道公众号2篇",       "record", "whose name tells no kind"],
  [undefined,                "街道公众号2篇",       "record", "whose name is not known"],
  [undefined,                "西关街道公众号2篇",   "ask",    "a sub-district by its name is another one"],
])("in %s “%s” is heard as %s: %s", (name, text, act) => {
  expect(read({ ...office, ...(name === undefined ? {} : { name }) }, text).act).toBe(act);
});
