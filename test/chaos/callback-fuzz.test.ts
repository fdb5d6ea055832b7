import { createCipheriv } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createSimulator, type Simulator } from "@gongkai/simulator";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seal, signatureOf } from "../../packages/bot/src/wecom/crypto.ts";
import { type CallbackOutcome, REFUSALS } from "../../packages/bot/src/wecom/refusal.ts";
import { LARGE_OFFICE_APP, LARGE_OFFICE_PEOPLE } from "../support/a-large-office.ts";
import { simulatedSleep } from "../support/simulated-sleep.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";

/** Of each kind: a few hundred in every run; `GONGKAI_TEST_FUZZ=10000` for the long one. */
const RUNS = Number(process.env.GONGKAI_TEST_FUZZ ?? 300);
const LONGEST = { timeout: 600_000 };

let sim: Simulator;
let bot: WholeBot;
let place: string;
let wire: Agent;
beforeAll(async () => {
  const users = LARGE_OFFICE_PEOPLE.map(({ id, name }) => ({ userid: id, name }));
  sim = await createSimulator({ users, apps: [LARGE_OFFICE_APP] });
  place = await mkdtemp(join(tmpdir(), "gongkai-fuzz-"));
  const { now } = sim.control;
  bot = await startWholeBot({ simulator: sim, place: { data: place }, now, sleep: simulatedSleep(now).sleep });
  wire = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterAll(async () => {
  wire.destroy();
  await sim.close();
  await bot.stop();
  await rm(place, { recursive: true });
});

type Callback = Readonly<{ method: string; query: string; body: Buffer }>;

/** Raw HTTP: `fetch` would tidy the path and the query. */
function send({ method, query, body }: Callback): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(bot.callbackUrl);
    const outgoing = request({ agent: wire, hostname, port, method, path: `${pathname}?${query}` }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    outgoing.on("error", reject).end(method === "GET" ? undefined : body);
  });
}

/** Everything ever accepted, worked off or not. */
async function stored(): Promise<number> {
  let rows = 0;
  await bot.home.copyOut(async (page) => {
    rows += page.filter(({ table }) => table === "inbox").length;
  });
  return rows;
}

const { token, aesKey } = LARGE_OFFICE_APP;
const stamp = () => String(Math.floor(sim.control.now() / 1000));
const signedQuery = (encrypted: string, nonce = "n") => {
  const msg_signature = signatureOf(token, stamp(), nonce, encrypted);
  return new URLSearchParams({ msg_signature, timestamp: stamp(), nonce }).toString();
};
const envelopeOf = (encrypted: string) =>
  Buffer.from(`<xml><ToUserName>${sim.corpid}</ToUserName><Encrypt>${encrypted}</Encrypt></xml>`);
const signedPost = (encrypted: string, body = envelopeOf(encrypted)): Callback => ({
  method: "POST",
  query: signedQuery(encrypted),
  body,
});

/** Callbacks of this bot so far, by what became of them. */
async function counts(): Promise<Map<string, number>> {
  const page = await (await fetch(new URL("/metrics", bot.callbackUrl))).text();
  const lines = page.matchAll(/^gongkai_callbacks_total\{outcome="([^"]+)"\} (\d+)$/gm);
  return new Map([...lines].map(([, outcome = "", count]) => [outcome, Number(count)]));
}

const everMet = new Set<string>();
/** What became of the callbacks that `work` sent. */
async function outcomesOf(name: string, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await counts();
  await work();
  const since = [...(await counts())].map(([outcome, count]) => [outcome, count - (before.get(outcome) ?? 0)] as const);
  const met = since.filter(([, count]) => count > 0);
  for (const [outcome] of met) everMet.add(outcome);
  console.info(`${name}: ${met.map(([outcome, count]) => `${outcome} ${count}`).join(", ")}`);
  return Object.fromEntries(met);
}

