import { daysOf, type LocalDate, type Month, monthOf, Period } from "@gongkai/schema";
import { z } from "zod";
import { type FormatName, isFormatName } from "./formats.ts";
import { isMonthFormat, type MonthFormat } from "./month-formats.ts";

const base = { kind: z.literal("export"), format: z.string() };

/** What the talk asks for when somebody says 导出年报, 导出2月月报, 导出台账. A format is kept in the words it was said in. */
export const FileWanted = z.discriminatedUnion("what", [
  z.object({ ...base, what: z.literal("annual"), year: z.int() }),
  z.object({ ...base, what: z.literal("month"), period: Period }),
  z.object({ ...base, what: z.literal("ledger"), period: Period.nullish() }),
  z.object({ ...base, what: z.literal("cases"), year: z.int() }),
]);

/** What people call a format. */
const SPOKEN: Readonly<Record<string, "docx" | "xlsx">> = { word: "docx", excel: "xlsx", csv: "xlsx" };

/** A format nobody makes is no reason to send nothing: Word is what people ask for, whatever they call it. */
export function annualFormat(said: string): FormatName {
  return isFormatName(said) ? said : (SPOKEN[said] ?? "docx");
}
export function monthFormat(said: string): MonthFormat {
  return isMonthFormat(said) ? said : (SPOKEN[said] ?? "docx");
}

/** The month a longer period is asked for by: its last one that has begun. */
export function monthMeant(period: Period, today: LocalDate): Month {
  const { from, to } = daysOf(period);
  return monthOf(from <= today && today < to ? today : to);
}
