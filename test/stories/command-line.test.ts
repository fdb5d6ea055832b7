import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Finding } from "@gongkai/reporter";
import { CELL_IDS } from "@gongkai/schema";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../packages/bot/src/command/program.ts";
import { type } from "../support/at-the-keyboard.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import printed from "../vectors/sample-year-figures.json" with { type: "json" };
import example from "../vectors/two-year-example.json" with { type: "json" };

const { path, copy, onSample } = sampleDesk();
const json = (text: string) => JSON.parse(text);
const lines = (text: string) => text.split("\n").filter((line) => line !== "");

describe("the report", () => {
  test("compiles to every printed figure, each with the records that add up to it", async () => {
    const { out, code } = await onSample(["report", "compile", "--year", "2025"]);
    expect(code).toBe(0);
    const { organ, year, figures, findings } = json(out);
    expect([organ, year]).toEqual(["云河市商务局", 2025]);
    for (const [id, value] of Object.entries(printed.figures)) expect([id, figures[id].value]).toEqual([id, value]);
    for (const cell of CELL_IDS) expect(figures[cell].value, cell).not.toBeNull();
    const { value, contributions, gaps } = figures["t2.license.decisions"];
    expect(contributions.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(value);
    expect(gaps).toEqual([]);
    expect(findings.filter(({ verdict }: { verdict: string }) => verdict === "必改")).toEqual([]);
  });

  test("as of a day it knows only what was written by then", async () => {
    const compiled = async (...more: string[]) =>
      json((await onSample(["report", "compile", "--year", "2025", ...more])).out).figures["t2.license.decisions"];
    const whole = await compiled();
    const half = await compiled("--as-of", "2025-06-30");
    expect(half.value).toBeGreaterThan(0);
    expect(half.value).toBeLessThan(whole.value);
    expect((await compiled("--as-of", "2024-12-31")).contributions).toEqual([]);
    expect(await compiled("--as-of", "2026-01-20")).toEqual(whole);
  });

  const BEGINS: Readonly<Record<string, string>> = {
    docx: "PK",
    pdf: "%PDF-1.7",
    html: "<!DOCTYPE html>",
    xlsx: "PK",
    json: "{",
  };
  test.each(Object.entries(BEGINS))("is exported as %s, whole and under its name alone", async (format, begins) => {
    const file = path(`年报.${format}`);
    const { out, err, code } = await onSample([
      "report",
      "export",
      "--year",
      "2025",
      "--format",
      format,
      "--out",
      file,
    ]);
    expect([out, err, code]).toEqual([`已写入 ${file}。\n`, "", 0]);
    expect(readFileSync(file).subarray(0, begins.length).toString("latin1")).toBe(begins);
  });

  test("prints the very figure of the ledger in the Word file", async () => {
    const file = path("word.docx");
    await onSample(["report", "export", "--year", "2025", "--format", "docx", "--out", file]);
    const text = strFromU8(unzipSync(readFileSync(file))["word/document.xml"]!);
    expect(text.replaceAll(/<[^>]+>/g, "")).toContain(String(printed.figures["t2.license.decisions"]));
    expect(text).not.toContain("草稿");
  });

  test("with something to mend it is not written, and what is to be mended is named; as a draft it says so", async () => {
    const file = path("2024.docx");
    const words = ["report", "export", "--year", "2024", "--format", "docx", "--out", file];
    const { out, err, code } = await onSample(words);
    expect([out, code]).toEqual(["", 1]);
    expect(err).toMatch(/^还有 \d+ 处必须改，没有写文件。/);
    expect(err).toContain("行政审批科还没有报 2024年各月的行政许可");
    expect(existsSync(file)).toBe(false);
    expect(await onSample([...words, "--draft"])).toEqual({ out: `已写入 ${file}（草稿）。\n`, err: "", code: 0 });
    const parts = unzipSync(readFileSync(file));
    expect(Object.keys(parts).some((name) => strFromU8(parts[name]!).includes("草稿"))).toBe(true);
  });

  test("takes the text of a section from a file, shows it, and puts it into the document", async () => {
    const data = copy();
    const [file, html] = [path("第五节.txt"), path("text.html")];
    writeFileSync(file, "\uFEFF问题：公开得不够及时。\r\n下一步：当月信息当月公开，=1+1 <b>不</b>是公式。\r\n");
    const section = ["report", "text", "--year", "2025", "--section", "五", "--data", data];
    expect(await type([...section, "--file", file, "--by", "GuoJing"])).toEqual({
      out: "已存为 2025 年的“五”，42 字。\n",
      err: "",
      code: 0,
    });
    expect((await type(section)).out).toBe(
      "问题：公开得不够及时。\n下一步：当月信息当月公开，=1+1 <b>不</b>是公式。\n",
    );
    const [last] = lines((await type(["ledger", "export", "--data", data])).out).slice(-1);
    expect(json(last!).record).toMatchObject({ by: "guojing", states: { kind: "text-stored", key: "五", year: 2025 } });
    await type(["report", "export", "--year", "2025", "--format", "html", "--out", html, "--data", data, "--draft"]);
    expect(readFileSync(html, "utf8")).toContain("=1+1 &lt;b&gt;不&lt;/b&gt;是公式");
    const empty = await type(["report", "text", "--year", "2020", "--section", "六", "--data", data]);
    expect(empty).toEqual({ out: "2020 年的“六”还没有存文字。用 --file 存一份。\n", err: "", code: 0 });
  });
});

type Columns = Readonly<Record<string, readonly number[]>>;
const T3 = ["nat", "biz", "res", "npo", "law", "oth", "tot"];
const T4 = ["upheld", "corrected", "other", "pending", "total"];

/** A year of the worked example as any body would write its report down. */
function reportFile(year: "2024" | "2025"): { organ: string; year: number; figures: Record<string, number | null> } {
  const given: { t2: Record<string, number>; t3: Columns; t4?: Columns } = example.years[year];
  const figures: Record<string, number | null> = Object.fromEntries(CELL_IDS.map((cell) => [cell, 0]));
  for (const [row, values] of Object.entries(given.t2)) figures[`t2.${row}`] = values;
  for (const [row, values] of Object.entries(given.t3))
    T3.forEach((at, n) => {
      figures[`t3.${row}.${at}`] = values[n]!;
    });
  for (const [block, values] of Object.entries(given.t4 ?? {}))
    T4.forEach((at, n) => {
      figures[`t4.${block}.${at}`] = values[n]!;
    });
  return { organ: "云河市商务局", year: Number(year), figures };
}

describe("checking a report", () => {
  const sound = { ...reportFile("2025"), previous: { figures: reportFile("2024").figures } };
  const written = (name: string, content: unknown) => {
    writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(content));
    return path(name);
  };
  const findings = (out: string): Finding[] => lines(out).map((line) => json(line));
  const mustChange = (out: string) => findings(out).filter(({ verdict }) => verdict === "必改");

  test("the two-year example is sound, needs no office and no ledger, and a mark before the text does no harm", async () => {
    const file = written("sound.json", `\uFEFF${JSON.stringify(sound)}`);
    const { out, err, code } = await type(["report", "check", file, "--json"]);
    expect([err, code, mustChange(out)]).toEqual(["", 0, []]);
    expect((await type(["report", "check", file])).out).toMatch(/^可以出/);
  });

  // biome-ignore format: the columns are the test
  test.each<[string, Record<string, number | null>, string, string, number]>([
    // why this row exists                       changed figures                              verdict   marks               exit
    ["a row that does not add up",               { "t3.open.biz": 2 },                        "必改",   "t3.open.biz",      1],
    ["an opening that is not last year's end",   { "t3.opening.nat": 3, "t3.opening.tot": 5 }, "必改",  "t3.opening.nat",   1],
    ["a dispute total",                          { "t4.review.total": 6 },                    "必改",   "t4.review.total",  1],
    ["a stock that does not follow",             { "t2.norm.valid": 14 },                     "需说明", "t2.norm.valid",    0],
    ["a cell not given",                         { "t3.deny_law.nat": null },                 "未执行", "t3.deny_law.nat",  0],
  ])("%s: %j is %s", async (name, change, verdict, cell, exit) => {
    const file = written(`${name}.json`, { ...sound, figures: { ...sound.figures, ...change } });
    const { out, code } = await type(["report", "check", file, "--json"]);
    expect(code).toBe(exit);
    const marked = findings(out).filter((finding) => finding.verdict === verdict).flatMap(({ cells }) => cells);
    expect(marked).toContain(cell);
    const plain = await type(["report", "check", file]);
    expect([plain.code, plain.out.startsWith("还不能出：必改")]).toEqual([exit, exit === 1]);
  });

  test("the ledger's own year is checked; a compiled copy is compared figure by figure", async () => {
    const { out: compiled } = await onSample(["report", "compile", "--year", "2025"]);
    const check = (content: unknown) =>
      onSample(["report", "check", "--year", "2025", "--against-ledger", written("compiled.json", content), "--json"]);
    expect((await onSample(["report", "check", "--year", "2025"])).code).toBe(0);
    expect((await check(compiled)).code).toBe(0);
    const changed = json(compiled);
    changed.figures["t2.license.decisions"].value += 1;
    const { out, code } = await check(changed);
    expect(code).toBe(1);
    const [finding, ...more] = mustChange(out);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "L-LEDGER", cells: ["t2.license.decisions"] });
    expect(finding?.records.length).toBeGreaterThan(0);
    expect(finding?.says).toContain(`报告是 ${finding?.actual} 件，台账是 ${finding?.expected} 件`);
  });

  test("a ledger with a whole year missing is told, one finding a line", async () => {
    const { out, code } = await onSample(["report", "check", "--year", "2024", "--json"]);
    expect(code).toBe(1);
    for (const line of lines(out)) expect(Object.keys(json(line))).toContain("verdict");
  });
});

