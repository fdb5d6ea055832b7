import { nowOf } from "./dates/when.ts";
import { normalise } from "./hearing/normalise.ts";
import type { Hearing, Meaning } from "./meaning.ts";
import { correction } from "./readers/correction.ts";
import { exporting } from "./readers/exporting.ts";
import { help } from "./readers/help.ts";
import { query } from "./readers/query.ts";
import { report } from "./readers/report.ts";
import { storedText } from "./readers/stored-text.ts";
import { undo } from "./readers/undo.ts";
import type { Reader, Reading } from "./reading.ts";
import { scan } from "./scan.ts";
import { takenOf } from "./taken.ts";
import type { Token } from "./token.ts";

/** The first reader whose turn it is has the message. What could write stands behind what could not. */
const READERS: readonly Reader[] = [
  storedText, // before all: a stored section may contain anything
  help, // before query: 怎么写 and 格式是什么 are no questions about figures
  exporting, // before query: 能不能导出年报 wants the file
  query, // before everything that changes the ledger: a question never writes
  undo, // before correction: 记错了，删了吧 deletes
  correction, // before report: 改成5条 is no new entry
  report,
];

/** Titles and addresses are names: 《许可怎么办？》 asks nothing. They keep their length, so that offsets stay true. */
function withoutNames(text: string, tokens: readonly Token[]): string {
  let plain = text;
  for (const token of tokens)
    if (token.kind === "span" && (token.span === "title" || token.span === "address"))
      plain = plain.slice(0, token.from) + "※".repeat(token.to - token.from) + plain.slice(token.to);
  return plain;
}

export function readingOf({ text, now, vocabulary }: Hearing): Reading {
  const heard = normalise(text);
  const moment = nowOf(now);
  const tokens = scan(heard.text, moment, vocabulary.lexicon);
  return { heard, text: withoutNames(heard.text, tokens), tokens, now: moment, vocabulary };
}

/** Reads one message. Pure: the same hearing always means the same. Never throws, whatever was typed. */
export function understand(hearing: Hearing): Meaning {
  const reading = readingOf(hearing);
  const taken = takenOf(reading);
  for (const reader of READERS) {
    const said = reader.read(reading);
    if (said) return { ...said, taken };
  }
  return { act: "ignore", why: "no-work-in-it", taken };
}
