import type { Context, Middleware } from "koa";
import { z } from "zod";
import { type Signed, signatureMatches, unseal } from "./crypto.ts";
import type { Log } from "./log.ts";
import { type CallbackOutcome, REFUSALS, type RefusalCode } from "./refusal.ts";

/** What both kinds of callback, the app's XML and the AI bot's JSON, are proved with. */
export type ProofDoor = Readonly<{
  organ: string;
  token: string;
  aesKey: string;
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

/** Answers with the outcome's status and an empty body when it is a refusal, and logs it in one line without secrets. */
export function answering(
  door: ProofDoor,
  answer: (ctx: Context) => Promise<CallbackOutcome> | CallbackOutcome,
): Middleware {
  return async function wecomCallback(ctx: Context): Promise<void> {
    const outcome = await answer(ctx);
    door.count?.(outcome);
    if (!isRefusal(outcome)) return;
    ctx.status = REFUSALS[outcome];
    ctx.body = "";
    door.log.warn({ organ: door.organ, refused: outcome, method: ctx.method, from: ctx.ip }, "callback refused");
  };
}

const isRefusal = (outcome: CallbackOutcome): outcome is RefusalCode => Object.hasOwn(REFUSALS, outcome);

/** The body is the decrypted text and nothing else: no quotes, no newline (document/path/90930). */
export function verifyAddress(door: ProofDoor, receiveId: string, ctx: Context): CallbackOutcome {
  const { data } = EchoQuery.safeParse(ctx.query);
  if (!data) return "query-malformed";
  const refused = refuseUnproved(door, signedOf(data), data.echostr);
  if (refused) return refused;
  const echo = unseal(door.aesKey, data.echostr, receiveId);
  if (echo === undefined) return "ciphertext-refused";
  ctx.status = 200;
  ctx.type = "text/plain";
  ctx.body = echo;
  return "verified";
}

/** The signature's parts of a delivery, or `undefined` when they are not what the platform sends. */
export function readSigned(ctx: Context): Signed | undefined {
  const { data } = SignedQuery.safeParse(ctx.query);
  return data && signedOf(data);
}

export function refuseUnproved(door: ProofDoor, signed: Signed, encrypted: string): RefusalCode | undefined {
  if (!signatureMatches(door.token, signed, encrypted)) return "signature-wrong";
  const window = door.windowMs ?? TEN_MINUTES;
  const distance = Math.abs(door.now() - Number(signed.timestamp) * 1000);
  return window > 0 && distance > window ? "timestamp-outside-window" : undefined;
}

const signedOf = (data: z.infer<typeof SignedQuery>): Signed => ({
  signature: data.msg_signature,
  timestamp: data.timestamp,
  nonce: data.nonce,
});
