import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";
import { userKey } from "./directory.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** A card as one member sees it. `greyed` is the text that replaced its buttons. */
export type CardState = { card: Fields; taskId: string; greyed?: string; updates: number };

/** Who speaks for the product in a chat: a self-built app or an AI bot. */
export type Speaker = number | string;

/** A message as it stands in the chat of one member with one app. */
export type Message = {
  readonly seq: number;
  readonly at: number;
  readonly speaker: Speaker;
  readonly from: "member" | "product";
  readonly userid: string;
  readonly msgid: string;
  /** Set in a group. */
  readonly chatid?: string;
  readonly msgtype: string;
  body: Fields;
  card?: CardState;
  /** `dropped` was over the member's limit; `undelivered` never reached the product. */
  state: "shown" | "recalled" | "dropped" | "undelivered";
  readonly via: "member" | "api" | "passive" | "bot" | "webhook";
};

export type NewMessage = Omit<Message, "seq" | "at" | "msgid" | "state"> & Partial<Pick<Message, "msgid" | "state">>;

/** Every member's chats, newest last, and who waits for a change in them. */
export function createTimelines(clock: Clock, ids: Ids) {
  const byUser = new Map<string, Message[]>();
  const revisions = new Map<string, number>();
  const listeners = new Set<(userid: string) => void>();
  let seq = 0;

  const touch = (userid: string) => {
    revisions.set(userKey(userid), (revisions.get(userKey(userid)) ?? 0) + 1);
    for (const listener of [...listeners]) listener(userid);
  };
  const of = (userid: string) => byUser.get(userKey(userid)) ?? [];

  return {
    add(message: NewMessage): Message {
      seq += 1;
      const kept: Message = { state: "shown", msgid: ids.text("msgid", 44), ...message, seq, at: clock.now() };
      byUser.set(userKey(kept.userid), [...of(kept.userid), kept]);
      touch(kept.userid);
      return kept;
    },
    of,
    /** Every member's copy of a message. */
    copies: (msgid: string) => [...byUser.values()].flat().filter((message) => message.msgid === msgid),
    card: (userid: string, speaker: Speaker, taskId: string) =>
      of(userid).findLast((message) => message.speaker === speaker && message.card?.taskId === taskId),
    touch,
    /** The sequence number of the newest message anywhere. */
    head: () => seq,
    revision: (userid: string) => revisions.get(userKey(userid)) ?? 0,
    /** Calls back after every change of anyone's chat, until the returned function is called. */
    listen(listener: (userid: string) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Timelines = ReturnType<typeof createTimelines>;
