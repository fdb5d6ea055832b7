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

export function readingOf({ text, now, vocabulary }: Hearing): Reading {
  const heard = normalise(text);
  const moment = nowOf(now);
  return { heard, text: heard.text, tokens: scan(heard.text, moment, vocabulary.lexicon), now: moment, vocabulary };
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
