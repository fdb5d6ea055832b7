import type { Draft, Item, Meaning } from "../utterance/meaning.ts";
import { isFarOff } from "./far-off.ts";
import { lineOfItem } from "./item-line.ts";
import type { Line } from "./line.ts";
import { batchQuestion } from "./questions.ts";
import { saidBefore } from "./said-before.ts";
import type { Work } from "./work.ts";

/**
 * What becomes of one line of a pasted list. `good`: it would be written; `odd`: it would, but looks unlike what people
 * write or report; `open`: something is asked; `unclear`: it has to be said by itself; `nothing`: no report.
 */
export type Verdict = "good" | "odd" | "open" | "unclear" | "nothing";

/** One line of a pasted list as it was read by itself. */
export type BatchRow = Readonly<{
  words: string;
  verdict: Verdict;
  items: readonly Item[];
  drafts: readonly Draft[];
}>;
/** A row as it is shown. */
export type ShownRow = Readonly<{ words: string; verdict: Verdict; lines: readonly Line[]; open: Draft | null }>;

const FEWEST_LINES = 3; // two lines are a message, not a list
const HEADING = /[：:]$|^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|份)?$|^\d{1,2}[日号]$|如下$/u;
const BULLET = /^(?:[（(]?\d{1,2}(?:[.、)）]|\s)(?!\d)|[①-⑳]|[-·•*—])\s*/u;
/** Lines that mean nothing without their neighbours. */
const LEANS = /^(?:其中|含|包括|另含|同上|合计|共计|小计|总计|以上|累计)/u;

/**
 * A pasted list that as a whole leaves something open is read line by line, each with its verdict, and shown: the good
 * lines are kept or the whole is held back, as the person says. False: it is no list, or nothing stands in its way.
 */
export function pastedList(work: Work): boolean {
  const { text, meaning } = work.turn;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < FEWEST_LINES || !["record", "ask", "ignore"].includes(meaning.act)) return false;
  if (meaning.act === "record" && meaning.oddities.length === 0) return false;
  const rows = rowsOf(work, lines);
  if (!rows.some(({ items }) => items.length > 0)) return false;
  if (rows.filter(({ verdict }) => verdict !== "nothing").length < 2) return false;
  const shown = rows.map(
    ({ words, verdict, items, drafts: [open = null] }): ShownRow => ({
      words,
      verdict,
      lines: items.map((item) => lineOfItem(work, item)),
      open,
    }),
  );
  work.wait({ at: "batch", rows }, batchQuestion(shown, saidBefore(work)), work.said, "intent");
  work.act = "record";
  work.card = rows.flatMap(({ items }) => items);
  return true;
}

/** A heading (3月2日：) belongs to every line up to the next one. */
function rowsOf(work: Work, lines: readonly string[]): readonly BatchRow[] {
  let heading = "";
  return lines.flatMap((line): BatchRow[] => {
    const words = line.trim();
    const said = words.replace(BULLET, "");
    const alone = work.turn.read(said);
    if (HEADING.test(said) && alone.act === "ignore") {
      heading = said;
      return [];
    }
    return [rowOf(work, words, heading === "" ? alone : work.turn.read(`${heading}\n${said}`))];
  });
}

const row = (
  words: string,
  verdict: Verdict,
  items: readonly Item[] = [],
  drafts: readonly Draft[] = [],
): BatchRow => ({ words, verdict, items, drafts });

function rowOf(work: Work, words: string, meaning: Meaning): BatchRow {
  if (LEANS.test(words.replace(BULLET, ""))) return row(words, meaning.act === "ignore" ? "nothing" : "unclear");
  switch (meaning.act) {
    case "record": {
      const odd = meaning.oddities.length > 0 || meaning.items.some((item) => isFarOff(work.view, item));
      return row(words, odd ? "odd" : "good", meaning.items);
    }
    case "ask": {
      const drafts = meaning.drafts.filter(canBeAsked);
      if (drafts.length < Math.max(meaning.drafts.length, 1)) return row(words, "unclear");
      return row(words, "open", meaning.sure, drafts);
    }
    case "ignore":
      return row(words, "nothing");
    default:
      return row(words, "unclear");
  }
}

/** Whether an answer in a few words can make a report of it. */
const canBeAsked = ({ indicator, quantity, asks }: Draft): boolean =>
  (indicator !== undefined || quantity !== undefined) && asks[0]?.about !== "intent";
