import { afterEach, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { provoked } from "../../../../test/support/provoked.ts";
import type { Transaction } from "../store/home.ts";
import { Card, type CardDraft } from "../wecom/card.ts";
import { cardText } from "../wecom/card-text.ts";
import { type OutboxDraft, outboxRows } from "./body.ts";
import { ALL_FEATURES } from "./features.ts";
import { connectToSimulator, ORGAN, type Rig, type RigOptions } from "./on-simulator.contract.ts";

const HOUR = 3_600_000;
const SEND = "/cgi-bin/message/send";
let rig: Rig;
const open = async (options: RigOptions = {}) => {
  rig = await connectToSimulator(options);
};
afterEach(async () => {
  await rig.close();
});

const put = (key: string, body: OutboxDraft, to = "zhangsan") =>
  rig.say((tx: Transaction) => tx.put(outboxRows({ organ: ORGAN, key, to, body }), rig.now()));
const text = (key: string, content = key, to = "zhangsan") => put(key, { kind: "text", content }, to);
/** Sends what is due, then lets the clock reach the next try, until nothing waits or `most` is over. */
async function sendFor(most: number, step = 1_000) {
  for (let gone = 0; gone <= most; gone += step) {
    await rig.sender.drain();
    if ((await rig.home.outboxDepth()).waiting === 0) return;
    await rig.control.advance(step);
  }
}
const calls = (path: string) => rig.control.calls(path).map(({ errcode }) => errcode);

test("what is put is shown, in order, and nothing is sent twice", async () => {
  await open();
  for (const key of ["一", "二", "三"]) await text(key);
  await text("一"); // written twice it is one row
  await rig.sender.drain();
  await rig.sender.drain();
  expect(rig.shown("ZhangSan")).toEqual(["一", "二", "三"]);
  expect(rig.outcomes).toEqual(["sent", "sent", "sent"]);
  expect(rig.control.violations()).toEqual([]);
});

test("a long text arrives whole, in numbered parts below 2048 bytes", async () => {
  await open();
  const long = Array.from({ length: 300 }, (_, at) => `第${at}条：门户网站发布政策解读若干。`).join("\n");
  await text("long", long);
  await rig.sender.drain();
  const parts = rig.shown("zhangsan");
  expect(parts.map((part) => part.replace(/^（\d+\/\d+）\n/, "")).join("")).toBe(long);
  expect(parts.length).toBeGreaterThan(5);
  expect(rig.control.violations()).toEqual([]);
});

test("45 messages to one member stay below the silent limit, and all arrive in order", async () => {
  await open();
  const keys = Array.from({ length: 45 }, (_, at) => `第${at + 1}条`);
  for (const key of keys) await text(key);
  await rig.sender.drain();
  expect(rig.shown("zhangsan")).toHaveLength(20);
  await sendFor(5 * 60_000, 10_000);
  expect(rig.shown("zhangsan")).toEqual(keys);
  expect(rig.control.violations()).toEqual([]);
});

test("one member's limit does not hold up another", async () => {
  await open();
  for (let at = 0; at < 25; at += 1) await text(`a${at}`);
  await text("b", "给李四", "lisi");
  await rig.sender.drain();
  expect(rig.shown("lisi")).toEqual(["给李四"]);
});

// biome-ignore format: the columns are the test
const FAULTS: [string, { errcode?: number; status?: number; drop?: "before" | "after"; times?: number }, "shown" | "given-up", number, string][] = [
  // name                       fault                              ends        within ms  why
  ["busy",                      { errcode: -1, times: 2 },         "shown",    60_000,    "passing: tried again with back-off"],
  ["data conflict",             { errcode: 6000 },                 "shown",    60_000,    "passing"],
  ["too many at once",          { errcode: 45033 },                "shown",    60_000,    "passing"],
  ["frequency limit",           { errcode: 45009 },                "shown",    90_000,    "rests a minute, then goes on"],
  ["token expired",             { errcode: 42001 },                "shown",    0,         "refreshed and repeated at once"],
  ["token invalid",             { errcode: 40014 },                "shown",    0,         "what an expired token really returns"],
  ["token called bad secret",   { errcode: 40001 },                "shown",    0,         "seen in the wild"],
  ["gateway trouble",           { status: 502 },                   "shown",    60_000,    "not the platform's own answer"],
  ["connection cut before",     { drop: "before" },                "shown",    60_000,    "nothing had happened"],
  ["connection cut after",      { drop: "after" },                 "shown",    60_000,    "it had arrived: the duplicate check keeps it at one"],
  ["address not allowed",       { errcode: 60020, times: 2 },      "shown",    HOUR,      "an administrator mends it within the day"],
  ["member gone",               { errcode: 60111 },                "given-up", 0,         "nobody to tell"],
  ["member out of sight",       { errcode: 81013 },                "given-up", 0,         "nobody to tell"],
  ["empty content",             { errcode: 44004 },                "given-up", 0,         "permanent"],
  ["a code nobody has seen",    { errcode: 99999 },                "given-up", 0,         "permanent"],
];
test.each(FAULTS)("%s: %j ends %s within %i ms, exactly once", async (_name, fault, end, within) => {
  await open();
  await text("before");
  await rig.sender.drain();
  rig.control.addFault({ path: SEND, ...fault });
  await text("内容");
  await sendFor(within);
  expect(rig.shown("zhangsan")).toEqual(end === "shown" ? ["before", "内容"] : ["before"]);
  expect(await rig.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: end === "shown" ? 0 : 1 });
  expect(rig.control.violations()).toEqual([]);
});

