import { type Cell, type DocumentTree, placedCells, type Table, textOf } from "@gongkai/reporter";
import type { MergeRange } from "hucre/xlsx";

/** Writes only the tables, with nothing but the library: no faces, no page, no numbers at the edge, no checks. */
export type BareWriter = (tables: readonly Table[]) => Promise<Uint8Array | string>;

export const tablesOf = ({ blocks }: DocumentTree): readonly Table[] =>
  blocks.filter((block): block is Table => block.kind === "table");

/** Development dependencies: only this bench writes documents without the reporter. */
export async function bareWriters(): Promise<Readonly<Record<"docx" | "pdf" | "html" | "xlsx", BareWriter>>> {
  return { docx: await bareDocx(), pdf: await barePdf(), html: await bareHtml(), xlsx: await bareXlsx() };
}

async function bareDocx(): Promise<BareWriter> {
  const { Document, Packer, Paragraph, Table: DocxTable, TableCell, TableRow } = await import("docx");
  const cellOf = ({ runs, colSpan, rowSpan }: Cell) =>
    new TableCell({ columnSpan: colSpan, rowSpan, children: [new Paragraph(textOf(runs))] });
  const tableOf = ({ rows }: Table) =>
    new DocxTable({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf) })) });
  return async (tables) => {
    const children = tables.flatMap((table) => [tableOf(table), new Paragraph("")]);
    return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
  };
}

async function bareXlsx(): Promise<BareWriter> {
  const { writeXlsx } = await import("hucre/xlsx");
  return (tables) => writeXlsx({ sheets: tables.map(sheetOf) });
}

/** Every text in its place, spans merged. */
function sheetOf(table: Table): { name: string; rows: string[][]; merges: MergeRange[] } {
  const rows = table.rows.map(() => table.widths.map(() => ""));
  const merges: MergeRange[] = [];
  for (const { cell, row, column } of placedCells(table)) {
    const cells = rows[row];
    if (cells) cells[column] = textOf(cell.runs);
    if (cell.rowSpan * cell.colSpan > 1)
      merges.push({
        startRow: row,
        startCol: column,
        endRow: row + cell.rowSpan - 1,
        endCol: column + cell.colSpan - 1,
      });
  }
  return { name: table.id, rows, merges };
}

/** In the standard ours is written in, as far as a face of this machine has every character; else in none. */
async function barePdf(): Promise<BareWriter> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create();
  return async (tables) => {
    const compiled = compiler.compile({ mainFileContent: tables.map(typstTable).join("\n") });
    if (!compiled.result) throw new Error("the bare table does not compile; mend the bench");
    try {
      return compiler.pdf(compiled.result, { pdfStandard: "a-2a" });
    } catch {
      return compiler.pdf(compiled.result);
    } finally {
      compiler.evictCache(10);
    }
  };
}

const typstTable = ({ rows, widths }: Table): string => {
  const cells = rows.flat().map(({ runs, colSpan, rowSpan }) => {
    return `table.cell(colspan: ${colSpan}, rowspan: ${rowSpan}, ${JSON.stringify(textOf(runs))})`;
  });
  return `#table(columns: ${widths.length}, ${cells.join(", ")})`;
};

/** The library that writes our sheets writes HTML tables too; there is none that writes only those. */
async function bareHtml(): Promise<BareWriter> {
  const { toHtml } = await import("hucre");
  return async (tables) => tables.map((table) => toHtml(sheetOf(table), { caption: table.caption })).join("");
}
