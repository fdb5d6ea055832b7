import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { RECORD_VERSION, recordIdOf, type Statement, upcast } from "@gongkai/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHome } from "../store/open-home.ts";
import { reportCheck } from "./report-check.ts";
import { reportCompile } from "./report-compile.ts";
import { type ExplainOptions, reportExplain } from "./report-explain.ts";
import { CommandError, type World } from "./world.ts";

const YAML = `
office:
  key: demo
  name: 示例市商务局
  sections: [{ key: law, label: 法规科 }]
`;
const published = (quantity: number): Statement => ({
  kind: "figure-published",
  year: 2024,
  figure: "t2.norm.valid",
  quantity,
});
const figure = (indicator: string, quantity: number, period: string): Statement => ({
  kind: "figure-reported",
  indicator,
  quantity,
  period,
  channel: null,
  outcome: null,
});
/** Fourteen documents stand where thirteen should, and two numbers are more than five times last year's. */
const A_YEAR = [
  published(12),
  figure("doc.normative_made", 3, "2025-03"),
  figure("doc.normative_repealed", 2, "2025-05"),
  figure("doc.normative_valid", 14, "2025-12-31"),
  { kind: "figure-published", year: 2024, figure: "t2.license.decisions", quantity: 10 },
  { kind: "figure-published", year: 2024, figure: "t2.penalty.decisions", quantity: 10 },
  figure("permit.decided", 90, "2025-03"),
  figure("penalty.decided", 80, "2025-03"),
] satisfies Statement[];

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-explain-"));
  await writeFile(join(data, "gongkai.yaml"), YAML);
  await tell(...A_YEAR);
});
afterEach(() => rm(data, { recursive: true, force: true }));

async function withLedger<T>(work: (home: Awaited<ReturnType<typeof openHome>>) => Promise<T>): Promise<T> {
  const home = await openHome({ data });
  try {
    return await work(home);
  } finally {
    await home.close();
  }
}
let told = 0;
const tell = (...statements: Statement[]) =>
  withLedger((home) =>
    home.transact("demo", async (tx) => {
      for (const states of statements) {
        told += 1;
        const source = `m${told}`;
        const at = "2026-01-05T09:00:00+08:00";
        const record = upcast({
          v: RECORD_VERSION,
          id: recordIdOf({ organ: "demo", source, line: 0 }),
          organ: "demo",
          section: "law",
          by: "zhang",
          saidAt: at,
          writtenAt: at,
          source,
          line: 0,
          periodImplied: false,
          wordsDigest: null,
          states,
        });
        await tx.append("demo", [{ record, words: null }]);
      }
    }),
  );

async function said(run: (world: World) => Promise<void>): Promise<string> {
  const stdout = new PassThrough();
  let text = "";
  stdout.on("data", (chunk) => {
    text += String(chunk);
  });
  await run({
    environment: {},
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    now: () => Date.parse("2026-01-09T10:00:00+08:00"),
    exitWith: () => {},
    stopped: () => new Promise(() => {}),
  });
  return text;
}
const explain = (options: Omit<ExplainOptions, "data" | "year">) =>
  said((world) => reportExplain({ data, year: 2025, ...options }, world));
const check = () => said((world) => reportCheck(undefined, { data, year: 2025 }, world));
const lineOf = (text: string, rule: string) => text.split("\n").find((line) => line.includes(rule)) ?? "";

test("what asks for a reason is listed, explained by a named person, and shown with it to whoever signs", async () => {
  expect(lineOf(await explain({}), "[B-S1]")).toContain(
    "应有 13 件，现填 14 件；如因失效、清理或者机构改革，请说明。还没有说明。",
  );
  const reason = "一件由市政府转来";
  expect(await explain({ rule: "b-s1", reason, by: "li.na" })).toBe(
    "已记下 B-S1 的说明：一件由市政府转来。数变了会再请说明。\n",
  );
  expect(lineOf(await explain({}), "[B-S1]")).toContain("已说明：一件由市政府转来（li.na，2026-01-09）。");
  const checked = await check();
  expect(lineOf(checked, "（B-S1）")).toContain("已说明：一件由市政府转来（li.na，2026-01-09）。");
  expect(checked.split("\n")[0]).toContain("（其中 1 条已有说明）");
  const compiled = JSON.parse(await said((world) => reportCompile({ data, year: 2025 }, world)));
  expect(compiled.findings).toContainEqual(
    expect.objectContaining({ rule: "B-S1", reason: { text: reason, by: "li.na", on: "2026-01-09", outgrown: false } }),
  );
});

test("when a number under it changes the reason is shown as void and asked for again", async () => {
  await explain({ rule: "B-S1", reason: "一件由市政府转来", by: "li.na" });
  await tell(figure("doc.normative_made", 2, "2025-06"));
  expect(lineOf(await check(), "（B-S1）")).toContain(
    "数变了，原来的说明作废，请再说明。原来的说明：一件由市政府转来（li.na，2026-01-09）",
  );
  await explain({ rule: "B-S1", reason: "两件", by: "li.na" });
  expect(lineOf(await check(), "（B-S1）")).toContain("已说明：两件（li.na，2026-01-09）");
});

test("the reason is in the erasable words: erased, the ledger still knows who explained and when", async () => {
  await explain({ rule: "B-S1", reason: "一件由市政府转来", by: "li.na" });
  await withLedger(async (home) => {
    const [last] = (await home.recordsAfter("demo", 0)).slice(-1);
    expect(JSON.stringify(last?.record)).not.toContain("市政府");
    await home.transact("demo", (tx) => tx.eraseWords("demo", [last?.record.id ?? ""] as never));
  });
  expect(lineOf(await check(), "（B-S1）")).toContain("已说明：〔已清除〕（li.na，2026-01-09）");
});

test("of several findings of one rule each is explained by itself", async () => {
  await expect(explain({ rule: "D6", reason: "新设事项" })).rejects.toThrow("D6 有 2 条，请用 --item 写明是第几条");
  await explain({ rule: "D6", item: 2, reason: "新设事项", by: "li.na" });
  const listed = (await explain({})).split("\n").filter((line) => line.startsWith("[D6"));
  expect(listed.map((line) => line.includes("已说明"))).toEqual([false, true]);
  await expect(explain({ rule: "D6", item: 3, reason: "新设事项" })).rejects.toThrow("D6 有 2 条");
});

// biome-ignore format: the columns are the test
test.each<[Omit<ExplainOptions, "data" | "year">, string, string]>([
  [{ rule: "B-T3-1", reason: "因为" },           "没有编号是 B-T3-1 的要说明的问题，要说明的有：B-S1、D6", "what must be mended is not talked away"],
  [{ rule: "B-S1" },                             "还要用 --reason 写明原因",                              "no reason"],
  [{ reason: "因为" },                           "还要用 --rule 写明说明的是哪一条",                      "of what?"],
  [{ rule: "B-S1", reason: "  " },               "--reason 要写 1 到 500 个字的原因",                     "an empty reason is none"],
  [{ rule: "B-S1", reason: "因".repeat(501) },   "--reason 要写 1 到 500 个字的原因",                     "longer than a reason"],
  [{ rule: "B-S1", reason: "因\u001b[2J为" },    "看不见的控制字符",                                      "what would clear a terminal"],
])("%o is told in one plain sentence, and nothing is written", async (options, says, why) => {
  const before = await withLedger((home) => home.head("demo"));
  await expect(explain(options), why).rejects.toThrow(says);
  await expect(explain(options), why).rejects.toThrow(CommandError);
  expect(await withLedger((home) => home.head("demo"))).toEqual(before);
});
