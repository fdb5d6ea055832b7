import { createHash } from "node:crypto";
import { WSClient, type WsFrame } from "@wecom/aibot-node-sdk";
import { afterEach, expect, test } from "vitest";
import WebSocket from "ws";
import type { SimulatorOptions } from "../index.ts";
import { APP, anOffice, type Json, type Office } from "../testing/office.ts";

const MINUTE = 60_000;
const BOT = { mode: "socket", id: "aib1", name: "台账助手", secret: "bot-secret" } as const;
const GROUP = { chatid: "group1", name: "政务公开", members: ["ZhangSan", "lisi"], bots: ["aib1"] };
const ids = { bots: [BOT], groups: [GROUP] };

const clients: WSClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The official client, connected and subscribed. */
async function aClient({ sim }: Office, secret: string = BOT.secret): Promise<WSClient> {
  const client = new WSClient({
    botId: BOT.id,
    secret,
    wsUrl: sim.wsUrl,
    logger: quiet,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
  });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.on("authenticated", resolve);
    client.on("error", reject);
    client.connect();
  });
  return client;
}
async function subscribed(options: SimulatorOptions = {}) {
  const office = await anOffice({ ...ids, ...options });
  return { office, client: await aClient(office), bots: office.sim.control.bots };
}
const nextOf = (client: WSClient, event: "message" | "event") =>
  new Promise<WsFrame>((resolve) => void client.once(event, (frame: WsFrame) => resolve(frame)));

/** The official client rejects with the frame that refused it. */
const refusedWith = (sending: Promise<unknown>) =>
  sending.then(
    () => "not refused",
    (frame: unknown) => (frame as { errcode?: number }).errcode,
  );
const card = (task_id: string) => ({
  card_type: "button_interaction" as const,
  task_id,
  main_title: { title: "记入吗" },
  button_list: [{ text: "记入", style: 1, key: "yes" }],
});

test("the official client subscribes, hears a message and answers in a stream", async () => {
  const { office, client, bots } = await subscribed();
  client.on("message", async (frame: WsFrame) => {
    await client.replyStream(frame, "s1", "正在查", false);
    await client.replyStream(frame, "s1", "今年许可 **12** 件", true);
  });
  const said = bots.say("lisi", "aib1", "今年许可多少件");
  expect(await said.settled).toMatchObject({ outcome: "accepted" });
  await office.sim.control.reply(said);
  await expect
    .poll(() => office.sim.control.timeline("lisi", "aib1").map(({ from, text }) => [from, text]))
    .toEqual([
      ["member", "今年许可多少件"],
      ["product", "今年许可 **12** 件"],
    ]);
  expect(office.sim.control.violations()).toEqual([]);
});

test("a message tells who spoke, where, and in a group begins with the mention", async () => {
  const { client, bots } = await subscribed();
  const heard = nextOf(client, "message");
  bots.say("lisi", "aib1", "报一件", { chatid: "group1" });
  expect((await heard).body).toMatchObject({
    aibotid: "aib1",
    chattype: "group",
    chatid: "group1",
    from: { userid: "lisi" },
    msgtype: "text",
    text: { content: "@台账助手 报一件" },
  });
});

test("a bot of an ordinary creator sees encrypted ids, which the API turns back", async () => {
  const { office, client, bots } = await subscribed({ bots: [{ ...BOT, plainUserIds: false }] });
  const heard = nextOf(client, "message");
  bots.say("lisi", "aib1", "报");
  const { from } = (await heard).body as { from: { userid: string } };
  expect(from.userid).not.toBe("lisi");
  const list = { open_userid_list: [from.userid] };
  const answer = await office.call(`/cgi-bin/batch/openuserid_to_userid?access_token=${office.token}`, list);
  expect(answer).toMatchObject({ userid_list: [{ userid: "lisi" }] });
});

test("voice comes as its transcript, files as sealed bytes with a key, for five minutes", async () => {
  const { office, client, bots } = await subscribed();
  const spoken = nextOf(client, "message");
  bots.say("lisi", "aib1", { msgtype: "voice", transcript: "许可办结五件" });
  expect((await spoken).body).toMatchObject({ msgtype: "voice", voice: { content: "许可办结五件" } });

  const sent = nextOf(client, "message");
  bots.say("lisi", "aib1", { msgtype: "file", bytes: Buffer.from("公开指南"), filename: "指南.txt" });
  const { file } = (await sent).body as { file: { url: string; aeskey: string } };
  const { buffer, filename } = await client.downloadFile(file.url, file.aeskey);
  expect([buffer.toString("utf8"), filename]).toEqual(["公开指南", "指南.txt"]);
  await office.sim.control.advance(5 * MINUTE);
  expect((await fetch(file.url)).status).toBe(410);
});

