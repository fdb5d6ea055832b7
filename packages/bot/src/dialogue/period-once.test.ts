import { describe, expect, test } from "vitest";
import { chat, type ItemWords, Rehearsal, record, target } from "./rehearsal.contract.ts";
import { overlapAnswer } from "./settle-overlap.ts";

const permit = (quantity: number, period?: string): ItemWords => ({
  indicator: "permit.decided",
  quantity,
  ...(period ? { period } : {}),
});
const undo = { act: "undo", target: target(), redo: false } as const;

describe("a figure is added to what stands, or asked about", () => {
  // biome-ignore format: the columns are the test
  test.each([
    // stands                     said then                                     words               asked  why
    [permit(3, "2026-03-04"),     permit(2, "2026-03-04"),                      "许可2件",           false, "two events of one day"],
    [permit(3, "2026-03-04"),     permit(5, "2026-03-04"),                      "今天许可一共5件",    true,  "a total of the day"],
    [permit(3, "2026-03-03"),     permit(2, "2026-03-04"),                      "许可2件",           false, "two days"],
    [permit(3, "2026-03-03"),     permit(20, "2026-03"),                        "3月许可20件",        true,  "the month covers the day"],
    [permit(20, "2026-03"),       permit(3),                                    "许可3件",           true,  "today lies in the month already stated"],
    [permit(20, "2026-03"),       permit(21, "2026-03"),                        "3月许可21件",        true,  "the same month again"],
    [permit(20, "2026-02"),       permit(21, "2026-03"),                        "3月许可21件",        false, "another month"],
    [permit(20, "2026-03"),       { ...permit(2, "2026-03"), section: "law" },  "代法规科报许可2件",   false, "another section's own figure"],
    [permit(5, "2026-03-02/2026-03-04"), permit(2, "2026-03-03"),               "3号许可2件",         true,  "the day lies in the range"],
  ])("%o, then %o: asked %s", (stands, then, words, asked) => {
    const talk = new Rehearsal();
    talk.hear(record(stands), { text: "先报的" });
    talk.hear(record(then), { text: words });
    expect(talk.said).toEqual(asked ? ["ask overlap"] : ["kept"]);
    expect(talk.standing).toHaveLength(asked ? 1 : 2);
  });

  test("a figure on another channel is another figure", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "newmedia.post", quantity: 20, period: "2026-03", channel: "wechat" }), {
      text: "a",
    });
    talk.hear(record({ indicator: "newmedia.post", quantity: 9, period: "2026-03", channel: "weibo" }), { text: "b" });
    expect(talk.said).toEqual(["kept"]);
  });
});

describe("channels", () => {
  const march = { period: "2026-03" } as const;
  const interpretation = { indicator: "disclosure.policy_interpretation", ...march } as const;
  // biome-ignore format: the columns are the test
  test.each<readonly [ItemWords, ItemWords, boolean, string]>([
    // stands                                              said then                                                       asked  why
    [{ ...interpretation, quantity: 10 },                  { ...interpretation, quantity: 10, channel: "website" },        true,  "s1.disclosed counts both: no channel said is the website"],
    [{ ...interpretation, quantity: 10, channel: "website" }, { ...interpretation, quantity: 10 },                         true,  "and the other way round"],
    [{ ...interpretation, quantity: 10, channel: "wechat" }, { ...interpretation, quantity: 10 },                          true,  "where no channel is said any may be meant"],
    [{ ...interpretation, quantity: 10 },                  { ...interpretation, quantity: 10, channel: "wechat" },         true,  "and the other way round"],
    [{ ...interpretation, quantity: 10, channel: "wechat" }, { ...interpretation, quantity: 10, channel: "website" },      false, "another channel is another figure"],
    [{ ...interpretation, quantity: 5, channel: "website" }, { ...interpretation, quantity: 0 },                           true,  "a zero denies the figures of every channel"],
    [{ ...interpretation, quantity: 5, channel: "wechat" }, { ...interpretation, quantity: 0 },                            true,  "a zero denies the figures of every channel"],
    [{ indicator: "newmedia.post", quantity: 5, channel: "wechat", ...march }, { indicator: "newmedia.post", quantity: 5, ...march }, true, "posts of no platform may be those of any"],
  ])("%o, then %o: asked %s", (stands, then, asked) => {
    const talk = new Rehearsal();
    talk.hear(record(stands), { text: "先报的" });
    talk.hear(record(then), { text: "后报的" });
    expect(talk.said).toEqual(asked ? ["ask overlap"] : ["kept"]);
    expect(talk.standing).toHaveLength(asked ? 1 : 2);
  });
});

