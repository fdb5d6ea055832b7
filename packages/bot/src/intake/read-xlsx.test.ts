import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
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

const SHEET = "xl/worksheets/sheet1.xml";
const small = () =>
  writeXlsx({
    sheets: [
      {
        name: "一月",
        rows: [
          ["指标", "数量", "期间"],
          ["行政许可", 0.1 + 0.2, "2025-03"],
        ],
      },
    ],
  });

test("a workbook that unpacks to gigabytes is refused before it does", async () => {
  const parts = unzipSync(await small());
  const swollen = strToU8(strFromU8(parts[SHEET]!) + " ".repeat(60_000_000));
  const bomb = zipSync({ ...parts, [SHEET]: swollen }, { level: 9 });
  expect(bomb.length).toBeLessThan(100_000);
  const { rows, problems } = await readXlsx(bomb);
  expect([rows, problems.map(({ says }) => says)]).toEqual([
    [],
    ["这个表格展开后太大了，请删掉用不上的行列和图片，或拆成几个文件"],
  ]);
  const unsaid = bomb.slice();
  const view = new DataView(unsaid.buffer);
  for (let at = 0; at < unsaid.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true); // its parts no longer say their size
  expect((await readXlsx(unsaid)).problems).toEqual(problems);
});

test("a number is read with the fifteen digits the sheet itself has", async () => {
  expect((await readXlsx(await small())).rows[0]?.cells.quantity).toBe("0.3");
});

test("the first of a month in a format only some languages know is asked about, not guessed", async () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const rows = [
    ["指标", "数量", "期间"],
    ["行政许可", 1, day("2025-03-01")],
    ["行政许可", 1, day("2025-03-02")],
  ];
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: "一月", rows }] }));
  const styles = strFromU8(parts["xl/styles.xml"]!);
  const builtIn = styles.replace(/(<xf numFmtId=")(?!0")\d+(")/g, "$157$2"); // 57 is 2025年3月 in Chinese, ECMA-376 18.8.30
  expect(builtIn).not.toBe(styles);
  const read = await readXlsx(zipSync({ ...parts, "xl/styles.xml": strToU8(builtIn) }));
  expect(read.problems).toEqual([
    { line: 2, column: "期间", says: "看不出是 1 日这一天还是整个月，请把这一格设为文本，写成 2025-03-01 或 2025-03" },
  ]);
});
