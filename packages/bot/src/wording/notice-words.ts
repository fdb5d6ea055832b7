import type { LocalDate, Month } from "@gongkai/schema";
import type { Line } from "../dialogue/line.ts";
import { linesWords } from "./echo-words.ts";
import type { Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

/** To the head of a section somebody else reported for. */
export const reportedForWords = (who: string, section: string, lines: readonly Line[], speaking: Speaking): string =>
  `${who}代${section}报了：${linesWords(lines, speaking)}\n如有不对，可以直接回复更正，或者告诉政务公开办。`;

/** To the disclosure office, when somebody has a late fact for a closed month. */
export const lateFactWords = (who: string, month: Month, text: string, today: LocalDate): string =>
  `${who}想补报${periodWords(month, today)}：“${text.slice(0, 60)}”。${periodWords(month, today)}已经结账，没有记下。需要的话请回复“打开${periodWords(month, today)}，原因是…”。`;
