import { expect, test } from "vitest";
import { type SummaryDaysSaid, summaryDaysSaid } from "./summary-days.ts";

// biome-ignore format: the columns are the test
test.each<[string, SummaryDaysSaid | undefined]>([
  ["每周一给我发周报",             { week: 1 }],
  ["每周五把周报发给我",           { week: 5 }],
  ["以后每个星期天给我发周报",     { week: 7 }],
  ["每周三早上发我一份小结",       { week: 3 }],
  ["周报改成周五发",               { week: 5 }],
  ["麻烦每周二发一下周报。",       { week: 2 }],
  ["月底小结发我",                 { month: "end" }],
  ["每月月底给我发个小结",         { month: "end" }],
  ["每月1号给我发上月小结",        { month: 1 }],
  ["每月二十五号发月度小结",       { month: 25 }],
  ["每周一给我发周报，月底发小结", { week: 1, month: "end" }],
  ["不用发周报了",                 { week: null }],
  ["周报不要再发了",               { week: null }],
  ["取消月底小结",                 { month: null }],
  ["以后不用给我发小结了",         { week: null, month: null }],
  ["别发周报和月底小结了",         { week: null, month: null }],
  // what only looks like it
  ["周报发了3条",                  undefined],
  ["今天发了周报",                 undefined],
  ["给我发周报",                   undefined],
  ["周报什么时候发给我",           undefined],
  ["周报发了吗",                   undefined],
  ["每周一公众号发3条",            undefined],
  ["每月32号给我发小结",           undefined],
  ["每周一给我发月底小结的周报表", undefined],
  ["不用报了",                     undefined],
  ["撤销",                         undefined],
  ["月底小结会开了1次",            undefined],
  ["每周一给我导出年报",           undefined],
])("%s → %j", (text, expected) => {
  expect(summaryDaysSaid(text)).toEqual(expected);
});
