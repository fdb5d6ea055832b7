import type { ShownRow } from "../dialogue/batch.ts";
import { askWords } from "./ask-words.ts";
import { lineWords } from "./echo-words.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";

const quoted = (words: string): string => `“${words.slice(0, 40)}”`;

/** A pasted list, one line a row: how it was read, and what is wrong with it. The choices follow. */
export function batchWords(rows: readonly ShownRow[], again: boolean, speaking: Speaking): string {
  const good = rows.filter(({ lines }) => lines.length > 0).length;
  const head = `共${rows.length}行，看明白${good}行。`;
  return [...(again ? ["今天已经发过同样的内容。"] : []), head, ...rows.map((row) => rowWords(row, speaking))].join(
    "\n",
  );
}

function rowWords({ words, verdict, lines, open }: ShownRow, speaking: Speaking): string {
  const read = lines.map((line) => lineWords(line, speaking)).join("；");
  switch (verdict) {
    case "good":
      return `记：${read}`;
    case "odd":
      return `记（请核对）：${read}`;
    case "open":
      return [...(read === "" ? [] : [`记：${read}`]), `问：${openWords(words, open, speaking)}`].join("；");
    case "unclear":
      return `没看明白：${quoted(words)}，请单独说`;
    case "nothing":
      return `略：${quoted(words)}`;
    default:
      return verdict satisfies never;
  }
}

function openWords(words: string, open: ShownRow["open"], { catalogue }: Speaking): string {
  const [ask] = open?.asks ?? [];
  if (!ask) return `${quoted(words)}说的是什么？`;
  const what = open?.indicator ? indicatorFor(catalogue, open.indicator.value).label : "";
  return askWords(ask.about, ask.why, quoted(words), what);
}