test("a row whose sender died between send and mark is not said twice", async () => {
  await open();
  await text("答复");
  await rig.home.claim(rig.now(), rig.now() + 60_000, 8); // the process that claimed it sends, and dies
  await rig.client.send("zhangsan", { msgtype: "text", text: { content: "答复" } });
  await sendFor(120_000, 10_000);
  expect(rig.shown("zhangsan")).toEqual(["答复"]);
  expect(await rig.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: 0 });
});

test("a row whose sender died before the send is not lost because the same words were said a minute ago", async () => {
  await open();
  await text("a", "我还听不了语音。");
  await rig.sender.drain();
  await rig.control.advance(60_000);
  await text("b", "我还听不了语音。");
  await rig.home.claim(rig.now(), rig.now() + 60_000, 8); // the process that claimed it dies
  await sendFor(120_000, 10_000);
  expect(rig.shown("zhangsan")).toEqual(["我还听不了语音。", "我还听不了语音。"]);
});

test("a message that arrived unnoticed is not said again after half an hour of trouble", async () => {
  await open();
  rig.control.addFault({ path: SEND, drop: "after" });
  await text("答复");
  await rig.sender.drain();
  rig.control.addFault({ path: SEND, status: 503, times: 5 });
  await sendFor(HOUR, 10_000);
  expect(rig.shown("zhangsan")).toEqual(["答复"]);
  expect(await rig.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: 0 });
});

test("the same short answer twice in a row is said twice", async () => {
  await open();
  await text("a", "没有可撤销的");
  await text("b", "没有可撤销的");
  rig.control.addFault({ path: SEND, errcode: -1 });
  await sendFor(60_000);
  expect(rig.shown("zhangsan")).toEqual(["没有可撤销的", "没有可撤销的"]);
});

test("after a day of trying it is given up loudly, and what comes later goes on", async () => {
  await open();
  rig.control.addFault({ path: SEND, status: 503, times: 1000 });
  await text("丢失");
  await sendFor(25 * HOUR, 10 * 60_000);
  expect(await rig.home.givenUp(ORGAN, 10)).toMatchObject([{ key: "丢失", to: "zhangsan" }]);
  expect(rig.outcomes.at(-1)).toBe("given-up");
  expect(rig.lines.filter((line) => line.includes("given up"))).toHaveLength(1);
  rig.control.clearFaults();
  await text("后来");
  await rig.sender.drain();
  expect(rig.shown("zhangsan")).toEqual(["后来"]);
});

test("no log line holds a secret, a token or what was said", async () => {
  await open();
  for (const fault of [{ drop: "before" }, { errcode: 60020 }, { status: 500 }, { errcode: 44004 }] as const) {
    rig.control.addFault({ path: SEND, ...fault });
    await text(JSON.stringify(fault), "张三的申请");
    await sendFor(HOUR);
  }
  const token = await rig.ports.cache.get("none");
  expect(token).toBeUndefined();
  const said = rig.lines.join("\n");
  expect(said).not.toContain("张三");
  expect(said).not.toMatch(/secret-of-the-app|access_token=[^…]|[A-Za-z0-9_-]{60}/);
  expect(rig.lines.length).toBeGreaterThan(3);
});

test("a file with a Chinese name arrives in the chat under that name", async () => {
  const bytes = Buffer.from("PK-这是报告");
  await open({ makeFile: async (_organ, { year }) => ({ name: `${year}年度政府信息公开工作年度报告.docx`, bytes }) });
  await put("f", { kind: "file", make: { kind: "report", year: 2025 } });
  await rig.sender.drain();
  const [file] = rig.control.timeline("zhangsan");
  const media = rig.control.media(String(Reflect.get(file!.body, "media_id")));
  expect([media.filename, Buffer.from(media.bytes).toString()]).toEqual([
    "2025年度政府信息公开工作年度报告.docx",
    "PK-这是报告",
  ]);
  expect(rig.control.violations()).toEqual([]);
});

