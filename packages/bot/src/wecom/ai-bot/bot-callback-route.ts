import { createHash } from "node:crypto";
import type { Context, Middleware } from "koa";
import { z } from "zod";
import { CALLBACK_BODY_LIMIT, readBody } from "../callback-body.ts";
import { answering, type ProofDoor, readSigned, refuseUnproved, verifyAddress } from "../callback-proof.ts";
import type { Accept } from "../callback-route.ts";
import { unseal } from "../crypto.ts";
import type { CallbackOutcome } from "../refusal.ts";
import { BotBody } from "./bot-body.ts";
import { botDedupeKey, readBotMessage } from "./read-bot-message.ts";

export type BotCallbackDoor = ProofDoor &
  Readonly<{
    corpId: string;
    botId: string;
    accept: Accept;
    memberIdOf: (id: string) => Promise<string>;
  }>;

const RECEIVE_ID = ""; // the AI bot's (document/path/101033)
const Envelope = z.looseObject({ encrypt: z.string().min(1).max(CALLBACK_BODY_LIMIT) });

/**
 * The AI bot in JSON mode. Answered with an empty 200 like the app's: what is said goes out afterwards by the address that
 * came with the question, so no answer can miss the five seconds and no retry runs work twice.
 */
export function botCallbackRoute(door: BotCallbackDoor): Middleware {
  return answering(door, (ctx) => {
    if (ctx.method === "GET") return verifyAddress(door, RECEIVE_ID, ctx);
    return ctx.method === "POST" ? receive(door, ctx) : "method-unknown";
  });
}

async function receive(door: BotCallbackDoor, ctx: Context): Promise<CallbackOutcome> {
  const signed = readSigned(ctx);
  if (!signed) return "query-malformed";
  const text = await readBody(ctx.req, door.bodyLimit ?? CALLBACK_BODY_LIMIT);
  if (text === "too-large" || text === "broken") return `body-${text}`;
  const envelope = Envelope.safeParse(readJson(text)).data;
  if (!envelope) return "envelope-malformed";
  const refused = refuseUnproved(door, signed, envelope.encrypt);
  if (refused) return refused;
  const plain = unseal(door.aesKey, envelope.encrypt, RECEIVE_ID);
  if (plain === undefined) return "ciphertext-refused";
  const body = BotBody.safeParse(readJson(plain)).data;
  if (!body) return "message-malformed";
  if (body.aibotid !== "" && body.aibotid !== door.botId) return "addressed-to-another";
  const outcome = body.msgtype === "stream" ? "already" : await keep(door, body, signed.nonce, envelope.encrypt);
  if (outcome === "nonce-reused" || outcome === "message-malformed") return outcome;
  ctx.status = 200;
  ctx.body = "";
  return outcome;
}

/** A poll for a stream is nothing new: we never begin one in this mode. */
async function keep(door: BotCallbackDoor, body: BotBody, nonce: string, encrypted: string) {
  const member = await door.memberIdOf(body.from.userid);
  const receivedAt = door.now();
  const origin = { corp: door.corpId, bot: door.botId, member, receivedAt, reqId: null };
  const message = readBotMessage(body, origin);
  if (!message) return "message-malformed";
  const bodyDigest = createHash("sha256").update(encrypted).digest("hex");
  return door.accept({ message, key: botDedupeKey(body, door.botId), nonce, bodyDigest, receivedAt });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
