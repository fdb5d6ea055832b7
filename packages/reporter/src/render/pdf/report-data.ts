import { type Block, type DocumentTree, type Table, textOf } from "../../document/block.ts";
import { placedCells } from "../../document/cell-grid.ts";
import { evenLine, GONGWEN, widthInCharacters } from "../../document/gongwen-style.ts";
import { signatureIndents } from "../../document/signature-indents.ts";

const { size, text, charactersPerLine } = GONGWEN;
const POINTS_PER_MM = 72 / 25.4;
/** Clear of the lines on both sides, in points. */
const INSET = 4;

/** What the template reads. */
export function reportData(tree: DocumentTree, faces: Readonly<Record<string, readonly string[]>>, at: string) {
  const { title, organ, draft, signature } = tree;
  return {
    letterhead: tree.letterhead ?? [],
    title,
    organ,
    draft,
    faces,
    date: dateOf(at),
    blocks: tree.blocks.map(blockData),
    signature: signature ? signatureData(signature) : null,
  };
}

function dateOf(at: string) {
  const moment = new Date(at);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
  };
}

function blockData(block: Block) {
  switch (block.kind) {
    case "heading":
      return { kind: block.kind, level: block.level, text: textOf(block.runs), newPage: block.newPage ?? false };
    case "paragraph":
      return { kind: block.kind, text: textOf(block.runs) };
    case "table":
      return tableData(block);
    default:
      return block satisfies never;
  }
}

function tableData(table: Table) {
  const cells = placedCells(table).map(({ cell, row, column }) => ({
    x: column,
    y: row,
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    align: cell.align,
    vertical: cell.vertical ?? false,
    text: textOf(cell.runs),
    indent: cell.header === "column" ? evenIndent(table, textOf(cell.runs), column, cell.colSpan) : 0,
  }));
  return {
    kind: table.kind,
    dense: table.dense,
    flows: table.flows ?? false,
    widths: table.widths,
    head: cells.filter(({ y }) => y < table.headerRows),
    body: cells.filter(({ y }) => y >= table.headerRows),
  };
}

/** Characters to leave free at each side so that the lines of a column header are of even length. */
function evenIndent(table: Table, label: string, column: number, span: number): number {
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const share = sum(table.widths.slice(column, column + span)) / sum(table.widths);
  const room = (share * text.width * POINTS_PER_MM - INSET) / (table.dense ? size.denseTable : size.table);
  return Math.max(0, (room - evenLine(label, room)) / 2);
}

/** From the left in characters, so that the date begins two characters after the name. */
function signatureData(signature: NonNullable<DocumentTree["signature"]>) {
  const indents = signatureIndents(signature);
  return (["organ", "date"] as const).map((part) => ({
    text: signature[part],
    left: Math.max(0, charactersPerLine - widthInCharacters(signature[part]) - indents[part]),
  }));
}
