import { createHash } from "node:crypto";
import { catalogueOf, INDICATORS, Office, type Statement } from "@gongkai/schema";
import { expect, test } from "vitest";
import type { Organ } from "../config/organ.ts";
import { planImport } from "./import-rows.ts";
import { problemLine } from "./problem.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonLines } from "./read-jsonl.ts";

const office = Office.parse({
  key: "yunhe",
  name: "云河市商务局",
  sections: [{ key: "permit", label: "行政审批科", aliases: ["审批科"], reports: [] }],
});
// what the import reads of an organ; the vocabulary is the talk's business
const organ = { office, catalogue: catalogueOf(office) } as Organ;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const NOW = Date.parse("2026-03-04T10:00:00+08:00");
const plan = (csv: string) => planImport(readCsv(csv).rows, organ, "importer", NOW, sha256);
const stated = (csv: string) => plan(csv).records.map(({ record }) => record.states);

// biome-ignore format: the columns are the test
test.each<[string, Statement, string]>([
  ["指标,数量,期间\n行政许可,3,2025-03-05",            { kind: "figure-reported", indicator: "permit.decided", quantity: 3, period: "2025-03-05", channel: null, outcome: null }, "label of the form"],
  ["指标,数量,期间\n许可,3,2025年3月",                 { kind: "figure-reported", indicator: "permit.decided", quantity: 3, period: "2025-03", channel: null, outcome: null }, "synonym and a written month"],
  ["事项,数值,日期\npermit.decided,3,2025/3/5",         { kind: "figure-reported", indicator: "permit.decided", quantity: 3, period: "2025-03-05", channel: null, outcome: null }, "key, slashes, other headings"],
  ["指标,数量,期间,渠道\n新媒体发布,2,2025-03,公众号", { kind: "figure-reported", indicator: "newmedia.post", quantity: 2, period: "2025-03", channel: "wechat", outcome: null }, "channel by its short name"],
  ["指标,数量,期间\n行政处罚,0,2025-03",               { kind: "nil-attested", indicator: "penalty.decided", period: "2025-03" }, "a zero is a stated nil"],
  ["指标,数量,期间\n行政事业性收费,8.2,2025-03",       { kind: "figure-reported", indicator: "fee.collected", quantity: 8_200_000, period: "2025-03", channel: null, outcome: null }, "万元 kept in fen"],
  ["单元格,数量,期间\nt3.open.nat,4,2025",             { kind: "cell-counted", cell: "t3.open.nat", quantity: 4, period: "2025" }, "an office that keeps counts only"],
  ["年度,项目,数值\n2024,t2.license.decisions,203",    { kind: "figure-published", year: 2024, figure: "t2.license.decisions", quantity: 203 }, "last year's report"],
])("%s", (csv, expected) => {
  expect(plan(csv).problems).toEqual([]);
  expect(stated(csv)).toEqual([expected]);
});

// biome-ignore format: the columns are the test
test.each([
  ["指标,数量,期间\n行政许可,十二,2025-03",     "第 2 行“数量”：“十二”不是数字，请只写阿拉伯数字，不带逗号和单位"],
  ["指标,数量,期间\n行政许可,1.5,2025-03",      "第 2 行“数量”：“1.5”不是整数"],
  ["指标,数量,期间\n行政许可,-3,2025-03",       "第 2 行“数量”：“-3”不是数字，请只写阿拉伯数字，不带逗号和单位"],
  ["指标,数量,期间\n行政许可,3,2025-02-30",     "第 2 行“期间”：“2025-02-30”不是一个日期或月份，写法如 2025-03-05 或 2025-03"],
  ["指标,数量,期间\n行政许可,3,2026-04",        "第 2 行“期间”：“2026-04”还没有到"],
  ["指标,数量,期间\n行政许可,3,2025-12/2026-01", "第 2 行“期间”：跨年的期间分不清算哪一年，请拆成两行"],
  ["指标,数量,期间\n好人好事,3,2025-03",        "第 2 行“指标”：不认识“好人好事”这个指标"],
  ["指标,数量,期间,科室\n许可,3,2025-03,火星科", "第 2 行“科室”：没有“火星科”这个科室"],
  ["单元格,数量,期间\nt2.license.decisions,3,2025", "第 2 行“单元格”：表二的数请按指标导入，不能直接写单元格"],
  ["指标,数量,期间\n许可,,2025-03",             "第 2 行“数量”：没有写"],
])("%s is refused with its row and column", (csv, says) => {
  expect(plan(csv).problems.map(problemLine)).toEqual([says]);
});

test("a misspelt column is named, not ignored", () => {
  expect(readCsv("指标,数目,期间\n许可,3,2025-03").problems.map(problemLine)).toEqual([
    "第 1 行“数目”：不认识这一列，请改列名或删掉这一列",
  ]);
});

test("the same row twice is two records, the same file twice is one import", () => {
  const twice = "指标,数量,期间\n许可,3,2025-03-05\n许可,3,2025-03-05";
  const ids = plan(twice).records.map(({ record }) => record.id);
  expect(new Set(ids).size).toBe(2);
  expect(
    plan(`${twice}\n许可,1,2025-03-06`)
      .records.map(({ record }) => record.id)
      .slice(0, 2),
  ).toEqual(ids);
});

test("every built-in indicator that is counted can be imported by its own label", () => {
  const counted = Object.entries(INDICATORS).filter(([key]) => !key.startsWith("application."));
  const csv = ["指标,数量,期间", ...counted.map(([, { label }]) => `${label},1,2025-03`)].join("\n");
  expect(plan(csv).problems).toEqual([]);
  expect(plan(csv).records).toHaveLength(counted.length);
});

test("lines of JSON use the names of the command's JSON", () => {
  const { rows, problems } = readJsonLines(
    '{"indicator":"permit.decided","quantity":3,"period":"2025-03"}\n\nnonsense',
  );
  expect(rows).toEqual([{ line: 1, cells: { indicator: "permit.decided", quantity: "3", period: "2025-03" } }]);
  expect(problems.map(({ line }) => line)).toEqual([3]);
});
