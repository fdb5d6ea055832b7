import { request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { APP, connectToSimulator, type Rig } from "../outbox/on-simulator.contract.ts";
import { seal, signatureOf } from "./crypto.ts";

/** A few hundred in every run; `GONGKAI_FUZZ=10000` for the long one. */
const RUNS = Number(process.env.GONGKAI_FUZZ ?? 400);
let rig: Rig;
let address: URL;
beforeAll(async () => {
  rig = await connectToSimulator();
  address = new URL(rig.callbackUrl);
});
afterAll(() => rig.close());

/** Raw HTTP: `fetch` would tidy the path and the query. */
function send(method: string, query: string, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = address;
    const outgoing = request({ hostname, port, method, path: `${pathname}?${query}` }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    outgoing.on("error", reject).end(method === "GET" ? undefined : body);
  });
}
async function isRefused(method: string, query: string, body: Buffer): Promise<void> {
  const status = await send(method, query, body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
}
const stored = () => rig.home.inboxDepth();
const stamp = () => String(Math.floor(rig.now() / 1000));
const signedQuery = (encrypted: string, nonce = "n") => {
  const msg_signature = signatureOf(APP.token, stamp(), nonce, encrypted);
  return new URLSearchParams({ msg_signature, timestamp: stamp(), nonce }).toString();
};
const envelopeOf = (encrypted: string) =>
  Buffer.from(`<xml><ToUserName>${rig.sim.corpid}</ToUserName><Encrypt>${encrypted}</Encrypt></xml>`);

const markup = fc
  .array(
    fc.constantFrom(
      "<xml>",
      "</xml>",
      "<Encrypt>",
      "</Encrypt>",
      "<![CDATA[",
      "]]>",
      "<!DOCTYPE x [",
      "&e;",
      "AAAA",
      "=",
      "<ToUserName>",
      "\0",
      "中",
    ),
  )
  .map((parts) => Buffer.from(parts.join("")));
const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array));
const body = fc.oneof(markup, bytes, fc.constant(Buffer.alloc(70_000, 0x3c)));
const word = fc.oneof(
  fc.string(),
  fc.constantFrom("", "0", "-1", "1e9", "NaN", "[]", "%00", "999999999999", "__proto__"),
);
const pair = fc.tuple(fc.constantFrom("msg_signature", "timestamp", "nonce", "echostr", "nonce[]", "toString"), word);
const query = fc.array(pair, { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString());
const path = fc.oneof(query, fc.webQueryParameters());

test("whatever a stranger sends is refused without a fault of ours, and nothing is stored", async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom("GET", "POST", "PUT"), path, body, isRefused), { numRuns: RUNS });
  expect(await stored()).toMatchObject({ waiting: 0, failed: 0 });
}, 600_000);

test("a true delivery with anything changed on the way is refused, and nothing is stored", async () => {
  const encrypted = seal(APP.aesKey, "<xml></xml>", rig.sim.corpid);
  const whole = envelopeOf(encrypted);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(whole);
      changed[at] = changed.readUInt8(at) ^ flip;
      await isRefused("POST", signedQuery(encrypted), changed);
    }),
    { numRuns: RUNS },
  );
  expect(await stored()).toMatchObject({ waiting: 0, failed: 0 });
}, 600_000);

test("signed ciphertexts of any bytes are refused, and nothing is stored", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (array) => {
      const encrypted = Buffer.from(array).toString("base64");
      await isRefused("POST", signedQuery(encrypted), envelopeOf(encrypted));
    }),
    { numRuns: RUNS },
  );
  expect(await stored()).toMatchObject({ waiting: 0, failed: 0 });
}, 600_000);

const element = fc.constantFrom(
  "FromUserName",
  "CreateTime",
  "MsgType",
  "Event",
  "Content",
  "MsgId",
  "AgentID",
  "SelectedItems",
);
const value = fc.oneof(
  word,
  fc.constantFrom("text", "event", "template_card_event", "1700000000", "<b>", "<![CDATA[x]]>", "&#0;", "&#1114112;"),
);
const inside = fc
  .array(fc.tuple(element, value))
  .map((pairs) => pairs.map(([name, text]) => `<${name}>${text}</${name}>`).join(""));

test("whatever stands inside a proved delivery is either a typed message or refused; never a fault", async () => {
  const before = (await stored()).waiting;
  let accepted = 0;
  let nonce = 0;
  await fc.assert(
    fc.asyncProperty(inside, async (parts) => {
      const encrypted = seal(
        APP.aesKey,
        `<xml><ToUserName>${rig.sim.corpid}</ToUserName>${parts}</xml>`,
        rig.sim.corpid,
      );
      const status = await send("POST", signedQuery(encrypted, `in-${nonce++}`), envelopeOf(encrypted));
      expect([200, 400, 403]).toContain(status);
      if (status === 200) accepted += 1;
    }),
    { numRuns: RUNS },
  );
  expect((await stored()).waiting - before).toBeLessThanOrEqual(accepted); // equal but for the same message twice
}, 600_000);
