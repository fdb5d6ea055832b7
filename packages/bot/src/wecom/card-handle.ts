import { z } from "zod";
import { TaskId } from "./card-parts.ts";

/** What a card is about; the same subject in the same revision and sending has the same task id. */
export type CardSubject = Readonly<{ about: string; id: string; revision: number; sending: string }>;

/**
 * `<about>-<id>-r<revision>-<sending>`, letters, digits, `_-@`, at most 128 (document/path/90236). A card sent again
 * needs a new `sending`: task ids are never used twice.
 */
export function taskIdOf({ about, id, revision, sending }: CardSubject): string {
  const taskId = [about, id, `r${revision}`, sending].join("-");
  if (!TaskId.safeParse(taskId).success)
    throw new Error("A task id takes letters, digits, _, - and @, 128 at most; use a short digest of a long id.");
  return taskId;
}

/**
 * What a button asks for and on which state of which record it was offered. It grants nothing: who pressed it is
 * authorised again, and a record that has moved on since answers for itself.
 */
export const ButtonKey = z.tuple([z.string().min(1), z.string().min(1), z.int().nonnegative()]);
export type ButtonPress = Readonly<{ deed: string; record: string; version: number }>;

export function buttonKeyOf({ deed, record, version }: ButtonPress): string {
  return JSON.stringify([deed, record, version]);
}

/** `undefined` for a key we never wrote. */
export function readButtonKey(key: string): ButtonPress | undefined {
  const parsed = ButtonKey.safeParse(readJson(key)).data;
  return parsed && { deed: parsed[0], record: parsed[1], version: parsed[2] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
