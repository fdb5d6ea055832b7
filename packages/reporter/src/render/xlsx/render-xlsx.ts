import { writeXlsx } from "hucre/xlsx";
import type { DocumentTree } from "../../document/block.ts";
import { coreProperties } from "../core-properties.ts";
import { fixedArchive } from "../fixed-archive.ts";
import { tableSheet } from "./table-sheet.ts";

export type XlsxOptions = Readonly<{
  /** Moment written into the file's properties, ISO 8601 with offset. */
  at: string;
}>;

/**
 * The tables of the report, a sheet each: formulas where the form derives a cell, their values beside them, checks,
 * protection without a password. Text is always stored as text and never as a formula. Same tree and time, same bytes.
 */
export async function renderXlsx(tree: DocumentTree, { at }: XlsxOptions): Promise<Uint8Array> {
  const tables = tree.blocks.filter((block) => block.kind === "table");
  const sheets = tables.map((table) => tableSheet(table, tree));
  const written = await writeXlsx({ sheets, properties: { created: new Date(at), modified: new Date(at) } });
  return fixedArchive(written, { "docProps/core.xml": coreProperties(tree.title.join(""), tree.organ, at) });
}
