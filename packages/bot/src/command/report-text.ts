import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Fold } from "@gongkai/reporter";
import { catalogueOf, PROSE_KEYS, type ProseKey, recordIdOf, shanghaiTime } from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import type { Home } from "../store/home.ts";
import { type Place, withOffice } from "./open-office.ts";
import { allRecordsOf } from "./read-records.ts";
import { CommandError, type World, writeLine } from "./world.ts";

export type TextOptions = Place & Readonly<{ year: number; section: string; file?: string; by?: string }>;

const isProseKey = (key: string): key is ProseKey => PROSE_KEYS.some((known) => known === key);

/** `gongkai report text`: shows the text of a section, or stores a file as it. */
export async function reportText(options: TextOptions, world: World): Promise<void> {
  const { section, file } = options;
  if (!isProseKey(section)) throw new CommandError(`没有“${section}”这一节，可选：${PROSE_KEYS.join("、")}。`);
  await withOffice(options, world, async (organ, home) => {
    if (file === undefined) return showText(organ, home, section, options.year, world);
    return storeText(organ, home, section, options, world);
  });
}

async function showText({ office }: Organ, home: Home, key: ProseKey, year: number, world: World): Promise<void> {
  const fold = new Fold({ office, catalogue: catalogueOf(office) });
  for (const record of await allRecordsOf(home, office.key)) fold.add(record);
  const stored = fold.figures(year, new Set()).texts.get(key);
  await writeLine(world.stdout, stored?.text ?? `${year} 年的“${key}”还没有存文字。用 --file 存一份。`);
}

async function storeText(
  { office }: Organ,
  home: Home,
  key: ProseKey,
  options: TextOptions,
  world: World,
): Promise<void> {
  const { year, file = "", by = "import" } = options;
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new CommandError(`打不开文件 ${file}，请核对路径和权限。`, 2, { cause });
  });
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n").trim();
  if (text === "") throw new CommandError(`${file} 里没有文字。`);
  if (text.length > 20_000) throw new CommandError(`${file} 有 ${text.length} 字，太长了，一节最多 20000 字。`);
  const now = shanghaiTime(world.now());
  // the moment is part of the identity: going back to an earlier text is a new statement, the same call twice is not
  const source = `text:${createHash("sha256").update(`${year} ${key} ${now} ${text}`).digest("hex")}`;
  const record = {
    v: 1 as const,
    id: recordIdOf({ organ: office.key, source, line: 0 }),
    organ: office.key,
    section: "",
    by: by.toLowerCase(),
    saidAt: now,
    writtenAt: now,
    source,
    line: 0,
    periodImplied: false,
    states: { kind: "text-stored" as const, year, key, text },
  };
  await home.transact(office.key, (tx) => tx.append(office.key, [{ record, words: null }]));
  await writeLine(world.stdout, `已存为 ${year} 年的“${key}”，${text.length} 字。`);
}
