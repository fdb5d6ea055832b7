import { expect, test } from "vitest";
import { type ClockOptions, clockCommand } from "./clock.ts";
import { CommandError } from "./world.ts";

// biome-ignore format: the columns are the test
test.each<[ClockOptions, string, boolean, string]>([
  // typed                                                                    due           provisional  why this row exists
  [{ received: "2025-06-03" },                                              "2025-07-01", false, "twenty working days"],
  [{ received: "2025-06-03", consult: ["2025-06-10..2025-06-20"] },         "2025-07-11", false, "eight of them spent on an opinion"],
  [{ received: "2025-06-03", consult: ["2025-06-10..2025-06-13", "2025-06-12..2025-06-20"] }, "2025-07-11", false, "two letters that overlap"],
  [{ received: "2025-06-03", extend: "20" },                                "2025-07-29", false, "extended"],
  [{ received: "2025-06-03", extend: 0 },                                   "2025-07-01", false, "an extension of none"],
  [{ received: "2025-06-03", corrected: "2025-06-20" },                     "2025-07-18", false, "corrected: the term starts anew"],
  [{ received: "2025-01-25" },                                              "2025-02-27", false, "received on a Saturday off"],
  [{ received: " 2025-06-03 " },                                            "2025-07-01", false, "a space pasted with it"],
  [{ received: "2026-12-18" },                                              "2027-01-15", true,  "the calendar ends"],
  [{ received: "2023-12-20" },                                              "2024-01-18", true,  "it also begins"],
])("%j is due on %s, provisional %s: %s", (options, due, provisional) => {
  const { json, text } = clockCommand(options);
  expect(Object.keys(json)).toEqual(["due", "provisional", "calendar", "days"]);
  expect(json).toMatchObject({ due, provisional });
  expect(text.includes("暂定")).toBe(provisional);
  expect(text).toContain(`答复期限：${due}`);
  expect(text.split("\n").at(-1)).toMatch(new RegExp(`^${due}`));
});

test("the text counts the days aloud and says why the others do not count", () => {
  const { text } = clockCommand({ received: "2025-09-25", consult: ["2025-10-09..2025-10-10"], extend: "1" });
  expect(text.split("\n").slice(0, 20)).toEqual([
    "答复期限：2025-10-31 周五",
    "怎么算的：从 2025-09-25 周四 的次日起，20个工作日，延长1个工作日，征求意见占用1个工作日，不计入（条例第三十三条）。",
    "放假安排：国办发明电〔2023〕7号、国办发明电〔2024〕12号、国办发明电〔2025〕7号",
    "",
    "2025-09-25 周四    不计  收到申请当天，次日起算",
    "2025-09-26 周五  第 1天  工作日",
    "2025-09-27 周六    不计  周末",
    "2025-09-28 周日  第 2天  调休上班",
    "2025-09-29 周一  第 3天  工作日",
    "2025-09-30 周二  第 4天  工作日",
    ...["01 周三", "02 周四", "03 周五", "04 周六", "05 周日", "06 周一", "07 周二", "08 周三"].map(
      (day) => `2025-10-${day}    不计  国庆节、中秋节放假`,
    ),
    "2025-10-09 周四  第 5天  工作日",
    "2025-10-10 周五    不计  征求第三方意见",
  ]);
});

test("a consultation that began after the term is pointed out and changes nothing", () => {
  const { text, json } = clockCommand({ received: "2025-06-03", consult: ["2025-07-02..2025-07-20"] });
  expect(json.due).toBe("2025-07-01");
  expect(text).toContain("注意：2025-07-02 发出征求意见时答复期限已过");
});

// biome-ignore format: the columns are the test
test.each<[ClockOptions, string]>([
  [{ received: "6月3日" },                                            "收到申请的日期“6月3日”不是一个日期，请写成 2025-06-03 这样。"],
  [{ received: "2025-02-30" },                                        "收到申请的日期“2025-02-30”不是一个日期，请写成 2025-06-03 这样。"],
  [{ received: "" },                                                  "收到申请的日期“”不是一个日期，请写成 2025-06-03 这样。"],
  [{ received: "1999-01-01" },                                        "收到申请的日期 1999-01-01 不在条例施行（2008-05-01）以后、2100-12-31 以前，请核对年份。"],
  [{ received: "9999-12-31" },                                        "收到申请的日期 9999-12-31 不在条例施行（2008-05-01）以后、2100-12-31 以前，请核对年份。"],
  [{ received: "2025-06-03", corrected: "2025-06-02" },               "收到补正的日期 2025-06-02 早于收到申请的日期 2025-06-03，请核对。"],
  [{ received: "2025-06-03", corrected: "昨天" },                     "收到补正的日期“昨天”不是一个日期，请写成 2025-06-03 这样。"],
  [{ received: "2025-06-03", consult: ["2025-06-10"] },               "征求意见的起止“2025-06-10”看不明白，请写成 2025-06-10..2025-06-20 这样。"],
  [{ received: "2025-06-03", consult: ["2025-06-10..2025-06-20..2025-06-30"] }, "征求意见的起止“2025-06-10..2025-06-20..2025-06-30”看不明白，请写成 2025-06-10..2025-06-20 这样。"],
  [{ received: "2025-06-03", consult: ["2025-06-10.."] },             "征求意见的结束日期“”不是一个日期，请写成 2025-06-03 这样。"],
  [{ received: "2025-06-03", consult: ["2025-06-20..2025-06-10"] },   "征求意见 2025-06-20..2025-06-10 的结束日期早于开始日期，请核对。"],
  [{ received: "2025-06-03", consult: ["2025-06-01..2025-06-10"] },   "征求意见 2025-06-01..2025-06-10 早于收到申请的日期 2025-06-03，请核对。"],
  [{ received: "2025-06-03", extend: "21" },                          "延长的期限最长不得超过20个工作日（条例第三十三条），不能延长 21 个。"],
  [{ received: "2025-06-03", extend: "-1" },                          "延长的工作日数“-1”要写成整数，例如 20。"],
  [{ received: "2025-06-03", extend: "十" },                          "延长的工作日数“十”要写成整数，例如 20。"],
  [{ received: "2025-06-03", extend: "" },                            "延长的工作日数“”要写成整数，例如 20。"],
])("%j is refused: %s", (options, says) => {
  expect(() => clockCommand(options)).toThrow(new CommandError(says));
});

test("typed mistakes are wrong use, exit 2", () => {
  try {
    clockCommand({ received: "x" });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ name: "CommandError", exitCode: 2 });
  }
});
