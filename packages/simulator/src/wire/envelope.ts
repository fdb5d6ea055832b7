import type { Ids } from "../seeded-ids.ts";
import { seal } from "./packet.ts";
import { signatureOf } from "./signature.ts";
import { writeXml } from "./xml.ts";

/** Where an app or an AI bot receives, and the keys of that door. `receiveId` is empty for AI bots. */
export type Door = Readonly<{
  url: string;
  token: string;
  aesKey: string;
  receiveId: string;
  /** XML with the corporation's id and the agent's, or JSON with the ciphertext alone. */
  form: Readonly<{ as: "xml"; corpid: string; agentid?: number }> | Readonly<{ as: "json" }>;
}>;

/** One signed and encrypted callback, ready to be posted. */
export type Envelope = Readonly<{
  url: string;
  timestamp: string;
  nonce: string;
  encrypted: string;
  signature: string;
  body: string;
  contentType: string;
}>;

/** Seals a message with fresh random bytes and a fresh nonce. [90930] [101033] */
export function enclose(door: Door, message: string, ids: Ids, nowMs: number): Envelope {
  const timestamp = String(Math.floor(nowMs / 1000));
  const nonce = ids.digits("nonce", 10);
  const encrypted = seal({ ...door, message, random: ids.bytes("random", 16) });
  const signature = signatureOf(door.token, timestamp, nonce, encrypted);
  const url = addressed(door.url, { msg_signature: signature, timestamp, nonce });
  return { url, timestamp, nonce, encrypted, signature, ...bodyOf(door, encrypted) };
}

/** The body around a ciphertext. */
export function bodyOf({ form }: Door, encrypted: string): Pick<Envelope, "body" | "contentType"> {
  if (form.as === "json") return { body: JSON.stringify({ encrypt: encrypted }), contentType: "application/json" };
  const agent = form.agentid === undefined ? [] : ([["AgentID", String(form.agentid)]] as const);
  const body = writeXml(["xml", [["ToUserName", form.corpid], ["Encrypt", encrypted], ...agent]]);
  return { body, contentType: "text/xml; charset=UTF-8" };
}

/** Appends parameters to a callback url that may have some of its own. */
export function addressed(url: string, parameters: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.append(name, value);
  return target.href;
}
