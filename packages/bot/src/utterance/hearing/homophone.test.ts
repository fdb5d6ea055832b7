import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

function heard(text: string): string {
  const meaning = understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const line = toContract(meaning);
  const entries = line.entries.map(({ indicator, quantity }) => `${indicator} ${quantity}`).join(", ");
  if (meaning.act === "correct") return `correct ${meaning.target.indicator ?? "the last"}`;
  if (meaning.act !== "record") return `${line.act} ${line.why ?? ""}`.trim();
  return `${meaning.oddities.some(({ why }) => why === "homophone") ? "shown first" : "written"}: ${entries}`;
}

// biome-ignore format: the columns are the test
test.each([
  ["公纵号发了3条",       "written: newmedia.post 3",                      "one character of three, and it means nothing else"],
  ["政策解毒2条",         "written: disclosure.policy_interpretation 2",   "one of four"],
  ["行政处法3件",         "written: penalty.decided 3",                    "beside a word of its own"],
  ["培讯1场",             "shown first: training.held 1",                      "of two characters the wrong one must mean nothing"],
  ["新问发布会1场",       "written: publicity.press_conference 1",         "front and back nasals sound alike to many"],
  ["网站访问量司万三",    "ask quantity-malformed",                            "a slip in the figure is asked, never mended"],
  ["许可一白二十件",      "ask quantity-malformed",                            "a stranger inside a numeral"],
  ["网名刘言3条",         "shown first: interaction.message 3",                "two slips in one name"],
  ["公纵号推送了三四条",  "ask quantity-approximate",                          "a name mended leaves the other question"],
  ["行政处法1月是3件不对是4件", "written: penalty.decided 4",                 "mended on the way, and misheard"],
  ["许克改成5件",          "correct permit.decided",                            "what is changed was misheard"],
  ["公种号那条改成5条",     "correct newmedia.post",                             "the same"],
  ["公纵浩3条",           "ask indicator-missing",                             "two wrong of three is a guess"],
  ["公众号发了3条",       "written: newmedia.post 3",                          "nothing to mend"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
