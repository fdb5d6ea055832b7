import { afterAll, beforeAll, expect, test } from "vitest";
import { Talk } from "../support/a-talk.ts";

let talk: Talk;
beforeAll(async () => {
  talk = await new Talk().open();
  const said: readonly (readonly [by: string, at: string, text: string])[] = [
    ["wangfang", "2025-03-10 10:00", "3月许可20件"],
    ["wangfang", "2026-01-20 10:00", "1月许可12件"],
    ["wangfang", "2026-02-20 10:00", "2月许可15件"],
    ["wangfang", "2026-03-20 10:00", "3月许可30件"],
    ["chenjie", "2026-02-21 10:00", "2月处罚2件"],
    ["chenjie", "2026-03-20 10:00", "3月处罚0件"],
    ["chenjie", "2026-03-20 10:01", "3月行政强制0件"],
  ];
  for (const [by, at, text] of said) await talk.say(by, at, text);
});
afterAll(() => talk.close());

const asks = (text: string, by = "lijuzhang") => talk.say(by, "2026-04-02 09:30", text);

test("a trend tells every month that has begun, beside the same month of the year before", async () => {
  expect(await asks("今年许可走势")).toBe(
    [
      "2026年行政许可，各月：",
      "· 1月：12件",
      "· 2月：15件",
      "· 3月：30件（上年同月20件）",
      "· 4月：没有人报过",
      "口径：各条记录相加，已撤销的不算。",
    ].join("\n"),
  );
});

test("the top list counts what adds up, the most first", async () => {
  expect(await asks("今年哪些指标最多")).toBe(
    [
      "2026年各项数字，从多到少：",
      "1. 行政许可57件，共3条记录",
      "2. 行政处罚2件，共2条记录",
      "口径：各条记录相加，已撤销的不算；读数和存量不参加排列。",
    ].join("\n"),
  );
});

test("the zero list keeps a reported nought apart from silence", async () => {
  const said = await asks("哪些指标今年还是0");
  expect(said).toContain("· 报的都是0：行政强制");
  expect(said).toMatch(/还没有人报过：.*网上办事/u);
  expect(said).toContain("· 一条记录没有的科室：办公室");
  expect(said).not.toContain("行政许可");
});

// biome-ignore format: the columns are the test
test.each([
  ["今年报得最多的三个科室", "各科室报数，从多到少"],
  ["3月各科室排名",           "3月各科室报数，从多到少"],
  ["哪些科室今年一条没报",   "一条记录没有的科室：办公室"],
  ["今年谁还没报",           "· 法规科：行政处罚（1月）、行政强制（1月、2月）"],
  ["谁还没报",               "3月还有2个科室没报齐"],
  ["今年进度",               "2026年进度"],
  ["今年许可多少件，同比呢", "2026年行政许可57件"],
  ["3月许可环比多少",         "环比增长100%（2月是15件）"],
  ["法规科今年报了什么",     "法规科2026年"],
  ["年报现在能出吗",         "还不能定稿"],
])("%s → %s", async (question, answer) => {
  expect(await asks(question)).toContain(answer);
});

test("a year's progress counts what twelve months owe, and only what has begun as missing", async () => {
  const said = await asks("今年进度");
  // owed every month: 访问量, 培训, 处罚, 强制, 许可, 网上办事; 文件 once a year. In: 3 + 2 + 1 of 72, and 6 of the 24 begun
  expect(said).toContain("8%");
  expect(said).toMatch(/还有18项该报的没报/u);
});

test("明细 lists the records behind the figure told last, and they can be mended by their number", async () => {
  await asks("今年许可多少件");
  const said = await asks("明细");
  expect(said).toContain("2026年共3条");
  expect(said).toContain("行政许可30件");
  expect(said).not.toContain("行政处罚");
  await asks("法规科今年报了多少", "guojing");
  expect(await asks("列出来看看", "guojing")).toMatch(/^法规科2026年共3条/u);
  expect(await talk.say("wangfang", "2026-04-02 09:40", "明细"), "who has asked nothing lists nothing").not.toContain(
    "共",
  );
});
