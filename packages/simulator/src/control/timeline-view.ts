import { jsonFields } from "../api/json-fields.ts";
import type { Platform } from "../platform.ts";
import type { CardState, Message, Speaker } from "../state/timeline.ts";

/** A message as one member sees it. `text` is all its words, one line each. */
export type TimelineItem = Readonly<
  Pick<Message, "seq" | "at" | "speaker" | "from" | "msgid" | "msgtype" | "body" | "state" | "via"> & {
    text: string;
    card?: Readonly<CardState>;
  }
>;

/** A member's chat, oldest first; with one app or bot when `speaker` is given. */
export function timelineOf({ timelines }: Platform, userid: string, speaker?: Speaker): TimelineItem[] {
  return timelines
    .of(userid)
    .filter((message) => speaker === undefined || message.speaker === speaker)
    .map(itemOf);
}

export function itemOf({ userid: _holder, card, ...message }: Message): TimelineItem {
  return { ...message, text: wordsOf(card?.card ?? message.body).join("\n"), ...(card ? { card: { ...card } } : {}) };
}

/** Fields that hold words for the reader, in the order they are shown. */
const WORDS = [
  "title",
  "desc",
  "description",
  "content",
  "filename",
  "label",
  "sub_title_text",
  "quote_text",
  "keyname",
  "value",
  "text",
];

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  const { tree } = jsonFields(value);
  const own = WORDS.flatMap((name) => (typeof tree[name] === "string" && tree[name] !== "" ? [tree[name]] : []));
  const nested = Object.values(tree).flatMap((child) => (typeof child === "object" ? wordsOf(child) : []));
  return [...own, ...nested];
}
