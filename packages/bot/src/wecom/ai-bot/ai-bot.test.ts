import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import Koa from "koa";
import { afterEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { provoked } from "../../../../../test/support/provoked.ts";
import { createAccept } from "../../inbox/accept.ts";
import type { Handle } from "../../inbox/work-off.ts";
import { type OutboxDraft, outboxRows } from "../../outbox/body.ts";
import { connectToSimulator, ORGAN, type Rig } from "../../outbox/on-simulator.contract.ts";
import { processShared } from "../../store/process/process-shared.ts";
import type { CardDraft } from "../card.ts";
import { WecomMessage } from "../message.ts";
import type { Door } from "../message-base.ts";
import { createPlatformFetch, type PlatformFetch } from "../platform-fetch.ts";
import { createAddressSpeaker } from "./address-speaker.ts";
import { createSpentHandles } from "./answer-in-place.ts";
import { botCallbackRoute } from "./bot-callback-route.ts";
import { type BotConnection, createBotConnection } from "./bot-connection.ts";
import { createMemberBehind } from "./member-behind.ts";
import { createFrameReceiver } from "./receive-frame.ts";
import { createSocketSpeaker } from "./socket-speaker.ts";

const BOT = { mode: "socket", id: "aib1", name: "台账助手", secret: "secret-of-the-bot" } as const;
const KEYS = { token: "QDG6eK", aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C" };
const JSON_BOT = { mode: "callback", id: "aib2", name: "台账助手", ...KEYS } as const;
const GROUP = { chatid: "group1", name: "政务公开", members: ["ZhangSan", "lisi"], bots: ["aib1"] };
const MINUTE = 60_000;

let rig: Rig;
let heard: WecomMessage[] = [];
/** The network as address answers see it. */
let post: PlatformFetch = createPlatformFetch();
const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** Sleeps end when the test lets them. */
function heldSleeps() {
  const held = new Set<{ ms: number; wake: () => void }>();
  return {
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(new Error("ended"));
        const one = { ms, wake: () => resolve() };
        held.add(one);
        signal?.addEventListener("abort", () => {
          held.delete(one);
          reject(new Error("ended"));
        });
      }),
    /** Lets every sleep of up to `ms` end. */
    pass(ms: number): void {
      for (const one of [...held].filter(({ ms: length }) => length <= ms)) {
        held.delete(one);
        one.wake();
      }
    },
    longest: () => Math.max(0, ...[...held].map(({ ms }) => ms)),
  };
}

type Answers = (message: WecomMessage) => OutboxDraft[];
const echo: Answers = (message) => [
  { kind: "text", content: `收到：${"content" in message ? message.content : message.kind}` },
];

async function open(answers: Answers = echo, plainUserIds = true) {
  heard = [];
  let connection: BotConnection | undefined;
  const spent = createSpentHandles();
  const handle: Handle = async (tx, { organ, key, from, payload }) => {
    const message = WecomMessage.parse(JSON.parse(payload));
    heard.push(message);
    for (const [at, body] of answers(message).entries())
      await tx.put(
        outboxRows({ organ, key: `${key}/${at}`, to: from, body: { ...body, door: message.door } }),
        rig.now(),
      );
    return "answered";
  };
  rig = await connectToSimulator({
    handle,
    makeFile: async () => ({ name: "年度报告.docx", bytes: Buffer.from("PK-年报") }),
    simulator: { bots: [{ ...BOT, plainUserIds }, JSON_BOT], groups: [GROUP] },
    speakerOf(door: Door | undefined, app, now) {
      if (door?.kind !== "ai-bot") return undefined;
      if (door.bot === BOT.id)
        return createSocketSpeaker({ link: () => connection?.link(), spent, fallback: app, now }, door);
      const allowed = [rig.sim.baseUrl];
      return createAddressSpeaker({ fetch: post, allowed, spent, fallback: app, now }, door);
    },
  });
  ending.push(() => rig.close());
  return {
    use(made: BotConnection): void {
      connection = made;
    },
  };
}

