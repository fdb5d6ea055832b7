import { createHash } from "node:crypto";
import { type LedgerRecord, RECORD_VERSION, recordIdOf, type Statement } from "@gongkai/schema";

export type Typed = Readonly<{
  /** Key of the organ. */
  organ: string;
  /** Member id of who states it. */
  by: string;
  /** Moment of the command; it is also when it was said. */
  at: string;
  /** `text`, `explain`: the command it was typed to. */
  command: string;
  /** What makes two statements two: the same again at the same moment is one. */
  identity: string;
  states: Statement;
}>;

/** A record of something stated at the keyboard, for the office as a whole. */
export function typedRecord({ organ, by, at, command, identity, states }: Typed): Omit<LedgerRecord, "wordsDigest"> {
  const source = `${command}:${createHash("sha256").update(identity).digest("hex")}`;
  return {
    v: RECORD_VERSION,
    id: recordIdOf({ organ, source, line: 0 }),
    organ,
    section: "",
    by,
    saidAt: at,
    writtenAt: at,
    source,
    line: 0,
    periodImplied: false,
    states,
  };
}