// biome-ignore format: one line of ingredients
const MARKUP = ["<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&e;", "AAAA", "=", "<ToUserName>", "\0", "中"];
const markup = fc.array(fc.constantFrom(...MARKUP)).map((parts) => Buffer.from(parts.join("")));
const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array));
const huge = fc.constant(Buffer.alloc(70_000, 0x3c));
const word = fc.oneof(
  fc.string(),
  fc.constantFrom("", "0", "-1", "1e9", "NaN", "[]", "%00", "999999999999", "__proto__"),
);
const pair = fc.tuple(fc.constantFrom("msg_signature", "timestamp", "nonce", "echostr", "nonce[]", "toString"), word);
const query = fc.oneof(
  fc.array(pair, { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString()),
  fc.webQueryParameters(),
);
const fromStrangers = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT"),
  query,
  body: fc.oneof(markup, bytes, huge),
});

/** Asked as the platform asks, with nothing to prove it. */
const wellAsked = fc
  .record({
    method: fc.constantFrom("GET", "POST"),
    body: fc.oneof(markup, bytes, huge, fc.base64String().map(envelopeOf)),
  })
  .map(({ method, body }): Callback => {
    const msg_signature = signatureOf("another token", stamp(), "n", body.toString("base64"));
    const asked = { msg_signature, timestamp: stamp(), nonce: "n", echostr: "AAAA" };
    return { method, query: new URLSearchParams(asked).toString(), body };
  });

const changedOnTheWay = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
  const encrypted = seal(aesKey, "<xml></xml>", sim.corpid);
  const changed = envelopeOf(encrypted);
  const place = at % changed.length;
  changed[place] = changed.readUInt8(place) ^ flip;
  return signedPost(encrypted, changed);
});
const atAnotherTime = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((distance) => {
  const encrypted = seal(aesKey, "<xml></xml>", sim.corpid);
  const timestamp = String(Math.max(0, Number(stamp()) + distance + Math.sign(distance || 1) * 601));
  const msg_signature = signatureOf(token, timestamp, "n", encrypted);
  return { ...signedPost(encrypted), query: new URLSearchParams({ msg_signature, timestamp, nonce: "n" }).toString() };
});
const anyCiphertext = fc
  .uint8Array({ maxLength: 400 })
  .map((array) => signedPost(Buffer.from(array).toString("base64")));
/** Whole blocks under the right key: what is wrong is inside, a length, the padding, the receiver, the letters. */
const anyPlaintext = fc
  .record({ blocks: fc.integer({ min: 1, max: 8 }), seed: fc.nat(), head: fc.nat(300), pad: fc.nat(40) })
  .map(({ blocks, seed, head, pad }) => {
    const plain = Buffer.alloc(blocks * 32, seed);
    plain.writeUInt32BE(head, 16);
    plain.fill(pad, plain.length - Math.min(Math.max(pad, 1), 32));
    return signedPost(sealedAsItIs(plain));
  });

/** AES-256-CBC as the platform uses it, of blocks that nobody padded. */
function sealedAsItIs(plain: Buffer): string {
  const key = Buffer.from(aesKey, "base64");
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
}

// biome-ignore format: the columns are the test
const REFUSED: readonly [string, fc.Arbitrary<Callback>, readonly CallbackOutcome[]][] = [
  // sent                                               by                 refused as, among others
  ["whatever a stranger sends",                         fromStrangers,     ["query-malformed", "method-unknown"]],
  ["whatever is asked as the platform asks",            wellAsked,         ["body-too-large", "body-broken", "envelope-malformed", "signature-wrong"]],
  ["a true delivery with anything changed on the way",  changedOnTheWay,   ["signature-wrong", "envelope-malformed", "addressed-to-another"]],
  ["a true delivery at another time",                   atAnotherTime,     ["timestamp-outside-window"]],
  ["signed ciphertexts of any bytes",                   anyCiphertext,     ["ciphertext-refused", "envelope-malformed"]],
  ["signed ciphertexts of any plaintext",               anyPlaintext,      ["ciphertext-refused"]],
];

test.each(REFUSED)(
  "%s: refused without a fault of ours, and nothing is stored",
  LONGEST,
  async (name, callbacks, layers) => {
    const before = await stored();
    const met = await outcomesOf(name, () =>
      fc.assert(
        fc.asyncProperty(callbacks, async (callback) => {
          const status = await send(callback);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        }),
        { numRuns: RUNS },
      ),
    );
    expect(Object.keys(met)).toEqual(expect.arrayContaining([...layers]));
    expect(Object.values(met).reduce((sum, count) => sum + count, 0)).toBe(RUNS);
    expect(await stored()).toBe(before);
    expect(bot.faults).toEqual([]);
  },
);

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
  fc.constantFrom("member-1", "member-2", "许可办结3件", "撤销", "改成5件", "帮助"),
);
const inside = fc
  .array(fc.tuple(element, value))
  .map((pairs) => pairs.map(([name, text]) => `<${name}>${text}</${name}>`).join(""));
