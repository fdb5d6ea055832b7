import { type Block, type DocumentTree, isFigureRun, type Run, textOf } from "../document/block.ts";
import type { ReportJson } from "./report-json.ts";

export function reportJson(tree: DocumentTree): ReportJson {
  return {
    organ: tree.organ,
    year: tree.year,
    title: tree.title.join(""),
    draft: tree.draft,
    signature: tree.signature ?? null,
    figures: Object.fromEntries(
      tree.blocks
        .flatMap(runsOf)
        .filter(isFigureRun)
        .map(({ figure, value }) => [figure, value]),
    ),
    prose: proseOf(tree.blocks),
    blocks: tree.blocks,
  };
}

/** Two spaces, UTF-8, a line feed at the end. */
export const renderJson = (tree: DocumentTree): string => `${JSON.stringify(reportJson(tree), null, 2)}\n`;

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.runs;
    case "table":
      return block.rows.flat().flatMap((cell) => cell.runs);
    default:
      return block satisfies never;
  }
}

/** 一、总体情况 opens 一; （二）依申请公开 below it opens 一（二）. Text before the first heading has no key. */
function proseOf(blocks: readonly Block[]): Readonly<Record<string, string>> {
  const prose: Record<string, string> = {};
  let section = "";
  let key = "";
  for (const block of blocks) {
    if (block.kind === "heading" && block.level <= 2) {
      const number = /^[一二三四五六七八九十]+(?=、)|^（[一二三四五六七八九十]+）/.exec(textOf(block.runs))?.[0] ?? "";
      if (block.level === 1) section = number;
      key = block.level === 1 ? number : `${section}${number}`;
    } else if (block.kind !== "table" && key) {
      prose[key] = [...(key in prose ? [prose[key]] : []), textOf(block.runs)].join("\n");
    }
  }
  return prose;
}
