import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClockInput, clock } from "./case-clock.ts";
import { STATE_CALENDAR } from "./holiday-calendar.ts";
import { addDays } from "./local-date.ts";
import { dueDate, isWorkingDay } from "./working-days.ts";

const asked = (input: Partial<ClockInput> & { received: string }) =>
  clock({ consultations: [], extension: 0, ...input });

// biome-ignore format: the columns are the test
test.each([
  // base         7 wd          15 wd         20 wd         20+20 wd      why this row exists
  ["2025-01-20", "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21", "spring festival inside the term"],
  ["2025-01-25", "2025-02-10", "2025-02-20", "2025-02-27", "2025-03-27", "received on a Saturday off"],
  ["2025-01-26", "2025-02-11", "2025-02-21", "2025-02-28", "2025-03-28", "received on a make-up Sunday"],
  ["2025-04-25", "2025-05-08", "2025-05-20", "2025-05-27", "2025-06-25", "a make-up Sunday and 劳动节"],
  ["2025-09-25", "2025-10-11", "2025-10-22", "2025-10-29", "2025-11-26", "seven days end on a make-up Saturday"],
  ["2025-12-25", "2026-01-06", "2026-01-16", "2026-01-23", "2026-02-27", "carried into the next year"],
  ["2026-02-10", "2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14", "the spring festival of 2026"],
])("from %s: 7 wd %s, 15 wd %s, 20 wd %s, extended %s: %s", (received, seven, fifteen, twenty, forty) => {
  expect(dueDate(received, 7, STATE_CALENDAR).day).toBe(seven);
  expect(dueDate(received, 15, STATE_CALENDAR).day).toBe(fifteen);
  expect(asked({ received }).due).toBe(twenty);
  expect(asked({ received, extension: 20 }).due).toBe(forty);
});

// biome-ignore format: the columns are the test
test.each<[ClockInput["consultations"], number, string, string]>([
  // what was asked of whom and when, from a base of 2025-06-03; without it the answer is due on 2025-07-01
  [[{ sent: "2025-06-10", returned: "2025-06-20" }], 0, "2025-07-11", "eight working days do not count"],
  [[{ sent: "2025-06-10", returned: "2025-06-20" }, { sent: "2025-06-13", returned: "2025-06-18" }], 0, "2025-07-11", "a span inside another is counted once"],
  [[{ sent: "2025-06-10", returned: "2025-06-16" }, { sent: "2025-06-13", returned: "2025-06-20" }], 0, "2025-07-11", "overlapping spans are merged"],
  [[{ sent: "2025-06-10", returned: "2025-06-16" }, { sent: "2025-06-16", returned: "2025-06-20" }], 0, "2025-07-11", "one sent on the day the other came back"],
  [[{ sent: "2025-06-10", received: "2025-06-11", returned: "silent" }], 0, "2025-07-23", "silent: the 15th working day after its receipt, 07-02, ends the span"],
  [[{ sent: "2025-06-10", received: "2025-06-11", returned: "2025-07-20" }], 0, "2025-07-23", "a reply after the 15th working day is silence"],
  [[{ sent: "2025-06-10", returned: "2025-06-10" }], 0, "2025-07-01", "answered on the day it was sent"],
  [[{ sent: "2025-06-14", returned: "2025-06-15" }], 0, "2025-07-01", "a weekend costs nothing"],
  [[{ sent: "2025-07-01", returned: "2025-07-04" }], 0, "2025-07-04", "sent on the last day: the term still runs and waits"],
  [[{ sent: "2025-07-01", returned: "2025-07-06" }], 0, "2025-07-04", "back on a Sunday: the last working day before it"],
  [[{ sent: "2025-07-02", returned: "2025-07-20" }], 0, "2025-07-01", "sent after the term ran out: too late to pause it"],
  [[{ sent: "2025-07-02", returned: "2025-07-04" }], 20, "2025-07-31", "the same letter inside an extended term"],
  [[{ sent: "2025-05-28", returned: "2025-06-05" }], 0, "2025-07-03", "sent before the base: only the days after it are left out"],
])("with %j and an extension of %i the answer is due on %s: %s", (consultations, extension, due) => {
  expect(asked({ received: "2025-06-03", consultations, extension })).toMatchObject({ due, provisional: false });
});

