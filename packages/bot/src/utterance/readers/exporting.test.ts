import { expect, test } from "vitest";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

const wants = (text: string) => {
  const meaning = understand({ text, now: "2026-11-24T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });
  return meaning.act === "export" ? [meaning.wants.what, meaning.wants.period, meaning.wants.format] : [meaning.act];
};

// biome-ignore format: the columns are the test
test.each([
  ["导出年报",               ["annual", null, null],       "no year said: the wiring takes the one being written"],
  ["导出2025年年报",         ["annual", "2025", null],     "the year inside the report's name"],
  ["导出2025年的年报",       ["annual", "2025", null],     "with 的"],
  ["导出2025年度报告",       ["annual", "2025", null],     "its full name"],
  ["导出去年年报",           ["annual", "2025", null],     "last year's"],
  ["导出今年年报",           ["annual", "2026", null],     "this year's draft"],
  ["给我一份2024年年报pdf",  ["annual", "2024", "pdf"],    "another year and format"],
  ["导出2月月报",            ["month", "2026-02", null],   "a month's"],
  ["导出2025年2月月报",      ["month", "2025-02", null],   "a month of last year"],
  ["做一份上个月的报表发过来", ["ledger", "2026-10", null], "发过来 is no report of something done"],
  ["给我生成一份5月的统计表发过来", ["ledger", "2026-05", null], "nor here"],
  ["要一份2月份的数据表", ["ledger", "2026-02", null], "a table by another name"],
  ["半年报能出个excel吗", ["annual", null, "excel"], "能 with what it is to be"],
  ["昨天的台账给我瞅一眼", ["query"], "to be looked at here"],
  ["下周要交年报，得早点准备", ["ignore"],                "when it is due, and no wish for it now"],
])("%s → %j: %s", (text, expected) => {
  expect(wants(text)).toEqual(expected);
});
