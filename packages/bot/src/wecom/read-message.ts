import { WecomMessage } from "./message.ts";
import { readEvent } from "./read-event.ts";
import { textOf, type XmlElement } from "./xml.ts";

type Fields = Readonly<Record<string, unknown>>;

/** MsgType → the fields of what a person sent. */
const SAID_READERS: Readonly<Record<string, (xml: XmlElement) => Fields>> = {
  text: (xml) => ({ kind: "text", content: textOf(xml, "Content") }),
  image: (xml) => ({ kind: "image", mediaId: textOf(xml, "MediaId"), url: textOf(xml, "PicUrl") }),
  voice: (xml) => ({ kind: "voice", mediaId: textOf(xml, "MediaId"), format: textOf(xml, "Format"), transcript: null }),
  video: (xml) => ({ kind: "video", mediaId: textOf(xml, "MediaId"), thumbMediaId: textOf(xml, "ThumbMediaId") }),
  location: (xml) => ({
    kind: "location",
    latitude: textOf(xml, "Location_X"),
    longitude: textOf(xml, "Location_Y"),
    scale: textOf(xml, "Scale"),
    label: textOf(xml, "Label"),
    appType: textOf(xml, "AppType"),
  }),
  link: (xml) => ({
    kind: "link",
    title: textOf(xml, "Title"),
    description: textOf(xml, "Description"),
    url: textOf(xml, "Url"),
    pictureUrl: textOf(xml, "PicUrl"),
  }),
  file: (xml) => ({ kind: "file", mediaId: textOf(xml, "MediaId"), name: textOf(xml, "FileName") }),
};

/**
 * The typed value of a decrypted callback of the app `agent`. A type without a name here becomes `unknown`;
 * `undefined` means it is no message at all: no sender, no time.
 */
export function readMessage(xml: XmlElement, agent: string): WecomMessage | undefined {
  const type = textOf(xml, "MsgType");
  const base = {
    corp: textOf(xml, "ToUserName"),
    door: { kind: "app", agent },
    from: textOf(xml, "FromUserName"),
    sentAt: secondsOf(textOf(xml, "CreateTime")) * 1000,
  };
  const fields = type === "event" ? readEvent(xml) : saidFields(type, xml);
  const known = fields && WecomMessage.safeParse({ ...base, ...fields });
  if (known?.success) return known.data;
  const event = textOf(xml, "ChangeType") || textOf(xml, "Event");
  return WecomMessage.safeParse({ ...base, kind: "unknown", type, event }).data;
}

function saidFields(type: string, xml: XmlElement): Fields | undefined {
  const read = Object.hasOwn(SAID_READERS, type) ? SAID_READERS[type] : undefined;
  return read && { id: textOf(xml, "MsgId"), ...read(xml) };
}

function secondsOf(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
