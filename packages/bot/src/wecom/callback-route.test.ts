import { once } from "node:events";
import { request, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import Koa from "koa";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callbackRoute, type ProvedCallback } from "./callback-route.ts";
import { seal, signatureOf } from "./crypto.ts";
import type { CallbackOutcome } from "./refusal.ts";

/** An implementation nobody here wrote; it has no types of its own. */
type IndependentCrypt = {
  encrypt(text: string): string;
  decrypt(text: string): { message: string; id: string };
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
};
const IndependentCrypt: new (token: string, aesKey: string, id: string) => IndependentCrypt = createRequire(
  import.meta.url,
)("wechat-crypto");

const CORP = "ww0123456789abcdef";
const AGENT = "1000002";
const TOKEN = "QDG6eK";
const KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const NOW = 1_760_000_000_000;
const STAMP = String(NOW / 1000);

let accepted: ProvedCallback[];
let outcomes: CallbackOutcome[];
let lines: string[];
let server: Server;
let base: string;
let close: () => Promise<unknown>;
let failure: Error | undefined;

beforeEach(async () => {
  [accepted, outcomes, lines, failure] = [[], [], [], undefined];
  const line = (fields: object, happened: string) => lines.push(JSON.stringify({ ...fields, happened }));
  const route = callbackRoute({
    organ: "office",
    corpId: CORP,
    agentId: AGENT,
    token: TOKEN,
    aesKey: KEY,
    log: { info: line, warn: line, error: line },
    now: () => NOW,
    count: (outcome) => outcomes.push(outcome),
    accept: async (proved) => {
      if (failure) throw failure;
      const known = accepted.find((one) => one.nonce === proved.nonce);
      if (known && known.bodyDigest !== proved.bodyDigest) return "nonce-reused";
      if (accepted.some((one) => one.key === proved.key)) return "already";
      accepted.push(proved);
      return "accepted";
    },
  });
  const app = new Koa().use(route);
  app.silent = true;
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // a TCP server's address is an object
  close = () => new Promise((resolve) => server.close(resolve));
});
afterEach(() => close());

