import type { Content, Sent } from "../wecom/message-send.ts";
import { type Parcel, sendOptions } from "./parcel.ts";
import { splitText } from "./split.ts";

export function sendText(parcel: Parcel, text: string): Promise<Sent> {
  return sendParts(parcel, text, (content) => ({ msgtype: "text", text: { content } }));
}

export function sendMarkdown(parcel: Parcel, text: string): Promise<Sent> {
  return sendParts(parcel, text, (content) => ({ msgtype: "markdown", markdown: { content } }));
}

/** In order; rows are split when they are written, so there is more than one part only where a text stands in. */
async function sendParts(parcel: Parcel, text: string, asContent: (part: string) => Content): Promise<Sent> {
  let sent: Sent = { msgid: null, responseCode: null };
  for (const part of splitText(text)) sent = await parcel.speaker.send(parcel.to, asContent(part), sendOptions(parcel));
  return sent;
}
