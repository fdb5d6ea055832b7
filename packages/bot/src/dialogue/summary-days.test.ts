import { expect, test } from "vitest";
import { chat, type PersonId, Rehearsal } from "./rehearsal.contract.ts";

const hear = (text: string, by: PersonId, now = "2026-03-18T10:00:00+08:00") => {
  const talk = new Rehearsal();
  const { plans, say } = talk.hear(chat, { text, by, now });
  return { plans, say };
};

// biome-ignore format: the columns are the test
test.each<[string, string, object, string | null, string]>([
  ["每周一给我发周报",   "2026-03-18", { week: 1 },       "2026-03-23", "from next Monday"],
  ["每周三给我发周报",   "2026-03-18", { week: 3 },       "2026-03-25", "said on a Wednesday: not again today"],
  ["每月25号给我发小结", "2026-03-18", { month: 25 },     "2026-03-25", "still this month"],
  ["每月1号给我发小结",  "2026-03-18", { month: 1 },      "2026-04-01", "next month"],
  ["每月31号给我发小结", "2026-03-31", { month: 31 },     "2026-04-30", "April has no 31st"],
  ["月底小结发我",       "2026-03-18", { month: "end" },  null,         "the last working day"],
  ["不用发周报了",       "2026-03-18", { week: null },    null,         "none any more"],
])("%s on %s: %j from %s (%s)", (text, today, chosen, first, _why) => {
  const { plans, say } = hear(text, "chief", `${today}T10:00:00+08:00`);
  expect(plans).toEqual([{ do: "choose-summary", chosen }]);
  expect(say).toEqual([{ say: "summary-days", chosen, first }]);
});

test("summaries are for leaders and the disclosure office", () => {
  for (const by of ["wang", "zhao", "admin"] as const)
    expect(hear("每周一给我发周报", by)).toEqual({
      plans: [],
      say: [{ say: "not-allowed", deed: "read-summaries" }],
    });
  expect(hear("每周一给我发周报", "clerk").plans).toHaveLength(1);
});

test("a sentence that only mentions one is heard as usual", () => {
  expect(hear("今天发了周报", "chief").say).toEqual([{ say: "friendly", why: "no-work-in-it" }]);
});
