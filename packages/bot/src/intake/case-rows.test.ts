import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { casesOf, catalogueOf, standingFacts } from "@gongkai/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Organ } from "../config/organ.ts";
import { OrganSettings } from "../config/settings.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { importRecords, planImport } from "./import-rows.ts";
import { problemLine } from "./problem.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonLines } from "./read-jsonl.ts";

const settings = OrganSettings.parse({
  key: "yunhe",
  name: "云河市商务局",
  sections: [{ key: "office", label: "政务公开办" }],
  decisions: { review: { 责令限期答复: "corrected" }, litigation: {} },
});
const { decisions: _, people: __, departments: ___, secrets: ____, members: _____, ...office } = settings;
const organ = { office, settings, catalogue: catalogueOf(office) } as Organ; // what the import reads of an organ
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const NOW = Date.parse("2026-06-30T10:00:00+08:00");
const HEAD =
  "案件,步骤,日期,申请人类型,提交方式,申请人,联系方式,申请内容,补正期限,征求对象,意见,延长工作日,批准日期,收费方式,金额,页数,办理结果,送达方式,针对申请,起诉方式,原行为机关";
const COLUMNS = HEAD.split(",");
const row = (cells: Readonly<Record<string, string>>) => COLUMNS.map((column) => cells[column] ?? "").join(",");
const step = (id: string, what: string, on: string, more: Readonly<Record<string, string>> = {}) =>
  row({ 案件: id, 步骤: what, 日期: on, ...more });

const WHOLE = [
  step("2026-001", "收到", "2026-03-04", {
    申请人类型: "企业",
    提交方式: "网上",
    申请人: "云帆公司",
    联系方式: "13800001234",
    申请内容: "补贴名单",
  }),
  step("2026-001", "告知补正", "2026-03-06", { 补正期限: "2026-03-20" }),
  step("2026-001", "收到补正", "2026-03-16"),
  step("2026-001", "征求意见", "2026-03-17", { 征求对象: "第三方" }),
  step("2026-001", "对方收到", "2026-03-18"),
  step("2026-001", "收到意见", "2026-03-26", { 意见: "不同意" }),
  step("2026-001", "延期", "2026-04-07", { 延长工作日: "20", 批准日期: "2026-04-03" }),
  step("2026-001", "答复", "2026-05-08", { 办理结果: "部分公开" }),
  step("2026-001", "送达", "2026-05-09", { 送达方式: "邮寄" }),
  step("复议2026-001", "收到复议", "2026-05-20", { 针对申请: "2026-001" }),
  step("复议2026-001", "结案", "2026-06-20", { 办理结果: "责令限期答复" }),
  step("诉讼2026-001", "起诉", "2026-06-25", { 针对申请: "2026-001", 起诉方式: "复议后起诉", 原行为机关: "是" }),
];

let home: Home;
let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "gongkai-case-rows-"));
  home = await openHome({ data });
});
afterEach(async () => {
  await home.close();
  rmSync(data, { recursive: true });
});

const plan = (rows: readonly string[]) =>
  planImport(readCsv([HEAD, ...rows].join("\n")).rows, organ, "importer", NOW, sha256);
async function imported(rows: readonly string[], rehearsal = false): Promise<string[]> {
  const planned = plan(rows);
  if (planned.problems.length > 0) return planned.problems.map(problemLine);
  const { fresh, known, problems } = await importRecords(home, organ, planned, { rehearsal });
  return problems.length > 0 ? problems.map(problemLine) : [`${fresh} new, ${known} known`];
}
const written = async () => (await home.recordsAfter("yunhe", 0)).length;

test("a case with all its steps comes in, its people beside the ledger, and once however often", async () => {
  expect(await imported(WHOLE)).toEqual(["12 new, 0 known"]);
  expect(await imported(WHOLE)).toEqual(["0 new, 12 known"]);
  const records = await home.recordsAfter("yunhe", 0);
  const cases = casesOf([...standingFacts(records)].map(({ fact }) => fact));
  expect(cases.get("A-2026-0001")).toMatchObject({ state: "answered", due: "2026-05-25", late: false, irregular: [] });
  expect(cases.get("R-2026-0001")).toMatchObject({ against: "A-2026-0001", decided: { result: "corrected" } });
  expect(cases.get("L-2026-0001")).toMatchObject({ block: "after", counts: true });
  expect((await home.personsOf("yunhe", ["A-2026-0001"])).get("A-2026-0001")).toMatchObject({
    name: "云帆公司",
    contact: "13800001234",
    subject: "补贴名单",
  });
  const words = await home.wordsOf(
    "yunhe",
    records.map(({ record }) => record.id),
  );
  expect(JSON.stringify([records, [...words.values()]])).not.toMatch(/云帆|13800001234|补贴名单/);
});

