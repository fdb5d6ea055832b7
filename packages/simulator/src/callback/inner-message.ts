import type { Platform } from "../platform.ts";
import { type Element, writeXml } from "../wire/xml.ts";
import { SAMPLES } from "./sample-media.ts";

/** What a member can say to an app. Media are stored first, as a member's client uploads them. [90239] */
export type Said =
  | Readonly<{ msgtype: "text"; content: string }>
  | Readonly<{ msgtype: "image" | "voice" | "video" | "file"; bytes?: Buffer; filename?: string }>
  | Readonly<{ msgtype: "location"; latitude: number; longitude: number; label: string }>
  | Readonly<{ msgtype: "link"; title: string; description: string; url: string }>;

/** A decrypted callback. `msgid` is absent for events. */
export type Inner = Readonly<{ userid: string; msgid?: string; event?: string; message: string }>;

type Head = Readonly<{ platform: Platform; userid: string; msgtype: string }>;

export const headOf = ({ platform, userid, msgtype }: Head): Element[] => [
  ["ToUserName", platform.corp.corpid],
  ["FromUserName", userid],
  ["CreateTime", Math.floor(platform.clock.now() / 1000)],
  ["MsgType", msgtype],
];

export const innerXml = (elements: readonly Element[]): string => writeXml(["xml", elements]);

type Speaking = Readonly<{ platform: Platform; agentid: number; userid: string; msgid: string; said: Said }>;

/** A message as the app receives it, and how the chat shows it. */
export function messageOf({ platform, agentid, userid, msgid, said }: Speaking) {
  const { elements, shown } = contentOf(platform, said);
  const inner: Inner = {
    userid,
    msgid,
    message: innerXml([
      ...headOf({ platform, userid, msgtype: said.msgtype }),
      ...elements,
      /^\d{1,15}$/.test(msgid) ? ["MsgId", Number(msgid)] : ["MsgId", msgid],
      ["AgentID", agentid],
    ]),
  };
  return { inner, shown };
}

type Content = Readonly<{ elements: readonly Element[]; shown: Readonly<Record<string, unknown>> }>;

function contentOf(platform: Platform, said: Said): Content {
  switch (said.msgtype) {
    case "text":
      return { elements: [["Content", said.content]], shown: { content: said.content } };
    case "location": {
      const { latitude, longitude, label } = said;
      const elements: Element[] = [
        ["Location_X", String(latitude)],
        ["Location_Y", String(longitude)],
        ["Scale", 15],
        ["Label", label],
        ["AppType", "wxwork"],
      ];
      return { elements, shown: { latitude, longitude, label } };
    }
    case "link": {
      const { title, description, url } = said;
      const elements: Element[] = [
        ["Title", title],
        ["Description", description],
        ["Url", url],
        ["PicUrl", ""],
      ];
      return { elements, shown: { title, description, url } };
    }
    default: {
      const { msgtype, bytes = SAMPLES[said.msgtype].bytes, filename = SAMPLES[said.msgtype].filename } = said;
      const { mediaId } = platform.media.put({ type: msgtype, bytes, filename });
      const media: Element = ["MediaId", mediaId];
      const also: Readonly<Record<typeof msgtype, readonly Element[]>> = {
        image: [["PicUrl", `http://wework.qpic.cn/${mediaId}`], media],
        voice: [media, ["Format", "amr"]],
        video: [media, ["ThumbMediaId", mediaId]],
        file: [media, ["FileName", filename]], // the file type is not documented for self-built apps
      };
      return { elements: also[msgtype], shown: { media_id: mediaId, filename, size: bytes.length } };
    }
  }
}
