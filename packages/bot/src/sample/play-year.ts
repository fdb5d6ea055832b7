import { createHash } from "node:crypto";
import { PROSE_KEYS, type ProseKey, recordIdOf } from "@gongkai/schema";
import { fixedMembers, type Organ } from "../config/organ.ts";
import { converse } from "../deeds/converse.ts";
import { talkingOffice } from "../deeds/talking-office.ts";
import { importRecords, planImport } from "../intake/import-rows.ts";
import { readCsv } from "../intake/read-csv.ts";
import type { Home } from "../store/home.ts";
import { hotlineSheets } from "./hotline-sheet.ts";
import { PUBLISHED_2024 } from "./published-2024.ts";
import { SECTION_FIVE, SECTION_SIX } from "./sample-texts.ts";
import type { SampleTurn } from "./sample-turn.ts";
import { yearTurns } from "./year-turns.ts";

/** What was played: for a word to the person who waits. */
export type Played = Readonly<{ turns: number; imported: number }>;

const OPENED = "2025-01-02T09:00:00+08:00";
const WRITTEN_UP = "2026-01-08T15:00:00+08:00";
const CLERK = "guojing";
const TEXTS: readonly (readonly [ProseKey, string])[] = [
  ["五", SECTION_FIVE],
  ["六", SECTION_SIX],
];

/**
 * Plays the sample year through the real talk and deeds: last year's figures and the hotline's sheets are imported,
 * everything else is said in the chat, slips and withdrawals among it.
 * @throws Error naming the message when it is read otherwise than the script expects.
 */
export async function playYear(home: Home, organ: Organ, told: (done: number, of: number) => void): Promise<Played> {
  const { key } = organ.office;
  let imported = await importCsv(home, organ, openingSheet(), CLERK, OPENED);
  const office = talkingOffice(organ.office, () => fixedMembers(organ.settings));
  const sheets = hotlineSheets();
  const turns = yearTurns();
  for (const [at, turn] of turns.entries()) {
    const due = sheets[0] && sheets[0].now < turn.now ? sheets.shift() : undefined;
    if (due) imported += await importCsv(home, organ, due.csv, "zhouyun", due.now);
    const member = office.members().find(({ id }) => id === turn.by);
    const message = { source: `sample:${at}`, from: turn.by, text: turn.text, now: turn.now };
    const { act, say, step } = await home.transact(key, (tx) => converse(tx, office, member, message));
    if (act !== turn.expect || step?.card) throw bent(turn, act, say);
    told(at + 1, turns.length);
  }
  for (const sheet of sheets) imported += await importCsv(home, organ, sheet.csv, "zhouyun", sheet.now);
  await storeTexts(home, organ);
  return { turns: turns.length, imported };
}

function bent({ now, by, text, expect }: SampleTurn, act: string, say: readonly string[]): Error {
  return new Error(
    `The sample year was bent: “${text}” (${by}, ${now}) should be ${expect} and was ${act}: ${say.join(" / ")}`,
  );
}

const openingSheet = () =>
  ["年度,项目,数值", ...PUBLISHED_2024.map(({ figure, quantity }) => `2024,${figure},${quantity}`)].join("\n");

async function importCsv(home: Home, organ: Organ, csv: string, by: string, now: string): Promise<number> {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const { records, problems } = planImport(readCsv(csv).rows, organ, by, Date.parse(now), sha256);
  if (problems.length > 0) throw new Error(`a sheet of the sample year is wrong: ${JSON.stringify(problems[0])}`);
  return (await importRecords(home, organ.office.key, records)).fresh;
}

async function storeTexts(home: Home, { office }: Organ): Promise<void> {
  const records = TEXTS.map(([key, text]) => {
    const source = `sample:text-${PROSE_KEYS.indexOf(key)}`;
    const record = {
      v: 1 as const,
      id: recordIdOf({ organ: office.key, source, line: 0 }),
      organ: office.key,
      section: "disclosure",
      by: CLERK,
      saidAt: WRITTEN_UP,
      writtenAt: WRITTEN_UP,
      source,
      line: 0,
      periodImplied: false,
      states: { kind: "text-stored" as const, year: 2025, key, text },
    };
    return { record, words: null };
  });
  await home.transact(office.key, (tx) => tx.append(office.key, records));
}
