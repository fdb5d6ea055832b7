import { type CardChange, changeCard } from "../api/card-update.ts";
import { jsonFields } from "../api/json-fields.ts";
import { cardFault } from "../api/template-card.ts";
import type { Platform } from "../platform.ts";
import { userKey } from "../state/directory.ts";
import type { Message } from "../state/timeline.ts";
import { byteLength, cutToBytes } from "../wire/byte-limit.ts";
import { open } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";
import { readXml, textOf, treeOf, treesOf, type XmlTree } from "../wire/xml.ts";
import type { DeliveryReport } from "./delivery.ts";
import { cardFromXml } from "./passive-card.ts";

/** Events whose passive reply takes effect. [90240] */
const ANSWERABLE = new Set([
  "subscribe",
  "enter_agent",
  "LOCATION",
  "click",
  "view",
  "view_miniprogram",
  "scancode_waitmsg",
  "template_card_menu_event",
]);

/** What is being answered: a message, or an event with perhaps the code of the clicked card. */
export type Answered = Readonly<{
  platform: Platform;
  app: Readonly<{ agentid: number; token: string; aesKey: string }>;
  userid: string;
  event?: string;
  responseCode?: string;
}>;

/** Reads the body of an accepted answer and delivers what it says into the member's chat. */
export function acceptAnswer(answered: Answered, body: string): DeliveryReport["answer"] {
  const { platform, app } = answered;
  if (body === "") return "empty";
  const envelope = readXml(body);
  const encrypted = envelope && textOf(envelope, "Encrypt");
  if (!envelope || encrypted === undefined) {
    platform.violations.note("answer-not-empty", body.slice(0, 80));
    return "other-text";
  }
  const [timestamp = "", nonce = ""] = [textOf(envelope, "TimeStamp"), textOf(envelope, "Nonce")];
  if (textOf(envelope, "MsgSignature") !== signatureOf(app.token, timestamp, nonce, encrypted)) {
    return unreadable(platform, "the signature does not match");
  }
  const opened = open(app.aesKey, encrypted);
  if ("unreadable" in opened) return unreadable(platform, opened.unreadable);
  if (opened.receiveId !== platform.corp.corpid) return unreadable(platform, "the receiveid is not the corpid");
  const inner = readXml(opened.message);
  if (!inner) return unreadable(platform, "the message is not XML");
  const refused = deliver(answered, inner);
  if (refused !== undefined) platform.violations.note("reply-not-allowed", refused);
  return "reply";
}

function unreadable({ violations }: Platform, detail: string): "other-text" {
  violations.note("reply-unreadable", detail);
  return "other-text";
}

/** Puts the reply into the chat, or says why the platform would not. */
function deliver(answered: Answered, inner: XmlTree): string | undefined {
  const { platform, event, userid } = answered;
  const { agentid } = answered.app;
  const onCard = event === "template_card_event";
  if (event !== undefined && !onCard && !ANSWERABLE.has(event)) return "this event takes no reply";
  if (onCard && platform.switches.passiveCardReply === "ignore") return undefined;
  if (userKey(textOf(inner, "ToUserName") ?? "") !== userKey(userid)) return "ToUserName is not who spoke";
  const msgtype = textOf(inner, "MsgType") ?? "";
  if (msgtype === "update_button" || msgtype === "update_template_card") return updateCard(answered, msgtype, inner);
  const body = REPLIES.get(msgtype)?.(platform, inner);
  if (!body) return `${msgtype} does not follow the documented form`;
  platform.timelines.add({ speaker: agentid, from: "product", via: "passive", userid, msgtype, body });
  return undefined;
}

type Shape = (platform: Platform, inner: XmlTree) => Message["body"] | undefined;

const media =
  (element: string): Shape =>
  ({ media: store }, inner) => {
    const mediaId = textOf(treeOf(inner, element) ?? {}, "MediaId") ?? "";
    const kept = store.get(mediaId);
    return kept && { media_id: mediaId, filename: kept.filename, size: kept.bytes.length };
  };

const text: Shape = ({ violations }, inner) => {
  const content = textOf(inner, "Content");
  if (!content) return undefined;
  if (byteLength(content) > 2048) violations.note("text-cut", "passive text over 2048 bytes");
  return { content: cutToBytes(content, 2048) };
};

const news: Shape = (_platform, inner) => {
  const items = treesOf(treeOf(inner, "Articles") ?? {}, "item");
  const count = Number(textOf(inner, "ArticleCount"));
  if (count !== items.length || count < 1 || count > 8) return undefined;
  return {
    articles: items.map((item) => ({
      title: cutToBytes(textOf(item, "Title") ?? "", 128),
      description: cutToBytes(textOf(item, "Description") ?? "", 512),
      url: textOf(item, "Url"),
      picurl: textOf(item, "PicUrl"),
    })),
  };
};

/** Replies that add a message to the chat. [90241] */
const REPLIES: ReadonlyMap<string, Shape> = new Map([
  ["text", text],
  ["image", media("Image")],
  ["voice", media("Voice")],
  ["video", media("Video")],
  ["news", news],
]);

/** Changes the clicked card for the clicker only. */
function updateCard(answered: Answered, msgtype: string, inner: XmlTree): string | undefined {
  const { platform, userid, responseCode } = answered;
  const code = platform.codes.find(responseCode ?? "");
  if (!code) return `${msgtype}: no card was clicked`;
  const change = changeOf(msgtype, inner);
  if (typeof change === "string") return change;
  changeCard(platform, userid, code, change);
  return undefined;
}

function changeOf(msgtype: string, inner: XmlTree): CardChange | string {
  if (msgtype === "update_button") {
    const greyed = textOf(treeOf(inner, "Button") ?? {}, "ReplaceName");
    return greyed ? { greyed } : "update_button: ReplaceName is missing";
  }
  const card = cardFromXml(treeOf(inner, "TemplateCard") ?? {});
  const fault = cardFault(jsonFields(card));
  return fault === undefined ? { card } : `update_template_card: errcode ${fault}`;
}
