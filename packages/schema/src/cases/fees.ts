import type { LocalDate } from "../calendar/local-date.ts";
import { TERMS } from "../calendar/terms.ts";
import { type DueDate, dueDate, type HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationCase } from "./application-case.ts";

const YUAN = 100; // fen

function proveCount(count: number, of: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`a fee needs a whole number of ${of}, not ${count}`);
}

/**
 * 按件, in fen, for all applications of one applicant in one calendar month: ten are free, the next twenty 100 元 each,
 * then 200 元 each for 31 to 40, 300 元 each for 41 to 50 and so on without end. 国办函〔2020〕109号 第四条.
 */
export function feePerItem(items: number): number {
  proveCount(items, "applications");
  const first = Math.min(Math.max(items - 10, 0), 20) * 100;
  const beyond = Math.max(items - 30, 0);
  const tiers = Math.floor(beyond / 10);
  const full = 10 * 100 * (tiers + (tiers * (tiers + 1)) / 2); // 200, 300, 400 … ten times each
  return (first + full + (beyond % 10) * 100 * (tiers + 2)) * YUAN;
}

/** What the application that makes the month's number `nth` adds, in fen. */
export const feeOfItem = (nth: number): number => feePerItem(nth) - feePerItem(nth - 1);

/** 按量, in fen, for one application: first page and last page of each price, and 元 a page. 国办函〔2020〕109号 第五条. */
const PAGE_TIERS = [
  { from: 31, to: 100, each: 10 },
  { from: 101, to: 200, each: 20 },
  { from: 201, to: Number.POSITIVE_INFINITY, each: 40 },
] as const;

export function feePerPage(pages: number): number {
  proveCount(pages, "pages");
  const yuan = PAGE_TIERS.map(({ from, to, each }) => Math.max(Math.min(pages, to) - from + 1, 0) * each);
  return yuan.reduce((sum, part) => sum + part, 0) * YUAN;
}

/** The last day to pay, from the day the applicant has the notice. After it the application may be closed unpaid. */
export const feeDue = (reachedOn: LocalDate, calendar: HolidayCalendar): DueDate =>
  dueDate(reachedOn, TERMS.feePayment.length, calendar);

/** What section 六 prints even when it is nil; amounts in fen. */
export type FeeFigures = Readonly<{ notices: number; noticed: number; received: number }>;

/** Notices sent and money received between two days, both included. Steps the law does not allow are left out. */
export function feeFigures(cases: Iterable<ApplicationCase>, from: LocalDate, to: LocalDate): FeeFigures {
  const figures = { notices: 0, noticed: 0, received: 0 };
  for (const { facts, irregular } of cases) {
    const left = new Set(irregular.map(({ fact }) => fact));
    let owed = 0;
    for (const fact of facts) {
      if (fact.kind !== "application-step" || left.has(fact)) continue;
      const inside = fact.on >= from && fact.on <= to;
      if (fact.step === "fee-noticed") {
        owed = fact.amount ?? 0;
        if (inside) figures.notices += 1;
        if (inside) figures.noticed += owed;
      } else if (fact.step === "fee-paid") {
        const paid = fact.amount ?? owed;
        owed -= paid;
        if (inside) figures.received += paid;
      }
    }
  }
  return figures;
}
