import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { APP, anOffice, type Json, type Office } from "../testing/office.ts";
import { open, seal } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";

const BOT = { mode: "callback", id: "aib1", token: APP.token, aesKey: APP.aesKey } as const;
const second = 1000;

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

type Twist = Readonly<{ receiveId?: string; nonce?: string; timestamp?: unknown; signature?: string }>;
type Answering = (message: Json, nth: number) => Json | undefined;

/** A bot that answers in JSON, sealed by its own hand; with `twist` it makes a mistake. */
async function aBot(answer: Answering, twist: Twist = {}) {
  const office = await anOffice({ bots: [BOT] });
  const heard: Json[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const query = new URL(request.url ?? "/", "http://bot").searchParams;
      const { encrypt } = JSON.parse(body);
      const [timestamp = "", nonce = ""] = [query.get("timestamp") ?? "", query.get("nonce") ?? ""];
      const opened = open(BOT.aesKey, encrypt);
      const signed = signatureOf(BOT.token, timestamp, nonce, encrypt) === query.get("msg_signature");
      if (!signed || "unreadable" in opened || opened.receiveId !== "") throw new Error("not a callback of the bot");
      heard.push(JSON.parse(opened.message));
      const reply = answer(JSON.parse(opened.message), heard.length);
      response.end(reply === undefined ? "" : JSON.stringify(envelope(reply, nonce, twist)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => void server.close());
  office.sim.control.bots.setCallback("aib1", `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot`);
  return { office, heard, bots: office.sim.control.bots };
}

function envelope(reply: Json, nonce: string, twist: Twist): Json {
  const random = Buffer.alloc(16, 1);
  const encrypt = seal({
    aesKey: BOT.aesKey,
    message: JSON.stringify(reply),
    receiveId: twist.receiveId ?? "",
    random,
  });
  const own = twist.nonce ?? nonce;
  const msgsignature = twist.signature ?? signatureOf(BOT.token, "1641002400", own, encrypt);
  return { encrypt, msgsignature, timestamp: twist.timestamp ?? 1641002400, nonce: own };
}

const stream = (content: string, finish: boolean): Json => ({
  msgtype: "stream",
  stream: { id: "s1", content, finish },
});
const shown = ({ sim }: Office) => sim.control.timeline("lisi", "aib1").filter(({ from }) => from === "product");
const card = (task_id: string): Json => ({
  card_type: "button_interaction",
  task_id,
  main_title: { title: "记入吗" },
  button_list: [{ text: "记入", key: "yes" }],
});

test("an unfinished stream is asked for every second until it ends", async () => {
  const { office, heard, bots } = await aBot((_message, nth) => stream(`第${nth}次`, nth === 4));
  await bots.say("lisi", "aib1", "算一下").settled;
  await office.sim.control.advance(10 * second);
  expect(heard.map(({ msgtype }) => msgtype)).toEqual(["text", "stream", "stream", "stream"]);
  expect(heard[1]).toMatchObject({ stream: { id: "s1" }, from: { userid: "lisi" }, chattype: "single" });
  expect(shown(office)).toMatchObject([{ text: "第4次", body: { finish: true } }]);
  expect(office.sim.control.violations()).toEqual([]);
});

test("a stream that never ends is asked for six minutes", async () => {
  const { office, heard, bots } = await aBot(() => stream("还在算", false));
  await bots.say("lisi", "aib1", "算一下").settled;
  await office.sim.control.advance(400 * second);
  expect(heard.filter(({ msgtype }) => msgtype === "stream")).toHaveLength(360);
}, 60_000);

// biome-ignore format: the columns are the test
test.each<[string, Twist]>([
  ["another nonce than the callback's",   { nonce: "123" }],
  ["a timestamp in quotes",               { timestamp: "1641002400" }],
  ["a wrong signature",                   { signature: "0".repeat(40) }],
  ["the corpid as receiveid",             { receiveId: "ww0000000000simula" }],
])("a reply with %s %o shows nothing and is noted", async (_what, twist) => {
  const { office, bots } = await aBot(() => stream("好", true), twist);
  await bots.say("lisi", "aib1", "你好").settled;
  expect(shown(office)).toEqual([]);
  expect(office.sim.control.violations()).toMatchObject([{ kind: "reply-unreadable" }]);
});

test.each<[string, Json]>([
  ["markdown", { msgtype: "markdown", markdown: { content: "好" } }],
  ["a text of 20481 bytes", stream("x".repeat(20_481), true)],
  ["a card's update", { response_type: "update_template_card", template_card: card("t1") }],
])("%s does not answer a message", async (_what, reply) => {
  const { office, bots } = await aBot(() => reply);
  await bots.say("lisi", "aib1", "你好").settled;
  expect(shown(office)).toEqual([]);
  expect(office.sim.control.violations()).toMatchObject([{ kind: "reply-not-allowed" }]);
});

test("a stream may bring one card", async () => {
  const both = (nth: number): Json => ({
    msgtype: "stream_with_template_card",
    stream: { id: "s1", content: `第${nth}次`, finish: nth === 3 },
    ...(nth === 2 ? { template_card: card("t1") } : {}),
  });
  const { office, bots } = await aBot((_message, nth) => both(nth));
  await bots.say("lisi", "aib1", "你好").settled;
  await office.sim.control.advance(5 * second);
  expect(shown(office).map(({ msgtype }) => msgtype)).toEqual(["stream", "template_card"]);
  expect(office.sim.control.violations()).toEqual([]);
});

test("a click is told once, without a retry, and its answer updates the card for those named", async () => {
  const { office, heard, bots } = await aBot((message) =>
    message.msgtype === "event"
      ? {
          response_type: "update_template_card",
          userids: ["lisi"],
          template_card: { ...card("t1"), main_title: { title: "已记入" } },
        }
      : { msgtype: "template_card", template_card: card("t1") },
  );
  await bots.say("lisi", "aib1", "报").settled;
  await bots.click("lisi", "aib1", { taskId: "t1", key: "yes", selected: { q: ["1"] } }).settled;
  expect(heard.at(-1)).toMatchObject({
    event: {
      template_card_event: {
        event_key: "yes",
        selected_items: { selected_item: [{ question_key: "q", option_ids: { option_id: ["1"] } }] },
      },
    },
  });
  expect(shown(office)[0]?.card?.card).toMatchObject({ main_title: { title: "已记入" } });
});

test("feedback takes no reply", async () => {
  const { office, bots } = await aBot(() => stream("谢谢", true));
  await bots.feedback("lisi", "aib1", { id: "f1", type: 2, content: "不准" }).settled;
  expect(office.sim.control.violations()).toMatchObject([{ kind: "reply-not-allowed" }]);
});

test("the response url takes one later answer within the hour", async () => {
  const { office, heard, bots } = await aBot(() => undefined);
  await bots.say("lisi", "aib1", "年报好了叫我").settled;
  const answer = async (nth: number, body: Json): Promise<Json> =>
    JSON.parse(
      await (await fetch(String(heard[nth]?.response_url), { method: "POST", body: JSON.stringify(body) })).text(),
    );
  const markdown = { msgtype: "markdown", markdown: { content: "好了" } };
  expect(await answer(0, { response_type: "update_template_card", template_card: card("t1") })).toMatchObject({
    errcode: 40008,
  });
  expect(await answer(0, markdown)).toMatchObject({ errcode: 0 });
  expect(await answer(0, markdown)).toMatchObject({ errcode: 846605 });
  await bots.say("lisi", "aib1", "再来").settled;
  await office.sim.control.advance(3600 * second);
  expect(await answer(1, markdown)).toMatchObject({ errcode: 846605 });
  expect(shown(office)).toMatchObject([{ text: "好了" }]);
});
