import { createHash } from "node:crypto";
import { PROSE_KEYS, type ProseKey, RECORD_VERSION, recordIdOf } from "@gongkai/schema";
import { fixedMembers, type Organ } from "../config/organ.ts";
import { converse } from "../deeds/converse.ts";
import { type TalkingOffice, talkingOffice } from "../deeds/talking-office.ts";
import { planImport } from "../intake/import-rows.ts";
import { readCsv } from "../intake/read-csv.ts";
import type { Home, Transaction } from "../store/home.ts";
import { hotlineSheets } from "./hotline-sheet.ts";
import { PUBLISHED_2024 } from "./published-2024.ts";
import { SECTION_FIVE, SECTION_SIX } from "./sample-texts.ts";
import type { SampleTurn } from "./sample-turn.ts";
import { HOTLINE_CALLS } from "./year-plan.ts";
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
 * everything else is said in the chat, slips and withdrawals among it. A month is one transaction: nobody waits for an
 * acknowledgement here, and a sample that breaks off is thrown away.
 * @throws Error naming the message when it is read otherwise than the script expects.
 */
export async function playYear(home: Home, organ: Organ, told: (done: number, of: number) => void): Promise<Played> {
  const { key } = organ.office;
  const office = talkingOffice(organ.office, () => fixedMembers(organ.settings));
  const turns = yearTurns();
  let [done, imported] = [0, 0];
  await home.transact(key, async (tx) => {
    imported += await importCsv(tx, organ, openingSheet(), CLERK, OPENED);
  });
  for (const { month, now, csv } of hotlineSheets()) {
    const said = turns.filter((turn) => turn.now.startsWith(month));
    await home.transact(key, async (tx) => {
      for (const turn of said) {
        await play(tx, office, turn, `sample:${done}`);
        done += 1;
        told(done, turns.length);
      }
      imported += await importCsv(tx, organ, csv, HOTLINE_CALLS.by, now);
    });
  }
  await home.transact(key, (tx) => storeTexts(tx, organ));
  return { turns: done, imported };
}

async function play(tx: Transaction, office: TalkingOffice, turn: SampleTurn, source: string): Promise<void> {
  const member = office.members().find(({ id }) => id === turn.by);
  const message = { source, from: turn.by, text: turn.text, now: turn.now };
  const unheard: Transaction = { ...tx, put: async () => undefined }; // nobody waits for these answers
  const { act, say, step } = await converse(unheard, office, member, message);
  if (act !== turn.expect || step?.card) throw bent(turn, act, say);
}

function bent({ now, by, text, expect }: SampleTurn, act: string, say: readonly string[]): Error {
  return new Error(
    `The sample year was bent: “${text}” (${by}, ${now}) should be ${expect} and was ${act}: ${say.join(" / ")}`,
  );
}

const openingSheet = () =>
  ["年度,项目,数值", ...PUBLISHED_2024.map(({ figure, quantity }) => `2024,${figure},${quantity}`)].join("\n");

async function importCsv(tx: Transaction, organ: Organ, csv: string, by: string, now: string): Promise<number> {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const { records, problems } = planImport(readCsv(csv).rows, organ, by, Date.parse(now), sha256);
  if (problems.length > 0) throw new Error(`a sheet of the sample year is wrong: ${JSON.stringify(problems[0])}`);
  return (await tx.append(organ.office.key, records)).length;
}

async function storeTexts(tx: Transaction, { office }: Organ): Promise<void> {
  const records = TEXTS.map(([key, text]) => {
    const source = `sample:text-${PROSE_KEYS.indexOf(key)}`;
    const record = {
      v: RECORD_VERSION,
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
  await tx.append(office.key, records);
}