test("a card is sent, pressed, and updated within five seconds of the click", async () => {
  const { office, client, bots } = await subscribed();
  client.once("message", (frame: WsFrame) => void client.replyTemplateCard(frame, card("t1")));
  const said = bots.say("lisi", "aib1", "3月处罚2件");
  await office.sim.control.reply(said);
  const pressed = nextOf(client, "event");
  bots.click("lisi", "aib1", { taskId: "t1", key: "yes" });
  const event = await pressed;
  expect(event.body).toMatchObject({
    event: {
      eventtype: "template_card_event",
      template_card_event: { event_key: "yes", task_id: "t1", card_type: "button_interaction" },
    },
  });
  await client.updateTemplateCard(event, { ...card("t1"), main_title: { title: "已记入" } });
  expect(office.sim.control.timeline("lisi", "aib1").at(-1)?.card).toMatchObject({
    updates: 1,
    card: { main_title: { title: "已记入" } },
  });

  const late = nextOf(client, "event");
  bots.click("lisi", "aib1", { taskId: "t1", key: "yes" });
  const frame = await late;
  await office.sim.control.advance(5001);
  expect(await refusedWith(client.updateTemplateCard(frame, card("t1")))).toBe(846604);
});

test("a welcome answers the entry", async () => {
  const { office, client, bots } = await subscribed();
  const entered = nextOf(client, "event");
  bots.enter("lisi", "aib1");
  await client.replyWelcome(await entered, { msgtype: "text", text: { content: "您好，一句话就能报。" } });
  expect(office.sim.control.timeline("lisi", "aib1")).toMatchObject([{ text: "您好，一句话就能报。" }]);
});

test("a bot may speak first only where somebody has written to it", async () => {
  const { office, client, bots } = await subscribed();
  const push = (chatid: string) => client.sendMessage(chatid, { msgtype: "markdown", markdown: { content: "该报了" } });
  expect(await refusedWith(push("lisi"))).toBe(846607);
  bots.say("lisi", "aib1", "你好");
  await push("lisi");
  expect(office.sim.control.timeline("lisi", "aib1").at(-1)).toMatchObject({ text: "该报了", msgtype: "markdown" });
  expect(await refusedWith(push("group1"))).toBe(846607);
  expect(await refusedWith(push("nobody"))).toBe(93006);
});

test("what is said in a group is seen by its members", async () => {
  const { office, client, bots } = await subscribed();
  bots.say("lisi", "aib1", "你好", { chatid: "group1" });
  await client.sendMessage("group1", { msgtype: "markdown", markdown: { content: "大家好" } });
  expect(office.sim.control.timeline("zhangsan", "aib1").map(({ text }) => text)).toEqual(["大家好"]);
  expect(office.sim.control.timeline("0012", "aib1")).toEqual([]);
});

test("a file goes up in chunks and down to the member", async () => {
  const { office, client, bots } = await subscribed();
  bots.say("lisi", "aib1", "要年报");
  const bytes = Buffer.alloc(1_200_000, "年报");
  const { media_id } = await client.uploadMedia(bytes, { type: "file", filename: "年度报告.docx" });
  await client.sendMediaMessage("lisi", "file", media_id);
  const shown = office.sim.control.timeline("lisi", "aib1").at(-1);
  expect(shown).toMatchObject({ msgtype: "file", text: "年度报告.docx", body: { size: bytes.length } });
  expect(office.sim.control.media(media_id).bytes.equals(bytes)).toBe(true);
});

test("thirty in a minute are enough for one conversation", async () => {
  const { office, client, bots } = await subscribed();
  bots.say("lisi", "aib1", "你好");
  const push = () => client.sendMessage("lisi", { msgtype: "markdown", markdown: { content: "提醒" } });
  for (let sent = 0; sent < 30; sent += 1) await push();
  expect(await refusedWith(push())).toBe(846607);
  await office.sim.control.advance(MINUTE);
  await push();
});

test("a second answer is refused, and every answer after the window", async () => {
  const { office, client, bots } = await subscribed({ switches: { replyWindowMs: 60 * MINUTE } });
  const heard = nextOf(client, "message");
  bots.say("lisi", "aib1", "你好");
  const frame = await heard;
  const answer = () => client.reply(frame, { msgtype: "markdown", markdown: { content: "好" } });
  await answer();
  expect(await refusedWith(answer())).toBe(846606);
  await office.sim.control.advance(60 * MINUTE);
  expect(await refusedWith(client.replyStream(frame, "s", "太晚", true))).toBe(846604);
});

