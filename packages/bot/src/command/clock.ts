import {
  type Clock,
  type ClockDay,
  type Consultation,
  clock,
  type HolidayCalendar,
  LocalDate,
  STATE_CALENDAR,
  weekdayOf,
} from "@gongkai/schema";
import { CommandError } from "./world.ts";

/** As typed at the keyboard. */
export type ClockOptions = Readonly<{
  received: string;
  corrected?: string | undefined;
  /** `FROM..TO`, once for every consultation. */
  consult?: readonly string[] | undefined;
  extend?: string | number | undefined;
}>;

const EARLIEST: LocalDate = "2008-05-01"; // the 条例 came into force
const LATEST: LocalDate = "2100-12-31";
const LONGEST_EXTENSION = 20; // 条例第三十三条第二款

function dayOf(text: string, what: string): LocalDate {
  const day = LocalDate.safeParse(text.trim());
  if (!day.success) throw new CommandError(`${what}“${text}”不是一个日期，请写成 2025-06-03 这样。`);
  if (day.data < EARLIEST || day.data > LATEST)
    throw new CommandError(`${what} ${day.data} 不在条例施行（${EARLIEST}）以后、${LATEST} 以前，请核对年份。`);
  return day.data;
}

function consultationOf(text: string, received: LocalDate): Consultation {
  const [from, to, ...more] = text.split("..");
  if (from === undefined || to === undefined || more.length > 0)
    throw new CommandError(`征求意见的起止“${text}”看不明白，请写成 2025-06-10..2025-06-20 这样。`);
  const sent = dayOf(from, "征求意见的开始日期");
  const returned = dayOf(to, "征求意见的结束日期");
  if (returned < sent) throw new CommandError(`征求意见 ${text} 的结束日期早于开始日期，请核对。`);
  if (sent < received) throw new CommandError(`征求意见 ${text} 早于收到申请的日期 ${received}，请核对。`);
  return { sent, returned };
}

function extensionOf(said: string | number | undefined): number {
  if (said === undefined) return 0;
  const text = String(said).trim();
  if (!/^\d{1,3}$/.test(text)) throw new CommandError(`延长的工作日数“${said}”要写成整数，例如 20。`);
  const days = Number(text);
  if (days > LONGEST_EXTENSION)
    throw new CommandError(`延长的期限最长不得超过20个工作日（条例第三十三条），不能延长 ${days} 个。`);
  return days;
}

const WEEKDAYS = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;
const shown = (day: LocalDate) => `${day} ${WEEKDAYS[weekdayOf(day)]}`;

function dayLines(days: readonly ClockDay[]): string[] {
  let counted = 0;
  return days.map(({ date, counts, why }) => {
    if (counts) counted += 1;
    return `${shown(date)}  ${counts ? `第${String(counted).padStart(2, " ")}天` : "  不计"}  ${why}`;
  });
}

function textOf(
  { due, provisional, days }: Clock,
  extension: number,
  late: readonly Consultation[],
  { version, knownFrom, knownThrough }: HolidayCalendar,
): string {
  const excluded = days.filter(({ why }) => why.startsWith("征求")).length;
  const parts = [
    "20个工作日",
    ...(extension > 0 ? [`延长${extension}个工作日`] : []),
    ...(excluded > 0 ? [`征求意见占用${excluded}个工作日，不计入`] : []),
  ];
  return [
    `答复期限：${shown(due)}${provisional ? "（暂定）" : ""}`,
    `怎么算的：从 ${shown(days[0]?.date ?? due)} 的次日起，${parts.join("，")}（条例第三十三条）。`,
    ...(provisional
      ? [`为什么暂定：放假安排只知道 ${knownFrom} 到 ${knownThrough}，以外的日子只按周末推算，公布后要重新算。`]
      : []),
    ...late.map(({ sent }) => `注意：${sent} 发出征求意见时答复期限已过，这段时间不能扣除。`),
    `放假安排：${version}`,
    "",
    ...dayLines(days),
  ].join("\n");
}

/**
 * `gongkai clock`: the day an answer is due with its day-by-day working, as text and as the contract's JSON.
 * @throws CommandError naming what to type instead
 */
export function clockCommand(
  { received: receivedText, corrected: correctedText, consult = [], extend }: ClockOptions,
  calendar: HolidayCalendar = STATE_CALENDAR,
): Readonly<{ text: string; json: Clock }> {
  const received = dayOf(receivedText, "收到申请的日期");
  const corrected = correctedText === undefined ? null : dayOf(correctedText, "收到补正的日期");
  if (corrected && corrected < received)
    throw new CommandError(`收到补正的日期 ${corrected} 早于收到申请的日期 ${received}，请核对。`);
  const consultations = consult.map((span) => consultationOf(span, received));
  const extension = extensionOf(extend);
  const json = clock({ received, corrected, consultations, extension }, calendar);
  const late = consultations.filter(({ sent }) => sent > json.due);
  return { text: textOf(json, extension, late, calendar), json };
}
