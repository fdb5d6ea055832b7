import { crossesYearEnd, daysOf, type LocalDate, Period } from "@gongkai/schema";
import type { Field } from "./columns.ts";
import { type Found, is, wrong } from "./found.ts";

const EARLIEST: LocalDate = "2008-01-01"; // the first year a report was published for

/** 2025/3/5, 2025.3, 2025年3月 → 2025-03-05, 2025-03; anything else is left for `Period` to judge. */
function tidyPeriod(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[月日]?$/.exec(text);
  if (!match) return text;
  const [, year, ...rest] = match;
  return [year, ...rest.filter((part) => part !== undefined).map((part) => part.padStart(2, "0"))].join("-");
}

/** The day, month or stretch in a cell; none that is not here yet. */
export function periodOf(text: string | undefined, today: LocalDate, field: Field = "period"): Found<Period> {
  if (!text) return wrong(field, "没有写");
  // a sheet turns 2025.10 into 2025.1: whoever reads January here may be ten months off
  if (/^\d{4}\.1$/.test(text))
    return wrong(field, `“${text}”分不清是1月还是10月，请写成 ${text.slice(0, 4)}-01 或 ${text.slice(0, 4)}-10`);
  const tidy = tidyPeriod(text);
  const period = Period.safeParse(tidy);
  if (!period.success) return wrong(field, `“${text}”不是一个日期或月份，写法如 2025-03-05 或 2025-03`);
  if (crossesYearEnd(period.data)) return wrong(field, "跨年的期间分不清算哪一年，请拆成两行");
  if (daysOf(period.data).from < EARLIEST) return wrong(field, `“${text}”早于条例施行的 2008 年，请核对年份`);
  if (daysOf(period.data).from > today) return wrong(field, `“${text}”还没有到`);
  return is(period.data);
}

const DAY_LENGTH = 10;

/** A single day: what a term runs from. */
export function dayOf(text: string | undefined, today: LocalDate, field: Field = "period"): Found<LocalDate> {
  const period = periodOf(text, today, field);
  if ("wrong" in period) return period;
  const isDay = period.value.length === DAY_LENGTH && !period.value.includes("/");
  return isDay ? period : wrong(field, `“${text}”不是具体的一天，期限从一天起算，写法如 2025-03-05`);
}

/** A day that may lie ahead, as the end of a period somebody was granted. */
export function dayAheadOf(text: string, field: Field): Found<LocalDate> {
  return dayOf(text, "9999-12-31", field);
}
