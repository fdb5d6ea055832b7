import { createHash } from "node:crypto";
import type { Context, Middleware } from "koa";
import type { Acceptance } from "../store/inbox-port.ts";
import { CALLBACK_BODY_LIMIT, readBody } from "./callback-body.ts";
import { answering, type ProofDoor, readSigned, refuseUnproved, verifyAddress } from "./callback-proof.ts";
import { AES_KEY, unseal } from "./crypto.ts";
import { dedupeKey } from "./dedupe-key.ts";
import { isAddressedTo, readEnvelope } from "./envelope.ts";
import type { WecomMessage } from "./message.ts";
import { readMessage } from "./read-message.ts";
import type { CallbackOutcome, RefusalCode } from "./refusal.ts";
import { readXml, textOf } from "./xml.ts";

/** A message whose sender is proved to be the platform, with what makes it the same message when it comes again. */
export type ProvedCallback = Readonly<{
  message: WecomMessage;
  key: string;
  nonce: string;
  /** SHA-256 of the ciphertext, hex. */
  bodyDigest: string;
  /** Epoch milliseconds. */
  receivedAt: number;
}>;
/** Durable when it resolves; the work happens after the reply. */
export type Accept = (proved: ProvedCallback) => Promise<Acceptance>;

/** One organ's self-built app as the console knows it, and where its messages go. */
export type CallbackDoor = ProofDoor & Readonly<{ corpId: string; agentId: string; accept: Accept }>;

/**
 * GET proves the address to the console, POST takes a message: prove, accept, answer with an empty 200. The order of the
 * checks is the design: nothing is parsed before its signature holds, nothing is stored before it is ours.
 */
export function callbackRoute(door: CallbackDoor): Middleware {
  if (!AES_KEY.test(door.aesKey)) throw new Error("callbackRoute needs the checked EncodingAESKey of the organ.");
  return answering(door, (ctx) => {
    if (ctx.method === "GET") return verifyAddress(door, door.corpId, ctx);
    return ctx.method === "POST" ? receive(door, ctx) : "method-unknown";
  });
}

async function receive(door: CallbackDoor, ctx: Context): Promise<CallbackOutcome> {
  const signed = readSigned(ctx);
  if (!signed) return "query-malformed";
  const body = await readBody(ctx.req, door.bodyLimit ?? CALLBACK_BODY_LIMIT);
  if (body === "too-large" || body === "broken") return `body-${body}`;
  const envelope = readEnvelope(body);
  if (!envelope) return "envelope-malformed";
  const refused = refuseUnproved(door, signed, envelope.encrypted);
  if (refused) return refused;
  if (!isAddressedTo(envelope, door.corpId, door.agentId)) return "addressed-to-another";
  const plain = unseal(door.aesKey, envelope.encrypted, door.corpId);
  if (plain === undefined) return "ciphertext-refused";
  const proved = prove(door, plain);
  if (typeof proved === "string") return proved;
  const bodyDigest = createHash("sha256").update(envelope.encrypted).digest("hex");
  const acceptance = await door.accept({ ...proved, nonce: signed.nonce, bodyDigest, receivedAt: door.now() });
  if (acceptance === "nonce-reused") return acceptance;
  ctx.status = 200;
  ctx.body = ""; // null would make Koa say 204
  return acceptance;
}

function prove(door: CallbackDoor, plain: string): Pick<ProvedCallback, "message" | "key"> | RefusalCode {
  const xml = readXml(plain);
  if (!xml) return "message-malformed";
  const agent = textOf(xml, "AgentID");
  if (textOf(xml, "ToUserName") !== door.corpId || (agent !== "" && agent !== door.agentId))
    return "addressed-to-another";
  const message = readMessage(xml, door.agentId);
  return message ? { message, key: dedupeKey(xml, door.corpId, door.agentId) } : "message-malformed";
}
