import { type LocalDate, STATE_CALENDAR } from "@gongkai/schema";
import { expect, test } from "vitest";
import { type SummaryChoice, summariesDue } from "./summary-days.ts";

type Said = { week?: number; month?: number | "end"; since?: LocalDate | null };
const on =
  ({ week, month, since = null }: Said) =>
  (today: LocalDate) => {
    const choice: SummaryChoice = { week: { on: week ?? null, since }, month: { on: month ?? null, since } };
    return summariesDue(choice, today, STATE_CALENDAR).map((due) => [due.on, due.month]);
  };

// biome-ignore format: the columns are the test
test.each<[Said, LocalDate, string[][], string]>([
  [{ week: 1 }, "2026-03-16", [["2026-03-16", "2026-03"]], "Monday itself"],
  [{ week: 1 }, "2026-03-17", [["2026-03-16", "2026-03"]], "missed on Monday, made up for on Tuesday"],
  [{ week: 1 }, "2026-03-02", [["2026-03-02", "2026-02"]], "early in a month it tells of the month before"],
  [{ week: 1 }, "2026-02-24", [["2026-02-23", "2026-02"]], "the Monday of the Spring Festival is made up for after it"],
  [{ week: 5 }, "2026-10-08", [["2026-10-02", "2026-09"]], "a Friday within the National Day holidays"],
  [{ week: 6 }, "2026-02-14", [["2026-02-14", "2026-02"]], "a make-up Saturday is a day like others"],
  [{ week: 1, since: "2026-03-18" }, "2026-03-19", [], "chosen on Wednesday: not before next Monday"],
  [{ week: 1, since: "2026-03-16" }, "2026-03-16", [], "chosen on Monday: next Monday"],
  [{ week: 1, since: "2026-03-18" }, "2026-03-23", [["2026-03-23", "2026-03"]], "next Monday it comes"],
  [{ month: "end" }, "2026-05-29", [["2026-05-29", "2026-05"]], "the last working day of May"],
  [{ month: "end" }, "2026-06-01", [["2026-05-29", "2026-05"]], "missed, made up for"],
  [{ month: "end" }, "2026-06-08", [], "a week late: the next one's business"],
  [{ month: 1 }, "2026-06-01", [["2026-06-01", "2026-05"]], "the first tells of the month before"],
  [{ month: 1 }, "2026-05-06", [["2026-05-01", "2026-04"]], "over the Labour Day holidays"],
  [{ month: 25 }, "2026-06-25", [["2026-06-25", "2026-06"]], "the 25th tells of its own month"],
  [{ month: 31 }, "2026-06-30", [["2026-06-30", "2026-06"]], "June has no 31st"],
  [{}, "2026-06-30", [], "nothing chosen, nothing sent"],
])("%j on %s: %j (%s)", (choice, today, expected, _why) => {
  expect(on(choice)(today)).toEqual(expected);
});
