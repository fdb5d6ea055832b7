import { describe, expect, test } from "vitest";
import type { Meaning } from "../utterance/meaning.ts";
import { chat, Rehearsal, record } from "./rehearsal.contract.ts";

const PERMIT = "permit.decided";

test("a card about an unknown section is kept for the speaker's own, and never for none", () => {
  const talk = new Rehearsal();
  const report = record({ indicator: PERMIT, quantity: 12, section: "水产科" });
  talk.hear(report, { text: "代水产科报许可12件", by: "wang" });
  talk.hear(chat, { text: "确认", by: "wang" });
  expect([...talk.facts].map(({ record: { section } }) => section)).toEqual(["office"]);
});

test("a card about an unknown section is settled by the name of the right one", () => {
  const talk = new Rehearsal();
  talk.hear(record({ indicator: PERMIT, quantity: 12, section: "水产科" }), { text: "代水产科报许可12件" });
  talk.hear(chat, { text: "法规科" });
  expect([...talk.facts].map(({ record: { section } }) => section)).toEqual(["law"]);
});

test("a section nobody knows, named by a speaker without one, is never written for none", () => {
  const talk = new Rehearsal();
  talk.hear(record({ indicator: PERMIT, quantity: 12, section: "水产科" }), {
    text: "代水产科报许可12件",
    by: "nowhere",
  });
  expect(talk.said).toEqual(["ask which-section"]);
  talk.hear(chat, { text: "确认", by: "nowhere" });
  expect(talk.standing).toEqual([]);
  expect(talk.said).toEqual(["still-waiting which-section"]);
});

describe("a speaker who belongs to no section", () => {
  const sections = (talk: Rehearsal) => [...talk.facts].map(({ record: { section } }) => section);

  test("is asked once for a whole message, and not again", () => {
    const talk = new Rehearsal();
    const two = record({ indicator: PERMIT, quantity: 5 }, { indicator: "penalty.decided", quantity: 2 });
    talk.hear(two, { text: "许可5件，处罚2件", by: "nowhere" });
    expect(talk.said).toEqual(["ask which-section"]);
    expect(talk.standing).toEqual([]);
    talk.hear(chat, { text: "法规科", by: "nowhere" });
    expect(sections(talk)).toEqual(["law", "law"]);
    talk.hear(record({ indicator: PERMIT, quantity: 1 }), { text: "许可1件", by: "nowhere" });
    expect(talk.said).toEqual(["kept"]);
    expect(sections(talk)).toEqual(["law", "law", "law"]);
  });

  test("is asked after a card was agreed to, and nothing is ever kept for no section", () => {
    const talk = new Rehearsal();
    const item = record({ indicator: "info.cleared", quantity: 8 });
    const odd = { ...item, oddities: [{ why: "homophone", words: "清里" }] } as Meaning;
    talk.hear(odd, { text: "清里过期信息8条", by: "nowhere" });
    talk.hear(chat, { text: "确认", by: "nowhere" });
    expect(talk.said).toEqual(["ask which-section"]);
    expect(talk.standing).toEqual([]);
    talk.hear(chat, { text: "办公室", by: "nowhere" });
    expect(sections(talk)).toEqual(["office"]);
  });

  test("who names a section in the message is asked nothing, and is asked the next time", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: PERMIT, section: "法规科" }), { text: "代法规科报许可1件", by: "nowhere" });
    expect(sections(talk)).toEqual(["law"]);
    talk.hear(record({ indicator: PERMIT }), { text: "许可1件", by: "nowhere" });
    expect(talk.said).toEqual(["ask which-section"]);
  });
});