const memberIdOf = () => createMemberBehind(rig.client, rig.ports.cache);
function aConnection(holder: string, shared = rig.ports) {
  const sleeps = heldSleeps();
  const happened: string[] = [];
  const waiting = new Map<string, () => void>();
  const accept = createAccept(ORGAN, rig.home, rig.workOff.wake);
  const kept: Promise<void>[] = [];
  const receiver = createFrameReceiver({
    ...{ corpId: rig.sim.corpid, botId: BOT.id, accept, memberIdOf: memberIdOf(), now: rig.now },
    sleep: async () => undefined,
  });
  const connection = createBotConnection({
    keys: { botId: BOT.id, secret: BOT.secret, wsUrl: rig.sim.wsUrl },
    lease: shared.lease,
    holder,
    receive: (frame) => {
      const work = receiver(frame);
      kept.push(work);
      waiting.get("received")?.();
      return work;
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sleep: sleeps.sleep,
    random: () => 0.5,
    count: (what) => {
      happened.push(what);
      waiting.get(what)?.();
    },
  });
  ending.push(() => connection.stop());
  const until = (what: string) => new Promise<void>((resolve) => void waiting.set(what, resolve));
  return { connection, sleeps, happened, until, kept };
}
type Connected = ReturnType<typeof aConnection>;
async function connected(answers?: Answers, plainUserIds?: boolean): Promise<Connected> {
  const { use } = await open(answers, plainUserIds);
  const made = aConnection("a");
  use(made.connection);
  const ready = made.until("connected");
  made.connection.start();
  await ready;
  return made;
}
/** Says something to the bot, and lets us answer it. */
async function work(made: Connected, act: () => unknown) {
  const received = made.until("received");
  act();
  await received;
  await Promise.all(made.kept);
  await rig.workOff.drain();
  await rig.sender.drain();
}
const shownBy = (speaker: string, userid = "zhangsan") =>
  rig.control
    .timeline(userid, speaker)
    .flatMap(({ from, msgtype, text }) => (from === "product" ? [[msgtype, text]] : []));

test("a question to the bot is answered in its place, whole and finished", async () => {
  const made = await connected();
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, "今年许可多少件"));
  expect(shownBy(BOT.id)).toEqual([["stream", "收到：今年许可多少件"]]);
  expect(rig.control.violations()).toEqual([]);
});

test("in a group the mention is not part of the words, and the answer stands in the group", async () => {
  const made = await connected();
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, "报3件", { chatid: "group1" }));
  expect(heard).toMatchObject([{ kind: "text", content: "报3件", door: { group: "group1" } }]);
  expect(shownBy(BOT.id, "lisi")).toEqual([["stream", "收到：报3件"]]);
});

test("spoken words come with their transcript", async () => {
  const made = await connected();
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, { msgtype: "voice", transcript: "今天发了三条" }));
  expect(heard).toMatchObject([{ kind: "voice", transcript: "今天发了三条" }]);
});

test("a second answer, a card and a file follow unasked, in order", async () => {
  const card = {
    kind: "buttons",
    taskId: "t-1",
    title: "记入吗",
    buttons: [{ does: "call", text: "记入", key: "yes" }],
  } as const satisfies CardDraft;
  const made = await connected(() => [
    { kind: "text", content: "先看一下 <b>[这里](x)" },
    { kind: "card", card },
    { kind: "file", make: { kind: "report" } },
  ]);
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, "导出年报"));
  expect(shownBy(BOT.id)).toEqual([
    ["stream", "先看一下 ＜b＞［这里］(x)"],
    ["template_card", expect.stringContaining("记入吗")],
    ["file", "年度报告.docx"],
  ]);
  expect(rig.control.violations()).toEqual([]);
});

test("a pressed card is updated in time; too late, words stand in for it", async () => {
  const card = {
    kind: "buttons",
    taskId: "t-1",
    title: "记入吗",
    buttons: [{ does: "call", text: "记入", key: "yes" }],
  } as const satisfies CardDraft;
  const made = await connected((message) => {
    if (message.kind !== "card-click") return [{ kind: "card", card }];
    const handle = { from: "click", code: message.responseCode, mintedAt: message.sentAt } as const;
    const done = { ...card, title: "已记入", replaced: "已记入" };
    return [{ kind: "card-update", handle, face: { card: done }, otherwise: "已经记入。" }];
  });
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, "报"));
  const press = () => rig.control.bots.click("ZhangSan", BOT.id, { taskId: "t-1", key: "yes" });
  await work(made, press);
  expect(rig.control.timeline("zhangsan", BOT.id).find(({ card }) => card)?.card).toMatchObject({ updates: 1 });
  const received = made.until("received");
  press();
  await received;
  await Promise.all(made.kept);
  await rig.control.advance(6_000);
  await rig.workOff.drain();
  await rig.sender.drain();
  expect(shownBy(BOT.id).at(-1)).toEqual(["markdown", "已经记入。"]);
});