test.each([
  ["refuse", 846608],
  ["discard", "not refused"],
] as const)("a stream over ten minutes old: %s", async (expiredStream, code) => {
  const { office, client, bots } = await subscribed({ switches: { expiredStream } });
  const heard = nextOf(client, "message");
  bots.say("lisi", "aib1", "算一下");
  const frame = await heard;
  await client.replyStream(frame, "s1", "在算", false);
  await office.sim.control.advance(10 * MINUTE);
  expect(await refusedWith(client.replyStream(frame, "s1", "算好了", true))).toBe(code);
  expect(office.sim.control.timeline("lisi", "aib1").at(-1)?.text).toBe("在算");
  await client.reply(frame, { msgtype: "markdown", markdown: { content: "算好了" } });
  expect(office.sim.control.timeline("lisi", "aib1").at(-1)?.text).toBe("算好了");
});

// biome-ignore format: the columns are the test
test.each<[string, Json, number]>([
  ["more than 20480 bytes",         { msgtype: "stream", stream: { id: "s", finish: true, content: "字".repeat(6827) } }, 45002],
  ["no stream id",                  { msgtype: "stream", stream: { content: "x" } }, 40008],
  ["pictures before the end",       { msgtype: "stream", stream: { id: "s", finish: false, content: "x", msg_item: [{}] } }, 40008],
  ["a picture with a wrong sum",    { msgtype: "stream", stream: { id: "s", finish: true, msg_item: [{ msgtype: "image", image: { base64: Buffer.from("\x89PNG12", "latin1").toString("base64"), md5: "0" } }] } }, 846614],
  ["a long feedback id",            { msgtype: "stream", stream: { id: "s", finish: true, feedback: { id: "f".repeat(257) } } }, 45002],
  ["a type nobody knows",           { msgtype: "dance" }, 40008],
  ["a card without a task id",      { msgtype: "template_card", template_card: { ...card("x"), task_id: undefined } }, 846625],
  ["a card with a file row",        { msgtype: "template_card", template_card: { ...card("x"), horizontal_content_list: [{ keyname: "件", type: 2, media_id: "m" }] } }, 42029],
  ["a card with a url button",      { msgtype: "template_card", template_card: { ...card("x"), button_list: [{ text: "看", type: 1, url: "https://example.com" }] } }, 42039],
  ["a file nobody uploaded",        { msgtype: "file", file: { media_id: "m" } }, 40007],
])("an answer with %s %o → %i", async (_what, body, code) => {
  const { office, client, bots } = await subscribed();
  const heard = nextOf(client, "message");
  bots.say("lisi", "aib1", "你好");
  expect(await refusedWith(client.reply(await heard, body))).toBe(code);
  expect(office.sim.control.timeline("lisi", "aib1")).toHaveLength(1);
});

test("a fourth question waits until an answer has ended", async () => {
  const { client, bots } = await subscribed();
  for (let asked = 1; asked <= 3; asked += 1) {
    const heard = nextOf(client, "message");
    bots.say("lisi", "aib1", `第${asked}问`);
    await client.replyStream(await heard, `s${asked}`, "在算", false);
  }
  expect(() => bots.say("lisi", "aib1", "第四问")).toThrow(
    "lisi already waits for 3 answers of aib1; the client sends no more.",
  );
});

test("a second connection takes the bot over: the first is told and closed", async () => {
  const { office, client, bots } = await subscribed();
  const told = new Promise((resolve) => void client.on("event.disconnected_event", resolve));
  const second = await aClient(office);
  await told;
  const heard = nextOf(second, "message");
  bots.say("lisi", "aib1", "还在吗");
  expect((await heard).body).toMatchObject({ text: { content: "还在吗" } });
});

test("what is said while nobody is connected is lost", async () => {
  const { client, bots } = await subscribed();
  client.disconnect();
  await expect.poll(() => bots.connected("aib1")).toBe(false);
  expect(await bots.say("lisi", "aib1", "在吗").settled).toMatchObject({ outcome: "no-callback" });
});

test("a connection can be cut", async () => {
  const { client, bots } = await subscribed();
  const gone = new Promise((resolve) => void client.on("disconnected", resolve));
  bots.cut("aib1");
  await gone;
  expect(bots.connected("aib1")).toBe(false);
});

/** Frames written by hand: what the official client would never send. */
async function byHand(frames: readonly unknown[], options: SimulatorOptions = {}) {
  const { sim } = await anOffice({ ...ids, ...options });
  const socket = new WebSocket(sim.wsUrl);
  await new Promise((resolve) => socket.once("open", resolve));
  const acknowledged: Json[] = [];
  for (const frame of frames) {
    const answer = new Promise<string>((resolve) => socket.once("message", (data) => resolve(String(data))));
    socket.send(JSON.stringify(frame));
    acknowledged.push(JSON.parse(await answer));
  }
  socket.close();
  return acknowledged;
}
const frame = (cmd: string, body: Json = {}, req_id = `${cmd}_1`) => ({ cmd, headers: { req_id }, body });
const subscribe = frame("aibot_subscribe", { bot_id: "aib1", secret: "bot-secret" });