const inner = (fields: Record<string, string>) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join("")}</xml>`;
const TEXT = {
  ToUserName: CORP,
  FromUserName: "ZhangSan",
  CreateTime: STAMP,
  MsgType: "text",
  Content: "今天门户网站发了3条政策解读",
  MsgId: "00123456789012345678",
  AgentID: AGENT,
};
const envelopeOf = (encrypted: string, to = CORP, agent = AGENT) =>
  `<xml><ToUserName><![CDATA[${to}]]></ToUserName><AgentID><![CDATA[${agent}]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;

type Delivery = { encrypted: string; body: string; nonce: string; timestamp: string; signature: string; extra: string };
function post(delivery: Partial<Delivery> & { encrypted: string }) {
  const { encrypted, nonce = "n1", timestamp = STAMP, extra = "" } = delivery;
  const signature = delivery.signature ?? signatureOf(TOKEN, timestamp, nonce, encrypted);
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
  return fetch(`${base}?${query}${extra}`, { method: "POST", body: delivery.body ?? envelopeOf(encrypted) });
}
const sealed = (fields: Record<string, string> = TEXT) => seal(KEY, inner(fields), CORP);

test("a message signed and sealed by an independent client is accepted and answered with an empty 200", async () => {
  const client = new IndependentCrypt(TOKEN, KEY, CORP);
  const encrypted = client.encrypt(inner(TEXT));
  const response = await post({ encrypted, signature: client.getSignature(STAMP, "n1", encrypted) });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(accepted).toMatchObject([
    {
      key: `${CORP}:${AGENT}:00123456789012345678`,
      nonce: "n1",
      receivedAt: NOW,
      message: {
        kind: "text",
        corp: CORP,
        door: { kind: "app", agent: AGENT },
        from: "ZhangSan",
        sentAt: NOW,
        id: "00123456789012345678",
        content: "今天门户网站发了3条政策解读",
      },
    },
  ]);
  expect(lines).toEqual([]);
});

test("the console's check gets the echo an independent client sealed, raw", async () => {
  const client = new IndependentCrypt(TOKEN, KEY, CORP);
  const echostr = client.encrypt("1616140317555161061");
  const msg_signature = client.getSignature(STAMP, "n1", echostr);
  const response = await fetch(
    `${base}?${new URLSearchParams({ msg_signature, timestamp: STAMP, nonce: "n1", echostr })}`,
  );
  expect([response.status, await response.text()]).toEqual([200, "1616140317555161061"]);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
});

test("the same message delivered again, sealed afresh, is answered 200 and accepted once", async () => {
  expect((await post({ encrypted: sealed(), nonce: "n1" })).status).toBe(200);
  expect((await post({ encrypted: sealed(), nonce: "n2" })).status).toBe(200);
  expect(accepted).toHaveLength(1);
  expect(outcomes).toEqual(["accepted", "already"]);
});

test("a known nonce with another body is refused", async () => {
  await post({ encrypted: sealed() });
  expect((await post({ encrypted: sealed({ ...TEXT, MsgId: "2" }) })).status).toBe(409);
  expect(accepted).toHaveLength(1);
});

const bomb = `<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;
const good = sealed();
const seconds = (distance: number) => String(NOW / 1000 + distance);
// biome-ignore format: the columns are the test
const REFUSED: [CallbackOutcome, number, string, Partial<Delivery> & { encrypted: string }][] = [
  // outcome                 status  why this row exists                        delivery
  ["signature-wrong",          403, "signed with another token",                { encrypted: good, signature: signatureOf("other", STAMP, "n1", good) }],
  ["signature-wrong",          403, "a signature that is no hex",               { encrypted: good, signature: "deadbeef" }],
  ["timestamp-outside-window", 403, "eleven minutes old",                       { encrypted: good, timestamp: seconds(-660) }],
  ["timestamp-outside-window", 403, "eleven minutes ahead",                     { encrypted: good, timestamp: seconds(660) }],
  ["query-malformed",          400, "a parameter given twice is an array",      { encrypted: good, extra: "&nonce=n2" }],
  ["query-malformed",          400, "a timestamp that is no number",            { encrypted: good, timestamp: "1e9" }],
  ["query-malformed",          400, "an empty nonce",                           { encrypted: good, nonce: "" }],
  ["body-too-large",           413, "a body over 64 KiB",                       { encrypted: good, body: "x".repeat(70_000) }],
  ["envelope-malformed",       400, "no ciphertext",                            { encrypted: good, body: "<xml></xml>" }],
  ["envelope-malformed",       400, "two ciphertexts",                          { encrypted: good, body: envelopeOf(good).replace("</xml>", `<Encrypt>${good}</Encrypt></xml>`) }],
  ["envelope-malformed",       400, "an empty body",                            { encrypted: good, body: "" }],
  ["envelope-malformed",       400, "a ciphertext whose plus became a space",   { encrypted: good, body: envelopeOf(`${good.slice(0, 40)} ${good.slice(41)}`) }],
  ["addressed-to-another",     403, "a DOCTYPE with an entity outside",         { encrypted: good, body: bomb + envelopeOf(good) }],
  ["addressed-to-another",     403, "an envelope for another corp",             { encrypted: good, body: envelopeOf(good, "wwother") }],
  ["addressed-to-another",     403, "an envelope for another app",              { encrypted: good, body: envelopeOf(good, CORP, "7") }],
  ["ciphertext-refused",       403, "sealed for another receiver",              { encrypted: seal(KEY, inner(TEXT), "wwother") }],
  ["ciphertext-refused",       403, "a block cut off",                          { encrypted: Buffer.from(good, "base64").subarray(0, -16).toString("base64") }],
  ["message-malformed",        400, "an entity inside",                         { encrypted: seal(KEY, bomb + inner(TEXT), CORP) }],
  ["message-malformed",        400, "inside is no XML",                         { encrypted: seal(KEY, "hello", CORP) }],
  ["message-malformed",        400, "no sender",                                { encrypted: sealed({ ...TEXT, FromUserName: "" }) }],
  ["message-malformed",        400, "no time",                                  { encrypted: sealed({ ...TEXT, CreateTime: "soon" }) }],
  ["addressed-to-another",     403, "inside names another corp",                { encrypted: sealed({ ...TEXT, ToUserName: "wwother" }) }],
  ["addressed-to-another",     403, "inside names another app",                 { encrypted: sealed({ ...TEXT, AgentID: "7" }) }],
];
test.each(REFUSED)("%s (%i): %s", async (outcome, status, _why, delivery) => {
  const response = await post(delivery);
  expect([response.status, await response.text()]).toEqual([status, ""]);
  expect(outcomes).toEqual([outcome]);
  expect(accepted).toEqual([]);
  expect(lines).toHaveLength(1);
  for (const secret of [TOKEN, KEY, good.slice(0, 40), "政策解读", "ZhangSan"]) expect(lines[0]).not.toContain(secret);
});

const UNPROVED = new URLSearchParams({ msg_signature: "0".repeat(40), timestamp: STAMP, nonce: "n" });

test("bytes that are no UTF-8 are refused, and the next delivery is read as ever", async () => {
  const response = await fetch(`${base}?${UNPROVED}`, { method: "POST", body: Buffer.from([0x3c, 0xe4, 0xb8]) });
  expect([response.status, outcomes]).toEqual([400, ["body-broken"]]);
  expect((await post({ encrypted: sealed() })).status).toBe(200);
});

test("a body of undeclared length is refused when it passes the limit, long before its sender ends it", async () => {
  const outgoing = request(`${base}?${UNPROVED}`, { method: "POST" }).on("error", () => {}); // cut off below
  const answered = once(outgoing, "response");
  for (let kilobytes = 0; kilobytes < 80; kilobytes += 8) outgoing.write(Buffer.alloc(8_192, "x"));
  const [response] = await answered;
  expect([response.statusCode, outcomes]).toEqual([413, ["body-too-large"]]);
  outgoing.destroy();
});

test("a sender who hangs up in the middle leaves nothing", async () => {
  const outgoing = request(`${base}?${UNPROVED}`, { method: "POST" }).on("error", () => {});
  const arrived = once(server, "request");
  outgoing.write("<xml>");
  await arrived;
  outgoing.destroy();
  await vi.waitFor(() => expect(outcomes).toEqual(["body-broken"]));
  expect(accepted).toEqual([]);
});

test("an inbox that cannot be written is no acceptance: the platform must come again", async () => {
  failure = new Error("disk full");
  expect((await post({ encrypted: sealed() })).status).toBe(500);
});

test("a text that looks like markup is only text", async () => {
  await post({ encrypted: sealed({ ...TEXT, Content: "<!DOCTYPE x> &amp; <b>3</b> &#65;" }) });
  expect(accepted[0]?.message).toMatchObject({ kind: "text", content: "<!DOCTYPE x> &amp; <b>3</b> &#65;" });
});

test("a method the platform never uses is refused", async () => {
  expect((await fetch(base, { method: "DELETE" })).status).toBe(405);
});
