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

// biome-ignore format: one line of ingredients
const MARKUP = ["<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&e;", "AAAA", "=", "<ToUserName>", "\0", "中"];
const markup = fc.array(fc.constantFrom(...MARKUP)).map((parts) => Buffer.from(parts.join("")));
const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array));
const body = fc.oneof(markup, bytes, fc.constant(Buffer.alloc(70_000, 0x3c)));
const word = fc.oneof(
  fc.string(),
  fc.constantFrom("", "0", "-1", "1e9", "NaN", "[]", "%00", "999999999999", "__proto__"),
);
const pair = fc.tuple(fc.constantFrom("msg_signature", "timestamp", "nonce", "echostr", "nonce[]", "toString"), word);
const query = fc.oneof(
  fc.array(pair, { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString()),
  fc.webQueryParameters(),
);

const fromStrangers = fc.record({ method: fc.constantFrom("GET", "POST", "PUT"), query, body });
const changedOnTheWay = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
  const encrypted = seal(aesKey, "<xml></xml>", sim.corpid);
  const changed = envelopeOf(encrypted);
  const place = at % changed.length;
  changed[place] = changed.readUInt8(place) ^ flip;
  return signedPost(encrypted, changed);
});
const anyCiphertext = fc
  .uint8Array({ maxLength: 400 })
  .map((array) => signedPost(Buffer.from(array).toString("base64")));

// biome-ignore format: the columns are the test
const REFUSED: readonly [string, fc.Arbitrary<Callback>][] = [
  ["whatever a stranger sends",                        fromStrangers],
  ["a true delivery with anything changed on the way", changedOnTheWay],
  ["signed ciphertexts of any bytes",                  anyCiphertext],
];

test.each(REFUSED)("%s: refused without a fault of ours, and nothing is stored", LONGEST, async (_name, callbacks) => {
  const before = await stored();
  await fc.assert(
    fc.asyncProperty(callbacks, async (callback) => {
      const status = await send(callback);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: RUNS },
  );
  expect(await stored()).toBe(before);
  expect(bot.faults).toEqual([]);
});

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
/** A message the platform might send, or nearly. */
const nearMessage = fc
  .tuple(fc.constantFrom("text", "event", "image", "voice", "nobody-knows"), inside, fc.nat())
  .map(([type, rest, id]) => {
    const head = "<FromUserName>member-3</FromUserName><CreateTime>1700000000</CreateTime>";
    return `${head}<MsgType>${type}</MsgType><MsgId>${id}</MsgId>${rest}`;
  });

let nonce = 0;
const proved = fc.oneof(inside, nearMessage).map((parts) => {
  const encrypted = seal(aesKey, `<xml><ToUserName>${sim.corpid}</ToUserName>${parts}</xml>`, sim.corpid);
  nonce += 1;
  return { ...signedPost(encrypted), query: signedQuery(encrypted, `in-${nonce}`) };
});

test(
  "whatever stands inside a proved delivery is a typed message, worked off without a fault, or refused",
  LONGEST,
  async () => {
    const before = await stored();
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(proved, async (callback) => {
        const status = await send(callback);
        expect([200, 400, 403]).toContain(status);
        if (status === 200) accepted += 1;
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(0);
    expect((await stored()) - before).toBeLessThanOrEqual(accepted); // equal but for the same message twice
    await vi.waitFor(async () => expect(await bot.home.inboxDepth()).toMatchObject({ waiting: 0, failed: 0 }), 60_000);
  },
);

const MEMORY_RUNS = Math.max(RUNS, 1_000);
/** A collected heap differs by so much from one look to the next with nothing going on; bytes. */
const HEAP_NOISE = 1_000_000;

test("memory stays where it was", LONGEST, async () => {
  const refusable = fc.oneof(fromStrangers, changedOnTheWay, anyCiphertext);
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
