import { describe, expect, test } from "vitest";
import type { Meaning } from "../utterance/meaning.ts";
import { chat, type ItemWords, OFFICE, Rehearsal, record, target } from "./rehearsal.contract.ts";

const undo: Meaning = { act: "undo", target: target(), redo: false };
const redo: Meaning = { act: "undo", target: target(), redo: true };
const permit = (quantity: number, period: string): ItemWords => ({ indicator: "permit.decided", quantity, period });
const change = (set: Extract<Meaning, { act: "correct" }>["set"]): Meaning => ({
  act: "correct",
  target: target({ indicator: "permit.decided", period: "2026-03-04" }),
  set,
});
const tomorrow = { now: "2026-03-05T09:00:00+08:00" } as const;

describe("taking back undoes one's own deeds only", () => {
  test("a correction that was corrected by another since is shown and left", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(10, "2026-03-04")), { text: "许可10件" });
    talk.hear(change({ quantity: 11 }), { text: "改成11件" });
    talk.hear(change({ quantity: 20 }), { by: "clerk", text: "改成20件" });
    if (talk.said.includes("ask which-record")) talk.hear(chat, { by: "clerk", text: "是" });
    expect(talk.standing).toEqual(["permit.decided 20 2026-03-04"]);
    talk.hear(undo, { text: "撤销" });
    expect(talk.said).toEqual(["changed-since"]);
    expect(talk.standing).toEqual(["permit.decided 20 2026-03-04"]);
  });

  test("one's own corrections are taken back one by one", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(10, "2026-03-04")), { text: "许可10件" });
    talk.hear(change({ quantity: 11 }), { text: "改成11件" });
    talk.hear(undo, { text: "撤销" });
    expect(talk.standing).toEqual(["permit.decided 10 2026-03-04"]);
    talk.hear(undo, { text: "撤销" });
    expect(talk.standing).toEqual([]);
  });

  test("a replacement taken back the next day puts the replaced record back", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(12, "2026-03-02")), { text: "2日许可12件" });
    talk.hear(record(permit(20, "2026-03")), { text: "3月许可20件" });
    talk.hear(chat, { text: "替换" });
    talk.hear(undo, { text: "撤销", ...tomorrow });
    expect(talk.said).toEqual(["ask which-record"]);
    talk.hear(chat, { text: "是", ...tomorrow });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-02"]);
  });

  test("what another has reported meanwhile keeps a withdrawn figure from standing again", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(20, "2026-03")), { text: "3月许可20件" });
    talk.hear(undo, { text: "撤销" });
    talk.hear(record(permit(21, "2026-03")), { by: "zhao", text: "3月许可21件" });
    talk.hear(redo, { text: "恢复" });
    expect(talk.said).toEqual(["would-count-twice"]);
    expect(talk.standing).toEqual(["permit.decided 21 2026-03"]);
  });

  test("a correction of the period may not run into what stands", () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(20, "2026-02")), { text: "2月许可20件" });
    talk.hear(record(permit(3, "2026-03-04")), { text: "许可3件" });
    talk.hear(change({ period: "2026-02-10" }), { text: "改成2月10日" });
    expect(talk.said).toEqual(["would-count-twice"]);
    expect(talk.standing).toEqual(["permit.decided 20 2026-02", "permit.decided 3 2026-03-04"]);
  });
});

test("a zero of another that one's own figure ended stands again when the figure is taken back", () => {
  const talk = new Rehearsal();
  talk.hear(record(permit(0, "2026-03")), { by: "zhao", text: "3月许可0件" });
  talk.hear(record(permit(3, "2026-03-04")), { text: "今天许可3件" });
  talk.hear(undo, { text: "撤销" });
  expect(talk.said).toEqual(["withdrawn", "put-back"]);
  expect(talk.standing).toEqual(["permit.decided 0 2026-03"]);
});

test("a record taken back comes back by its kind, past what was taken back since", () => {
  const talk = new Rehearsal();
  talk.hear(record(permit(11, "2026-03-04")), { text: "许可11件" });
  talk.hear(undo, { text: "撤销" });
  talk.hear(record({ indicator: "training.held", period: "2026-03-04" }), { text: "培训1次" });
  talk.hear(undo, { text: "撤销" });
  const named = target({ indicator: "permit.decided", quantity: 11 });
  talk.hear({ act: "undo", target: named, redo: true }, { text: "许可恢复吧，就是11个" });
  expect(talk.standing).toEqual(["permit.decided 11 2026-03-04"]);
  const other = target({ indicator: "training.held", quantity: 2 });
  talk.hear({ act: "undo", target: other, redo: true }, { text: "培训恢复吧，是2次" });
  expect(talk.said).toEqual(["nothing-to-restore"]);
});

test("the exact row of an answer in a month closed meanwhile is told, not written", () => {
  const talk = new Rehearsal();
  talk.hear(record({ indicator: "application.received", applicant: "nat", via: "online" }), { text: "收到依申请1件" });
  talk.hear(record({ indicator: "application.outcome", outcome: "denied" }), { text: "依申请那件不予公开" });
  expect(talk.said).toEqual(["kept", "case-stands", "ask result-row"]);
  talk.closed.add("2026-03");
  const stepped = talk.hear(chat, { text: "商业秘密" });
  expect(talk.said).toContain("month-closed");
  expect(stepped.plans).toEqual([]);
});

test("a speaker without a section is asked before anything counts, and then meets the section's own figure", () => {
  const talk = new Rehearsal({ ...OFFICE, sections: [...OFFICE.sections] });
  talk.hear(record({ ...permit(5, "2026-03"), section: "office" }), { by: "zhao", text: "3月许可5件" });
  talk.hear(record(permit(5, "2026-03")), { by: "nowhere", text: "3月许可5件" });
  expect(talk.said).toEqual(["ask which-section"]);
  talk.hear(chat, { by: "nowhere", text: "办公室" });
  expect(talk.said).toEqual(["ask overlap"]);
  expect(talk.standing).toEqual(["permit.decided 5 2026-03"]);
});

// biome-ignore format: the columns are the test
test.each([
  ["chief", false, "the leader handles no case"],
  ["admin", false, "the administrator keeps the program running"],
  ["clerk", true,  "the disclosure office handles them all"],
] as const)("which record is meant, asked of %s, names the applicant: %s (%s)", (by, names, _why) => {
  const talk = new Rehearsal();
  for (const who of ["张三", "李四"]) {
    talk.hear(record({ indicator: "application.received", applicant: "nat", via: "online", who }), { text: who });
  }
  const named: Meaning = { ...undo, target: target({ indicator: "application.received", period: "2026-03-04" }) };
  const asked = talk.hear(named, { by, text: "撤销3月4日的申请" });
  expect(talk.said).toEqual(["ask which-record"]);
  expect(JSON.stringify(asked.next.pending[0]?.question.options).includes("张三")).toBe(names);
});
