import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Register } from "../../document/register.ts";
import { ooxmlErrors } from "../validity.contract.ts";
import { renderRegisters } from "./render-registers.ts";

const columns: Register["columns"] = [
  { label: "科室", width: 8, align: "center", groups: true },
  { label: "事项", width: 20, align: "left" },
  { label: "数量", width: 6, align: "center" },
];
const register = (rows: Register["rows"], name = "名单"): Register => ({ id: "list", name, columns, rows });
const render = (...registers: Register[]) =>
  renderRegisters(
    { title: "示例市商务局2025年3月月报", organ: "示例市商务局", registers },
    { at: "2025-04-02T10:00:00+08:00" },
  );

const ROWS: Register["rows"] = [
  ["法规科", "行政处罚", 0],
  ["法规科", "行政事业性收费", 12.500001],
  ["办公室", "网民留言", "未报"],
  ["办公室", "微博关注量", null],
];

test("numbers are numbers, words are words, a group is repeated so that it can be filtered by", async () => {
  const { sheets } = await readXlsx(await render(register(ROWS), register([], "空表")));
  expect(sheets.map(({ name }) => name)).toEqual(["名单", "空表"]);
  expect(sheets[0]?.rows.slice(1).map((row) => row.slice(0, 3))).toEqual([["科室", "事项", "数量"], ...ROWS]);
});

test("the workbook is valid Office Open XML, also with an empty list, and the same every time", async () => {
  const file = await render(register(ROWS), register([], "空表"));
  expect(await ooxmlErrors(file, "xlsx")).toEqual([]);
  expect(await render(register(ROWS), register([], "空表"))).toEqual(file);
});

// what people are called and what indicators are called is other people's text
test.each(["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")', "\t=1", "<f>1</f>", "=cmd|' /C calc'!A0"])(
  "%j stays text",
  async (hostile) => {
    const file = await render(register([[hostile, hostile, hostile]], hostile));
    const { sheets } = await readXlsx(file);
    expect(sheets[0]?.rows[2]).toEqual([hostile, hostile, hostile]);
    expect(strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toMatch(/<f[ >]/);
    expect(await ooxmlErrors(file, "xlsx")).toEqual([]);
  },
);