test("a day's figure without a channel stands beside one of that day on a channel", () => {
  const talk = new Rehearsal();
  talk.hear(record({ indicator: "disclosure.budget", quantity: 2, channel: "wechat" }), { text: "公众号预决算2条" });
  talk.hear(record({ indicator: "disclosure.budget", quantity: 1 }), { text: "预决算1条" });
  expect(talk.said).toEqual(["kept"]);
});

test("another channel's month is never added into one figure", () => {
  const talk = new Rehearsal();
  const budget = { indicator: "disclosure.budget", period: "2026-03" } as const;
  talk.hear(record({ ...budget, quantity: 4, channel: "wechat" }), { text: "公众号" });
  talk.hear(record({ ...budget, quantity: 6 }), { text: "预决算" });
  talk.hear(chat, { text: "另外再加" });
  expect(talk.standing).toEqual(["disclosure.budget 4 2026-03 wechat", "disclosure.budget 6 2026-03"]);
});

describe("a zero", () => {
  const march = { indicator: "newmedia.post", period: "2026-03" } as const;
  // biome-ignore format: the columns are the test
  test.each<readonly [readonly ItemWords[], readonly string[], string, string]>([
    [[{ ...march, quantity: 5, channel: "wechat" }, { ...march, quantity: 0, channel: "weibo" }], ["newmedia.post 5 2026-03 wechat", "newmedia.post 0 2026-03 weibo"], "kept",        "of one channel says nothing of another"],
    [[{ ...march, quantity: 0, channel: "weibo" }, { ...march, quantity: 5, channel: "wechat" }], ["newmedia.post 0 2026-03 weibo", "newmedia.post 5 2026-03 wechat"], "kept",        "and the other way round"],
    [[{ ...march, quantity: 0, channel: "weibo" }, { ...march, quantity: 5, channel: "weibo" }],  ["newmedia.post 5 2026-03 weibo"],                                  "kept",        "ends with the channel's first figure"],
    [[{ ...march, quantity: 5, channel: "wechat" }, { ...march, quantity: 0 }],                   ["newmedia.post 5 2026-03 wechat"],                                 "ask overlap", "without a channel denies every channel's figures"],
    [[{ ...march, quantity: 5, channel: "weibo" }, { ...march, quantity: 0, channel: "weibo" }],  ["newmedia.post 5 2026-03 weibo"],                                  "ask overlap", "denies the figure of its own channel"],
  ])("%o: %o %s %s", (said, standing, then, _why) => {
    const talk = new Rehearsal();
    for (const [at, each] of said.entries()) talk.hear(record(each), { text: `第${at}句` });
    expect(talk.standing).toEqual(standing);
    expect(talk.said).toEqual([then]);
  });

  test("nothing is added to it", () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...march, quantity: 5, channel: "wechat" }), { text: "公众号5条" });
    talk.hear(record({ ...march, quantity: 0 }), { text: "没有" });
    talk.hear(chat, { text: "另外再加" });
    expect(talk.said).toEqual(["still-waiting overlap"]);
  });
});

test("a month and one of its days in one message are not both counted", () => {
  const talk = new Rehearsal();
  talk.hear(record(permit(20, "2026-03"), permit(3, "2026-03-05")), { text: "3月许可20件，3月5日许可3件" });
  expect(talk.said).toEqual(["kept", "ask overlap"]);
  talk.hear(chat, { text: "就是这些" });
  expect(talk.standing).toEqual(["permit.decided 20 2026-03"]);
});

