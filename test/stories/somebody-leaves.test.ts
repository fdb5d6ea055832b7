import { afterAll, beforeAll, expect, test } from "vitest";
import { SimulatedOffice } from "../support/simulated-office.ts";

const office = new SimulatedOffice(
  `
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided] }
    - { key: law, label: 法规科 }
    - { key: disclosure, label: 政务公开办 }
  departments: { "2": permit, "3": disclosure, "4": law }
  people: { clerks: [GuoJing] }
`,
  {
    departments: [
      { id: 1, name: "云河市商务局", parentid: 0 },
      { id: 2, name: "行政审批科" },
      { id: 3, name: "政务公开办" },
      { id: 4, name: "法规科" },
    ],
    users: [
      { userid: "HeKai", name: "何凯", department: [2] },
      { userid: "LiNa", name: "李娜", department: [1] },
      { userid: "GuoJing", name: "郭静", department: [3] },
    ],
  },
);
beforeAll(() => office.open("2026-03-04 09:00"));
afterAll(() => office.close());

const first = async (member: string, text: string) => (await office.say(member, text)).split("\n")[0];

test("a person of the directory reports for the section of his department", async () => {
  expect(await first("HeKai", "今天许可办结5件")).toBe("已记：行政许可5件，3月4日");
  expect((await office.records())[0]?.record.section).toBe("permit");
});

test("who belongs to no section is asked once for which one, and nothing is kept before", async () => {
  expect(await first("LiNa", "今天处罚2件，强制1件")).toBe("这2条记到哪个科室？");
  expect(await office.records()).toHaveLength(1);
  expect(await first("LiNa", "法规科")).toBe("已代法规科记下：2条");
  expect(await first("LiNa", "今天处罚又办了3件")).toMatch(/^已代法规科记下：行政处罚3件/);
  expect((await office.records()).slice(1).map(({ record: { section } }) => section)).toEqual(["law", "law", "law"]);
});

test("who leaves is turned away from the next reading of the directory on, and told nothing", async () => {
  office.leaves("HeKai");
  await office.untilDirectoryIsRead();
  office.comes({ userid: "HeKai", name: "何凯", department: [2] }); // the platform delivers only what its members say
  const answer = await office.say("HeKai", "今年许可多少件");
  expect(answer).toBe("抱歉，这里只为本单位已登记的人员服务。如需帮助，请联系您单位的管理员。");
});

test("what he reported stands, and his section's work goes on", async () => {
  expect(await first("GuoJing", "今年许可多少件")).toContain("行政许可5件");
  expect(await first("GuoJing", "何凯今天那条许可改成6件")).toMatch(/行政许可5件/);
});

test("who comes is heard after the next reading of the directory", async () => {
  office.comes({ userid: "SunYan", name: "孙妍", department: [2] });
  await office.untilDirectoryIsRead();
  expect(await first("SunYan", "今天许可办结1件")).toBe("已记：行政许可1件，3月4日");
});

test("the platform has nothing to complain of", () => {
  expect([office.breaches, office.faults]).toEqual([[], []]);
});
