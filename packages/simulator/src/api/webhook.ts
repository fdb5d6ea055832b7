import { createHash } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { Fields } from "../state/timeline.ts";
import { byteLength } from "../wire/byte-limit.ts";
import { type Call, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";
import { mediaFault, storeUpload } from "./media.ts";
import { contentOf } from "./message-kinds.ts";
import { cardFault } from "./template-card.ts";

/** Twenty a minute for each webhook. [99110] */
const LIMIT = [[20, 60_000]] as const;
const IMAGE_BYTES = 2 * 1024 * 1024;

type Pushing = Readonly<{ platform: Platform; key: string; content: JsonFields }>;
type Check = (pushing: Pushing) => Errcode | undefined;

const words =
  (most: number): Check =>
  ({ content }) => {
    const said = content.text("content") ?? "";
    if (said === "") return 44004;
    return byteLength(said) > most ? 40058 : undefined;
  };

const image: Check = ({ content }) => {
  const bytes = Buffer.from(content.text("base64") ?? "", "base64");
  if (bytes.length > IMAGE_BYTES) return 40009;
  if (mediaFault("image", bytes) !== undefined) return 40058;
  return createHash("md5").update(bytes).digest("hex") === content.text("md5") ? undefined : 40058;
};

const news: Check = ({ content }) => {
  const articles = content.objects("articles") ?? [];
  if (articles.length < 1 || articles.length > 8) return 45008;
  return articles.some((article) => !article.text("title") || !article.text("url")) ? 40058 : undefined;
};

/** Media of one webhook are of no use to another. */
const media: Check = ({ platform, key, content }) =>
  platform.media.get(content.text("media_id") ?? "")?.webhookKey === key ? undefined : 40007;

/** Notices only; nothing in a group calls back. */
const card: Check = ({ content }) => {
  if (!/notice$/.test(content.text("card_type") ?? "")) return 42031;
  return content.object("action_menu") ? 42051 : cardFault(content);
};

/** What a webhook takes, with its limits in bytes. [99110] */
const KINDS: ReadonlyMap<string, Check> = new Map([
  ["text", words(2048)],
  ["markdown", words(4096)],
  ["markdown_v2", words(4096)],
  ["image", image],
  ["news", news],
  ["file", media],
  ["voice", media],
  ["template_card", card],
]);

const known = ({ settings }: Platform, key: string | null) => settings.webhooks.find((webhook) => webhook.key === key);

const send: Endpoint = {
  method: "POST",
  path: "/cgi-bin/webhook/send",
  access: "anyone",
  answer({ platform, query, fields }: Call) {
    const webhook = known(platform, query.get("key"));
    if (!webhook) return refuse(93000);
    const msgtype = fields.text("msgtype") ?? "";
    const check = KINDS.get(msgtype);
    if (!check) return refuse(40008);
    const counter = `webhook:${webhook.key}`;
    if (!platform.rates.allows(counter, LIMIT)) return refuse(platform.switches.webhookOverLimit);
    platform.rates.add(counter);
    const content = contentOf(fields, msgtype);
    const fault = check({ platform, key: webhook.key, content });
    if (fault !== undefined) return refuse(fault);
    post(platform, webhook, msgtype, content.tree);
    return ok();
  },
};

/** Everyone in the webhook's group sees it. */
function post(
  platform: Platform,
  webhook: Platform["settings"]["webhooks"][number],
  msgtype: string,
  body: Fields,
): void {
  platform.pushed.push({ key: webhook.key, at: platform.clock.now(), msgtype, body });
  const chat = platform.bots.group(webhook.chatid ?? "");
  for (const userid of chat?.type === "group" ? chat.group.members : []) {
    platform.timelines.add({ speaker: webhook.name, from: "product", via: "webhook", userid, msgtype, body });
  }
}

const upload: Endpoint = {
  method: "POST",
  path: "/cgi-bin/webhook/upload_media",
  access: "anyone",
  body: "multipart",
  answer(call) {
    const webhook = known(call.platform, call.query.get("key"));
    if (!webhook) return refuse(93000);
    const type = call.query.get("type");
    return type === "file" || type === "voice" ? storeUpload(call, type, webhook.key) : refuse(40004);
  },
};

export const webhookEndpoints: readonly Endpoint[] = [send, upload];