describe("the three answers", () => {
  const overlapping = (reply: string) => {
    const talk = new Rehearsal();
    talk.hear(record(permit(12, "2026-03-02"), permit(3, "2026-03-03")), { text: "两天的" });
    talk.hear(record(permit(20, "2026-03")), { text: "3月许可20件" });
    talk.hear(chat, { text: reply });
    return talk;
  };

  // biome-ignore format: the columns are the test
  test.each([
    ["替换",                  ["permit.decided 20 2026-03"],                                  "the new figure stands alone"],
    ["以这次为准",            ["permit.decided 20 2026-03"],                                  "said otherwise"],
    ["一共就是20件",          ["permit.decided 20 2026-03"],                                  "a total takes the place of its parts"],
    ["另外再加",              ["permit.decided 35 2026-03"],                                  "one figure for the month, so that nothing is counted twice"],
    ["再加20件，一共35件",    ["permit.decided 35 2026-03"],                                  "the sum said decides"],
    ["就是这些",              ["permit.decided 12 2026-03-02", "permit.decided 3 2026-03-03"], "nothing new"],
    ["已经包含在里面了",      ["permit.decided 12 2026-03-02", "permit.decided 3 2026-03-03"], "said otherwise"],
    ["取消",                  ["permit.decided 12 2026-03-02", "permit.decided 3 2026-03-03"], "left alone"],
    ["1",                     ["permit.decided 20 2026-03"],                                  "the number of the choice"],
  ])("%s → %o: %s", (reply, standing) => {
    expect(overlapping(reply).standing).toEqual(standing);
  });

  test("taking a replacement back brings the replaced records back too", () => {
    const talk = overlapping("替换");
    talk.hear(undo, { text: "撤销" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-02", "permit.decided 3 2026-03-03"]);
    expect(talk.said).toEqual(["withdrawn", "put-back"]);
  });

  test("a colleague's figures are replaced only by who may mend them", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(12, "2026-03-02")), { by: "zhao", text: "许可" });
    talk.hear(record(permit(20, "2026-03")), { by: "wang", text: "3月许可20件" });
    talk.hear(chat, { by: "wang", text: "替换" });
    expect(talk.said).toEqual(["not-allowed"]);
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-02"]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["再加1条，一共2条", "add",       "an addition, whatever the sum is called"],
    ["一共27件",         "add",       "15 stand and 12 were said: the sum is both"],
    ["一共12件",         "replace",   "the total is what was just said"],
    ["跟原来重复了",     "same",      ""],
    ["换成新的",         "replace",   ""],
    ["今天天气不错",     undefined,   "no answer at all"],
  ])("%s means %s: %s", (text, answer, _why) => {
    expect(overlapAnswer(text, { stated: 12, standing: 15 })).toBe(answer);
  });
});

describe("zeros and readings", () => {
  test("a stated zero ends with the first figure for its period", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "penalty.decided", quantity: 0, period: "2026-03" }), { text: "3月处罚0件" });
    expect(talk.standing).toEqual(["penalty.decided 0 2026-03"]);
    talk.hear(record({ indicator: "penalty.decided", quantity: 1, period: "2026-03-04" }), { text: "处罚1件" });
    expect(talk.standing).toEqual(["penalty.decided 1 2026-03-04"]);
    talk.hear(undo, { text: "撤销" });
    expect(talk.standing).toEqual(["penalty.decided 0 2026-03"]);
  });

  test("a zero over figures that stand is asked about", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(3, "2026-03-03")), { text: "许可3件" });
    talk.hear(record(permit(0, "2026-03")), { text: "3月没有许可" });
    expect(talk.said).toEqual(["ask overlap"]);
    talk.hear(chat, { text: "保留" });
    expect(talk.standing).toEqual(["permit.decided 3 2026-03-03"]);
  });

  test("a second reading of one day takes the first one's place", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "gauge.wechat_followers", quantity: 23107 }), { text: "公众号粉丝23107" });
    talk.hear(record({ indicator: "gauge.wechat_followers", quantity: 23110 }), { text: "公众号粉丝23110" });
    expect(talk.standing).toEqual(["gauge.wechat_followers 23110 2026-03-04"]);
  });

  test("a reading is never a nil", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "gauge.site_visits", quantity: 0, period: "2026-02" }), { text: "2月访问量无" });
    expect(talk.standing).toEqual([]);
    expect(talk.said).toEqual(["cannot-change"]);
  });

  test("half a piece is no count", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(2.5)), { text: "许可2.5件" });
    expect(talk.standing).toEqual([]);
  });

  test("money is kept in fen: 8.2万元", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "fee.collected", quantity: 8.2, period: "2026-02" }), { text: "2月收费8.2万元" });
    expect(talk.standing).toEqual(["fee.collected 8200000 2026-02"]);
  });
});

