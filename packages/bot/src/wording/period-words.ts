import { type LocalDate, previousDay } from "@gongkai/schema";

const QUARTERS = ["一", "二", "三", "四"];
const monthWords = (month: string, today: LocalDate): string => {
  const words = `${Number(month.slice(5, 7))}月`;
  return month.slice(0, 4) === today.slice(0, 4) ? words : `${month.slice(0, 4)}年${words}`;
};
const dayWords = (day: LocalDate, today: LocalDate): string => `${monthWords(day, today)}${Number(day.slice(8))}日`;

/** A period as one says it: 3月4日, 2月, 2025年一季度, 3月1日至3日. The year is left out when it is this year. */
export function periodWords(period: string, today: LocalDate): string {
  const [from = "", to] = period.split("/");
  if (to !== undefined) {
    if (from.slice(0, 7) === to.slice(0, 7) && to.length === 10) {
      return `${dayWords(from, today)}至${Number(to.slice(8))}日`;
    }
    return `${periodWords(from, today)}至${periodWords(to, today)}`;
  }
  if (period.length === 10) return dayWords(period, today);
  if (period.length === 4) return `${period}年`;
  const year = period.slice(0, 4) === today.slice(0, 4) ? "" : `${period.slice(0, 4)}年`;
  if (period[5] === "Q") return `${year}${QUARTERS[Number(period[6]) - 1] ?? ""}季度`;
  if (period[5] === "H") return `${year}${period[6] === "1" ? "上" : "下"}半年`;
  return monthWords(period, today);
}

/** The same, saying 今天 and 昨天 where one would. */
export function nearPeriodWords(period: string, today: LocalDate): string {
  if (period === today) return "今天";
  if (period === previousDay(today)) return "昨天";
  return periodWords(period, today);
}