test("an answer later than five and a half minutes is a new message: the place of the question is gone", async () => {
  const made = await connected();
  const received = made.until("received");
  rig.control.bots.say("ZhangSan", BOT.id, "慢");
  await received;
  await Promise.all(made.kept);
  await rig.control.advance(6 * MINUTE);
  await rig.workOff.drain();
  await rig.sender.drain();
  expect(shownBy(BOT.id)).toEqual([["markdown", "收到：慢"]]);
  expect(rig.control.violations()).toEqual([]);
});

test("the first look of a day is welcomed, and a thumb is not answered", async () => {
  const made = await connected((message) => (message.kind === "feedback" ? [] : echo(message)));
  await work(made, () => rig.control.bots.enter("ZhangSan", BOT.id));
  await work(made, () => rig.control.bots.feedback("ZhangSan", BOT.id, { id: "f1", type: 1 }));
  expect(shownBy(BOT.id)).toEqual([["text", "收到：enter-agent"]]);
  expect(heard.map(({ kind }) => kind)).toEqual(["enter-agent", "feedback"]);
  expect(rig.control.violations()).toEqual([]);
});

test("encrypted ids are read through the app, once", async () => {
  const made = await connected(echo, false);
  for (const words of ["一", "二"]) await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, words));
  expect(heard.map(({ from }) => from)).toEqual(["ZhangSan", "ZhangSan"]);
  expect(rig.control.calls("/cgi-bin/batch/openuserid_to_userid")).toHaveLength(1);
});

test("while the bot is not connected, a single person is answered by the app", async () => {
  const made = await connected();
  const received = made.until("received");
  rig.control.bots.say("ZhangSan", BOT.id, "在吗");
  await received;
  await Promise.all(made.kept);
  await made.connection.stop();
  await rig.workOff.drain();
  await rig.sender.drain();
  expect(rig.shown("zhangsan")).toEqual(["收到：在吗"]);
});

test("a lost connection is made again, after a pause, for ever", async () => {
  const made = await connected();
  for (let round = 0; round < 12; round += 1) {
    const lost = made.until("lost");
    rig.control.bots.cut(BOT.id);
    await lost;
    const again = made.until("connected");
    await expect.poll(() => made.sleeps.longest()).toBeGreaterThan(0);
    made.sleeps.pass(30_000);
    await again;
  }
  await work(made, () => rig.control.bots.say("ZhangSan", BOT.id, "还在"));
  expect(shownBy(BOT.id)).toEqual([["stream", "收到：还在"]]);
});

test("a subscription that is never answered is given up after twenty seconds and tried again", async () => {
  await open();
  rig.control.bots.setSilent(BOT.id, true);
  const made = aConnection("a");
  made.connection.start();
  rig.control.bots.setSilent(BOT.id, false);
  await made.until("connected");
  expect(made.connection.link()).toBeDefined();
});

test("two processes hold one connection, and the second takes over when the first is gone", async () => {
  const { use } = await open();
  const [one, two] = [aConnection("one"), aConnection("two")];
  use(two.connection);
  const first = one.until("connected");
  one.connection.start();
  await first;
  two.connection.start();
  await expect.poll(() => two.sleeps.longest()).toBe(10_000);
  expect(two.happened).toEqual([]);
  await one.connection.stop();
  const second = two.until("connected");
  two.sleeps.pass(10_000);
  await second;
  expect(one.happened).toEqual(["connected", "lost"]);
});

test("kicked by a stranger, it waits a minute instead of fighting", async () => {
  const made = await connected();
  const kicked = made.until("kicked");
  const stranger = aConnection("stranger", processShared(rig.now));
  stranger.connection.start();
  await kicked;
  await expect.poll(() => made.sleeps.longest()).toBe(60_000);
  expect(made.connection.link()).toBeUndefined();
});

