import type { Media } from "../wecom/media-upload.ts";
import type { Content, Sent } from "../wecom/message-send.ts";
import { WecomError } from "../wecom/wecom-error.ts";
import type { Making } from "./body.ts";
import { type Parcel, sendOptions } from "./parcel.ts";

/** An id of media older than three days is refused: then the same bytes are uploaded once more. */
export async function sendMedia(parcel: Parcel, type: Media["type"], make: Making): Promise<Sent> {
  const { speaker, to } = parcel;
  const media: Media = { type, ...(await parcel.makeFile(parcel.organ, make)) };
  const id = await speaker.media.idOf(media);
  try {
    return await speaker.send(to, contentOf(type, id), sendOptions(parcel));
  } catch (error) {
    if (!(error instanceof WecomError) || error.retry !== "new-media") throw error;
    await speaker.media.forget(media, id);
    return speaker.send(to, contentOf(type, await speaker.media.idOf(media)), sendOptions(parcel));
  }
}

function contentOf(type: Media["type"], media_id: string): Content {
  return type === "file" ? { msgtype: "file", file: { media_id } } : { msgtype: "image", image: { media_id } };
}
