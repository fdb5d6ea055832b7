import { createHash } from "node:crypto";
import type { Context, Middleware } from "koa";
import { z } from "zod";
import type { Acceptance } from "../store/inbox-port.ts";
import { CALLBACK_BODY_LIMIT, readBody } from "./callback-body.ts";
import { AES_KEY, type Signed, signatureMatches, unseal } from "./crypto.ts";
import { dedupeKey } from "./dedupe-key.ts";
import { isAddressedTo, readEnvelope } from "./envelope.ts";
import type { Log } from "./log.ts";
import type { WecomMessage } from "./message.ts";
import { readMessage } from "./read-message.ts";
import { type CallbackOutcome, REFUSALS, type RefusalCode } from "./refusal.ts";
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

/** One organ's self-built app as the console knows it, and where its messages go. */
export type CallbackDoor = Readonly<{
  organ: string;
  corpId: string;
  agentId: string;
  token: string;
  aesKey: string;
  /** Durable when it resolves; the work happens after the reply. */
  accept: (proved: ProvedCallback) => Promise<Acceptance>;
  log: Log;
  now: () => number;
  /** Milliseconds a timestamp may lie from now; 0 switches the check off. Ten minutes when left out. */
  windowMs?: number;
  /** Bytes. */
  bodyLimit?: number;
  count?: (outcome: CallbackOutcome) => void;
}>;

const TEN_MINUTES = 600_000;
const query = {
  msg_signature: z.string().max(64),
  timestamp: z.string().regex(/^\d{1,12}$/),
  nonce: z.string().min(1).max(128),
};
const SignedQuery = z.object(query); // a parameter given twice is an array, and no string
const EchoQuery = z.object({ ...query, echostr: z.string().min(1).max(4096) });

/**
 * GET proves the address to the console, POST takes a message: prove, accept, answer with an empty 200. The order of the
 * checks is the design: nothing is parsed before its signature holds, nothing is stored before it is ours.
 */
export function callbackRoute(door: CallbackDoor): Middleware {
  if (!AES_KEY.test(door.aesKey)) throw new Error("callbackRoute needs the checked EncodingAESKey of the organ.");
  return async function wecomCallback(ctx: Context): Promise<void> {
    const outcome = await answer(door, ctx);
    door.count?.(outcome);
    if (!isRefusal(outcome)) return;
    ctx.status = REFUSALS[outcome];
    ctx.body = "";
    door.log.warn({ organ: door.organ, refused: outcome, method: ctx.method, from: ctx.ip }, "callback refused");
  };
}

const isRefusal = (outcome: CallbackOutcome): outcome is RefusalCode => Object.hasOwn(REFUSALS, outcome);

function answer(door: CallbackDoor, ctx: Context): Promise<CallbackOutcome> | CallbackOutcome {
  if (ctx.method === "GET") return verifyAddress(door, ctx);
  return ctx.method === "POST" ? receive(door, ctx) : "method-unknown";
}

/** The body is the decrypted text and nothing else: no quotes, no newline (document/path/90930). */
function verifyAddress(door: CallbackDoor, ctx: Context): CallbackOutcome {
  const { data } = EchoQuery.safeParse(ctx.query);
  if (!data) return "query-malformed";
  const refused = refuseUnproved(door, signedOf(data), data.echostr);
  if (refused) return refused;
  const echo = unseal(door.aesKey, data.echostr, door.corpId);
  if (echo === undefined) return "ciphertext-refused";
  ctx.status = 200;
  ctx.type = "text/plain";
  ctx.body = echo;
  return "verified";
}

async function receive(door: CallbackDoor, ctx: Context): Promise<CallbackOutcome> {
  const { data } = SignedQuery.safeParse(ctx.query);
  if (!data) return "query-malformed";
  const body = await readBody(ctx.req, door.bodyLimit ?? CALLBACK_BODY_LIMIT);
  if (body === "too-large" || body === "broken") return `body-${body}`;
  const envelope = readEnvelope(body);
  if (!envelope) return "envelope-malformed";
  const refused = refuseUnproved(door, signedOf(data), envelope.encrypted);
  if (refused) return refused;
  if (!isAddressedTo(envelope, door.corpId, door.agentId)) return "addressed-to-another";
  const plain = unseal(door.aesKey, envelope.encrypted, door.corpId);
  if (plain === undefined) return "ciphertext-refused";
  const proved = prove(door, plain);
  if (typeof proved === "string") return proved;
  const bodyDigest = createHash("sha256").update(envelope.encrypted).digest("hex");
  const acceptance = await door.accept({ ...proved, nonce: data.nonce, bodyDigest, receivedAt: door.now() });
  if (acceptance === "nonce-reused") return acceptance;
  ctx.status = 200;
  ctx.body = ""; // null would make Koa say 204
  return acceptance;
}

function refuseUnproved(door: CallbackDoor, signed: Signed, encrypted: string): RefusalCode | undefined {
  if (!signatureMatches(door.token, signed, encrypted)) return "signature-wrong";
  const window = door.windowMs ?? TEN_MINUTES;
  const distance = Math.abs(door.now() - Number(signed.timestamp) * 1000);
  return window > 0 && distance > window ? "timestamp-outside-window" : undefined;
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

const signedOf = (data: z.infer<typeof SignedQuery>): Signed => ({
  signature: data.msg_signature,
  timestamp: data.timestamp,
  nonce: data.nonce,
});
