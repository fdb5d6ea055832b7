import { mkdirSync, writeFileSync } from "node:fs";
import { recordIdOf } from "@gongkai/schema";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { openHome } from "../../packages/bot/src/store/open-home.ts";
import { type } from "../support/at-the-keyboard.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { path, copy } = sampleDesk();
const HEAD = "指标,数量,期间,科室";
const GOOD = `${HEAD}\n行政许可,3,2026-01-05,行政审批科\n行政处罚,0,2026-01,法规科\n`;

let files = 0;
function file(ending: string, content: string | Uint8Array): string {
  files += 1;
  writeFileSync(path(`f${files}.${ending}`), content);
  return path(`f${files}.${ending}`);
}
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const ledger = async (data: string) => lines((await type(["ledger", "export", "--data", data])).out);

/** Imports into the data directory and says what the ledger grew by. */
async function importing(data: string, name: string, ...more: string[]) {
  const before = (await ledger(data)).length;
  const said = await type(["import", name, "--data", data, ...more]);
  const records = (await ledger(data)).slice(before).map((line) => JSON.parse(line).record);
  return { ...said, grew: records.length, records };
}

describe("what can be imported", () => {
  const JSONL =
    '{"indicator":"permit.decided","quantity":3,"period":"2026-01-05","section":"permit"}\n{"indicator":"penalty.decided","quantity":0,"period":"2026-01","section":"legal"}\n';
  // biome-ignore format: the columns are the test
  test.each<[string, string, string | Promise<Uint8Array>, string]>([
    ["csv",   "csv",   GOOD,                                  "as it is"],
    ["csv",   "csv",   `\uFEFF${GOOD}`,                       "with a byte order mark, as office programs write it"],
    ["csv",   "csv",   GOOD.replaceAll("\n", "\r\n"),         "with the line ends of Windows"],
    ["csv",   "CSV",   `${GOOD}\n,,,\n`,                      "with an ending in capitals and empty rows behind"],
    ["jsonl", "jsonl", JSONL,                                 "with the keys of the command's JSON"],
    ["jsonl", "jsonl", `\uFEFF${JSONL.replaceAll("\n", "\r\n")}\n`, "with a mark, Windows' line ends and an empty line"],
    ["xlsx",  "xlsx",  sheet([["指标", "数量", "期间", "科室"], ["行政许可", 3, "2026-01-05", "行政审批科"], ["行政处罚", 0, "2026-01", "法规科"]]), "a workbook"],
  ])("%s (.%s) %#: the same two records", async (_kind, ending, content) => {
    const { out, err, code, records } = await importing(copy(), file(ending, await content), "--by", "GuoJing");
    expect([out, err, code]).toEqual(["导入了 2 行。\n", "", 0]);
    expect(records.map(({ states, section, by }) => [states.kind, states.indicator, states.period, section, by])).toEqual([
      ["figure-reported", "permit.decided", "2026-01-05", "permit", "guojing"],
      ["nil-attested", "penalty.decided", "2026-01", "legal", "guojing"],
    ]);
  });

  test("a rehearsal finds out the same and writes nothing, not even a ledger", async () => {
    const data = copy();
    const good = file("csv", GOOD);
    const dry = await importing(data, good, "--dry-run");
    expect(dry).toMatchObject({ out: "可以导入：2 行都没有问题。这次只是检查，没有写入。\n", code: 0, grew: 0 });
    await importing(data, good);
    expect((await importing(data, good, "--dry-run")).out).toBe(
      "可以导入：0 行都没有问题；另有 2 行和以前导入的完全相同，不会重复记。这次只是检查，没有写入。\n",
    );
    const fresh = path("fresh");
    mkdirSync(fresh);
    const config = ["--config", `${data}/gongkai.yaml`, "--data", fresh];
    expect((await type(["import", good, "--dry-run", ...config])).code).toBe(0);
    expect((await type(["ledger", "verify", "--data", fresh])).err).toContain("还没有台账");
  });

  test("the same file twice is one import; a longer copy adds its new rows only; the chain holds", async () => {
    const data = copy();
    const longer = `${GOOD}行政许可,3,2026-01-05,行政审批科\n行政强制,1,2026-01-06,法规科\n`;
    expect((await importing(data, file("csv", GOOD))).out).toBe("导入了 2 行。\n");
    const again = await importing(data, file("csv", GOOD));
    expect(again).toMatchObject({
      out: "导入了 0 行；另有 2 行和以前导入的完全相同，没有重复记。\n",
      code: 0,
      grew: 0,
    });
    const more = await importing(data, file("csv", longer));
    expect(more).toMatchObject({ out: "导入了 2 行；另有 2 行和以前导入的完全相同，没有重复记。\n", grew: 2 });
    expect((await type(["ledger", "verify", "--data", data])).out).toContain("链完整");
  });

  test("a figure imported is a figure of the year, its record named", async () => {
    const data = copy();
    const { records } = await importing(data, file("csv", GOOD));
    const { out } = await type(["report", "compile", "--year", "2026", "--data", data]);
    const { value, contributions } = JSON.parse(out).figures["t2.license.decisions"];
    expect([value, contributions]).toEqual([3, [{ record: records[0].id, amount: 3 }]]);
  });
});

