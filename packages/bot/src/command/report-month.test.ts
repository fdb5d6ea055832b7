import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSample } from "../sample/write-sample.ts";
import { aWorld } from "./a-world.contract.ts";
import { reportMonth } from "./report-month.ts";
import { CommandError } from "./world.ts";

let data: string;
let out: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-month-data-"));
  out = await mkdtemp(join(tmpdir(), "gongkai-month-out-"));
  await writeSample(data, () => {});
});
afterAll(async () => {
  for (const folder of [data, out]) await rm(folder, { recursive: true, force: true });
});

test("the sample's March is written, with the names of who reported", async () => {
  const world = aWorld();
  const file = join(out, "三月.xlsx");
  await reportMonth({ data, period: "2025-03", format: "xlsx", out: file }, world);
  expect(world.said()).toBe(`已写入 ${file}。\n`);
  const { sheets } = await readXlsx(await readFile(file));
  expect(sheets.map(({ name }) => name)).toEqual([
    "全局情况",
    "各科室报送情况",
    "依申请公开和复议诉讼",
    "本月台账记录",
  ]);
  const permits = sheets[0]?.rows.find((row) => row[0] === "行政许可");
  const behind = sheets[3]?.rows.filter((row) => row[5] === "行政许可") ?? [];
  expect(permits?.[2]).toBe(behind.reduce((sum, row) => sum + Number(row[6]), 0));
  expect(permits?.[5]).toBe(behind.length);
  expect(new Set(behind.map((row) => row[4]))).toEqual(new Set(["何凯"]));
});

test("a file of another sort is not written over", async () => {
  const file = join(out, "notes.txt");
  await writeFile(file, "别动");
  await expect(reportMonth({ data, period: "2025-03", format: "docx", out: file }, aWorld())).rejects.toThrow(
    CommandError,
  );
  expect(await readFile(file, "utf8")).toBe("别动");
});

// biome-ignore format: the columns are the test
test.each([
  ["2025-3",  "docx", "--period 的“2025-3”不是一个月份，请写成 2026-01 这样。", "a month is two digits"],
  ["2025",    "docx", "--period 的“2025”不是一个月份，请写成 2026-01 这样。",   "a year is the annual report"],
  ["2026-02", "docx", "2026-02 还没有到，请写已经开始的月份，例如 2026-01。",    "not begun"],
  ["2025-03", "pdf",  "月报没有 pdf 这种格式，可选：docx、xlsx。",              "no such format"],
])("%s as %s is one plain sentence and writes nothing", async (period, format, says, why) => {
  const before = await readdir(out);
  await expect(reportMonth({ data, period, format, out: join(out, "x.docx") }, aWorld()), why).rejects.toThrow(says);
  expect(await readdir(out)).toEqual(before);
});
