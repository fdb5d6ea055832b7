import type { Content } from "../message-send.ts";
import { plainMarkdown } from "../plain-markdown.ts";

/** A message as the AI bot sends it unasked. It has no plain text, only markdown. */
export type BotWords = Readonly<{ msgtype: string; markdown?: Readonly<{ content: string }> }> &
  Readonly<Record<string, unknown>>;

export function botWords(content: Content): BotWords {
  if (content.msgtype === "text")
    return { msgtype: "markdown", markdown: { content: plainMarkdown(content.text.content) } };
  return content;
}
