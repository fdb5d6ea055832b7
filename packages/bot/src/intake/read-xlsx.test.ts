import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readXlsx } from "./read-xlsx.ts";

test("a sheet reads as its rows, dates as days, empty rows passed over with their numbers kept", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "三月",
        rows: [
          ["日期", "指标", "数量"],
          [new Date("2025-03-05T00:00:00Z"), "行政许可", 3],
          [null, null, null],
          ["2025-03", "行政处罚", "0"],
        ],
      },
    ],
  });
  expect(await readXlsx(bytes)).toEqual({
    problems: [],
    rows: [
      { line: 2, cells: { period: "2025-03-05", indicator: "行政许可", quantity: "3" } },
      { line: 4, cells: { period: "2025-03", indicator: "行政处罚", quantity: "0" } },
    ],
  });
});

test("what is no workbook is said so", async () => {
  const { problems } = await readXlsx(new TextEncoder().encode("日期,指标"));
  expect(problems.map(({ says }) => says)).toEqual(["打不开这个表格，请另存为 .xlsx 再试"]);
});
