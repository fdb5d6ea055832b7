import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member, Office } from "@gongkai/schema";
import { z } from "zod";
import { converse, type Turned } from "../deeds/converse.ts";
import { entryOfFact, standingEntries } from "../deeds/standing-entries.ts";
import { type TalkingOffice, talkingOffice } from "../deeds/talking-office.ts";
import { isLedgerPlan } from "../dialogue/plan.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { entryOf } from "../utterance/contract-line.ts";
import { PLAIN_MEMBER, PLAIN_OFFICE } from "./plain-office.ts";
import { answerLines, type Streams } from "./read-lines.ts";

const Moment = z.iso.datetime({ offset: true });
const Line = z.object({ id: z.union([z.string(), z.number()]), now: Moment, user: z.string() });
type Line = z.infer<typeof Line>;

/** Whose words and rights the conversation has. */
export type Speaker = Readonly<{ office: Office; member: Member; members?: readonly Member[] }>;

/**
 * A conversation line by line, by the same dialogue and deeds as the bot; every id is a talk of its own with an empty
 * ledger of its own. The ledgers live in a temporary directory that is removed at the end.
 * @returns the exit code: 2 when a line could not be read, else 0.
 */
export async function converseLines(
  streams: Streams,
  speaker: Speaker = { office: PLAIN_OFFICE, member: PLAIN_MEMBER },
): Promise<0 | 2> {
  const data = await mkdtemp(join(tmpdir(), "gongkai-converse-"));
  const home = await openHome({ data });
  const talks = new Map<string, Talk>();
  try {
    return await answerLines(streams, Line, "id、now（带时区的时间）和 user", async (line) => {
      const id = String(line.id);
      const talk = talks.get(id) ?? newTalk(home, speaker, talks.size + 1);
      talks.set(id, talk);
      return { id: line.id, ...(await talk(line)) };
    });
  } finally {
    await home.close();
    await rm(data, { recursive: true, force: true });
  }
}

type Talk = (line: Line) => Promise<Readonly<Record<string, unknown>>>;

function newTalk(home: Home, { office, member, members = [member] }: Speaker, number: number): Talk {
  const organ: Office = { ...office, key: `talk-${number}` };
  const talking = talkingOffice(organ, () => members);
  let turns = 0;
  return async ({ now, user }) => {
    turns += 1;
    const message = { source: `turn-${turns}`, from: member.id, text: user, now };
    const turned = await home.transact(organ.key, (tx) => converse(tx, talking, member, message));
    return contractOf(talking, turned);
  };
}

function contractOf({ catalogue }: TalkingOffice, { act, say, step, view }: Turned): Readonly<Record<string, unknown>> {
  const nameOf = (id: string) => view?.cases.find((known) => known.id === id)?.named.name ?? null;
  const naming = { catalogue, nameOf };
  const written = (step?.plans ?? []).filter(isLedgerPlan).flatMap(({ do: verb, states, periodImplied }) => {
    if (verb !== "record-facts" && verb !== "attest-nil") return [];
    if (states.kind === "withdrawn" || states.kind === "restored" || states.kind === "corrected") return [];
    if (states.kind === "month-closed" || states.kind === "month-reopened") return [];
    const entry = entryOfFact({ fact: states, periodImplied }, naming);
    return entry ? [entry] : [];
  });
  const card = step?.card;
  return {
    act,
    entries: card ? card.map(entryOf) : written,
    ...(card ? { confirm: true } : {}),
    ...(step?.asks && step.asks.length > 0 ? { asks: step.asks } : {}),
    ledger: view ? standingEntries(view.standing, naming) : [],
    say,
  };
}