test("a month imported over its own days is never just added: the report is blocked until somebody says which holds", async () => {
  const data = copy();
  const check = () => type(["report", "check", "--year", "2025", "--data", data, "--json"]);
  expect((await check()).code).toBe(0);
  const month = file("csv", `${HEAD}\n行政许可,300,2025-03,行政审批科\n`);
  const warning =
    "注意：2025 年的行政许可有记录期间重叠，可能重复计数。请运行 gongkai report check --year 2025 核对，撤销多出来的。\n";
  expect(await importing(data, month, "--dry-run")).toMatchObject({ err: warning, code: 0, grew: 0 });
  expect(await importing(data, month)).toMatchObject({ err: warning, code: 0, grew: 1 });
  expect(await importing(data, month)).toMatchObject({ err: "", code: 0, grew: 0 });
  const { out, code } = await check();
  expect(code).toBe(1);
  const must = lines(out)
    .map((line) => JSON.parse(line))
    .filter(({ verdict }) => verdict === "必改");
  expect(must.map(({ says }) => says)).toEqual([expect.stringContaining("行政审批科的行政许可")]);
});

describe("what is refused: nothing is written, row and column are named, exit 1", () => {
  // biome-ignore format: the columns are the test
  test.each<[string, string, string]>([
    // rows under the good ones, what is said, why this row exists
    ["行政许可,三,2026-01-05,",            "第 4 行“数量”：“三”不是数字，请只写阿拉伯数字，不带逗号和单位",          "a numeral in Chinese"],
    ['行政许可,"1,234",2026-01-05,',       "第 4 行“数量”：“1,234”不是数字，请只写阿拉伯数字，不带逗号和单位",       "a comma may be a decimal point elsewhere"],
    ["行政许可,=1+1,2026-01-05,",          "第 4 行“数量”：“=1+1”不是数字，请只写阿拉伯数字，不带逗号和单位",        "a formula"],
    ["行政许可,1e3,2026-01-05,",           "第 4 行“数量”：“1e3”不是数字，请只写阿拉伯数字，不带逗号和单位",         "a number only programmers read"],
    ["行政许可,99999999999999999999,2026-01-05,", "第 4 行“数量”：“99999999999999999999”不是数字，请只写阿拉伯数字，不带逗号和单位", "beyond what can be counted exactly"],
    ["行政许可,3,2026.1,",                 "第 4 行“期间”：“2026.1”分不清是1月还是10月，请写成 2026-01 或 2026-10",  "a sheet turns 2026.10 into this"],
    ["行政许可,3,2026-13,",                "第 4 行“期间”：“2026-13”不是一个日期或月份，写法如 2025-03-05 或 2025-03", "no such month"],
    ["行政许可,3,2026-02,",                "第 4 行“期间”：“2026-02”还没有到",                                     "not yet"],
    ["行政许可,3,1999-01,",                "第 4 行“期间”：“1999-01”早于条例施行的 2008 年，请核对年份",             "before the law"],
    ["行政许可,3,2026-01-05,火星科",       "第 4 行“科室”：没有“火星科”这个科室",                                   "no such section"],
    ["行政许可,3,2026-01-05,,9",           "第 4 行：第 5 格“9”没有列名，请核对逗号，或补上列名",                    "a cell outside the columns may be the number meant"],
    ["行政许可\u0007,3,2026-01-05,",       "第 4 行“指标”：有看不见的控制字符，请重新输入这一格",                    "a letter nobody sees"],
    ["行政许可,3\u202e,2026-01-05,",       "第 4 行“数量”：有看不见的控制字符，请重新输入这一格",                    "a letter that turns the line around"],
    ['行政许可,"3,2026-01-05,',            "第 4 行：引号没有配对，请检查这一行",                                   "an open quotation mark"],
  ])("%j: %s", async (row, says) => {
    const { out, err, code, grew } = await importing(copy(), file("csv", `${GOOD}${row}\n`));
    expect([out, code, grew]).toEqual(["", 1, 0]);
    expect(lines(err)[0]).toBe("没有导入任何一行，请先改好下面的问题：");
    expect(lines(err)).toContain(says);
  });

  // biome-ignore format: the columns are the test
  test.each<[string, string, string]>([
    ["指标,数目,期间\n许可,3,2026-01",                  "第 1 行“数目”：不认识这一列，请改列名或删掉这一列",               "a misspelt column"],
    ["指标,数量,数值,期间\n许可,3,4,2026-01",           "第 1 行“数值”：和第 2 列一样，都是“数量”，请只留一列",            "two columns for one thing"],
    ["指标,数量,期间,\n许可,3,2026-01,办公室",          "第 2 行：第 4 格“办公室”没有列名，请核对逗号，或补上列名",         "a column without a name"],
    ["指标,数量,期间,年度\n许可,3,2026-01,2025",        "第 2 行“年度”：这一行用不上这一列，请把这一格清空",               "a year that contradicts the period"],
    ["指标,项目,数量,年度\n许可,t2.license.decisions,3,2024", "第 2 行“指标”：这一行用不上这一列，请把这一格清空",         "two kinds of row in one"],
    ["单元格,数量,期间\nt3.new.tot,3,2025",             "第 2 行“单元格”：“t3.new.tot”是合计，会自动算出来，请只导入各分项", "a total is computed"],
    [`指标,数量,期间,报送人\n许可,3,2026-01,${"a".repeat(65)}`, "第 2 行“报送人”：太长了，最多 64 个字",                   "longer than any member id"],
    ["指标,数量,期间",                                  "第 1 行：只有列名，下面没有数据",                                 "nothing to import"],
    ["",                                                "第 1 行：文件是空的",                                             "an empty file"],
    ["指标\t数量\t期间\n许可\t3\t2026-01",              "第 1 行“指标 数量 期间”：不认识这一列，请改列名或删掉这一列",      "tabs for commas"],
  ])("%j: %s", async (csv, says) => {
    const { err, code, grew } = await importing(copy(), file("csv", csv));
    expect([code, grew]).toEqual([1, 0]);
    expect(lines(err.replaceAll("\t", " "))).toContain(says);
  });

  test("three hundred columns: the first fifty problems and how many more", async () => {
    const names = Array.from({ length: 300 }, (_, at) => `列${at + 1}`).join(",");
    const { err, code } = await importing(copy(), file("csv", `${names}\n${"1,".repeat(299)}1\n`));
    expect(code).toBe(1);
    expect(lines(err).length).toBe(52);
    expect(lines(err).at(-1)).toBe("……还有 250 处");
  });

  test("a row inside a quoted field keeps the line its row begins on", async () => {
    const { err } = await importing(copy(), file("csv", `${HEAD}\n行政许可,"三\n件",2026-01,\n行政处罚,四,2026-01,\n`));
    expect(
      lines(err)
        .filter((line) => /^第 \d 行/.test(line))
        .map((line) => line.split("：")[0]),
    ).toEqual(["第 2 行“数量”", "第 4 行“数量”"]);
  });

  // biome-ignore format: the columns are the test
  test.each<[string, string]>([
    ["[1,2]",                                              "第 1 行：不是一行 JSON 对象，例如 {\"indicator\":\"permit.decided\",\"quantity\":3,\"period\":\"2025-03\"}"],
    ['{"indicator":"permit.decided","quantity":{},"period":"2026-01"}', "第 1 行：不是一行 JSON 对象，例如 {\"indicator\":\"permit.decided\",\"quantity\":3,\"period\":\"2025-03\"}"],
    ['{"indicator":"permit.decided","amount":3}',          "第 1 行“amount”：不认识这一项，请改名或删掉"],
    ['{"indicator":"permit.decided","quantity":3,"value":4,"period":"2026-01"}', "第 1 行“value”：“数量”写了两次，请只留一个"],
    ['{"__proto__":1}',                                    "第 1 行“指标”：没有写"],
  ])("a line of JSON %s: %s", async (line, says) => {
    const { err, code, grew } = await importing(copy(), file("jsonl", `${line}\n`));
    expect([code, grew]).toEqual([1, 0]);
    expect(lines(err)).toContain(says);
  });

  test("a closed month takes no new row, and no other row of the file comes in; what is there already is no change", async () => {
    const data = copy();
    const before = file("csv", `${HEAD}\n行政处罚,1,2025-12-30,法规科\n`);
    await importing(data, before);
    await closeMonth(data, "2025-12");
    expect(await importing(data, before)).toMatchObject({ code: 0, grew: 0 });
    const csv = `${HEAD}\n行政许可,3,2026-01-05,行政审批科\n行政处罚,1,2025-12,法规科\n`;
    for (const more of [[], ["--dry-run"]]) {
      const { err, code, grew } = await importing(data, file("csv", csv), ...more);
      expect([code, grew]).toEqual([1, 0]);
      expect(lines(err)).toContain(`第 3 行“期间”：2025-12 已经关账，请先在对话里说明理由重新打开这个月，再导入`);
    }
  });
});

