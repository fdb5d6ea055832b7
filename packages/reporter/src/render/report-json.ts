import { FIGURE_IDS } from "@gongkai/schema";
import { z } from "zod";
import type { Block } from "../document/block.ts";

const Run = z.union([
  z.strictObject({ text: z.string(), figure: z.enum(FIGURE_IDS), value: z.number().nullable() }),
  z.strictObject({ text: z.string() }),
]);
const Cell = z.strictObject({
  runs: z.array(Run),
  colSpan: z.int().positive(),
  rowSpan: z.int().positive(),
  header: z.enum(["column", "row"]).optional(),
  align: z.enum(["left", "center"]),
  vertical: z.literal(true).optional(),
});
const PrintedBlock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), level: z.literal([1, 2, 3, 4]), runs: z.array(Run) }),
  z.strictObject({ kind: z.literal("paragraph"), runs: z.array(Run) }),
  z.strictObject({
    kind: z.literal("table"),
    id: z.string(),
    caption: z.string(),
    rows: z.array(z.array(Cell)),
    headerRows: z.int().nonnegative(),
    widths: z.array(z.number().positive()),
    dense: z.boolean(),
  }),
]);

/** The report for programs; `report check` reads `organ`, `year`, `figures` and `prose` of it. */
export const ReportJson = z
  .strictObject({
    organ: z.string(),
    year: z.int(),
    title: z.string(),
    draft: z.boolean(),
    signature: z.strictObject({ organ: z.string(), date: z.string() }).nullable(),
    figures: z
      .partialRecord(z.enum(FIGURE_IDS), z.number().nullable())
      .describe("报告中的每个数，单位与印出的一致；null 表示没有人报过"),
    prose: z.record(z.string(), z.string()).describe("按标题编号（一（一）、五……）的文字，段落之间换行"),
    blocks: z.array(PrintedBlock).describe("按印出的顺序排列的标题、段落和表格，数字都标明是哪个数"),
  })
  .describe("政府信息公开工作年度报告");
export type ReportJson = Readonly<Omit<z.infer<typeof ReportJson>, "blocks"> & { blocks: readonly Block[] }>;

/** Draft 2020-12. */
export const reportJsonSchema = () => z.toJSONSchema(ReportJson);
