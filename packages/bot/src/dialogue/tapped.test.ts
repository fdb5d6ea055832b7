import { beforeEach, describe, expect, test } from "vitest";
import type { Change } from "../utterance/meaning.ts";
import { chat, Rehearsal, record, target } from "./rehearsal.contract.ts";

const PERMIT = { indicator: "permit.decided", quantity: 12 } as const;
const PENALTY = { indicator: "penalty.decided", quantity: 2 } as const;
const change = (set: Change) => ({ act: "correct", target: target({ ref: "last" }), set }) as const;

let talk: Rehearsal;
beforeEach(() => {
  talk = new Rehearsal();
});
const tap = (kind: "undo" | "change", source: string, by: "wang" | "zhao" = "wang") =>
  talk.hear(chat, { by, text: kind === "undo" ? "撤销" : "修改", tap: { tap: kind, source, version: 0 } });

describe("撤销 on the card of a message", () => {
  beforeEach(() => {
    talk.hear(record(PERMIT), { source: "a", text: "许可12件" });
  });

  test("takes back that message, also when others came after it", () => {
    talk.hear(record(PENALTY), { source: "b", text: "处罚2件" });
    tap("undo", "a");
    expect(talk.said).toEqual(["withdrawn"]);
    expect(talk.standing).toEqual(["penalty.decided 2 2026-03-04"]);
  });

  test.each([
    ["pressed again", () => tap("undo", "a"), ["stale-tap"]],
    ["pressed by somebody else", () => undefined, ["stale-tap"]],
  ])("%s it does nothing", (name, before, said) => {
    before();
    tap("undo", "a", name === "pressed again" ? "wang" : "zhao");
    expect(talk.said).toEqual(said);
  });

  test("a figure mended since is told as it stands and left alone", () => {
    talk.hear(change({ quantity: 13 }), { source: "b", text: "改成13件" });
    tap("undo", "a");
    expect(talk.said).toEqual(["changed-since"]);
    expect(talk.standing).toEqual(["permit.decided 13 2026-03-04"]);
  });

  test("on the card of a correction it brings the former wording back, once", () => {
    talk.hear(change({ quantity: 13 }), { source: "b", text: "改成13件" });
    tap("undo", "b");
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    tap("undo", "b");
    expect(talk.said).toEqual(["stale-tap"]);
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
  });
});

describe("修改 on the card of a message", () => {
  test("asks what the figure should be; asked twice it is one question", () => {
    talk.hear(record(PERMIT), { source: "a", text: "许可12件" });
    tap("change", "a");
    tap("change", "a");
    expect(talk.talkOf("wang").pending).toHaveLength(1);
    talk.hear(change({ quantity: 14 }), { text: "改成14件" });
    expect(talk.standing).toEqual(["permit.decided 14 2026-03-04"]);
  });

  test("of several records asks which line, and the lines of that card are what 第2条 means", () => {
    talk.hear(record(PERMIT, PENALTY), { source: "a", text: "许可12件，处罚2件" });
    talk.hear(record({ ...PERMIT, period: "2026-02" }), { source: "b", text: "2月许可12件" });
    tap("change", "a");
    expect(talk.talkOf("wang").pending).toEqual([]);
    talk.hear({ act: "correct", target: target({ ref: { nth: 2 } }), set: { quantity: 5 } }, { text: "第2条改成5" });
    expect(talk.standing).toContain("penalty.decided 5 2026-03-04");
  });

  test("of a record taken back does nothing", () => {
    talk.hear(record(PERMIT), { source: "a", text: "许可12件" });
    tap("undo", "a");
    tap("change", "a");
    expect(talk.said).toEqual(["stale-tap"]);
  });
});
