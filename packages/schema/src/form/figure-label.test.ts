import { expect, test } from "vitest";
import { FIGURE_IDS, type FigureId } from "./figure-id.ts";
import { figureLabel } from "./figure-label.ts";

// biome-ignore format: the columns are the test
test.each<[FigureId, string, string, string]>([
  ["t2.license.decisions", "表二", "行政许可", "件"],
  ["t2.fee.amount",        "表二", "行政事业性收费", "万元"],
  ["t2.norm.valid",        "表二", "行政规范性文件现行有效件数", "件"],
  ["t3.new.nat",           "表三", "本年新收政府信息公开申请数量（自然人）", "件"],
  ["t3.deny_process.biz",  "表三", "属于四类过程性信息（商业企业）", "件"],
  ["t3.total.tot",         "表三", "总计（总计）", "件"],
  ["t4.review.upheld",     "表四", "行政复议结果维持", "件"],
  ["t4.after.total",       "表四", "复议后起诉总计", "件"],
  ["s1.disclosed",         "一（一）", "门户网站主动公开信息", "条"],
])("%s stands at %s as %s", (id, place, label, unit) => {
  expect(figureLabel(id)).toEqual({ place, label, unit });
});

test("every figure has a place, a name and a unit, and no two share both place and name", () => {
  const labels = FIGURE_IDS.map(figureLabel);
  expect(labels.every(({ place, label, unit }) => place && label && unit && !label.includes("undefined"))).toBe(true);
  expect(new Set(labels.map(({ place, label }) => `${place} ${label}`)).size).toBe(FIGURE_IDS.length);
});
