import { expect, test } from "vitest";
import { dateAt } from "./date-at.ts";
import { nowOf, type When } from "./when.ts";

const read = (moment: string, text: string) => dateAt(text, 0, nowOf(moment))?.when;
const WEDNESDAY = "2026-03-04T10:30:00+08:00";
const short = (when: When | undefined) =>
  when === undefined
    ? "none"
    : `${when.type} ${"period" in when ? (when.period ?? "") : when.type === "open" ? when.past : ""}`.trim();

// biome-ignore format: the columns are the test
test.each([
  // said             read as                               why this row exists
  ["今天",             "day 2026-03-04",                     "the Shanghai day"],
  ["大前天",           "day 2026-03-01",                     "cut in three by word segmenters"],
  ["三天前",           "day 2026-03-01",                     "counted back"],
  ["上周日",           "day 2026-03-01",                     "weeks begin on Monday"],
  ["上上周五",         "day 2026-02-20",                     "two weeks back"],
  ["礼拜二",           "day 2026-03-03",                     "this week, already past"],
  ["周五",             "open 2026-02-27",                    "not reached: the one gone, if the thing is done"],
  ["周三",             "open 2026-03-04",                    "today's own name is two days alike"],
  ["上周",             "long 2026-02-23/2026-03-01",         "a week over two months"],
  ["本周二",           "day 2026-03-03",                     "said to be this week"],
  ["3月2日",           "day 2026-03-02",                     "the running year"],
  ["三月二号",         "day 2026-03-02",                     "in characters"],
  ["2026/03/02",       "day 2026-03-02",                     "with slashes"],
  ["20260302",         "day 2026-03-02",                     "without signs"],
  ["去年3月3日",       "day 2025-03-03",                     "a year said"],
  ["去年最后一天",     "day 2025-12-31",                     "the edge of a year"],
  ["元旦前一天",       "day 2025-12-31",                     "the day beside the feast"],
  ["3月1日到3日放假期间", "range 2026-03-01/2026-03-03",      "the days over again"],
  ["12月",             "month 2025-12",                      "back over New Year"],
  ["10月",             "vague",                              "too far back to be meant without its year"],
  ["4月",              "ahead 2026-04",                      "not here yet"],
  ["上上个月",         "month 2026-01",                      "two months back"],
  ["前年11月",         "month 2024-11",                      "two years back"],
  ["2月底",            "month 2026-02",                      "the month is enough"],
  ["3月1日至3日",      "range 2026-03-01/2026-03-03",        "inside one month"],
  ["3月1-3日",         "range 2026-03-01/2026-03-03",        "short form"],
  ["周一到周三",       "range 2026-03-02/2026-03-04",        "weekdays"],
  ["2月26日到3月2日",  "long 2026-02-26/2026-03-02",         "over two months"],
  ["1-2月",            "long 2026-01/2026-02",               "months"],
  ["去年四季度",       "long 2025-Q4",                       "a quarter"],
  ["去年上半年",       "long 2025-H1",                       "not all of last year"],
  ["2024年度",         "long 2024",                          "度 is no part of the number"],
  ["二〇二四年度下半年", "long 2024-H2",                       "nor here"],
  ["今年",             "long 2026",                          "a year"],
  ["2月30日",          "impossible",                         "no such day"],
  ["13月",             "impossible",                         "no such month"],
  ["2月29日",          "impossible",                         "no leap year"],
  ["20号",             "open 2026-02-20",                    "not reached: last month's, if the thing is done"],
  ["最近",             "vague",                              "no date"],
  ["前两天",           "vague",                              "no date"],
  ["三天",             "vague",                              "a length, no date"],
  ["7月1日起",         "vague",                              "only bounds the time"],
  ["两会期间",         "vague",                              "a span without days"],
])("%s is %s: %s", (said, read_) => {
  expect(short(read(WEDNESDAY, said))).toBe(read_);
});

// biome-ignore format: the columns are the test
test.each([
  ["2026-01-02T09:10:00+08:00", "周三",   "day 2025-12-31", "the running week began last year"],
  ["2026-01-02T09:10:00+08:00", "上个月", "month 2025-12",  "the month before January"],
  ["2026-03-05T00:20:00+08:00", "今晚",   "vague 2026-03-05", "just after midnight two evenings are alike"],
  ["2026-03-05T00:20:00+08:00", "昨天",   "day 2026-03-04", "the calendar's yesterday"],
  ["2026-06-01T11:00:00+08:00", "六一",   "day 2026-06-01", "a named day"],
  ["2026-10-12T09:00:00+08:00", "国庆假期", "month 2026-10", "a holiday inside one month is its month"],
  ["2026-03-04T02:30:00Z",      "今天",   "day 2026-03-04", "the offset of the moment does not matter"],
])("at %s %s is %s: %s", (moment, said, read_) => {
  expect(short(read(moment, said))).toBe(read_);
});
