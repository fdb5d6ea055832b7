import type { Platform } from "../platform.ts";
import { addressed, bodyOf, type Door, type Envelope, enclose } from "../wire/envelope.ts";
import { signatureOf } from "../wire/signature.ts";
import type { Forgery } from "./chaos.ts";
import { eventOf } from "./inner-event.ts";
import { type Inner, messageOf } from "./inner-message.ts";

type Forging = Readonly<{ platform: Platform; door: Door; agentid: number; userid: string; content: string }>;
type Forged = Pick<Envelope, "url" | "body" | "contentType">;

/** The bodies that must not count. Each carries a message of its own, so that acceptance would be seen. */
export const FORGERS: Readonly<Record<Forgery, (forging: Forging) => Forged>> = {
  "wrong-signature": (forging) => {
    const sent = encloseText(forging);
    const url = new URL(sent.url);
    url.searchParams.set("msg_signature", signatureOf("not-the-token", sent.timestamp, sent.nonce, sent.encrypted));
    return { ...sent, url: url.href };
  },
  "wrong-receiveid": (forging) =>
    encloseText({ ...forging, door: { ...forging.door, receiveId: "wwsomeoneelse0000" } }),
  /** Changed on the way, then signed by someone who knows the token but not the key. */
  "tampered-ciphertext": (forging) => {
    const { encrypted } = encloseText(forging);
    const bytes = Buffer.from(encrypted, "base64");
    for (let place = bytes.length - 24; place < bytes.length; place += 1) bytes[place] = (bytes[place] ?? 0) ^ 0x5a;
    return resign(forging, bytes.toString("base64"));
  },
  "huge-body": (forging) => {
    const sent = encloseText(forging);
    return { ...sent, body: sent.body.replace("<xml>", `<xml><!--${"x".repeat(1024 * 1024)}-->`) };
  },
  "array-query": (forging) => {
    const sent = encloseText(forging);
    return { ...sent, url: addressed(sent.url, { msg_signature: sent.signature, nonce: "1", timestamp: "1" }) };
  },
  xxe: (forging) => {
    const sent = encloseText(forging);
    return {
      ...sent,
      body: sent.body.replace("<xml>", `${DOCTYPE}<xml>`).replace(cdata(sent.encrypted), "&file;"),
    };
  },
  /** Sealed with the right key: the parser inside must refuse entities too. */
  "inner-xxe": (forging) => {
    const inner = textOf(forging).message.replace("<xml>", `${DOCTYPE}<xml>`);
    return enclosing(forging, inner.replace(cdata(forging.content), "&file;"));
  },
  "plus-to-space": (forging) => {
    let sent = encloseText(forging);
    while (!sent.encrypted.includes("+")) sent = encloseText(forging);
    return { ...sent, ...bodyOf(forging.door, sent.encrypted.replaceAll("+", " ")) };
  },
  "unknown-msgtype": (forging) => {
    const xml = textOf(forging).message.replace(cdata("text"), cdata("hologram"));
    return enclosing(forging, xml);
  },
  "unknown-event": ({ platform, door, agentid, userid }) =>
    enclosing(
      { platform, door },
      eventOf({ platform, userid, event: "moon_landing", fields: [["AgentID", agentid]] }).message,
    ),
};

const DOCTYPE = '<!DOCTYPE xml [<!ENTITY file SYSTEM "file:///etc/passwd">]>';
const cdata = (text: string) => `<![CDATA[${text}]]>`;

const textOf = ({ platform, agentid, userid, content }: Forging): Inner =>
  messageOf({ platform, agentid, userid, msgid: platform.ids.digits("msgid", 19), said: { msgtype: "text", content } })
    .inner;

const enclosing = ({ platform, door }: Pick<Forging, "platform" | "door">, message: string): Envelope =>
  enclose(door, message, platform.ids, platform.clock.now());
const encloseText = (forging: Forging): Envelope => enclosing(forging, textOf(forging).message);

function resign({ platform, door }: Forging, encrypted: string): Forged {
  const timestamp = String(Math.floor(platform.clock.now() / 1000));
  const nonce = platform.ids.digits("nonce", 10);
  const msg_signature = signatureOf(door.token, timestamp, nonce, encrypted);
  return { url: addressed(door.url, { msg_signature, timestamp, nonce }), ...bodyOf(door, encrypted) };
}
