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

/** Fields that hold words or further fields, as a client shows them from top to bottom; the rest follows. */
const SHOWN_FIRST = [
  "main_title",
  "quote_area",
  "emphasis_content",
  "title",
  "desc",
  "description",
  "content",
  "filename",
  "label",
  "quote_text",
  "sub_title_text",
  "horizontal_content_list",
  "keyname",
  "value",
  "text",
];
const WORDS: ReadonlySet<string> = new Set([
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
]);

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  const { tree } = jsonFields(value);
  const names = [...SHOWN_FIRST.filter((name) => name in tree), ...Object.keys(tree).filter(isLate)];
  return names.flatMap((name) => {
    const field = tree[name];
    if (typeof field === "string") return WORDS.has(name) && field !== "" ? [field] : [];
    return typeof field === "object" ? wordsOf(field) : [];
  });
}

const isLate = (name: string): boolean => !SHOWN_FIRST.includes(name);
