import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Talk } from "../support/a-talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await new Talk().open();
});
afterEach(() => talk.close());

describe("经办人", () => {
  test("one message, no form: told at once what was kept and which statutory number moved", async () => {
    expect(await talk.say("wangfang", "2026-03-04 10:30", "今天门户网站发了3条政策解读，许可办结5件")).toBe(
      [
        "已记：2条",
        "1. 政策解读3条（门户网站），3月4日",
        "2. 行政许可5件，3月4日",
        "政策解读3月累计3条；行政许可3月累计5件",
        "年报：表二 行政许可 0→5；一（一）门户网站主动公开信息 0→3",
        "有错回复“撤销第2条”或“第2条改成…”。",
      ].join("\n"),
    );
  });

  test("a slip is mended on that very record, and taken back, and brought again", async () => {
    await talk.say("wangfang", "2026-03-04 10:30", "许可办结5件");
    expect(await talk.say("wangfang", "2026-03-04 10:31", "改成6件")).toContain("年报：表二 行政许可 5→6");
    await talk.say("wangfang", "2026-03-04 10:32", "撤销");
    expect(await talk.ledger()).toEqual(["permit.decided 5 2026-03-04"]);
    expect(await talk.say("wangfang", "2026-03-04 10:33", "撤销")).toContain("已撤销：行政许可5件");
    expect(await talk.ledger()).toEqual([]);
    expect(await talk.say("wangfang", "2026-03-04 10:34", "恢复")).toContain("已恢复：行政许可5件");
    expect(await talk.ledger()).toEqual(["permit.decided 5 2026-03-04"]);
  });

  test("a day without a date looks different from a day that was said", async () => {
    expect(await talk.say("wangfang", "2026-03-04 10:30", "许可办结5件")).toContain("行政许可5件，今天（未说日期）");
    expect(await talk.say("wangfang", "2026-03-04 10:31", "3月3日许可办结2件")).toContain("行政许可2件，3月3日\n");
  });

  test("the month's figure over the days already kept is asked, and what was replaced is shown", async () => {
    await talk.say("wangfang", "2026-03-04 10:30", "3月3日许可办结4件");
    expect(await talk.say("wangfang", "2026-03-31 16:00", "3月许可一共20件")).toBe(
      "同一时期已经记过：\n行政许可4件，3月3日\n这次说的是：行政许可20件，3月。要怎么记？\n1. 替换\n2. 另外再加\n3. 就是这些",
    );
    expect(await talk.say("wangfang", "2026-03-31 16:01", "1")).toContain("原来的不再算数：行政许可4件，3月3日");
    expect(await talk.ledger()).toEqual(["permit.decided 20 2026-03"]);
  });

  test("one message delivered three times is one record", async () => {
    for (let at = 0; at < 3; at += 1) await talk.say("wangfang", "2026-03-04 10:30", "许可办结5件", "same");
    expect(await talk.ledger()).toEqual(["permit.decided 5 2026-03-04"]);
    expect((await talk.sent()).length).toBe(1);
  });

  test("a pasted list is read line by line; who answers what is unclear keeps what is clear", async () => {
    const reply = await talk.say(
      "chenjie",
      "2026-03-04 10:30",
      "3月2日处罚2件\n3月3日行政强制1件\n3月3日规范性文件1件",
    );
    expect(reply).toContain(
      "记：行政处罚2件，3月2日\n记：行政强制1件，3月3日\n问：“3月3日规范性文件1件”是制定还是废止？",
    );
    await talk.say("chenjie", "2026-03-04 10:31", "废止");
    expect(await talk.ledger()).toEqual([
      "penalty.decided 2 2026-03-02",
      "coercion.decided 1 2026-03-03",
      "doc.normative_repealed 1 2026-03-03",
    ]);
  });
});

