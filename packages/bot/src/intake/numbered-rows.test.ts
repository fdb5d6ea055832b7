import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueOf, Office, type RecordId, type Statement } from "@gongkai/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Organ } from "../config/organ.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { importRecords, planImport } from "./import-rows.ts";
import { problemLine } from "./problem.ts";
import { readCsv } from "./read-csv.ts";

const office = Office.parse({ key: "yunhe", name: "云河市商务局", sections: [{ key: "permit", label: "行政审批科" }] });
const organ = { office, catalogue: catalogueOf(office) } as Organ; // what the import reads of an organ
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const NOW = Date.parse("2026-04-04T10:00:00+08:00");
const HEAD = "编号,指标,数量,期间,渠道";
const planned = (...rows: string[]) =>
  planImport(readCsv([HEAD, ...rows].join("\n")).rows, organ, "importer", NOW, sha256);

let home: Home;
let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "gongkai-numbered-"));
  home = await openHome({ data });
});
afterEach(async () => {
  await home.close();
  rmSync(data, { recursive: true });
});

async function imported(...rows: string[]): Promise<string> {
  const { fresh, known, problems } = await importRecords(home, organ, planned(...rows), { rehearsal: false });
  return problems.length > 0 ? problems.map(problemLine).join("\n") : `${fresh} new, ${known} known`;
}
let steps = 0;
const state = (target: RecordId, states: Statement) =>
  home.transact("yunhe", async (tx) => {
    const [first] = await tx.recordsAfter("yunhe", 0, 1);
    if (!first) throw new Error("import something first");
    const { wordsDigest: _, ...record } = first.record;
    steps += 1;
    await tx.append("yunhe", [
      { record: { ...record, id: `r:yunhe:s${steps}:0`, source: `s${steps}`, line: 0, states }, words: null },
    ]);
    return target;
  });
const firstId = async () => (await home.recordsAfter("yunhe", 0))[0]?.record.id ?? "";
const CHANGED =
  "第 2 行“编号”：这个编号以前导入过“行政许可3件，3月5日”，和这次不一样。要更正请在对话里改那一条，是另一件事请换一个编号";

// biome-ignore format: the columns are the test
test.each<readonly [readonly string[], readonly string[], string, string]>([
  [["1,行政许可,3,2026-03-05,", "2,行政处罚,1,2026-03-06,"], ["1,行政许可,3,2026-03-05,", "2,行政处罚,1,2026-03-06,"], "0 new, 2 known", "the same sheet"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政许可,3,2026-03-05,", "2,行政许可,4,2026-03-06,"], "1 new, 1 known", "a longer copy of it"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政许可,4,2026-03-05,", "2,行政许可,4,2026-03-06,"], CHANGED,          "one row has another figure: nothing is written"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政许可,3,2026-03-08,"],                             CHANGED,          "another day"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政许可,0,2026-03-05,"],                             CHANGED,          "none after all"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政许可,3,2026-02-05,"],                             "1 new, 0 known", "numbers restart with the month"],
  [["1,行政许可,3,2026-03-05,"],                            ["1,行政处罚,3,2026-03-05,"],                             "1 new, 0 known", "and with the kind of work"],
  [["1,行政许可,3,2026-03-05,", "1,行政许可,2,2026-03-06,"], ["1,行政许可,3,2026-03-05,", "1,行政许可,2,2026-03-06,"], "0 new, 2 known", "a number used twice in one sheet"],
])("%o, then %o: %s (%s)", async (first, second, says) => {
  await imported(...first);
  const before = (await home.recordsAfter("yunhe", 0)).length;
  expect(await imported(...second)).toBe(says);
  const fresh = Number(/^(\d+) new/.exec(says)?.[1] ?? 0);
  expect((await home.recordsAfter("yunhe", 0)).length).toBe(before + fresh);
});

test("a row without a number has no identity but its content", async () => {
  await imported(",行政许可,3,2026-03-05,");
  expect(await imported(",行政许可,4,2026-03-05,")).toBe("1 new, 0 known");
});

test("a row corrected in the talk as the sheet has it now is known", async () => {
  await imported("1,行政许可,3,2026-03-05,");
  const id = await firstId();
  const becomes = {
    kind: "figure-reported",
    indicator: "permit.decided",
    quantity: 4,
    period: "2026-03-05",
    channel: null,
    outcome: null,
  } as const;
  await state(id, { kind: "corrected", target: id, becomes });
  expect(await imported("1,行政许可,4,2026-03-05,")).toBe("0 new, 1 known");
});

test("a row taken back may be imported in its new wording", async () => {
  await imported("1,行政许可,3,2026-03-05,");
  const id = await firstId();
  await state(id, { kind: "withdrawn", target: id });
  expect(await imported("1,行政许可,4,2026-03-05,")).toBe("1 new, 0 known");
});
