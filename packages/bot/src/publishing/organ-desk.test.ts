import { textOf } from "@gongkai/reporter";
import type { ChainedRecord } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import type { Organ } from "../config/organ.ts";
import { readSettings } from "../config/read-settings.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import { OrganDesk } from "./organ-desk.ts";

const YAML = `
office:
  key: demo
  name: 示例市商务局
  sections: [{ key: law, label: 法规科 }]
`;

type Templates = [] | [ConstructorParameters<typeof OrganDesk>[2]];
const deskOf = (ledger: TestLedger, ...templates: Templates): OrganDesk => deskOn(YAML, ledger, ...templates);

function deskOn(yaml: string, ledger: TestLedger, ...templates: Templates): OrganDesk {
  const [organ] = readSettings(yaml, {}).organs as readonly [Organ]; // the texts here have one
  const reader = {
    recordsAfter: async (_organ: string, after: number) =>
      ledger.records.slice(after).map((line): ChainedRecord => ({ ...line, previous: "", hash: "" })),
  } as Partial<LedgerReader> as LedgerReader; // a desk uses nothing else of it
  return new OrganDesk(reader, organ, ...templates);
}
const textsOf = ({ blocks }: { blocks: ReturnType<Awaited<ReturnType<OrganDesk["look"]>>["document"]>["blocks"] }) =>
  blocks.flatMap((block) => (block.kind === "table" ? [] : [textOf(block.runs)]));

test("the office's own narrative and title are in its document, what it leaves out is the default", async () => {
  const ledger = new TestLedger();
  ledger.figure("disclosure.budget", 7, "2025-03");
  const own = {
    narrative: { "一（一）": '全年公开{{ "s1.disclosed" | 数 }}条。' },
    title: "{{ 机关 }}\n{{ 年度 }}年年报",
  };
  const [plain, styled] = [deskOf(ledger), deskOf(ledger, own)];
  const before = (await plain.look()).document(2025, "2026-01-09");
  const after = (await styled.look()).document(2025, "2026-01-09");
  expect(before.title.join("")).toBe("示例市商务局2025年政府信息公开工作年度报告");
  expect(after.title).toEqual(["示例市商务局", "2025年年报"]);
  expect(textsOf(after)).toContain("全年公开7条。");
  const changed = textsOf(after).filter((text) => !textsOf(before).includes(text));
  expect(changed).toEqual(["全年公开7条。"]);
});

test("whether an answer was late is counted by the office's own days off", async () => {
  const ledger = new TestLedger();
  const id = "A-2026-0001";
  ledger.tell({ kind: "application-opened", case: id, applicant: "nat", via: "online", receivedOn: "2026-03-03" });
  ledger.tell({ kind: "application-answered", case: id, outcome: "open", on: "2026-04-01" });
  const holidays = '  holidays: { version: 市政府办通知, off: { "2026-03-30": 全市停休 } }';
  const lateIn = async (desk: OrganDesk) =>
    (await desk.look()).report(2026, "2027-01-09").findings.filter(({ says }) => says.includes("超期")).length;
  expect(await lateIn(deskOf(ledger))).toBe(1);
  expect(await lateIn(deskOn(`${YAML}${holidays}`, ledger))).toBe(0);
});

test("a month is of the ledger as it stands at the look", async () => {
  const ledger = new TestLedger();
  ledger.figure("permit.decided", 2, "2025-03-04");
  const desk = deskOf(ledger);
  const permits = async () => {
    const { whole } = (await desk.look()).month("2025-03", "2025-03-31", new Map());
    return whole.find(({ indicator }) => indicator === "permit.decided")?.month.value;
  };
  expect(await permits()).toBe(2);
  ledger.figure("permit.decided", 5, "2025-03-05");
  expect(await permits()).toBe(7);
});
