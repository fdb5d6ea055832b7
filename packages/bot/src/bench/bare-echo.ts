import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";
import { XMLParser } from "fast-xml-parser";
import Koa from "koa";
import type { Credentials } from "../config/environment.ts";

/**
 * The yardstick: what a first bot in a tutorial does. Verifies, decrypts, parses, says the same words back encrypted,
 * and keeps nothing.
 */
export function bareEcho({ corpId, token, aesKey }: Pick<Credentials, "corpId" | "token" | "aesKey">): Koa {
  const parser = new XMLParser({ processEntities: false, parseTagValue: false });
  return new Koa().use(async (ctx) => {
    const { msg_signature = "", timestamp = "", nonce = "" } = ctx.query as Record<string, string>; // our own load sends no lists
    const sealed: string = parser.parse(await bodyOf(ctx.req)).xml.Encrypt;
    if (!isSame(getSignature(token, timestamp, nonce, sealed), msg_signature)) return ctx.throw(403);
    const { message, id } = decrypt(aesKey, sealed);
    if (id !== corpId) return ctx.throw(403);
    const { FromUserName, Content, CreateTime } = parser.parse(message).xml;
    const answer = encrypt(
      aesKey,
      `<xml><ToUserName><![CDATA[${FromUserName}]]></ToUserName><FromUserName><![CDATA[${corpId}]]></FromUserName>` +
        `<CreateTime>${CreateTime}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
        `<Content><![CDATA[${Content}]]></Content></xml>`,
      corpId,
    );
    ctx.type = "xml";
    ctx.body =
      `<xml><Encrypt><![CDATA[${answer}]]></Encrypt>` +
      `<MsgSignature><![CDATA[${getSignature(token, timestamp, nonce, answer)}]]></MsgSignature>` +
      `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;
  });
}

function isSame(ours: string, theirs: string): boolean {
  return ours.length === theirs.length && timingSafeEqual(Buffer.from(ours), Buffer.from(theirs));
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = "";
    request
      .setEncoding("utf8")
      .on("data", (text: string) => {
        body += text;
      })
      .on("end", () => resolve(body))
      .on("error", reject);
  });
}
