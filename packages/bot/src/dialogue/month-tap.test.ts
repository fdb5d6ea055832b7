import { describe, expect, test } from "vitest";
import type { MonthTap } from "./month-tap.ts";
import { chat, type PersonId, Rehearsal, record } from "./rehearsal.contract.ts";

const LAST_DAY = "2026-03-31T10:00:00+08:00";
const tap = (does: MonthTap["does"], section = "office", month = "2026-03"): MonthTap => ({
  ...{ tap: "month", does, month, section },
});
const press = (talk: Rehearsal, by: PersonId, pressed: MonthTap, now = LAST_DAY) =>
  talk.hear(chat, { text: "这些都是0", tap: pressed, by, now });
describe("the monthly card", () => {
  test("one tap attests everything countable still open with 0; readings are asked", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "training.held", quantity: 2, period: "2026-03-05" }), {
      ...{ text: "3月5日培训2次", by: "wang", now: "2026-03-05T10:00:00+08:00" },
    });
    press(talk, "zhao", tap("nothing"));
    expect(talk.standing).toEqual([
      "training.held 2 2026-03-05",
      "inspection.held 0 2026-03",
      "publicity.interview 0 2026-03",
    ]);
    expect(talk.said).toEqual(["kept", "month-left"]);
    expect(talk.last?.say.find(({ say }) => say === "month-left")).toMatchObject({ indicators: ["gauge.site_visits"] });
  });

  test("a second tap writes nothing and says what is still open", () => {
    const talk = new Rehearsal();
    press(talk, "zhao", tap("nothing"));
    const before = talk.standing;
    press(talk, "zhao", tap("nothing"));
    expect(talk.standing).toEqual(before);
    expect(talk.said).toEqual(["month-left"]);
  });

  test("a tap weeks later is answered from the ledger: what was reported since is not touched", () => {
    const talk = new Rehearsal();
    const april = "2026-04-10T10:00:00+08:00";
    talk.hear(record({ indicator: "inspection.held", quantity: 1, period: "2026-03-30" }), {
      ...{ text: "3月30日检查1次", by: "wang", now: april },
    });
    press(talk, "zhao", tap("nothing"), april);
    expect(talk.standing).toEqual([
      "inspection.held 1 2026-03-30",
      "training.held 0 2026-03",
      "publicity.interview 0 2026-03",
    ]);
  });

  test("a closed month stays closed", () => {
    const talk = new Rehearsal();
    talk.hear(chat, { text: "3月结账", by: "clerk", now: "2026-04-08T09:00:00+08:00" });
    press(talk, "zhao", tap("nothing"), "2026-04-09T09:00:00+08:00");
    expect(talk.standing).toEqual([]);
    expect(talk.said).toEqual(["month-closed"]);
  });

  // biome-ignore format: the columns are the test
  test.each<[PersonId, string, boolean, string]>([
    ["zhao",    "office", true,  "the head of the section"],
    ["wang",    "office", true,  "staff of the section"],
    ["clerk",   "law",    true,  "the disclosure office, for any section"],
    ["zhao",    "law",    false, "the head of another section, the card passed on"],
    ["chief",   "office", false, "a leader"],
    ["admin",   "office", false, "an administrator"],
    ["nowhere", "office", false, "somebody of no section"],
  ])("pressed by %s for %s: %s (%s)", (by, section, writes, _why) => {
    const talk = new Rehearsal();
    press(talk, by, tap("nothing", section));
    expect(talk.standing.length > 0).toBe(writes);
    if (!writes) expect(talk.said).toEqual(["not-allowed"]);
  });

  test("我来填 writes nothing and lists everything by name", () => {
    const talk = new Rehearsal();
    press(talk, "zhao", tap("fill"));
    expect(talk.standing).toEqual([]);
    expect(talk.last?.say).toEqual([
      {
        ...{ say: "month-left", month: "2026-03", section: "office" },
        indicators: ["training.held", "inspection.held", "publicity.interview", "gauge.site_visits"],
      },
    ]);
  });

  test("the zeros of one tap are one deed: 撤销 offers them one by one or all at once", () => {
    const talk = new Rehearsal();
    press(talk, "zhao", tap("nothing"));
    talk.hear({ act: "undo", target: { text: "" }, redo: false }, { text: "撤销", by: "zhao", now: LAST_DAY });
    talk.hear(chat, { text: "全部撤销", by: "zhao", now: LAST_DAY });
    expect(talk.standing).toEqual([]);
  });
});