describe("January", () => {
  const january = { now: "2026-01-05T09:00:00+08:00" } as const;
  const undated = (words: ItemWords) => ({ ...words, today: "2026-01-05" });

  test("an undated thing done is today", () => {
    const talk = new Rehearsal();
    talk.hear(record(undated(permit(3))), { text: "许可办结3件", ...january });
    expect(talk.standing).toEqual(["permit.decided 3 2026-01-05"]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["记到2025年", ["permit.decided 215 2025"],       "the year that has just ended"],
    ["去年",       ["permit.decided 215 2025"],       ""],
    ["今年",       ["permit.decided 215 2026-01-05"], "a busy day after all"],
  ])("a total is asked 记到哪一年: %s → %o", (reply, standing) => {
    const talk = new Rehearsal();
    talk.hear(record(undated({ ...permit(215), text: "许可一共215件" })), { text: "许可一共215件", ...january });
    expect(talk.said).toEqual(["ask which-year"]);
    expect(talk.standing).toEqual([]);
    talk.hear(chat, { text: reply, ...january });
    expect(talk.standing).toEqual(standing);
  });

  test("a stock without a date is asked too", () => {
    const talk = new Rehearsal();
    talk.hear(record(undated({ indicator: "doc.normative_valid", quantity: 13 })), {
      text: "现行有效规范性文件13件",
      ...january,
    });
    expect(talk.said).toEqual(["ask which-year"]);
  });

  // biome-ignore format: the columns are the test
  test.each<readonly [readonly ItemWords[], ItemWords, string, readonly string[], string]>([
    // stands                                   said then                     then                what becomes of 去年
    [[],                                        undated(permit(215)),         "ask which-year",   ["permit.decided 215 2025"],                                  "no day has so many"],
    [[],                                        undated(permit(30)),          "kept",             [],                                                           "a busy day"],
    [[permit(4, "2025-11"), permit(6, "2025-12")], undated(permit(30)),       "ask which-year",   [],                                                           "five times the fullest month"],
    [[permit(4, "2025-11"), permit(6, "2025-12")], undated(permit(9)),        "kept",             [],                                                           "a day may hold as many"],
    [[permit(400, "2025-12")],                  undated(permit(215)),         "kept",             [],                                                           "an office of many permits"],
    [[permit(5, "2026-01-03")],                 permit(3, "2026-01"),         "ask which-year",   ["permit.decided 5 2026-01-03", "permit.decided 3 2025-01"],  "January holds more already: the one before is meant"],
    [[permit(2, "2026-01-03")],                 permit(3, "2026-01"),         "ask overlap",      [],                                                           "January so far"],
    [[permit(6, "2025-12")],                    permit(90, "2026-01"),        "ask which-year",   [],                                                           "as much as a year"],
  ])("%o, then %o: %s", (stands, then, said, standing) => {
    const talk = new Rehearsal();
    for (const each of stands) talk.hear(record(each), { text: `先报的${each.period}`, ...january });
    talk.hear(record(then), { text: "后报的", ...january });
    expect(talk.said).toEqual([said]);
    if (standing.length === 0) return;
    talk.hear(chat, { text: "去年", ...january });
    expect(talk.standing).toEqual(standing);
  });

  test("outside January nothing is asked about its year", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(215)), { text: "许可215件" });
    expect(talk.said).toEqual(["kept"]);
  });

  test("a total whose date was said is not asked about its year", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(215, "2025-12")), { text: "去年12月许可一共215件", ...january });
    expect(talk.said).toEqual(["kept"]);
  });
});
