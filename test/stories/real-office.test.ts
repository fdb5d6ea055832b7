import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator } from "@gongkai/simulator";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings } from "../../packages/bot/src/config/read-settings.ts";
import { type RunningOffice, startOffice } from "../../packages/bot/src/server/start-office.ts";
import { connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { provoked } from "../support/provoked.ts";

// An office as its administrator connects it: no member is named in the file, everybody comes from the directory.
const CONFIG = `
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided] }
    - { key: disclosure, label: 政务公开办 }
  departments: { "2": permit, "3": disclosure }
  people: { clerks: [GuoJing] }
`;
const KEYS = {
  WECOM_CORP_ID: "ww0123456789abcdef",
  WECOM_AGENT_ID: "1000002",
  WECOM_SECRET: "a-secret-handed-out-by-the-platform",
  WECOM_TOKEN: "QDG6eK",
  WECOM_AES_KEY: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
const AGENT = Number(KEYS.WECOM_AGENT_ID);
const log: string[] = [];

let simulator: Simulator;
let office: RunningOffice;

beforeAll(async () => {
  simulator = await createSimulator({
    clock: { mode: "real" },
    corp: { corpid: KEYS.WECOM_CORP_ID, name: "云河市商务局" },
    departments: [
      { id: 1, name: "云河市商务局", parentid: 0 },
      { id: 2, name: "行政审批科" },
      { id: 3, name: "政务公开办" },
    ],
    users: [
      { userid: "HeKai", name: "何凯", department: [2] },
      { userid: "GuoJing", name: "郭静", department: [3] },
    ],
    apps: [{ agentid: AGENT, secret: KEYS.WECOM_SECRET, token: KEYS.WECOM_TOKEN, aesKey: KEYS.WECOM_AES_KEY }],
  });
  const { organs, wecom, reminders } = readSettings(CONFIG, KEYS);
  office = await startOffice(
    {
      organs,
      wecom: { ...wecom, apiBase: simulator.baseUrl },
      reminders: { ...reminders, quietFrom: 0, quietTo: 23 }, // nobody is reminded while this story is told
      home: { data: mkdtempSync(join(tmpdir(), "gongkai-office-")) },
      shared: {},
      port: 0,
      host: "127.0.0.1",
    },
    pino({}, { write: (line: string) => void log.push(line) }),
    Date.now,
  );
  simulator.control.setCallback(AGENT, `http://127.0.0.1:${office.port}/wecom/callback`);
});
afterAll(async () => {
  await office.close();
  await simulator.close();
});

const answerTo = async (member: string, text: string): Promise<string> => {
  const { text: words } = await simulator.control.reply(simulator.control.say(member, text));
  return words;
};

test("the console's check of the address passes", async () => {
  expect(await simulator.control.verifyUrl(AGENT)).toMatchObject({ verified: true });
});

test("a member of the directory reports, and the record is of his section", async () => {
  expect(await answerTo("HeKai", "3月行政许可26件")).toMatch(/已记.*行政许可26件/);
});

test("the clerk named in the file may ask who owes what; her id's case does not matter", async () => {
  expect(await answerTo("GuoJing", "谁还没报")).toContain("行政审批科");
});

test("a person the directory did not name yet is turned away and told nothing of the office", async () => {
  simulator.control.putMember({ userid: "LiKai", name: "李开", department: [2] });
  const answer = await answerTo("LiKai", "今年许可多少件");
  expect(answer).toContain("只为本单位已登记的人员服务");
  expect(answer).not.toMatch(/26|行政许可/);
});

test("the menu is there, the platform has nothing to complain of, and no secret reached the log", async () => {
  expect(simulator.control.calls("/cgi-bin/menu/create")).toHaveLength(1);
  expect(simulator.control.violations("breach")).toEqual([]);
  for (const secret of [KEYS.WECOM_SECRET, KEYS.WECOM_TOKEN, KEYS.WECOM_AES_KEY])
    expect(log.join()).not.toContain(secret);
});

test("pages are 404 as long as nobody can sign in", async () => {
  expect((await fetch(`http://127.0.0.1:${office.port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${office.port}/report?year=2026`)).status).toBe(404);
});

test("the window of the settings is the callback's: an old timestamp is refused, and with 0 it is taken", async () => {
  const old = async (yaml: string) => {
    const connected = await connectOffice({ yaml });
    try {
      const { control } = connected.simulator;
      const { verified } = await control.verifyUrl(AGENT, { ageSeconds: 3_600 });
      if (!verified) expect(provoked(control)).toEqual(["echo-wrong"]);
      return verified;
    } finally {
      await connected.close();
    }
  };
  expect(await old(OFFICE_YAML)).toBe(false);
  expect(await old(`${OFFICE_YAML}wecom: { timestampWindow: 0 }\n`)).toBe(true);
});
