import type { Sent } from "../wecom/message-send.ts";
import { sendCard, sendCardUpdate } from "./card-delivery.ts";
import { sendMedia } from "./media-delivery.ts";
import type { Parcel } from "./parcel.ts";
import { sendMarkdown, sendText } from "./text-delivery.ts";

/** Hands one row to the platform, whatever its kind. */
export function deliver(parcel: Parcel): Promise<Sent> {
  const { body } = parcel;
  switch (body.kind) {
    case "text":
      return sendText(parcel, body.content);
    case "markdown":
      return sendMarkdown(parcel, body.content);
    case "file":
    case "image":
      return sendMedia(parcel, body.kind, body.make);
    case "card":
      return sendCard(parcel, body);
    case "card-update":
      return sendCardUpdate(parcel, body);
    default:
      return body satisfies never;
  }
}