test("the same bytes are uploaded once within three days, and again when the platform has forgotten them", async () => {
  await open({ makeFile: async () => ({ name: "图.png", bytes: Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1") }) });
  const image = { kind: "image", make: { kind: "chart" } } as const;
  await put("1", image);
  await put("2", image, "lisi");
  await rig.sender.drain();
  expect(calls("/cgi-bin/media/upload")).toEqual([0]);
  rig.control.addFault({ path: SEND, errcode: 40007 });
  await put("3", image);
  await rig.sender.drain();
  expect(calls("/cgi-bin/media/upload")).toEqual([0, 0]);
  await rig.control.advance(73 * HOUR);
  await put("4", image);
  await rig.sender.drain();
  expect(calls("/cgi-bin/media/upload")).toEqual([0, 0, 0]);
  expect(rig.control.timeline("zhangsan").map(({ msgtype }) => msgtype)).toEqual(["image", "image", "image"]);
});

test("a file that cannot be made is given up after five tries, said so, and does not hold up the rest", async () => {
  await open({ makeFile: () => Promise.reject(new RangeError("no such year")) });
  await put("f", { kind: "file", make: { kind: "report", year: 1900 } });
  await text("next");
  await sendFor(15 * 60_000);
  expect(rig.shown("zhangsan")).toEqual(["抱歉，没有做成，请稍后再试。", "next"]);
  expect(await rig.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: 1 });
});

const card = {
  kind: "buttons",
  taskId: "case-42-r1-a",
  title: "请确认",
  buttons: [{ does: "call", text: "已完成", key: "done" }],
} as const satisfies CardDraft;

test("a card is sent, pressed and updated; its code is spent by then", async () => {
  await open();
  await put("c", { kind: "card", card });
  await rig.sender.drain();
  await put("u1", {
    kind: "card-update",
    handle: { from: "row", key: "c" },
    face: { replaceName: "已处理" },
    otherwise: null,
  });
  await rig.sender.drain();
  expect(rig.control.timeline("zhangsan")[0]?.card).toMatchObject({ greyed: "已处理", updates: 1 });
  await put("u2", {
    kind: "card-update",
    handle: { from: "row", key: "missing" },
    face: { replaceName: "x" },
    otherwise: "已按记录处理。",
  });
  await rig.sender.drain();
  expect(rig.shown("zhangsan").at(-1)).toBe("已按记录处理。");
  expect(rig.control.violations()).toEqual([]);
});

test("after 72 hours words stand in for the update, and the platform is not asked", async () => {
  await open();
  await put("c", { kind: "card", card });
  await rig.sender.drain();
  await rig.control.advance(72 * HOUR);
  await put("u", {
    kind: "card-update",
    handle: { from: "row", key: "c" },
    face: { replaceName: "x" },
    otherwise: "这张卡片已过期。",
  });
  await rig.sender.drain();
  expect(rig.shown("zhangsan").at(-1)).toBe("这张卡片已过期。");
  expect(calls("/cgi-bin/message/update_template_card")).toEqual([]);
});

test("an update repeated after its answer was lost says nothing more", async () => {
  await open();
  await put("c", { kind: "card", card });
  await rig.sender.drain();
  rig.control.addFault({ path: "/cgi-bin/message/update_template_card", drop: "after" });
  await put("u", {
    kind: "card-update",
    handle: { from: "row", key: "c" },
    face: { replaceName: "已处理" },
    otherwise: "过期。",
  });
  await sendFor(60_000);
  expect(rig.control.timeline("zhangsan")).toMatchObject([{ card: { greyed: "已处理" } }]);
  expect(provoked(rig.control)).toEqual(["response-code-reused", "request-refused"]);
});

// biome-ignore format: the columns are the test
const WITHOUT_CARDS: [string, RigOptions][] = [
  ["the platform knows no cards",      { simulator: { switches: { cards: false } } }],
  ["the settings say so",              { features: { ...ALL_FEATURES, cards: false } }],
];
test.each(WITHOUT_CARDS)("where %s, the card is a text with numbered replies", async (_why, options) => {
  await open(options);
  await put("c", { kind: "card", card });
  await rig.sender.drain();
  expect(rig.shown("zhangsan")).toEqual([cardText(Card.parse(card))]);
  expect(provoked(rig.control)).toEqual(options.features ? [] : ["request-refused"]);
});

test("a row nobody can read is given up, not tried for ever", async () => {
  await open();
  const row = { organ: ORGAN, key: "odd", to: "zhangsan", body: '{"kind":"hologram"}', notBefore: 0 };
  await rig.say((tx) => tx.put([row], rig.now()));
  await rig.sender.drain();
  expect(await rig.home.outboxDepth()).toMatchObject({ waiting: 0, givenUp: 1 });
});

// biome-ignore format: the columns are the test
test.each([
  // receiver    why this row exists
  ["@all",       "everybody"],
  ["@ALL",       "everybody, in capitals"],
  ["a|b",        "two people"],
  ["",           "nobody"],
  ["张三",        "a name is no id"],
])("a message to %j is never sent: %s", async (to) => {
  await open();
  await text("k", "内容", to);
  await rig.sender.drain();
  expect(calls(SEND)).toEqual([]);
  expect(await rig.home.outboxDepth()).toMatchObject({ givenUp: 1 });
});
