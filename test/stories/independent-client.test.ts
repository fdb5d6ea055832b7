import { afterEach, expect, test } from "vitest";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { openRelay } from "../support/independent-relay.ts";
import { AGENT, OFFICE_KEYS } from "../support/office-keys.ts";

// Bot and simulator are ours: they could share a mistake. Here everything between them is opened and sealed by others' code.

const BOT = "aib0123456789";
const BOT_KEYS = { token: "BotToken1", aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG" };
const APP_KEYS = { token: OFFICE_KEYS.WECOM_TOKEN, aesKey: OFFICE_KEYS.WECOM_AES_KEY };

let connected: ConnectedOffice;
let relay: Awaited<ReturnType<typeof openRelay>>;
afterEach(async () => {
  relay.close();
  await connected.close();
});
const control = () => connected.simulator.control;
const address = (path: string) => `http://127.0.0.1:${connected.office.port}${path}`;

async function throughTheApp(reply?: () => string) {
  connected = await connectOffice();
  const target = address("/wecom/callback");
  relay = await openRelay({ ...APP_KEYS, receiver: OFFICE_KEYS.WECOM_CORP_ID, target, ...(reply && { reply }) });
  control().setCallback(AGENT, relay.url);
}

async function throughTheBot(reply?: () => string) {
  connected = await connectOffice({
    yaml: `${OFFICE_YAML}  aiBot: { mode: callback }\n`,
    keys: {
      ...OFFICE_KEYS,
      WECOM_BOT_ID: BOT,
      WECOM_BOT_TOKEN: BOT_KEYS.token,
      WECOM_BOT_AES_KEY: BOT_KEYS.aesKey,
    },
    platform: { bots: [{ mode: "callback", id: BOT, ...BOT_KEYS }] },
  });
  const target = address("/wecom/aibot/yunhe");
  relay = await openRelay({ ...BOT_KEYS, receiver: "", target, ...(reply && { reply }) });
  control().bots.setCallback(BOT, relay.url);
}

test("the console's check of the address is read and echoed through an independent client", async () => {
  await throughTheApp();
  expect(await control().verifyUrl()).toMatchObject({ verified: true });
  expect(relay.statuses).toEqual([200]);
});

test("what a member says to the app is read, sealed afresh and accepted, and answered", async () => {
  await throughTheApp();
  const said = control().say("HeKai", "3月行政许可26件");
  expect((await control().reply(said)).text).toContain("已记：行政许可26件");
  expect(relay.opened).toEqual([expect.stringContaining("<Content><![CDATA[3月行政许可26件]]></Content>")]);
  expect(relay.statuses).toEqual([200]);
});

test("what is said to the AI bot is read, sealed afresh and accepted, and answered", async () => {
  await throughTheBot();
  const said = control().bots.say("HeKai", BOT, "3月行政许可26件");
  const answer = await control().reply(said);
  expect(answer).toMatchObject({ speaker: BOT, text: expect.stringContaining("已记：行政许可26件") });
  expect(relay.opened.map((message) => JSON.parse(message))).toMatchObject([{ text: { content: "3月行政许可26件" } }]);
  expect(relay.statuses).toEqual([200]);
});

test("the platform reads what an independent app answers at once", async () => {
  const text =
    `<xml><ToUserName><![CDATA[HeKai]]></ToUserName><FromUserName><![CDATA[${OFFICE_KEYS.WECOM_CORP_ID}]]></FromUserName>` +
    "<CreateTime>1</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[别家的答复]]></Content></xml>";
  await throughTheApp(() => text);
  expect(await control().say("HeKai", "3月行政许可26件").settled).toMatchObject({ outcome: "accepted" });
  expect(
    control()
      .timeline("HeKai")
      .map((shown) => shown.text),
  ).toContain("别家的答复");
});

test("the platform reads what an independent AI bot answers at once", async () => {
  const stream = { msgtype: "stream", stream: { id: "s1", finish: true, content: "别家的答复" } };
  await throughTheBot(() => JSON.stringify(stream));
  await control().bots.say("HeKai", BOT, "3月行政许可26件").settled;
  expect(
    control()
      .timeline("HeKai", BOT)
      .map((shown) => shown.text),
  ).toContain("别家的答复");
});

test.each([
  ["another key", { aesKey: "zbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG" }],
  ["another token", { token: "another" }],
])("with %s nothing gets through", async (_what, wrong) => {
  connected = await connectOffice();
  const target = address("/wecom/callback");
  relay = await openRelay({ ...APP_KEYS, receiver: OFFICE_KEYS.WECOM_CORP_ID, target, ...wrong });
  control().setCallback(AGENT, relay.url);
  expect(await control().verifyUrl()).toMatchObject({ verified: false });
  expect(relay.statuses).toEqual([]);
  expect(relay.opened).toEqual([expect.stringContaining("failed:")]);
  control().clearViolations(); // an address that does not answer is one
});