test("the clock answers in words and in the contract's JSON; --data and --organ do it no harm", async () => {
  const words = [
    "clock",
    "--received",
    "2025-06-03",
    "--consult",
    "2025-06-10..2025-06-13",
    "--consult",
    "2025-06-16..2025-06-20",
  ];
  expect((await type([...words, "--data", "x", "--organ", "y"])).out).toMatch(/^答复期限：2025-07-1\d/);
  const { out, code } = await type([...words, "--json"]);
  expect([Object.keys(json(out)), code]).toEqual([["due", "provisional", "calendar", "days"], 0]);
});

describe("understand and converse", () => {
  const NOW = "2026-03-04T10:30:00+08:00";
  const line = (id: string, more: object) => JSON.stringify({ id, now: NOW, ...more });

  test("understand answers the good lines and names the bad ones, exit 2", async () => {
    const stdin = [
      line("a", { text: "公众号发了3条" }),
      "nonsense",
      line("b", {}),
      "",
      line("c", { text: "许可办结5件" }),
    ];
    const { out, err, code } = await type(["understand"], { stdin: stdin.join("\n") });
    expect(lines(out).map((each) => [json(each).id, json(each).act])).toEqual([
      ["a", "record"],
      ["c", "record"],
    ]);
    expect(lines(err).map((each) => /^第 (\d) 行/.exec(each)?.[1])).toEqual(["2", "3"]);
    expect(code).toBe(2);
  });

  test("understand knows an office's own words only when the office is named", async () => {
    const data = copy();
    const file = `${data}/gongkai.yaml`;
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("  sections:", "  synonyms: { permit.decided: [准营单] }\n  sections:"),
    );
    const stdin = `${line("a", { text: "今天准营单办结5件" })}\n`;
    const named = await type(["understand", "--data", data], { stdin });
    expect(json(named.out)).toMatchObject({ act: "record", entries: [{ indicator: "permit.decided", quantity: 5 }] });
    expect(json((await type(["understand"], { stdin })).out).entries).toEqual([]);
  });

  test("converse keeps one talk an id, writes, withdraws, and goes on after a bad line", async () => {
    const stdin = [
      line("a", { user: "今天许可办结12件" }),
      "{",
      line("b", { user: "今天公众号发了3条" }),
      line("a", { user: "撤销" }),
    ];
    const { out, err, code } = await type(["converse"], { stdin: stdin.join("\n") });
    const turns = lines(out).map((each) => json(each));
    expect(turns.map(({ id, ledger }) => [id, ledger.length])).toEqual([
      ["a", 1],
      ["b", 1],
      ["a", 0],
    ]);
    expect([lines(err).length, code]).toEqual([1, 2]);
  });

  test("nothing said is nothing answered, exit 0", async () => {
    expect(await type(["understand"])).toEqual({ out: "", err: "", code: 0 });
    expect(await type(["converse"])).toEqual({ out: "", err: "", code: 0 });
  });
});

test("every command has a Chinese help with an example of itself", async () => {
  const program = createProgram({
    environment: {},
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => 0,
    exitWith: () => undefined,
    stopped: async () => undefined,
  });
  const paths = [
    [],
    ...program.commands.flatMap((one) => [[one.name()], ...one.commands.map((two) => [one.name(), two.name()])]),
  ];
  expect(paths.length).toBeGreaterThan(18);
  for (const words of paths) {
    const { out, err, code } = await type([...words, "--help"]);
    expect([words, err, code]).toEqual([words, "", 0]);
    expect(out).toMatch(new RegExp(`例：.*gongkai ${words.join(" ")}`));
    expect(out).toMatch(/^用法：gongkai/);
    expect(out).not.toMatch(/Usage|Options|Commands|Arguments|\[options\]|display help|default:/);
  }
});
