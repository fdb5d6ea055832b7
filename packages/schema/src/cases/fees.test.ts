import fc from "fast-check";
import { expect, test } from "vitest";
import { STATE_CALENDAR } from "../calendar/holiday-calendar.ts";
import { applicationOf } from "./application-case.ts";
import { feeDue, feeFigures, feeOfItem, feePerItem, feePerPage } from "./fees.ts";

// biome-ignore format: the columns are the test
test.each([
  // items  元      why this row exists
  [0,      0,     "nothing asked for"],
  [10,     0,     "ten a month are free"],
  [11,     100,   "the eleventh is not"],
  [25,     1500,  "check value"],
  [30,     2000,  "end of the first price"],
  [31,     2200,  "first tier of ten: 200 元"],
  [40,     4000,  "its end"],
  [41,     4300,  "second tier: 300 元"],
  [45,     5500,  "check value"],
  [100,    37000, "20×100 + 10×(200+300+400+500+600+700+800): the price rises without end"],
])("%i applications in a month cost %i 元: %s", (items, yuan) => {
  expect(feePerItem(items)).toBe(yuan * 100);
});

// biome-ignore format: the columns are the test
test.each([
  // pages  元     why this row exists
  [0,      0,    "nothing copied"],
  [30,     0,    "thirty pages are free"],
  [31,     10,   "the next is not"],
  [57,     270,  "check value"],
  [100,    700,  "end of the first price"],
  [101,    720,  "20 元 a page"],
  [200,    2700, "its end"],
  [201,    2740, "40 元 a page"],
  [250,    4700, "check value"],
])("%i pages cost %i 元: %s", (pages, yuan) => {
  expect(feePerPage(pages)).toBe(yuan * 100);
});

test("prices are marginal: one more never costs less than the one before, and the parts add up", () => {
  const priceOfItem = (nth: number) => (nth <= 10 ? 0 : nth <= 30 ? 100 : 100 + 100 * Math.ceil((nth - 30) / 10));
  const priceOfPage = (nth: number) => (nth <= 30 ? 0 : nth <= 100 ? 10 : nth <= 200 ? 20 : 40);
  const sum = (count: number, price: (nth: number) => number) =>
    Array.from({ length: count }, (_, index) => price(index + 1)).reduce((total, each) => total + each, 0) * 100;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      expect(feePerItem(count)).toBe(sum(count, priceOfItem));
      expect(feePerPage(count)).toBe(sum(count, priceOfPage));
      expect(feeOfItem(count)).toBe(priceOfItem(count) * 100);
    }),
  );
});

test.each([-1, 1.5, Number.NaN])("%s is no number of pages", (count) => {
  expect(() => feePerPage(count)).toThrow("whole number of pages");
  expect(() => feePerItem(count)).toThrow("whole number of applications");
});

test("the applicant has 20 working days from the day the notice is received", () => {
  expect(feeDue("2025-09-25", STATE_CALENDAR)).toMatchObject({ day: "2025-10-29", provisional: false });
});

test("fees of a year are notices sent and money received in it, unlawful steps left out", () => {
  const id = "A-2025-0001";
  const step = { kind: "application-step", case: id, days: null } as const;
  const application = applicationOf([
    { kind: "application-opened", case: id, applicant: "nat", via: "mail", receivedOn: "2025-12-10" },
    { ...step, step: "fee-noticed", on: "2025-12-15", mode: "per-page", amount: 27_000, count: 57 },
    { ...step, step: "fee-noticed", on: "2025-12-16", mode: "per-item", amount: 99_900 },
    { ...step, step: "fee-paid", on: "2025-12-30", amount: 20_000 },
    { ...step, step: "fee-paid", on: "2026-01-04" },
  ])!;
  expect(application.irregular).toHaveLength(1);
  expect(feeFigures([application], "2025-01-01", "2025-12-31")).toEqual({
    notices: 1,
    noticed: 27_000,
    received: 20_000,
  });
  expect(feeFigures([application], "2026-01-01", "2026-12-31")).toEqual({ notices: 0, noticed: 0, received: 7_000 });
  expect(application.base).toBe("2026-01-04");
});
