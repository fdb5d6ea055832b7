/** Where a person's conversation stands; `state` is JSON text with its own version inside. */
export interface TalkKeeper {
  talkOf(organ: string, member: string): Promise<string | undefined>;
  keepTalk(organ: string, member: string, state: string, now: number): Promise<void>;
  dropTalk(organ: string, member: string): Promise<void>;
}

/** A question asked or a correction made: what was said, how it was read, what it became. Applicants are masked before. */
export type Miss = Readonly<{
  organ: string;
  key: string;
  at: number;
  kind: "asked" | "corrected" | "carded";
  text: string;
  reading: string;
  became: string | null;
}>;
export interface MissKeeper {
  /** Written twice it is one row: the first stands. */
  keepMiss(miss: Miss): Promise<void>;
  missBecame(organ: string, key: string, became: string): Promise<void>;
  /** Those at `since` (epoch milliseconds) or later, oldest first. */
  misses(organ: string, since: number, limit: number): Promise<Miss[]>;
}