test("an acknowledgement repeats the req_id and has no cmd", async () => {
  expect(await byHand([subscribe, frame("ping", {}, "ping_77")])).toEqual([
    { headers: { req_id: "aibot_subscribe_1" }, errcode: 0, errmsg: "ok", body: {} },
    { headers: { req_id: "ping_77" }, errcode: 0, errmsg: "ok", body: {} },
  ]);
});

test("a platform that has fallen silent acknowledges nothing until it speaks again", async () => {
  const { sim } = await anOffice(ids);
  const socket = new WebSocket(sim.wsUrl);
  await new Promise((resolve) => socket.once("open", resolve));
  const acknowledged: Json[] = [];
  socket.on("message", (data) => acknowledged.push(JSON.parse(String(data))));
  socket.send(JSON.stringify(subscribe));
  await expect.poll(() => acknowledged).toHaveLength(1);
  sim.control.bots.setSilent("aib1", true);
  socket.send(JSON.stringify(frame("ping", {}, "ping_1")));
  // frames arrive in order: once the unreadable one is noted, the ping before it was passed over
  socket.send("no frame");
  await expect.poll(() => sim.control.violations()).toHaveLength(1);
  sim.control.bots.setSilent("aib1", false);
  socket.send(JSON.stringify(frame("ping", {}, "ping_2")));
  await expect.poll(() => acknowledged).toHaveLength(2);
  expect(acknowledged[1]).toMatchObject({ headers: { req_id: "ping_2" } });
  socket.close();
});

const start = (own: Json = {}) =>
  frame("aibot_upload_media_init", {
    type: "file",
    filename: "a.txt",
    total_size: 6,
    total_chunks: 1,
    md5: "0".repeat(32),
    ...own,
  });

// biome-ignore format: the columns are the test
test.each<[string, unknown[], number]>([
  ["anything before subscribing",     [frame("ping")], 846609],
  ["a wrong secret",                  [frame("aibot_subscribe", { bot_id: "aib1", secret: "guess" })], 853000],
  ["a bot nobody knows",              [frame("aibot_subscribe", { bot_id: "aib9", secret: "bot-secret" })], 853000],
  ["an answer to nothing",            [subscribe, frame("aibot_respond_msg", { msgtype: "stream" })], 846605],
  ["a command nobody knows",          [subscribe, frame("aibot_dance")], 40008],
  ["a name every object has",         [subscribe, frame("constructor")], 40008],
  ["an upload of no known type",      [subscribe, start({ type: "folder" })], 846697],
  ["an upload of 101 chunks",         [subscribe, start({ total_chunks: 101 })], 846612],
  ["an upload without a sum",         [subscribe, start({ md5: "" })], 846612],
  ["a chunk of no upload",            [subscribe, frame("aibot_upload_media_chunk", { upload_id: "x" })], 846610],
  ["the end of no upload",            [subscribe, frame("aibot_upload_media_finish", { upload_id: "x" })], 846610],
])("%s is refused", async (_what, frames, errcode) => {
  expect((await byHand(frames)).at(-1)).toMatchObject({ errcode });
});

test("a bot in callback mode has no long connection", async () => {
  const callback = { mode: "callback" as const, id: "aib1", token: APP.token, aesKey: APP.aesKey };
  expect(await byHand([subscribe], { bots: [callback] })).toMatchObject([{ errcode: 846601 }]);
});

test.each([
  ["either", 0, 0],
  ["either", 1, 0],
  [0, 1, 846611],
  [1, 0, 846611],
] as const)("chunks counted %s: the first has index %i → %i", async (chunkIndexBase, chunk_index, errcode) => {
  const office = await anOffice({ ...ids, switches: { chunkIndexBase } });
  const socket = new WebSocket(office.sim.wsUrl);
  await new Promise((resolve) => socket.once("open", resolve));
  const ask = async (sent: unknown): Promise<Json> => {
    const answer = new Promise<string>((resolve) => socket.once("message", (data) => resolve(String(data))));
    socket.send(JSON.stringify(sent));
    return JSON.parse(await answer);
  };
  await ask(subscribe);
  const bytes = Buffer.from("chunk!");
  const { body } = await ask(start({ md5: createHash("md5").update(bytes).digest("hex") }));
  const { upload_id } = body as { upload_id: string };
  const chunk = frame("aibot_upload_media_chunk", { upload_id, chunk_index, base64_data: bytes.toString("base64") });
  expect(await ask(chunk)).toMatchObject({ errcode });
  expect(await ask(frame("aibot_upload_media_finish", { upload_id }))).toMatchObject({
    errcode: errcode === 0 ? 0 : 846613,
  });
  socket.close();
});

test("a page in a browser cannot connect as a bot", async () => {
  const { sim } = await anOffice(ids);
  const socket = new WebSocket(sim.wsUrl, { origin: "http://evil.example" });
  await expect(new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject))).rejects.toThrow();
});
