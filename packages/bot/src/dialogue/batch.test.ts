import { afterEach, beforeEach, describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { Talk } from "../../../../test/support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

const AT = "2026-03-31 10:30";
const say = (text: string) => talk.say("wangfang", AT, text);
const LIST = [
  "3月2日许可2件",
  "3月3日公众号发了3条",
  "明天要开会",
  "3月3日许可大概十件",
  "3月4日微博2条",
  "其中转发1条",
];
const GOOD = ["permit.decided 2 2026-03-02", "newmedia.post 3 2026-03-03 wechat", "newmedia.post 2 2026-03-04 weibo"];

test("every line of a pasted list has its verdict, and nothing is written before the person says so", async () => {
  expect(await say(LIST.join("\n"))).toBe(
    [
      "共6行，看明白3行。",
      "记：行政许可2件，3月2日",
      "记：新媒体发布3条（微信公众号），3月3日",
      "略：“明天要开会”",
      "问：“3月3日许可大概十件”是个大概的数，请说一个准确的数。",
      "记：新媒体发布2条（微博），3月4日",
      "没看明白：“其中转发1条”，请单独说",
      "1. 先记看明白的3行",
      "2. 都先不记",
    ].join("\n"),
  );
  expect(await talk.ledger()).toEqual([]);
});

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], readonly string[], string]>([
  [["1"],                     GOOD,                                            "the good lines, by the number of the choice"],
  [["先记好的"],               GOOD,                                            "said in one's own words"],
  [["确认", "12件"],           [...GOOD, "permit.decided 12 2026-03-03"],       "then the open line is asked"],
  [["12件"],                  [...GOOD, "permit.decided 12 2026-03-03"],       "who answers the open line keeps the good ones"],
  [["确认", "取消"],           GOOD,                                            "the open line is let go"],
  [["都先不记"],               [],                                              "the whole is held"],
  [["改好再发"],               [],                                              "said otherwise"],
  [["取消"],                  [],                                              "and more shortly"],
  [["处罚1件"],               ["penalty.decided 1 2026-03-31"],                "a report of its own answers nothing"],
])("then %o: %o (%s)", async (answers, standing) => {
  await say(LIST.join("\n"));
  for (const answer of answers) await say(answer);
  expect(await talk.ledger()).toEqual(standing);
});

describe("lines and their neighbours", () => {
  // biome-ignore format: the columns are the test
  test.each<readonly [readonly string[], readonly string[], string]>([
    [["3月2日：", "许可2件", "处罚若干件", "公众号3条"],         ["permit.decided 2 2026-03-02", "newmedia.post 3 2026-03-02 wechat"],     "a heading dates the lines under it"],
    [["3月2日", "许可2件", "3月3日", "许可3件", "微博推了"],     ["permit.decided 2 2026-03-02", "permit.decided 3 2026-03-03"],           "up to the next heading"],
    [["1. 许可2件", "2. 处罚1件", "3. 开了个会"],              ["permit.decided 2 2026-03-31", "penalty.decided 1 2026-03-31"],          "numbers of a list are no figures"],
    [["①许可2件", "②处罚1件", "③热线3件"],                    ["permit.decided 2 2026-03-31", "penalty.decided 1 2026-03-31"],          "nor are these"],
    [["许可2件", "处罚1件", "合计3件"],                        ["permit.decided 2 2026-03-31", "penalty.decided 1 2026-03-31"],          "a sum is not added"],
  ])("%o → %o: %s", async (lines, standing) => {
    const answer = await say(lines.join("\n"));
    if (answer.includes("先记")) await say("先记");
    expect(await talk.ledger()).toEqual(standing);
  });
});

test("a list without a doubt is written at once, and the same list again is read back", async () => {
  const list = "3月2日：\n许可2件\n处罚1件\n公众号3条";
  expect(await say(list)).toMatch(/^已记：3条/);
  expect(await say(list)).toContain("今天已经记过一句同样的话");
  expect(await talk.ledger()).toHaveLength(3);
});

test("the same unclear list again says that it came before", async () => {
  await say(LIST.join("\n"));
  await say("先记");
  await say("12件");
  expect(await say(LIST.join("\n"))).toMatch(/^今天已经发过同样的内容。/);
});

test("what a card agreed to said is known when it is said again that day", async () => {
  await say("清里过期信息8条");
  await say("确认");
  await say("许可2件");
  await say("许可2件");
  await say("发重了");
  expect(await talk.ledger()).toHaveLength(2);
});
