import { expect, test } from "vitest";
import type { Draft } from "../meaning.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { answer } from "./answer.ts";

const NOW = "2026-07-02T09:20:00+08:00";
const hearing = (text: string) => ({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY });
function draftOf(text: string): Draft {
  const said = understand(hearing(text));
  const draft = said.act === "ask" ? said.drafts[0] : undefined;
  if (!draft) throw new Error(`${text} must leave something open`);
  return draft;
}

// biome-ignore format: the columns are the test
test.each([
  ["二季度处罚58件", "4月20件，5月18件，6月20件",     "20 2026-04, 18 2026-05, 20 2026-06", "an item for every month"],
  ["二季度处罚58件", "分开是4月20件，5月18件，6月20件", "20 2026-04, 18 2026-05, 20 2026-06", "in other words"],
  ["二季度处罚58件", "4月20件，5月18件，6月10件",     "asks totals-disagree",               "58 were said"],
  ["二季度处罚58件", "4月20件",                       "other",                              "one month is not the quarter, and its figure is not 58"],
  ["公众号今年累计发了213条", "那就只记今天的，今天发了2条", "2 2026-07-02",                      "the report over again"],
  ["公众号今年累计发了213条", "今天的，今天发了2条",       "other",                              "213 are not of today"],
  ["6月收费3860",    "元",                            "0.386 2026-06",                      "the unit alone"],
  ["6月收费3.86",    "万元",                          "3.86 2026-06",                       "the other unit"],
  ["6月收费3860",    "件",                            "other",                              "no unit of money"],
])("%s, then %s → %s: %s", (asked, reply, expected) => {
  const answered = answer(draftOf(asked), hearing(reply));
  if (answered.kind !== "answers") {
    expect(answered.kind).toBe(expected);
    return;
  }
  const { draft, rest } = answered;
  const [open] = draft.asks;
  const items = [draft, ...(rest?.act === "record" ? rest.items : [])];
  const told = items.map(({ quantity, period }) => `${quantity?.value} ${period?.value}`).join(", ");
  expect(open ? `asks ${open.why}` : told).toBe(expected);
});