test("a wrong secret is tried again with growing pauses and never ends the process", async () => {
  await open();
  const sleeps = heldSleeps();
  let refused = 0;
  const connection = createBotConnection({
    keys: { botId: BOT.id, secret: "wrong", wsUrl: rig.sim.wsUrl },
    ...{ lease: rig.ports.lease, holder: "a", receive: async () => undefined, sleep: sleeps.sleep, random: () => 0.5 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    count() {
      refused += 1;
    },
  });
  ending.push(() => connection.stop());
  connection.start();
  for (const tries of [1, 2, 3]) {
    await expect.poll(() => refused).toBe(tries);
    await expect.poll(() => sleeps.longest()).toBe(750 * 2 ** (tries - 1));
    sleeps.pass(15_000);
  }
  await connection.stop();
  expect(provoked(rig.control)).toEqual(["frame-refused"]);
});

async function jsonDoor() {
  const accept = createAccept(ORGAN, rig.home, rig.workOff.wake);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const door = {
    organ: ORGAN,
    corpId: rig.sim.corpid,
    botId: JSON_BOT.id,
    ...KEYS,
    accept,
    memberIdOf: memberIdOf(),
    now: rig.now,
    log,
  };
  const server = new Koa().use(botCallbackRoute(door)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  ending.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // a listening TCP server has one
}

test("in JSON mode a question is answered once by its address, the rest through the app", async () => {
  await open(() => [
    { kind: "text", content: "第一句" },
    { kind: "text", content: "第二句" },
  ]);
  rig.control.bots.setCallback(JSON_BOT.id, await jsonDoor());
  const delivery = rig.control.bots.say("ZhangSan", JSON_BOT.id, "今年许可多少件");
  expect(await delivery.settled).toMatchObject({ outcome: "accepted", answer: "empty" });
  await rig.workOff.drain();
  await rig.sender.drain();
  expect(shownBy(JSON_BOT.id)).toEqual([["markdown", "第一句"]]);
  expect(rig.shown("zhangsan")).toContain("第二句");
  expect(rig.control.violations()).toEqual([]);
});

test("an answer that could not be posted is tried again, and its address is never logged", async () => {
  await open();
  const asked: string[] = [];
  post = async (url, request) => {
    asked.push(url);
    if (asked.length === 1) return { status: 502, contentType: "text/html", bytes: Buffer.from("") };
    return createPlatformFetch()(url, request);
  };
  ending.push(async () => {
    post = createPlatformFetch();
  });
  rig.control.bots.setCallback(JSON_BOT.id, await jsonDoor());
  await rig.control.bots.say("ZhangSan", JSON_BOT.id, "问").settled;
  await rig.workOff.drain();
  for (let second = 0; second < 8; second += 1) {
    await rig.sender.drain();
    await rig.control.advance(1_000);
  }
  expect(shownBy(JSON_BOT.id)).toEqual([["markdown", "收到：问"]]);
  expect(rig.outcomes).toEqual(["retried", "sent"]);
  expect(rig.lines.join()).not.toContain(new URL(asked[0] ?? "").pathname.split("/").at(-1));
});

test("an address outside the platform is never posted to", async () => {
  await open();
  const answer = { as: "address", handle: "http://169.254.169.254/latest/meta-data", since: rig.now() } as const;
  const door = { kind: "ai-bot", bot: JSON_BOT.id, group: null, answer } as const;
  await rig.say((tx) =>
    tx.put(
      outboxRows({ organ: ORGAN, key: "k", to: "zhangsan", body: { kind: "text", content: "答", door } }),
      rig.now(),
    ),
  );
  await rig.sender.drain();
  expect(rig.shown("zhangsan")).toEqual(["答"]);
});

type IndependentCrypt = {
  encrypt(text: string): string;
  getSignature(timestamp: string, nonce: string, text: string): string;
};
const IndependentCrypt: new (token: string, aesKey: string, id: string) => IndependentCrypt = createRequire(
  import.meta.url,
)("wechat-crypto");

// biome-ignore format: the columns are the test
test.each([
  // receiver  message                                                              status  why this row exists
  ["ww1",     { msgid: "1", from: { userid: "a" }, msgtype: "text" },               403,    "sealed for a corp: the AI bot's receiver is empty"],
])("JSON sealed for %j is refused: %s", async (receiver, message, status) => {
  await open();
  const client = new IndependentCrypt(KEYS.token, KEYS.aesKey, receiver);
  const encrypt = client.encrypt(JSON.stringify(message));
  const timestamp = String(Math.floor(rig.now() / 1000));
  const query = new URLSearchParams({ msg_signature: client.getSignature(timestamp, "n", encrypt), timestamp, nonce: "n" });
  const response = await fetch(`${await jsonDoor()}?${query}`, { method: "POST", body: JSON.stringify({ encrypt }) });
  expect(response.status).toBe(status);
  expect(await rig.home.inboxDepth()).toMatchObject({ waiting: 0 });
});