test("an opinion still awaited makes the due day provisional, at the latest day the law allows", () => {
  const waiting = { sent: "2025-06-10", received: "2025-06-11", returned: null };
  expect(asked({ received: "2025-06-03", consultations: [waiting] })).toMatchObject({
    due: "2025-07-23",
    provisional: true,
  });
});

// biome-ignore format: the columns are the test
test.each<[Partial<ClockInput>, string, string]>([
  [{ corrected: "2025-06-20" },                          "2025-07-18", "补正: 20 days anew from the corrected application"],
  [{ paid: "2025-06-25" },                               "2025-07-23", "a fee: 20 days anew from the day it is paid"],
  [{ corrected: "2025-06-20", paid: "2025-06-25" },      "2025-07-23", "the latest of them"],
  [{ corrected: "2025-06-02" },                          "2025-07-01", "a correction before the receipt moves nothing"],
  [{ corrected: null, paid: null },                      "2025-07-01", "nothing happened"],
])("received 2025-06-03 with %j is due on %s: %s", (events, due) => {
  expect(asked({ received: "2025-06-03", ...events }).due).toBe(due);
});

test("every day from day 0 to the due day is shown with its reason", () => {
  const { days, calendar } = asked({
    received: "2025-09-25",
    consultations: [{ with: "third-party", sent: "2025-10-11", returned: "2025-10-14" }],
  });
  expect(calendar).toBe("国办发明电〔2023〕7号、国办发明电〔2024〕12号、国办发明电〔2025〕7号");
  expect(days.slice(0, 20).map(({ date, counts, why }) => `${date.slice(5)} ${counts ? "计" : "不计"} ${why}`)).toEqual(
    [
      "09-25 不计 收到申请当天，次日起算",
      "09-26 计 工作日",
      "09-27 不计 周末",
      "09-28 计 调休上班",
      "09-29 计 工作日",
      "09-30 计 工作日",
      "10-01 不计 国庆节、中秋节放假",
      "10-02 不计 国庆节、中秋节放假",
      "10-03 不计 国庆节、中秋节放假",
      "10-04 不计 国庆节、中秋节放假",
      "10-05 不计 国庆节、中秋节放假",
      "10-06 不计 国庆节、中秋节放假",
      "10-07 不计 国庆节、中秋节放假",
      "10-08 不计 国庆节、中秋节放假",
      "10-09 计 工作日",
      "10-10 计 工作日",
      "10-11 计 调休上班",
      "10-12 不计 周末",
      "10-13 不计 征求第三方意见",
      "10-14 不计 征求第三方意见",
    ],
  );
});

test("both reasons are named on a day two letters were out", () => {
  const { days } = asked({
    received: "2025-06-03",
    consultations: [
      { with: "third-party", sent: "2025-06-09", returned: "2025-06-11" },
      { with: "co-producer", sent: "2025-06-10", returned: "2025-06-12" },
    ],
  });
  expect(days.filter(({ why }) => why.startsWith("征求")).map(({ date, why }) => [date, why])).toEqual([
    ["2025-06-10", "征求第三方意见"],
    ["2025-06-11", "征求第三方意见、征求其他机关意见"],
    ["2025-06-12", "征求其他机关意见"],
  ]);
});

test("days beyond the calendar say so", () => {
  const { due, provisional, days } = asked({ received: "2026-12-18" });
  expect([due, provisional]).toEqual(["2027-01-15", true]);
  expect(days.at(-1)?.why).toBe("工作日（放假安排未公布，暂定）");
  expect(asked({ received: "2026-12-01" }).provisional).toBe(false);
});

