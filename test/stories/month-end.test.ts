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
    await office.say("chenjie", "3月5日处罚2件");
    expect(await office.morning("2026-03-30")).toEqual([]);
  });

  test("on it each head gets a card that names what is still open", async () => {
    expect(await office.morning("2026-03-31")).toEqual([
      "sunhai: 3月还有2项没报\n行政审批科。没有发生的可以一次记0：网上办事。要填读数的：网站访问量。也可以直接发数，或者回复“3月无”。\n都没有，记0\n我来填",
      "linfeng: 3月还有1项没报\n法规科。没有发生的可以一次记0：行政强制。也可以直接发数，或者回复“3月无”。\n都没有，记0\n我来填",
    ]);
  });

  test("a month with nothing more to report is one tap; two taps in a hurry are one deed, and the card is done", async () => {
    await Promise.all([office.press("linfeng", "都没有，记0"), office.press("linfeng", "都没有，记0")]);
    const [kept, again] = office.chat("linfeng").slice(-2);
    expect(kept).toMatch(/^已记：行政强制0件，3月\n年报：表二 行政强制 未报→0/);
    expect(again).toBe("3月您科室该报的都报过了，没有要报无的。");
    expect(office.greyed("linfeng", "3月还有")).toBe("已经记0");
  });

  test("a tap on yesterday's card is answered from the ledger: what came in since is not stated 0", async () => {
    expect(await office.morning("2026-04-02")).toEqual([]);
    await office.say("wangfang", "3月30日网上办事4件");
    expect(await office.press("sunhai", "都没有，记0")).toBe(
      "3月还有1项要填：网站访问量。请直接发数，例如“3月网站访问量12000”，可以一次发完。",
    );
    expect(office.greyed("sunhai", "3月还有")).toBeUndefined();
  });

  test("what stays open goes to the head again, then to the disclosure office, each once", async () => {
    expect(await office.morning("2026-04-03")).toEqual([
      "sunhai: 3月还有1项没报\n行政审批科。要填读数的：网站访问量。直接发数就行。\n我来填",
    ]);
    expect(await office.morning("2026-04-07")).toEqual([]);
    expect(await office.morning("2026-04-08")).toEqual(["guojing: 3月还没报齐：行政审批科缺网站访问量。"]);
    expect(await office.morning("2026-04-09")).toEqual([]);
  });

  test("a reading is asked, never attested: 我来填 says how, and the month is complete", async () => {
    await office.press("sunhai", "我来填");
    await office.say("sunhai", "3月网站访问量52000");
    expect(await office.say("guojing", "谁还没报3月的")).toBe("3月各科室该报的都报了。");
  });

  test("the platform has nothing to complain of", () => {
    expect(office.breaches).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
