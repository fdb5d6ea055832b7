import { nowOf } from "./dates/when.ts";
import { withFramedTopics } from "./framed-topics.ts";
import { mendedSounds } from "./hearing/homophone.ts";
import { type Heard, normalise } from "./hearing/normalise.ts";
import type { Hearing, Meaning } from "./meaning.ts";
import { quotingOf, underQuote } from "./quoting.ts";
import { caseOpening } from "./readers/case-opening.ts";
import { caseRegister } from "./readers/case-register.ts";
import { caseTalk } from "./readers/case-talk.ts";
import { correction } from "./readers/correction.ts";
import { exporting } from "./readers/exporting.ts";
import { help } from "./readers/help.ts";
import { query } from "./readers/query.ts";
import { report } from "./readers/report.ts";
import { storedText } from "./readers/stored-text.ts";
import { undo } from "./readers/undo.ts";
import type { Reader, Reading, Said } from "./reading.ts";
import { scan } from "./scan.ts";
import type { Token } from "./token.ts";

/** The first reader whose turn it is has the message. What could write stands behind what could not. */
const READERS: readonly Reader[] = [
  storedText, // before all: a stored section may contain anything
  caseRegister, // before help: 这件怎么算的 asks for a day, not for the rules
  help, // before query: 怎么写 and 格式是什么 are no questions about figures
  exporting, // before query: 能不能导出年报 wants the file
  query, // before everything that changes the ledger: a question never writes
  caseTalk, // before undo: 申请人撤回了 is no slip of the pen
  caseOpening, // before report: the years in what is asked for are no period
  undo, // before correction: 记错了，删了吧 deletes
  correction, // before report: 改成5条 is no new entry
  report,
];

/** Titles and addresses are names: 《许可怎么办？》 asks nothing. They keep their length, so that offsets stay true. */
function withoutNames(text: string, names: readonly Token[]): string {
  let plain = text;
  for (const { from, to } of names) plain = plain.slice(0, from) + "※".repeat(to - from) + plain.slice(to);
  return plain;
}
const isName = (token: Token): boolean => token.kind === "span" && (token.span === "title" || token.span === "address");

function readingFrom(heard: Heard, { now, vocabulary }: Hearing): Reading {
  const moment = nowOf(now);
  const { tokens, topics } = withFramedTopics(scan(heard.text, moment, vocabulary.lexicon), heard.text);
  const text = withoutNames(withoutNames(heard.text, tokens.filter(isName)), topics);
  return { heard, text, tokens, now: moment, vocabulary };
}

export const readingOf = (hearing: Hearing): Reading => readingFrom(normalise(hearing.text), hearing);

function read(reading: Reading): Said {
  for (const reader of READERS) {
    if (reader.needs?.test(reading.text) === false) continue;
    const said = reader.read(reading);
    if (said) return said;
  }
  return { act: "ignore", why: "no-work-in-it" };
}

/** Is there something in it that a misheard name would explain? */
const isPuzzling = (said: Said): boolean =>
  said.act === "ask" ||
  (said.act === "ignore" && /^(?:no-work-in-it|not-done|somebody-elses)$/.test(said.why)) ||
  (said.act === "record" && said.oddities.some(({ why }) => why === "residue")) ||
  (said.act === "correct" && said.target.indicator === undefined && said.target.channel === undefined);

/** What the message says with its misheard names mended: shown on a card first, unless the name can be no other. */
function mendedSaid(
  first: Said,
  reading: Reading,
  hearing: Hearing,
): Readonly<{ said: Said; reading: Reading }> | undefined {
  const mended = mendedSounds(reading.heard.text, reading.tokens);
  if (!mended) return undefined;
  const second = readingFrom({ ...reading.heard, text: mended.text }, hearing);
  const said = read(second);
  if (said.act === "record") {
    if (mended.plain && said.oddities.length === 0) return { said, reading: second };
    const odd = { why: "homophone" as const, words: mended.words.join("、") };
    return { said: { ...said, oddities: [odd, ...said.oddities] }, reading: second };
  }
  // a question may be asked about what was mended; nothing may be written beside it
  const asks = said.act === "query" || (said.act === "ask" && said.sure.length === 0);
  // 公种号那条改成5条: a correction that now says of what
  const amends = said.act === "correct" && (mended.plain || first.act === "correct");
  return asks || amends ? { said, reading: second } : undefined;
}

/** A message with what it means and the reading that meaning rests on. */
export type Understood = Readonly<{ meaning: Meaning; reading: Reading }>;

function understood(hearing: Hearing): Understood {
  const reading = readingOf(hearing);
  const said = read(reading);
  const mended = isPuzzling(said) ? mendedSaid(said, reading, hearing) : undefined;
  return mended ? { meaning: mended.said, reading: mended.reading } : { meaning: said, reading };
}

/** What `understand` says, with its working. */
export function workedOut(hearing: Hearing): Understood {
  const quoting = quotingOf(hearing.text);
  if (!quoting) return understood(hearing);
  const told = understood({ ...hearing, text: quoting.rest });
  return { ...told, meaning: underQuote(quoting, told.meaning, (text) => understood({ ...hearing, text }).meaning) };
}

/** Reads one message. Pure: the same hearing always means the same. Never throws, whatever was typed. */
export const understand = (hearing: Hearing): Meaning => workedOut(hearing).meaning;
