import type { WecomClient } from "../wecom/api-client.ts";
import type { Media } from "../wecom/media-upload.ts";
import type { Content, SendOptions, Sent } from "../wecom/message-send.ts";
import { WecomError } from "../wecom/wecom-error.ts";
import type { Making, OutboxBody } from "./body.ts";
import type { FileMaker } from "./file-maker.ts";
import { splitText } from "./split.ts";

/** One row on its way. */
export type Parcel = Readonly<{
  client: WecomClient;
  makeFile: FileMaker;
  organ: string;
  to: string;
  body: OutboxBody;
  options: SendOptions;
}>;

/** What stays with the row: the platform's handles on what it delivered. */
export type Delivered = Sent & Readonly<{ sentAt: number }>;

export function deliver(parcel: Parcel): Promise<Sent> {
  const { body } = parcel;
  switch (body.kind) {
    case "text":
      return sendText(parcel, body.content);
    case "markdown":
      return sendParts(parcel, body.content, (content) => ({ msgtype: "markdown", markdown: { content } }));
    case "file":
    case "image":
      return sendMedia(parcel, body.kind, body.make);
    default:
      return body satisfies never;
  }
}

export function sendText(parcel: Parcel, text: string): Promise<Sent> {
  return sendParts(parcel, text, (content) => ({ msgtype: "text", text: { content } }));
}

/** In order; rows are split when they are written, so there is more than one part only where a text stands in. */
async function sendParts(
  { client, to, options }: Parcel,
  text: string,
  asContent: (part: string) => Content,
): Promise<Sent> {
  let sent: Sent = { msgid: null, responseCode: null };
  for (const part of splitText(text)) sent = await client.send(to, asContent(part), options);
  return sent;
}

/** An id of media older than three days is refused: then the same bytes are uploaded once more. */
async function sendMedia(parcel: Parcel, type: Media["type"], make: Making): Promise<Sent> {
  const { client, to, options } = parcel;
  const media: Media = { type, ...(await parcel.makeFile(parcel.organ, make)) };
  const contentOf = (media_id: string): Content =>
    type === "file" ? { msgtype: "file", file: { media_id } } : { msgtype: "image", image: { media_id } };
  const id = await client.media.idOf(media);
  try {
    return await client.send(to, contentOf(id), options);
  } catch (error) {
    if (!(error instanceof WecomError) || error.retry !== "new-media") throw error;
    await client.media.forget(media, id);
    return client.send(to, contentOf(await client.media.idOf(media)), options);
  }
}