describe("科室与科室", () => {
  test("代法规科报: kept for that section, and its head hears of it", async () => {
    await talk.say("wangfang", "2026-03-04 10:30", "代法规科报：3月3日处罚2件");
    expect(await talk.sent()).toEqual([
      expect.stringMatching(/^wangfang: 已代法规科记下：行政处罚2件，3月3日/),
      "linfeng: 王芳（行政审批科）代法规科报了：行政处罚2件，3月3日\n如有不对，可以直接回复更正，或者告诉政务公开办。",
    ]);
  });

  test("a colleague's record is mended by the head or the disclosure office, by nobody else", async () => {
    await talk.say("wangfang", "2026-03-04 10:30", "3月3日许可办结4件");
    await talk.say("chenjie", "2026-03-04 10:31", "把3月3日的许可改成5件");
    expect(await talk.say("chenjie", "2026-03-04 10:32", "是")).toBe(
      "这条不是您报的，改动请联系报的人、科室负责人或者政务公开办。",
    );
    await talk.say("sunhai", "2026-03-04 10:33", "把3月3日的许可改成5件");
    await talk.say("sunhai", "2026-03-04 10:34", "是");
    expect(await talk.ledger()).toEqual(["permit.decided 5 2026-03-03"]);
  });

  test("who has left is no longer heard", async () => {
    talk.leaves("wangfang");
    expect(await talk.say("wangfang", "2026-03-04 10:30", "许可办结5件")).not.toContain("许可");
    expect(await talk.ledger()).toEqual([]);
  });
});

describe("政务公开办", () => {
  test("the month: who has not reported, nothing to report, closed, late, reopened", async () => {
    await talk.say("wangfang", "2026-03-31 16:00", "3月许可26件，网上办事9件");
    expect(await talk.say("guojing", "2026-03-31 16:10", "谁还没报")).toBe(
      "3月还有2个科室没报齐：\n· 办公室：网站访问量、政务公开培训\n· 法规科：行政处罚、行政强制",
    );
    expect(await talk.say("chenjie", "2026-03-31 16:20", "还有什么没报")).toContain("3月您科室还有2项没报");
    expect(await talk.say("linfeng", "2026-03-31 16:30", "本月无")).toContain("已记：2条");
    expect(await talk.say("guojing", "2026-04-01 09:00", "3月结账")).toContain("3月已结账");
    expect(await talk.say("wangfang", "2026-04-02 09:00", "3月30日许可办结2件")).toContain("3月已经结账，这条还没有记");
    expect(await talk.say("guojing", "2026-04-02 09:10", "打开3月，原因是审批科漏报")).toBe(
      "3月已打开，原因：审批科漏报。补完请再结账。",
    );
    expect((await talk.sent()).filter((row) => row.startsWith("guojing: 王芳"))).toEqual([
      "guojing: 王芳（行政审批科）想补报3月：“3月30日许可办结2件”。3月已经结账，没有记下。需要的话请回复“打开3月，原因是…”。",
    ]);
  });
});

describe("局领导", () => {
  test("a straight answer with 口径, period and the number of records", async () => {
    await talk.say("wangfang", "2025-03-04 10:30", "今天许可办结4件");
    await talk.say("wangfang", "2026-02-04 10:30", "今天许可办结3件");
    await talk.say("wangfang", "2026-03-03 10:30", "今天许可办结2件");
    expect(await talk.say("lijuzhang", "2026-03-04 10:30", "今年许可多少件，同比呢")).toBe(
      "2026年行政许可5件，共2条记录\n同比增长25%（2025年1月至2025年3月是4件）。\n口径：各条记录相加，已撤销的不算。回复“明细”可以逐条看。\n还有月份没报，数还会变。",
    );
  });

  test("what is not known is said, not made up", async () => {
    expect(await talk.say("lijuzhang", "2026-03-04 10:30", "今年处罚多少件")).toContain("还没有人报过");
  });

  test("年报现在能出吗 names what stands in the way; 导出年报 sends a file", async () => {
    expect(await talk.say("lijuzhang", "2026-01-20 10:30", "年报现在能出吗")).toMatch(
      /^2025年年报还不能定稿，必须改的有\d+处：\n1\. /,
    );
    await talk.say("lijuzhang", "2026-01-20 10:31", "导出年报");
    expect((await talk.sent()).at(-1)).toBe('lijuzhang: {"kind":"export","what":"annual","year":2025,"format":"docx"}');
  });
});
