import { describe, expect, test } from "vitest";
import { chat, type ItemWords, Rehearsal, record, target } from "./rehearsal.contract.ts";

const permit = (quantity: number, period: string): ItemWords => ({ indicator: "permit.decided", quantity, period });
const undo = { act: "undo", target: target(), redo: false } as const;

describe("answered late", () => {
  const asked = () => {
    const talk = new Rehearsal();
    talk.hear(record(permit(4, "2026-03-02")), { text: "2日许可4件" });
    talk.hear(record(permit(20, "2026-03")), { text: "3月许可20件" });
    return talk;
  };
  const fix = {
    act: "correct",
    target: target({ indicator: "permit.decided", period: "2026-03-02" }),
    set: { quantity: 6 },
  } as const;

  test.each(["替换", "另外再加", "就是这些"])("%s is asked anew when a colleague has reported more since", (reply) => {
    const talk = asked();
    talk.hear(record(permit(9, "2026-03-03")), { by: "zhao", text: "3日许可9件" });
    talk.hear(chat, { text: reply });
    expect(talk.said).toEqual(["changed-meanwhile", "ask overlap"]);
    expect(talk.standing).toEqual(["permit.decided 4 2026-03-02", "permit.decided 9 2026-03-03"]);
  });

  test("and when what was shown has another figure now", () => {
    const talk = asked();
    talk.hear(fix, { by: "zhao", text: "改成6件" });
    if (talk.said.includes("ask which-record")) talk.hear(chat, { by: "zhao", text: "是" });
    talk.hear(chat, { text: "替换" });
    expect(talk.said).toEqual(["changed-meanwhile", "ask overlap"]);
  });

  test("what stands in no way any more is written", () => {
    const talk = asked();
    talk.hear(
      { ...undo, target: target({ indicator: "permit.decided", period: "2026-03-02" }) },
      { by: "zhao", text: "撤销" },
    );
    if (talk.said.includes("ask which-record")) talk.hear(chat, { by: "zhao", text: "是" });
    talk.hear(chat, { text: "另外再加" });
    expect(talk.standing).toEqual(["permit.decided 20 2026-03"]);
  });
});
