import { z } from "zod";

/** Computed, never random: the same line of the same message always gets the same id. */
export const RecordId = z.string().regex(/^r(:[^:\s]+){3}$/, "不是一个记录编号");
export type RecordId = z.infer<typeof RecordId>;

/** One line of one source. `source` is the idempotency key of the message, import row or page form it came from. */
export type Utterance = Readonly<{ organ: string; source: string; line: number }>;

/** Parts are encoded: a ":" inside one cannot make two utterances share an id. */
export function recordIdOf({ organ, source, line }: Utterance): RecordId {
  return ["r", organ, source, String(line)].map(encodeURIComponent).join(":");
}
