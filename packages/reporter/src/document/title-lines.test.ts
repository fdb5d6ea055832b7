import { expect, test } from "vitest";
import { signatureIndents } from "./signature-indents.ts";
import { monthTitleLines, titleLines } from "./title-lines.ts";

// biome-ignore format: the columns are the test
test.each([
  ["临州市商务局",                             ["临州市商务局", "2025年政府信息公开工作年度报告"],                         "22 characters: the name stands alone on the shorter upper line"],
  ["县府办",                                   ["县府办2025年政府信息公开工作年度报告"],                                   "19 characters fit one line"],
  ["临州市自然资源和规划局高新区分局",           ["临州市自然资源和规划局高新区分局2025年", "政府信息公开工作年度报告"],      "16 over 15 would be a block, so the year goes up"],
  ["临州市人力资源社会保障和医疗保障综合服务局",   ["临州市", "人力资源社会保障和医疗保障综合服务局", "2025年政府信息公开工作年度报告"], "a name of 21 is broken after 市"],
  ["人力资源社会保障和医疗保障综合服务管理总局",   ["人力资源社会保障和医疗保障综合服务管理总局", "2025年政府信息公开工作年度报告"], "no place to break it: the renderer wraps"],
])("the title of %s", (organ, lines, why) => {
  expect(titleLines(organ, 2025), why).toEqual(lines);
  expect(titleLines(organ, 2025).join("")).toBe(`${organ}2025年政府信息公开工作年度报告`);
});

test("the title of a monthly report is broken in the same way", () => {
  expect(monthTitleLines("县府办", "2025-03")).toEqual(["县府办2025年3月政府信息公开工作月报"]);
  expect(monthTitleLines("临州市商务局", "2025-12")).toEqual(["临州市商务局", "2025年12月政府信息公开工作月报"]);
});

// biome-ignore format: the columns are the test
test.each([
  ["临州市商务局", "2026年1月20日", { organ: 4.5, date: 2 },  "date of 6.5 is longer than the name of 6"],
  ["临州市人民政府", "2026年1月20日", { organ: 2, date: 0.5 }, "date begins two characters after the name"],
  ["临州市自然资源和规划局", "2026年1月5日", { organ: 2, date: 5 }, "a long name"],
])("%s, %s are set by GB/T 9704 7.3.5.2", (organ, date, indents, why) => {
  expect(signatureIndents({ organ, date }), why).toEqual(indents);
});
