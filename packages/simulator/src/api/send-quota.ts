import type { Platform } from "../platform.ts";
import { userKey } from "../state/directory.ts";

/** One app to one member: beyond it messages vanish without an error. [90312] */
const PER_MEMBER = [
  [30, 60_000],
  [1000, 3_600_000],
] as const;

/** Counts a message to a member; false when it is one too many. */
export function reachesMember({ rates, violations }: Platform, speaker: number | string, userid: string): boolean {
  const counter = `to:${speaker}:${userKey(userid)}`;
  if (!rates.allows(counter, PER_MEMBER)) {
    violations.note("message-dropped", `${speaker} to ${userid}`);
    return false;
  }
  rates.add(counter);
  return true;
}
