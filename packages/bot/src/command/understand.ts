import { z } from "zod";
import type { MissKeeper } from "../store/talk-port.ts";
import { toContract } from "../utterance/contract-line.ts";
import { explain } from "../utterance/explain.ts";
import type { Vocabulary } from "../utterance/meaning.ts";
import { understand } from "../utterance/understand.ts";
import { answerLines, type Streams } from "./read-lines.ts";
import { writeLine } from "./world.ts";

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  now: z.iso.datetime({ offset: true }),
  text: z.string(),
});

/**
 * Reads messages line by line, each against an empty ledger, and writes what they mean in the words of the contract.
 * @returns the exit code: 2 when a line could not be read, else 0.
 */
export function understandLines(
  streams: Streams,
  vocabulary: Vocabulary,
  { explained = false }: Readonly<{ explained?: boolean }> = {},
): Promise<0 | 2> {
  return answerLines(streams, Line, "id、now（带时区的时间）和 text", ({ id, now, text }) => {
    const hearing = { text, now, vocabulary };
    return { id, ...toContract(understand(hearing)), ...(explained ? { explain: explain(hearing) } : {}) };
  });
}

const MOST_MISSES = 1_000;

/** What had to be asked, read back or mended, newest last; one JSON a line, for adding words to an office's vocabulary. */
export async function missLines(
  { stdout }: Pick<Streams, "stdout">,
  keeper: Pick<MissKeeper, "misses">,
  organ: string,
  since = 0,
): Promise<void> {
  for (const { at, kind, text, reading, became } of await keeper.misses(organ, since, MOST_MISSES)) {
    await writeLine(stdout, JSON.stringify({ at: new Date(at).toISOString(), kind, text, reading, became }));
  }
}
