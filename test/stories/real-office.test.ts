import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConnectedOffice, connectOffice, OFFICE_YAML } from "../support/connected-office.ts";
import { AGENT, OFFICE_KEYS } from "../support/office-keys.ts";
import { provoked } from "../support/provoked.ts";

// An office as its administrator connects it: no member is named in the file, everybody comes from the directory.
let connected: ConnectedOffice;
beforeAll(async () => {
  connected = await connectOffice();
});
afterAll(() => connected.close());

const answerTo = async (member: string, text: string): Promise<string> => {
  const { control } = connected.simulator;
  const { text: words } = await control.reply(control.say(member, text));
  return words;
};

test("the console's check of the address passes", async () => {
  expect(await connected.simulator.control.verifyUrl(AGENT)).toMatchObject({ verified: true });
});

test("a member of the directory reports, and the record is of his section", async () => {
  expect(await answerTo("HeKai", "3月行政许可26件")).toMatch(/已记.*行政许可26件/);
});

test("the clerk named in the file may ask who owes what; her id's case does not matter", async () => {
  expect(await answerTo("GuoJing", "谁还没报")).toContain("行政审批科");
});

test("a person the directory did not name yet is turned away and told nothing of the office", async () => {
  connected.simulator.control.putMember({ userid: "LiKai", name: "李开", department: [2] });
  const answer = await answerTo("LiKai", "今年许可多少件");
  expect(answer).toContain("只为本单位已登记的人员服务");
  expect(answer).not.toMatch(/26|行政许可/);
});

test("the menu is there, the platform has nothing to complain of, and no secret reached the log", async () => {
  expect(connected.simulator.control.calls("/cgi-bin/menu/create")).toHaveLength(1);
  expect(connected.simulator.control.violations("breach")).toEqual([]);
  for (const secret of [OFFICE_KEYS.WECOM_SECRET, OFFICE_KEYS.WECOM_TOKEN, OFFICE_KEYS.WECOM_AES_KEY])
    expect(connected.log.join()).not.toContain(secret);
});

test("pages are 404 as long as nobody can sign in", async () => {
  expect((await fetch(`http://127.0.0.1:${connected.office.port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${connected.office.port}/report?year=2026`)).status).toBe(404);
});

test("the window of the settings is the callback's: an old timestamp is refused, and with 0 it is taken", async () => {
  const old = async (yaml: string) => {
    const other = await connectOffice({ yaml });
    try {
      const { control } = other.simulator;
      const { verified } = await control.verifyUrl(AGENT, { ageSeconds: 3_600 });
      if (!verified) expect(provoked(control)).toEqual(["echo-wrong"]);
      return verified;
    } finally {
      await other.close();
    }
  };
  expect(await old(OFFICE_YAML)).toBe(false);
  expect(await old(`${OFFICE_YAML}wecom: { timestampWindow: 0 }\n`)).toBe(true);
});
