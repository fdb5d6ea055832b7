import { z } from "zod";
import { LocalDate, weekdayOf } from "../local-date.ts";

const SATURDAY = 6;

/** One festival of a notice: the days off, both ends included, and the weekend days worked for it (调休). */
export const Festival = z
  .strictObject({
    name: z.string().min(1).max(20),
    from: LocalDate,
    to: LocalDate,
    work: z.array(LocalDate.refine((day) => weekdayOf(day) >= SATURDAY, "调休上班的日子应当是周六或周日")),
  })
  .refine(({ from, to }) => from <= to, "放假的最后一天早于第一天");
export type Festival = z.infer<typeof Festival>;

/**
 * One State Council notice. Its days may lie in December of the year before: 元旦 of 2019 moved days of 2018.
 * `number` is null where only title and date are sure.
 */
export const HolidayYear = z
  .strictObject({
    year: z.int().min(2008).max(2100),
    notice: z.strictObject({ title: z.string().min(1), number: z.string().min(1).nullable(), issuedOn: LocalDate }),
    festivals: z.array(Festival).min(1),
  })
  .refine(
    ({ year, festivals }) =>
      festivals.every(({ from, to, work }) =>
        [from, to, ...work].every((day) => day >= `${year - 1}-12-01` && day <= `${year}-12-31`),
      ),
    "放假安排里有不属于这一年的日子",
  );
export type HolidayYear = z.infer<typeof HolidayYear>;
