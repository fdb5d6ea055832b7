import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const office = new SimulatedOffice(`
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided, service.online, gauge.site_visits] }
    - { key: law, label: 法规科, reports: [penalty.decided, coercion.decided] }
    - { key: office, label: 办公室 }
  members:
    - { id: wangfang, name: 王芳, section: permit }
    - { id: sunhai, name: 孙海, section: permit, roles: [head] }
    - { id: chenjie, name: 陈洁, section: law }
    - { id: linfeng, name: 林峰, section: law, roles: [head] }
    - { id: guojing, name: 郭静, section: office, roles: [clerk] }
    - { id: lijuzhang, name: 李局长, section: office, roles: [leader] }
`);
beforeAll(async () => {
  await office.open("2026-03-05 10:00");
  await office.say("guojing", "2月结账");
});
afterAll(() => office.close());

describe("March ends", () => {
  test("before its last working day nobody is troubled, whatever is open", async () => {
    await office.say("wangfang", "3月5日许可办结12件");
    await office.say("wangfang", "3月5日网上办事4件");
    await office.say("chenjie", "3月5日处罚2件");
    expect(await office.morning("2026-03-30")).toEqual([]);
  });

  test("on it each head gets a card that names what is still open", async () => {
    expect(await office.morning("2026-03-31")).toEqual([
      "sunhai: 行政审批科。要填读数的：网站访问量。直接发数就行。\n公开台账\n3月还有1项没报\n我来填",
      "linfeng: 法规科。没有发生的可以一次记0：行政强制。也可以直接发数，或者回复“3月无”。\n公开台账\n3月还有1项没报\n都没有，记0\n我来填",
    ]);
  });

  test("a month with nothing more to report is one tap; two taps in a hurry are one deed, and the card is done", async () => {
    await Promise.all([office.press("linfeng", "都没有，记0"), office.press("linfeng", "都没有，记0")]);
    expect(office.chat("linfeng").slice(-2)).toEqual([
      "已记：行政强制0件，3月\n年报：表二 行政强制 未报→0\n有错回复“撤销”或“改成…”。",
      "3月您科室该报的都报过了，没有要报无的。",
    ]);
    expect(office.greyed("linfeng")).toBe("已经记0");
  });

  test("a reading is asked, never attested: 我来填 says how", async () => {
    expect(await office.press("sunhai", "我来填")).toBe(
      "3月还有1项要填：网站访问量。请直接发数，例如“3月网站访问量12000”，可以一次发完。",
    );
    expect(office.greyed("sunhai")).toBeUndefined();
  });

  test("what stays open goes to the head again, then to the disclosure office, each once", async () => {
    const days = ["2026-04-01", "2026-04-02", "2026-04-03", "2026-04-07", "2026-04-08", "2026-04-09"];
    const heard: string[] = [];
    for (const day of days) for (const line of await office.morning(day)) heard.push(`${day} ${line.split("\n")[0]}`);
    expect(heard).toEqual([
      "2026-04-03 sunhai: 行政审批科。要填读数的：网站访问量。直接发数就行。",
      "2026-04-08 guojing: 3月还没报齐：行政审批科缺网站访问量。",
    ]);
  });

  test("a tap on a card of long ago is answered from the ledger as it stands", async () => {
    await office.say("sunhai", "3月网站访问量52000");
    expect(await office.press("sunhai", "我来填")).toBe("3月您科室该报的都报过了，没有要报无的。");
    await office.say("guojing", "3月结账");
    expect(await office.press("sunhai", "我来填")).toBe("3月已经结账，要改请先由政务公开办打开3月。");
  });

  test("the platform has nothing to complain of", () => {
    expect(office.breaches).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
