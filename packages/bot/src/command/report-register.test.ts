import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld } from "./a-world.contract.ts";
import { importCommand } from "./import.ts";
import { reportRegister } from "./report-register.ts";

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-register-"));
  await writeFile(
    join(data, "gongkai.yaml"),
    "office:\n  key: yunhe\n  name: 云河市商务局\n  sections:\n    - { key: office, label: 政务公开办 }\n  members:\n    - { id: guojing, name: 郭静, section: office, roles: [clerk] }\n",
  );
});
afterAll(() => rm(data, { recursive: true, force: true }));

test("cases imported with their people come out as a register without them; what looks like a formula stays text", async () => {
  const csv = join(data, "案件.csv");
  await writeFile(
    csv,
    [
      "案件,步骤,日期,申请人类型,申请人,联系方式,申请内容,办理结果,科室",
      '2026-001,收到,2026-03-04,个人,=1+1,13800001234,"=HYPERLINK(""http://x"")",,政务公开办',
      "2026-001,答复,2026-03-20,,,,,商业秘密,政务公开办",
      "2026-002,收到,2026-06-10,企业,云帆公司,,补贴名单,,",
    ].join("\n"),
  );
  await importCommand(csv, { data, by: "guojing" }, aWorld("2026-06-30T10:00:00+08:00"));
  const world = aWorld("2026-06-30T10:00:00+08:00");
  const file = join(data, "申请台账.xlsx");
  await reportRegister({ data, year: 2026, out: file }, world);
  expect(world.said()).toBe(`已写入 ${file}。\n`);
  const bytes = await readFile(file);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["申请台账", "办理步骤", "复议诉讼"]);
  const rows = sheets[0]?.rows.slice(2) ?? [];
  expect(rows.map((row) => [row[0], row[2], row[5], row[6], row[8], row[14]])).toEqual([
    ["2026年第1件", "自然人", "郭静", "已答复", "2026-04-01", "保护第三方合法权益"],
    ["2026年第2件", "商业企业", "郭静", "在办", "2026-07-09", ""],
  ]);
  expect(JSON.stringify(sheets.map((sheet) => sheet.rows))).not.toMatch(/云帆|138|补贴|HYPERLINK|=1/);
});
