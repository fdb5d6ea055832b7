import { Fold } from "@gongkai/reporter";
import { catalogueOf, PROSE_KEYS, type ProseKey, shanghaiTime } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import { visible } from "../intake/visible.ts";
import type { Home } from "../store/home.ts";
import { type Place, withOffice } from "./open-office.ts";
import { readText } from "./read-file.ts";
import { allRecordsOf } from "./read-records.ts";
import { speakerNamed } from "./speaker-named.ts";
import { typedRecord } from "./typed-record.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type TextOptions = Place & Readonly<{ year: number; section: string; file?: string; by?: string }>;

const isProseKey = (key: string): key is ProseKey => PROSE_KEYS.some((known) => known === key);

/** `gongkai report text`: shows the text of a section, or stores a file as it. */
export async function reportText(options: TextOptions, world: World): Promise<void> {
  const { section, file } = options;
  if (!isProseKey(section)) throw new CommandError(`没有“${section}”这一节，可选：${PROSE_KEYS.join("、")}。`);
  if (file === undefined)
    return withOffice(options, world, "reads", (organ, home) => showText(organ, home, section, options.year, world));
  const by = speakerNamed(options.by);
  const text = await readProse(file);
  await withOffice(options, world, "writes", (organ, home) =>
    storeText(organ, home, { year: options.year, key: section, text, by }, world),
  );
}

async function showText({ office }: Organ, home: Home, key: ProseKey, year: number, world: World): Promise<void> {
  const fold = new Fold({ office, catalogue: catalogueOf(office) });
  for (const record of await allRecordsOf(home, office.key)) fold.add(record);
  const stored = fold.figures(year, new Set()).texts.get(key);
  await writeLine(world.stdout, stored?.text ?? `${year} 年的“${key}”还没有存文字。用 --file 存一份。`);
}

const MOST_LETTERS = 20_000; // what a record holds
const MOST_BYTES = 4 * MOST_LETTERS + 1_000; // of UTF-8, and room for blank lines around

/** Lines as a report prints them. @throws CommandError */
async function readProse(file: string): Promise<string> {
  const text = (await readText(file, MOST_BYTES)).replaceAll(/\r\n?/g, "\n").trim();
  if (text === "") throw new CommandError(`${file} 里没有文字。`);
  if (text.length > MOST_LETTERS)
    throw new CommandError(`${file} 有 ${text.length} 字，太长了，一节最多 ${MOST_LETTERS} 字。`);
  const odd = text.split("\n").findIndex((line) => visible(line) !== line);
  if (odd >= 0) throw new CommandError(`${file} 正文的第 ${odd + 1} 行有看不见的控制字符，请重新输入这一行。`);
  return text;
}

type Prose = Readonly<{ year: number; key: ProseKey; text: string; by: string }>;

async function storeText({ office }: Organ, home: Home, { year, key, text, by }: Prose, world: World): Promise<void> {
  const now = shanghaiTime(world.now());
  // the moment is part of the identity: going back to an earlier text is a new statement, the same call twice is not
  const identity = `${year} ${key} ${now} ${text}`;
  const states = { kind: "text-stored" as const, year, key, text };
  const record = typedRecord({ organ: office.key, by, at: now, command: "text", identity, states });
  await home.transact(office.key, (tx) => tx.append(office.key, [{ record, words: null }]));
  await writeLine(world.stdout, `已存为 ${year} 年的“${key}”，${text.length} 字。`);
}
