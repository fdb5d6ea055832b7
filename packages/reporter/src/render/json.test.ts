import { CELL_IDS } from "@gongkai/schema";
import { expect, test } from "vitest";
import { aReport, cellValue } from "./a-report.contract.ts";
import { renderJson, reportJson } from "./json.ts";
import { ReportJson, reportJsonSchema } from "./report-json.ts";

test("the file holds every cell and every bound number of the text, in the printed unit", () => {
  const { figures } = JSON.parse(renderJson(aReport()));
  for (const cell of CELL_IDS) expect(figures[cell], cell).toBe(cellValue(cell));
  expect(figures).toMatchObject({ "s1.disclosed": 288, "s1.columns": 1, "s6.info_fee": 270 });
});

test("prose stands under the number of its heading", () => {
  const { prose } = reportJson(aReport());
  expect(Object.keys(prose)).toEqual(["一（一）", "一（二）", "一（三）", "一（四）", "一（五）", "五", "六"]);
  expect(prose.五?.split("\n")).toHaveLength(2);
  expect(prose.六).toBe("2025年度收取政府信息公开信息处理费270元。");
});

test("a figure nobody reported is null and no zero", () => {
  const runs = [{ text: "〔未填报〕", figure: "s1.mailbox", value: null }] as const;
  expect(reportJson(aReport({ blocks: [{ kind: "paragraph", runs }] })).figures).toEqual({ "s1.mailbox": null });
});

test("the same tree gives the same bytes, and the tree can be read back", () => {
  const tree = aReport({ draft: true });
  expect(renderJson(tree)).toBe(renderJson(aReport({ draft: true })));
  expect(JSON.parse(renderJson(tree))).toMatchObject({ draft: true, organ: tree.organ, blocks: tree.blocks });
});

// biome-ignore format: the columns are the test
test.each([
  ["final", {},                                                                                              "what is published"],
  ["draft", { draft: true },                                                                                 "not yet signed off"],
  ["gappy", { blocks: [{ kind: "paragraph", runs: [{ text: "〔未报〕", figure: "s1.mailbox", value: null }] }] }, "a figure nobody reported"],
] as const)("a %s report is what the schema says: %s", (_name, changes, why) => {
  expect(ReportJson.safeParse(JSON.parse(renderJson(aReport(changes)))).error, why).toBeUndefined();
});

test("the schema names every figure, lets nothing else in and can be published", () => {
  const schema = reportJsonSchema();
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema.required).toEqual(["organ", "year", "title", "draft", "signature", "figures", "prose", "blocks"]);
  expect(schema.additionalProperties).toBe(false);
  expect(JSON.stringify(schema.properties?.figures)).toContain('"t3.deny_process.biz"');
  expect(ReportJson.safeParse({ ...reportJson(aReport()), figures: { "t9.x": 1 } }).success).toBe(false);
});
