import { Office } from "@gongkai/schema";
import { expect, test } from "vitest";
import { quotingOf } from "./quoting.ts";
import { understand } from "./understand.ts";
import { vocabularyOf } from "./vocabulary.ts";

const OFFICE = Office.parse({ key: "bureau", name: "某某市某某局", sections: [{ key: "law", label: "法规科" }] });
const { vocabulary } = vocabularyOf(OFFICE, ["王芳"]);
const under = (words: string, rest: string) =>
  understand({ text: `「${words}」\n- - - - - - - - - -\n${rest}`, now: "2025-09-18T10:30:00+08:00", vocabulary });

// biome-ignore format: the columns are the test
test.each<[words: string, rest: string, expected: object, why: string]>([
  ["今天公众号3条",         "这个改成4条",   { act: "correct", target: { indicator: "newmedia.post", channel: "wechat", quantity: 3 }, set: { quantity: 4 } }, "the quoted record, not the last one"],
  ["王芳：许可办结12件",    "应该是11件",    { act: "correct", target: { indicator: "permit.decided", quantity: 12 }, set: { quantity: 11 } },                "with its speaker before it"],
  ["许可办结12件",          "撤销这条",      { act: "undo", target: { indicator: "permit.decided", quantity: 12 } },                                        "taken back"],
  ["许可12件，处罚2件",     "这条改成3件",   { act: "ask" },                                                                                                "two records in the quote: which"],
  ["收到，辛苦了",          "这条撤销",      { act: "ask" },                                                                                                "no record in the quote"],
  ["许可办结12件",          "好的",          { act: "ignore" },                                                                                             "a quote reports nothing again"],
  ["许可办结12件",          "另外处罚2件",   { act: "record", items: [{ indicator: { value: "penalty.decided" } }] },                                       "what is said under it is a report of its own"],
])("「%s」 — %s: %j (%s)", (words, rest, expected, _why) => {
  expect(under(words, rest)).toMatchObject(expected);
});

// biome-ignore format: the columns are the test
test.each([
  ["今天公众号3条",                        "no quote"],
  ["「优化营商环境」专栏1个",              "a name in brackets"],
  ["「今天公众号3条」\n好的",              "no line between"],
  ["「今天公众号3条」\n- - - -\n  ",       "nothing said of it"],
])("%j is no quoting: %s", (text, _why) => {
  expect(quotingOf(text)).toBeUndefined();
});
