import { CELL_IDS } from "@gongkai/schema";
import { expect, test } from "vitest";
import { type DocumentTree, isFigureRun, textOf } from "../document/block.ts";
import { aReport } from "./a-report.contract.ts";

/** Every stretch of text the tree prints, in order: paragraphs and headings whole, tables cell by cell. */
export function textsOf(tree: Pick<DocumentTree, "blocks">): readonly string[] {
  return tree.blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().map((cell) => textOf(cell.runs)) : [textOf(block.runs)],
  );
}

const printedTexts = ({ signature, ...tree }: DocumentTree): readonly string[] => [
  ...tree.title,
  ...textsOf(tree),
  ...(signature ? [signature.organ, signature.date] : []),
];

export type Renderer = Readonly<{
  render: (tree: DocumentTree) => Promise<Uint8Array | string>;
  /** Title, `textsOf` and signature, read back out of the file by other code than that which wrote it. */
  textsIn: (file: Uint8Array | string) => Promise<readonly string[]>;
  /** The texts that stand on every page. */
  marksIn: (file: Uint8Array | string) => Promise<readonly string[]>;
}>;

/** Run by every renderer of a whole report. */
export function rendererContract({ render, textsIn, marksIn }: Renderer): void {
  test("the same tree gives the same bytes", async () => {
    expect(await render(aReport())).toEqual(await render(aReport()));
  });

  test("every heading, sentence, label and figure of the tree stands in the file, in order", async () => {
    const tree = aReport();
    expect(await textsIn(await render(tree))).toEqual(printedTexts(tree));
  });

  test("a draft says so on every page and a final report nowhere", async () => {
    expect((await marksIn(await render(aReport({ draft: true })))).join()).toContain("草稿");
    expect((await marksIn(await render(aReport()))).join()).not.toContain("草稿");
  });

  test("two tables in a row and a table at the end stay tables", async () => {
    const tables = aReport().blocks.filter((block) => block.kind === "table");
    const { signature: _, ...tree } = aReport({ blocks: tables });
    expect(await textsIn(await render(tree))).toEqual(printedTexts(tree));
  });

  test("the report of this contract prints all 200 cells", () => {
    const tables = aReport().blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : []));
    const figures = tables.flatMap((cell) => cell.runs.filter(isFigureRun));
    expect(figures.map(({ figure }) => figure)).toEqual(CELL_IDS);
  });
}
