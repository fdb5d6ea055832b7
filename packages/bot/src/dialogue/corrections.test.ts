import { afterEach, beforeEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

const YESTERDAY = "2026-03-03 10:00";
const TODAY = "2026-03-04 10:00";
const say = (text: string, by = "wangfang", at = TODAY) => talk.say(by, at, text);

/** What stands before: two of yesterday, the visits of two months, one permit of today. */
beforeEach(async () => {
  await say("今天许可办结4件，公众号发了2条", "wangfang", YESTERDAY);
  await say("2月网站访问量42000", "wangfang", YESTERDAY);
  await say("1月网站访问量39000", "wangfang", YESTERDAY);
  await say("今天许可办结7件");
});
const BEFORE = [
  "permit.decided 4 2026-03-03",
  "newmedia.post 2 2026-03-03 wechat",
  "gauge.site_visits 42000 2026-02",
  "gauge.site_visits 39000 2026-01",
  "permit.decided 7 2026-03-04",
];
const but = (place: number, line: string) => BEFORE.map((each, at) => (at === place ? line : each));

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], RegExp, readonly string[], string]>([
  [["改成8件"],                       /已改：行政许可7件，3月4日\n→ 行政许可8件，3月4日/,      but(4, "permit.decided 8 2026-03-04"),        "the last one, before and after shown"],
  [["刚才那条改成8件"],                /→ 行政许可8件/,                                     but(4, "permit.decided 8 2026-03-04"),        "named so"],
  [["昨天那条许可改成5件"],             /行政许可4件，3月3日\n→ 行政许可5件/,                but(0, "permit.decided 5 2026-03-03"),        "the day and the kind"],
  [["昨天的许可不是4件是5件"],          /行政许可4件，3月3日\n→ 行政许可5件/,                but(0, "permit.decided 5 2026-03-03"),        "the figure that stands is denied: no second record"],
  [["昨天的许可不是6件是5件"],          /已记：行政许可5件/,                                 [...BEFORE, "permit.decided 5 2026-03-03"],   "no such figure stands: it is a report that repairs itself"],
  [["把2月的访问量改成4.3万"],          /网站访问量42000次，2月\n→ 网站访问量43000次，2月/,   but(2, "gauge.site_visits 43000 2026-02"),    "the month and the kind"],
  [["把3月的访问量改成4.3万"],          /没有找到/,                                         BEFORE,                                       "nothing fits and nothing is guessed"],
  [["看看3月的台账", "第2条改成6条"],    /→ 新媒体发布6条/,                                   but(1, "newmedia.post 6 2026-03-03 wechat"),  "its place in the list shown"],
  [["本月许可改成9件"],                 /要把哪一条改成9件？/,                               BEFORE,                                       "two fit: which"],
  [["本月许可改成9件", "第二条"],        /行政许可4件，3月3日\n→ 行政许可9件/,                but(0, "permit.decided 9 2026-03-03"),        "then the one chosen"],
  [["2月28日许可3件", "许可那条多报了1件"], /哪一条/,                                    [...BEFORE, "permit.decided 3 2026-02-28"],   "by its kind alone two of today fit: which"],
  [["2月28日许可3件", "许可那条多报了1件", "第1条"], /行政许可3件，2月28日\n→ 行政许可2件/,        [...BEFORE, "permit.decided 2 2026-02-28"],   "then the one chosen says one less"],
  [["昨天公众号改成3条，另外今天处罚1件"], /已记：行政处罚1件/,                                 [...but(1, "newmedia.post 3 2026-03-03 wechat"), "penalty.decided 1 2026-03-04"], "a correction, and a report behind it"],
  [["改成8件", "撤销"],                 /已改回：行政许可8件，3月4日\n→ 行政许可7件/,        BEFORE,                                       "taken back"],
  [["改成8件", "撤销", "恢复"],          /已改：行政许可7件，3月4日\n→ 行政许可8件/,          but(4, "permit.decided 8 2026-03-04"),        "and the taking back is taken back"],
  [["撤销", "恢复"],                    /已恢复：行政许可7件/,                               BEFORE,                                       "a record too"],
  [["撤销昨天公众号那条"],               /已撤销：新媒体发布2条/,                              BEFORE.filter((_, at) => at !== 1),           "one named"],
])("%o: %s", async (texts, answer, standing) => {
  let last = "";
  for (const text of texts) last = await say(text);
  expect(last).toMatch(answer);
  expect([...(await talk.ledger())].sort()).toEqual([...standing].sort());
});

describe("what somebody else reported", () => {
  // biome-ignore format: the columns are the test
  test.each<readonly [string, readonly string[], readonly string[], string]>([
    ["sunhai",   ["王芳昨天那条许可改成5件", "是"],   but(0, "permit.decided 5 2026-03-03"), "the section's head mends it, named by who said it"],
    ["guojing",  ["王芳昨天那条许可改成5件", "是"],   but(0, "permit.decided 5 2026-03-03"), "so does the disclosure office"],
    ["chenjie",  ["王芳昨天那条许可改成5件", "是"],   BEFORE,                                "another section does not"],
    ["lijuzhang", ["王芳昨天那条许可改成5件", "是"],  BEFORE,                                "nor a leader"],
    ["sunhai",   ["郭静昨天那条许可改成5件"],         BEFORE,                                "she reported none"],
    ["sunhai",   ["王芳昨天那条许可改成5件", "不是"], BEFORE,                                "it was another one"],
  ])("%s: %o → %o: %s", async (by, texts, standing) => {
    for (const text of texts) await say(text, by);
    expect(await talk.ledger()).toEqual(standing);
  });

  test("a figure somebody has made smaller since is not taken below nothing", async () => {
    await say("2月28日许可3件");
    expect(await say("许可那条多报了3件")).toMatch(/哪一条多报了3？/);
    await say("王芳2月28日那条许可改成1件", "sunhai");
    await say("是", "sunhai");
    const answer = await say("第1条");
    expect(answer).not.toContain("已改");
    expect(answer).not.toBe("");
    expect(await talk.ledger()).toContain("permit.decided 1 2026-02-28");
  });

  test("of a total and its part the part is asked about", async () => {
    expect(await say("今天公众号发了3条，其中1条是微博的")).toContain("“其中1条是微博的”是前面总数里的一部分");
    expect(await talk.ledger()).toEqual(BEFORE);
  });

  test("a correction somebody has made since is not redone over it", async () => {
    await say("改成8件");
    await say("撤销");
    await say("王芳今天那条许可改成9件", "sunhai");
    await say("是", "sunhai");
    expect(await say("恢复")).toContain("这条后来又被改成：行政许可9件");
    expect(await talk.ledger()).toEqual(but(4, "permit.decided 9 2026-03-04"));
  });
});
