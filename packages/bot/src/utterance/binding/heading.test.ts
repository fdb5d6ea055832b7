import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const heard = (text: string): string => {
  const meaning = understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  const { act, confirm, entries } = toContract(meaning);
  return [act, ...(confirm ? ["card"] : []), ...entries.map((one) => `${one.quantity} ${one.period}`)].join();
};

// biome-ignore format: a table
test.each([
  ["市商务局办公室：今天门户网站发布政策解读2条", "ask",                      "a body that may be another"],
  ["【卫健委】昨天公众号推送2条",                 "record,2 2026-03-03",      "also between brackets; a bureau without its town is the speaker's own"],
  ["县教育局2月份：许可3件",                      "ask",                      "so is a bureau of a county"],
  ["我们民政局今天公众号发了2条",                 "record,2 2026-03-04",      "our own body by its name"],
  ["交通局热线席：2月许可3件",                    "ask",                      "a desk of it"],
  ["城关镇办公室报：今天回复网民留言4条",    "ask",                      "the office of a town"],
  ["市局通报：2月处罚12件",                       "ask",                      "what comes from above is not ours"],
  ["省厅：2月处罚12件",                           "ask",                      "a superior body"],
  ["民政局今天公众号发了2条",                     "ask",                      "our own, or another body (convention 19): no town is named, so it is asked"],
  ["民政局公众号今天发了2条",                     "ask",                      "its account too"],
  ["民政局的公众号今天发了2条",                   "ask",                      "whose account it is may be told of others"],
  ["住建局今天发了6条公众号，真勤快",             "ask",                      "praise is of others"],
  ["民政局网站今日新增“双减”专栏1个",             "record,1 2026-03-04",      "nobody passes on the columns of another body"],
])("%s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});

test("the question whose work it is keeps all that was told, and offers both answers", () => {
  const text = "县教育局2月份：许可3件，处罚1件";
  const meaning = understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  expect(meaning).toMatchObject({
    act: "ask",
    sure: [],
    ask: { why: "body-whose", about: "intent", words: "县教育局" },
    drafts: [{ quantity: { value: 3 }, period: { value: "2026-02" } }],
  });
  const [ours, theirs] = meaning.act === "ask" ? meaning.ask.choices : [];
  expect(ours?.makes?.map(({ quantity, period }) => [quantity.value, period.value])).toEqual([
    [3, "2026-02"],
    [1, "2026-02"],
  ]);
  expect(theirs).toMatchObject({ drops: true });
});
