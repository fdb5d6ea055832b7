import { jsonFields } from "../api/json-fields.ts";
import type { Platform } from "../platform.ts";
import { jsonReply, type Reply } from "../wire/http-reply.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import { speak } from "./bot-speech.ts";

type Asked = Readonly<{ method: string; url: URL; raw: Buffer }>;

/** A bot's files, and the addresses for its later answers. */
export function botReply(platform: Platform, { method, url, raw }: Asked): Reply | undefined {
  const [, place, id = ""] = /^\/(aibot\/files|sim\/response_url)\/(\w+)$/.exec(url.pathname) ?? [];
  if (place === "aibot/files" && method === "GET") return platform.files.reply(id);
  if (place !== "sim/response_url" || method !== "POST") return undefined;
  const refused = answerLater(platform, id, raw);
  if (refused) platform.violations.note("request-refused", `response_url: ${refused.errcode} ${refused.detail}`);
  return jsonReply(200, { errcode: refused?.errcode ?? 0, errmsg: refused?.detail ?? "ok" });
}

/** Plain JSON, once: markdown or a new card, no update of one. [101138] */
function answerLater(platform: Platform, id: string, raw: Buffer): Refusal | undefined {
  const exchange = platform.responseUrls.find(id);
  if (!exchange) return refusal(846605, "the address is unknown, used or too old");
  const body = jsonFields(parse(raw));
  const msgtype = body.text("msgtype") ?? "";
  if (msgtype !== "markdown" && msgtype !== "template_card") return refusal(40008, `msgtype ${msgtype}`);
  const refused = speak({ platform, ...exchange, body });
  if (!refused) platform.responseUrls.spend(id);
  return refused;
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return undefined;
  }
}
