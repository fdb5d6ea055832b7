import { expect, test } from "vitest";
import { type Consultation, excludedSpan, opinionDue } from "./consultation.ts";
import { STATE_CALENDAR } from "./holiday-calendar.ts";

// biome-ignore format: the columns are the test
test.each<[Consultation, string, boolean, string]>([
  // letter                                                                     end          open?  why this row exists
  [{ sent: "2025-06-10", returned: "2025-06-20" },                           "2025-06-20", false, "the reply ends it"],
  [{ sent: "2025-06-10", received: "2025-06-11", returned: "2025-06-20" },   "2025-06-20", false, "a reply inside the 15 working days"],
  [{ sent: "2025-06-10", received: "2025-06-11", returned: "2025-07-02" },   "2025-07-02", false, "a reply on the 15th working day"],
  [{ sent: "2025-06-10", received: "2025-06-11", returned: "2025-07-03" },   "2025-07-02", false, "a day later it is silence"],
  [{ sent: "2025-06-10", received: "2025-06-11", returned: "silent" },       "2025-07-02", false, "silence known with the receipt"],
  [{ sent: "2025-06-10", returned: "silent" },                               "2025-07-01", true,  "silence, nobody knows when the letter arrived"],
  [{ sent: "2025-06-10", received: "2025-06-11", returned: null },           "2025-07-02", true,  "still awaited"],
  [{ sent: "2025-06-10", received: null, returned: null },                   "2025-07-01", true,  "not even received, as far as we know"],
])("%j ends on %s, provisional %s: %s", (letter, end, provisional) => {
  expect(excludedSpan(letter, STATE_CALENDAR)).toMatchObject({ sent: letter.sent, end, provisional });
});

test("a co-producing body has the same 15 working days, under its own name", () => {
  const letter: Consultation = { with: "co-producer", sent: "2025-06-10", received: "2025-06-11", returned: null };
  expect(opinionDue(letter, STATE_CALENDAR).day).toBe("2025-07-02");
  expect(excludedSpan(letter, STATE_CALENDAR).why).toBe("征求其他机关意见");
});