// The three notices once more, as the gazette prints them and apart from the shipped data: month/day.
const PRINTED: Readonly<Record<number, Readonly<{ off: string; work: string }>>> = {
  2024: {
    off: "1/1 2/10 2/11 2/12 2/13 2/14 2/15 2/16 2/17 4/4 4/5 4/6 5/1 5/2 5/3 5/4 5/5 6/10 9/15 9/16 9/17 10/1 10/2 10/3 10/4 10/5 10/6 10/7",
    work: "2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12",
  },
  2025: {
    off: "1/1 1/28 1/29 1/30 1/31 2/1 2/2 2/3 2/4 4/4 4/5 4/6 5/1 5/2 5/3 5/4 5/5 5/31 6/1 6/2 10/1 10/2 10/3 10/4 10/5 10/6 10/7 10/8",
    work: "1/26 2/8 4/27 9/28 10/11",
  },
  2026: {
    off: "1/1 1/2 1/3 2/15 2/16 2/17 2/18 2/19 2/20 2/21 2/22 2/23 4/4 4/5 4/6 5/1 5/2 5/3 5/4 5/5 6/19 6/20 6/21 9/25 9/26 9/27 10/1 10/2 10/3 10/4 10/5 10/6 10/7",
    work: "1/4 2/14 2/28 5/9 9/20 10/10",
  },
};
type Sheet = { date: string; works: boolean; naive: boolean }[];
const SHEET: Sheet = [];
for (let ms = Date.UTC(2024, 0, 1); ms <= Date.UTC(2026, 11, 31); ms += 86_400_000) {
  const date = new Date(ms);
  const printed = PRINTED[date.getUTCFullYear()]!; // the loop stays inside the three years
  const monthDay = `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  const weekend = date.getUTCDay() % 6 === 0;
  const off = printed.off.split(" ").includes(monthDay);
  const work = printed.work.split(" ").includes(monthDay);
  SHEET.push({ date: date.toISOString().slice(0, 10), works: work || (!weekend && !off), naive: !weekend && !off });
}
/** The day of the n-th mark after a place on the sheet, or undefined when the sheet ends before. */
const countOn = (from: number, term: number, mark: "works" | "naive") =>
  SHEET.slice(from + 1).filter((day) => day[mark])[term - 1]?.date;

test("for every receipt date of 2024 to 2026 the due days equal a count on a printed calendar", () => {
  let compared = 0;
  for (const [place, { date }] of SHEET.entries()) {
    for (const extension of [0, 20]) {
      const due = countOn(place, 20 + extension, "works");
      const ours = asked({ received: date, extension });
      if (due) expect([date, ours.due, ours.provisional]).toEqual([date, due, false]);
      else expect([date, ours.provisional]).toEqual([date, true]);
      if (due) compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(2100); // of 2192: only the last receipts of 2026 reach into 2027
});

test("a count that forgets the make-up days would be wrong for more than a third of 2025", () => {
  const of2025 = [...SHEET.entries()].filter(([, { date }]) => date.startsWith("2025"));
  const wrong = of2025.filter(([place]) => countOn(place, 20, "naive") !== countOn(place, 20, "works"));
  expect(wrong.length / of2025.length).toBeGreaterThan(0.33);
});

const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays("2025-03-01", days));
const consultation = fc.tuple(day, fc.integer({ min: 0, max: 40 }), fc.boolean()).map(([sent, days, third]) => ({
  with: third ? ("third-party" as const) : ("co-producer" as const),
  sent,
  returned: addDays(sent, days),
}));
const anyInput = fc.record({
  received: day,
  corrected: fc.option(day),
  paid: fc.option(day),
  consultations: fc.array(consultation, { maxLength: 4 }),
  extension: fc.integer({ min: 0, max: 20 }),
});

test("the working reproduces the due day: it is gapless, counts the whole term, and ends on the due day", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { due, days } = clock(input);
      const base = [input.received, input.corrected ?? "", input.paid ?? ""].sort().at(-1)!;
      expect(days[0]?.date).toBe(base);
      expect(days.at(-1)?.date).toBe(due);
      expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(base, index)));
      expect(days.filter(({ counts }) => counts)).toHaveLength(20 + input.extension);
      expect(isWorkingDay(due, STATE_CALENDAR)).toBe(true);
    }),
  );
});

test("the due day is the base plus the term plus the union of the excluded working days", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const base = [input.received, input.corrected ?? "", input.paid ?? ""].sort().at(-1)!;
      const { due } = clock(input);
      const spans = input.consultations.filter(({ sent }) => sent <= due); // later letters pause nothing
      const excluded = new Set<string>();
      for (const { sent, returned } of spans) {
        for (let at = addDays(sent, 1); at <= returned; at = addDays(at, 1)) {
          if (at > base && isWorkingDay(at, STATE_CALENDAR)) excluded.add(at);
        }
      }
      expect(due).toBe(dueDate(base, 20 + input.extension + excluded.size, STATE_CALENDAR).day);
    }),
  );
});

test("one more letter or a longer extension never brings the due day forward", () => {
  fc.assert(
    fc.property(anyInput, consultation, (input, more) => {
      expect(clock({ ...input, consultations: [...input.consultations, more] }).due >= clock(input).due).toBe(true);
      expect(clock({ ...input, extension: 20 }).due >= clock(input).due).toBe(true);
    }),
  );
});