test("the order of the rows does not matter, for the days say it", async () => {
  expect(await imported(WHOLE.toReversed())).toEqual(["12 new, 0 known"]);
});

test("a dry run says the same and writes nothing", async () => {
  expect(await imported(WHOLE, true)).toEqual(["12 new, 0 known"]);
  expect(await written()).toBe(0);
});

test("the same rows as JSON lines", async () => {
  const lines = [
    '{"case":"2026-001","step":"opened","period":"2026-03-04","applicant":"nat","via":"online"}',
    '{"case":"2026-001","step":"answered","period":"2026-03-20","outcome":"deny_third"}',
  ];
  const planned = planImport(readJsonLines(lines.join("\n")).rows, organ, "importer", NOW, sha256);
  expect(planned.problems).toEqual([]);
  expect(planned.records.map(({ record }) => record.states.kind)).toEqual([
    "application-opened",
    "application-answered",
  ]);
});

const OPENED = step("2026-001", "收到", "2026-03-04", { 申请人类型: "个人" });

describe("what is wrong is told row by row, and nothing is written", () => {
  // biome-ignore format: the columns are the test
  test.each<readonly [readonly string[], string]>([
    [[step("2026-001", "收到", "2026-03-04")],                              "第 2 行“申请人类型”：没有写，它决定计入表三哪一列"],
    [[step("第一件", "收到", "2026-03-04", { 申请人类型: "个人" })],          "第 2 行“案件”：“第一件”不是案件编号，写法如 2025-012、复议2025-001、诉讼2025-001"],
    [[step("2026-001", "收到", "2026-03", { 申请人类型: "个人" })],          "第 2 行“期间”：“2026-03”不是具体的一天，期限从一天起算，写法如 2025-03-05"],
    [[OPENED, step("2026-001", "催办", "2026-03-05")],                      "第 3 行“步骤”：不认识“催办”这一步，可写：收到、告知补正、收到补正、征求意见、对方收到、收到意见、延期、收费通知、缴费、答复、撤回、送达、重新办理、收到复议、收到诉讼、结案"],
    [[OPENED, step("2026-001", "答复", "2026-03-05", { 办理结果: "同意了吧" })], "第 3 行“办理结果”：“同意了吧”看不出是表三哪一种结果，请写得具体一些，例如“商业秘密”“本机关不掌握”"],
    [[OPENED, step("2026-001", "延期", "2026-03-20", { 延长工作日: "30", 批准日期: "2026-03-19" })], "第 3 行“延长工作日”：延长的期限最长不得超过20个工作日（条例第三十三条）"],
    [[OPENED, step("2026-001", "延期", "2026-03-20", { 延长工作日: "20" })],  "第 3 行“批准日期”：没有写"],
    [[OPENED, step("2026-001", "送达", "2026-03-20", { 意见: "同意" })],      "第 3 行“意见”：这一行用不上这一列，请把这一格清空"],
    [[OPENED, step("2026-001", "补正", "2026-03-09")],                      "第 3 行“步骤”：2026年第1件：还没有要求过补正，请先记补正告知（条例第三十条）"],
    [[OPENED, OPENED.replace("个人", "企业")],                              "第 3 行“步骤”：2026年第1件：编号 A-2026-0001 已经有一件申请（条例第三十一条）"],
    [[step("2026-002", "答复", "2026-03-05", { 办理结果: "予以公开" })],       "第 2 行“案件”：这件案件还没有登记收到，请加上收到的那一行"],
    [[step("复议2026-001", "答复", "2026-03-05", { 办理结果: "维持" })],       "第 2 行“案件”：“答复”这一步不是“复议2026-001”这类案件的，请核对编号"],
  ])("%j", async (rows, says) => {
    expect(await imported(rows)).toEqual([says]);
    expect(await written()).toBe(0);
  });

  test("a step the ledger's own steps forbid", async () => {
    await imported([OPENED, step("2026-001", "答复", "2026-03-20", { 办理结果: "予以公开" })]);
    expect(await imported([step("2026-001", "答复", "2026-03-25", { 办理结果: "不掌握" })])).toEqual([
      "第 2 行“步骤”：2026年第1件：这件申请 2026-03-20 已经办结，一件申请只计一种结果；要改请更正那一条记录（条例第三十三条第二款）",
    ]);
  });
});
