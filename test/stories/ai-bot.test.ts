import { afterEach, describe, expect, test } from "vitest";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { AGENT, OFFICE_KEYS } from "../support/office-keys.ts";

const BOT = "aib0123456789";
const SECRET = "a-secret-of-the-ai-bot";
const CALLBACK = { token: "BotToken1", aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG" };
const GROUP = { chatid: "group1", name: "政务公开", members: ["HeKai", "SunYan", "GuoJing"], bots: [BOT] };

const yaml = (mode: string, wsUrl = "") =>
  `${OFFICE_YAML}  aiBot: { mode: ${mode} }\n${wsUrl === "" ? "" : `wecom: { socketUrl: ${wsUrl} }\n`}`;

let connected: ConnectedOffice;
afterEach(() => connected.close());
const control = () => connected.simulator.control;
const bots = () => control().bots;

async function open(mode: "websocket" | "callback") {
  const bot =
    mode === "websocket"
      ? ({ mode: "socket", id: BOT, secret: SECRET } as const)
      : ({ mode: "callback", id: BOT, ...CALLBACK } as const);
  connected = await connectOffice({
    yaml: ({ wsUrl }) => yaml(mode, mode === "websocket" ? wsUrl : ""),
    keys: {
      ...OFFICE_KEYS,
      WECOM_BOT_ID: BOT,
      ...(mode === "websocket"
        ? { WECOM_BOT_SECRET: SECRET }
        : { WECOM_BOT_TOKEN: CALLBACK.token, WECOM_BOT_AES_KEY: CALLBACK.aesKey }),
    },
    platform: { bots: [bot], groups: [GROUP] },
  });
  if (mode === "callback") bots().setCallback(BOT, `http://127.0.0.1:${connected.office.port}/wecom/aibot/yunhe`);
  else await expect.poll(() => bots().connected(BOT)).toBe(true);
}
const say = (member: string, text: string, where = {}) => control().reply(bots().say(member, BOT, text, where));

describe.each(["websocket", "callback"] as const)("the AI bot by %s", (mode) => {
  test("a report said to the bot is kept and answered where it was said, not in the app's chat", async () => {
    await open(mode);
    const echo = await say("HeKai", "3月行政许可26件");
    expect(echo.speaker).toBe(BOT);
    expect(echo.text).toContain("已记：行政许可26件");
    expect(control().timeline("HeKai", AGENT)).toEqual([]);
    expect((await say("GuoJing", "3月行政许可多少件")).text).toContain("26件");
  });

  test("in a group it answers whom it was @-mentioned by, in the group", async () => {
    await open(mode);
    const echo = await say("HeKai", "3月行政许可26件", { chatid: GROUP.chatid });
    expect(echo).toMatchObject({ speaker: BOT, text: expect.stringContaining("已记：行政许可26件") });
    const seen = control().timeline("SunYan", BOT);
    expect(seen.map(({ text }) => text).join()).toContain("已记：行政许可26件");
  });

  test("a voice message is heard as its words", async () => {
    await open(mode);
    const spoken = bots().say("HeKai", BOT, { msgtype: "voice", transcript: "3月行政许可26件" });
    expect((await control().reply(spoken)).text).toContain("已记：行政许可26件");
  });

  test("the buttons beneath its echo work, and the pressed card shows what came of it", async () => {
    await open(mode);
    const echo = await say("HeKai", "3月行政许可26件");
    const { card } = echo;
    const key = buttonOf(card?.card, "撤销");
    const pressed = bots().click("HeKai", BOT, { taskId: card?.taskId ?? "", key });
    await expect
      .poll(() =>
        control()
          .timeline("HeKai")
          .map(({ text }) => text)
          .join("\n"),
      )
      .toContain("已撤销：行政许可26件");
    await pressed.settled;
    expect((await say("GuoJing", "3月行政许可多少件")).text).toMatch(/0件|没有/);
  });

  test("a stranger is told nothing", async () => {
    await open(mode);
    await say("HeKai", "3月行政许可26件"); // answered: the directory was read
    control().putMember({ userid: "LiKai", name: "李开", department: [1] });
    const answer = await say("LiKai", "3月行政许可多少件");
    expect(answer.text).not.toMatch(/26|行政许可/);
  });
});

/** What the platform leaves open about the socket. */
test.each([
  { chunkIndexBase: 0 },
  { chunkIndexBase: 1 },
  { streamLifeMs: 360_000 },
  { expiredStream: "refuse" },
  { expiredStream: "discard" },
  { replyWindowMs: 3_600_000 },
] as const)("with %j a report and a file are answered in the bot's chat", async (switches) => {
  await open("websocket");
  control().setSwitches(switches);
  expect((await say("HeKai", "3月行政许可26件")).speaker).toBe(BOT);
  bots().say("GuoJing", BOT, "导出3月月报");
  if ("chunkIndexBase" in switches && switches.chunkIndexBase === 1) return; // the official SDK counts from 0
  await expect
    .poll(
      () =>
        control()
          .timeline("GuoJing", BOT)
          .map(({ msgtype }) => msgtype),
      { timeout: 20_000 },
    )
    .toContain("file");
});

describe("the long connection", () => {
  test("cut off, it comes back by itself and goes on answering", async () => {
    await open("websocket");
    bots().cut(BOT);
    await expect.poll(() => bots().connected(BOT), { interval: 5 }).toBe(false);
    await expect.poll(() => bots().connected(BOT), { timeout: 15_000 }).toBe(true);
    expect((await say("HeKai", "3月行政许可26件")).speaker).toBe(BOT);
  });

  test("the first look into its chat is greeted", async () => {
    await open("websocket");
    const greeting = await control().reply(bots().enter("HeKai", BOT));
    expect(greeting.text).toContain("公开台账");
  });

  test("what it does is counted for the administrator", async () => {
    await open("websocket");
    const metrics = await (await fetch(`http://127.0.0.1:${connected.office.port}/metrics`)).text();
    expect(metrics).toContain('gongkai_ai_bot_connections_total{outcome="connected"} 1');
  });
});

test("in callback mode a repeated delivery is one report, and a forged one none", async () => {
  await open("callback");
  control().chaos({ duplicate: 1, "wrong-signature": 1 });
  await say("HeKai", "3月行政许可26件");
  control().chaos({});
  expect((await say("GuoJing", "3月行政许可多少件")).text).toContain("26件");
});

function buttonOf(card: Readonly<Record<string, unknown>> | undefined, label: string): string {
  const buttons = Array.isArray(card?.button_list) ? card.button_list : [];
  const found = buttons.find((button) => button.text === label);
  if (!found) throw new Error(`no button ${label}`);
  return found.key;
}