describe("files that are not what they seem", () => {
  test("Chinese of an older Windows is refused with the remedy, not guessed", async () => {
    const gbk = Buffer.from("d6b8b1ea2ccafdc1bf2cc6dabce40ad0d0d5fed0edbfc92c332c323032362d30310a", "hex"); // 指标,数量,期间 in GBK
    const name = file("csv", gbk);
    const { err, code, grew } = await importing(copy(), name);
    expect([err, code, grew]).toEqual([`${name} 不是 UTF-8 编码，请另存为 UTF-8（表格选“CSV UTF-8”）再试。\n`, 2, 0]);
  });

  test("a csv of fifty megabytes is refused by its size, before it is all in memory", async () => {
    const row = "行政许可,3,2026-01-05,行政审批科\n";
    const name = file("csv", `${HEAD}\n${row.repeat(1_200_000)}`);
    const before = process.memoryUsage().arrayBuffers;
    const { err, code } = await importing(copy(), name);
    expect([err, code]).toEqual([`${name} 太大了，最多 4 MB，请拆成几个文件。\n`, 2]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  test("a workbook that is none, another ending, no file, a directory: said, exit code of the contract", async () => {
    const data = copy();
    const broken = await importing(data, file("xlsx", "指标,数量,期间\n许可,3,2026-01"));
    expect([lines(broken.err)[1], broken.code]).toEqual(["第 1 行：打不开这个表格，请另存为 .xlsx 再试", 1]);
    const other = await importing(data, file("xls", "x"));
    expect([other.err, other.code]).toEqual(["只能导入 .csv、.xlsx 或 .jsonl 文件，请先另存为其中一种。\n", 2]);
    const none = await importing(data, path("没有.csv"));
    expect([none.err, none.code]).toEqual([`打不开文件 ${path("没有.csv")}：没有这个文件或目录，请核对路径。\n`, 2]);
    mkdirSync(path("目录.csv"));
    const directory = await importing(data, path("目录.csv"));
    expect([directory.err, directory.code]).toEqual([
      `打不开文件 ${path("目录.csv")}：这是一个目录，请写文件的路径。\n`,
      2,
    ]);
  });

  test("a date cell shown as a month is that month; the first of a month nobody can tell is asked for", async () => {
    const first = new Date("2025-03-01T00:00:00Z");
    const cells = new Map([
      ["1,2", { value: first, style: { numFmt: 'yyyy"年"m"月"' } }],
      ["2,2", { value: first, style: { numFmt: "yyyy/m/d" } }],
    ]);
    const rows = [
      ["指标", "数量", "期间"],
      ["行政许可", 3, first],
      ["行政处罚", 2, first],
    ];
    const { records } = await importing(
      copy(),
      file("xlsx", await writeXlsx({ sheets: [{ name: "三月", rows, cells }] })),
    );
    expect(records.map(({ states }) => states.period)).toEqual(["2025-03", "2025-03-01"]);
  });

  test("two filled sheets are refused by name: the second must not be left out in silence", async () => {
    const rows = [
      ["指标", "数量", "期间"],
      ["行政许可", 3, "2026-01"],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: "一月", rows },
        { name: "空", rows: [] },
        { name: "二月", rows },
      ],
    });
    const { err, code, grew } = await importing(copy(), file("xlsx", bytes));
    expect([lines(err)[1], code, grew]).toEqual([
      "第 1 行：“一月”和“二月”两张工作表都有内容，请只留要导入的一张",
      1,
      0,
    ]);
  });
});

async function sheet(rows: (string | number)[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "一月", rows }] });
}

/** What the clerk's 关账 writes. */
async function closeMonth(data: string, month: string): Promise<void> {
  const home = await openHome({ data });
  const [organ = ""] = await home.organs();
  const [{ record } = { record: undefined }] = await home.recordsAfter(organ, 0, 1);
  if (!record) throw new Error(`the ledger in ${data} is empty`);
  const source = `close:${month}`;
  const { wordsDigest: _, ...like } = record;
  const closed = { ...like, id: recordIdOf({ organ, source, line: 0 }), source, line: 0 };
  await home.transact(organ, (tx) =>
    tx.append(organ, [{ record: { ...closed, states: { kind: "month-closed", month } }, words: null }]),
  );
  await home.close();
}