const extra = fc
  .uniqueArray(fc.tuple(fc.constantFrom("Content", "Event", "EventKey", "MediaId", "SelectedItems"), value), {
    selector: ([name]) => name,
  })
  .map((pairs) => pairs.map(([name, text]) => `<${name}>${text}</${name}>`).join(""));
/** A message the platform might send, or nearly. */
const nearMessage = fc
  .tuple(fc.constantFrom("text", "event", "image", "voice", "nobody-knows"), extra, fc.nat())
  .map(([type, rest, id]) => {
    const head = "<FromUserName>member-3</FromUserName><CreateTime>1700000000</CreateTime>";
    return `${head}<MsgType>${type}</MsgType><MsgId>${id}</MsgId>${rest}`;
  });

const receiver = fc.oneof({ weight: 9, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constant("x") });
let nonce = 0;
const proved = fc.tuple(fc.oneof(inside, nearMessage), receiver, fc.nat(4)).map(([parts, stranger, reused]) => {
  const encrypted = seal(aesKey, `<xml><ToUserName>${sim.corpid}${stranger}</ToUserName>${parts}</xml>`, sim.corpid);
  nonce += 1;
  return { ...signedPost(encrypted), query: signedQuery(encrypted, reused === 0 ? "in-again" : `in-${nonce}`) };
});

test(
  "whatever stands inside a proved delivery is a typed message, worked off without a fault, or refused",
  LONGEST,
  async () => {
    const before = await stored();
    const met = await outcomesOf("proved", () =>
      fc.assert(
        fc.asyncProperty(proved, async (callback) => {
          expect([200, 400, 403, 409]).toContain(await send(callback));
        }),
        { numRuns: RUNS },
      ),
    );
    const layers: CallbackOutcome[] = ["accepted", "message-malformed", "addressed-to-another", "nonce-reused"];
    expect(Object.keys(met)).toEqual(expect.arrayContaining(layers));
    expect((await stored()) - before).toBe(met.accepted);
    await vi.waitFor(async () => expect(await bot.home.inboxDepth()).toMatchObject({ waiting: 0, failed: 0 }), 60_000);
    // whom nonsense names cannot be told anything
    expect(bot.faults.filter((line) => !line.includes("somebody was not told"))).toEqual([]);
    // the sender is the generator's word here; the platform itself only ever signs for a member
    const unreachable = ["recipient-unknown", "request-refused"];
    expect(sim.control.violations("breach").filter(({ kind }) => !unreachable.includes(kind))).toEqual([]);
    sim.control.clearViolations();
  },
);

test("between them they reached every check of the callback", () => {
  expect(Object.keys(REFUSALS).filter((code) => !everMet.has(code))).toEqual([]);
});

const MEMORY_RUNS = Math.max(RUNS, 1_000);
/** A collected heap differs by so much from one look to the next with nothing going on; bytes. */
const HEAP_NOISE = 1_000_000;

test("memory stays where it was", LONGEST, async () => {
  const refusable = fc.oneof(...REFUSED.map(([, callbacks]) => callbacks));
  const heapAfter = async (count: number) => {
    for (let left = count; left > 0; left -= 100)
      for (const callback of fc.sample(refusable, 100)) await send(callback);
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  await heapAfter(MEMORY_RUNS); // compiled code and pools fill up first
  const before = await heapAfter(MEMORY_RUNS);
  const after = await heapAfter(2 * MEMORY_RUNS);
  console.info(
    `heap ${Math.round(before / 1000)} kB, ${2 * MEMORY_RUNS} callbacks later ${Math.round(after / 1000)} kB`,
  );
  expect(after - before).toBeLessThan(HEAP_NOISE);
});

/** A full collection; the flag is set here so that nobody has to start the tests in a special way. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
}
