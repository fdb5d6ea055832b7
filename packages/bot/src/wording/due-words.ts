import type { LocalDate } from "@gongkai/schema";
import type { Deadline, DueWhy } from "../reminders/case-deadlines.ts";
import type { Reminder } from "../reminders/reminder.ts";
import { caseNumberWords, type Speaking } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

const EVENTS: Readonly<Record<DueWhy["event"], string>> = {
  received: "收到",
  corrected: "收到补正",
  paid: "缴清费用",
  reopened: "重新办理",
  asked: "告知补正",
  arrived: "送到",
  sent: "发出",
  noticed: "发出收费通知",
  filed: "收到",
};

const UNSURE: Readonly<Record<NonNullable<DueWhy["unsure"]>, (due: LocalDate) => string>> = {
  calendar: (due) => `这是暂定的日子：${due.slice(0, 4)}年的放假安排还没有公布。`,
  opinion: () => "这是暂定的日子：征求的意见还没有回来。",
  receipt: () => "这是暂定的日子：对方哪天收到还没有记，先按发出的日子算。",
};

const UNITS = { "working-day": "个工作日", day: "日", month: "个月" } as const;

/** Why it is that day: 3月3日收到，次日起20个工作日（条例第三十三条第二款），另延长10个工作日. */
export function whyWords({ why, due }: Deadline, today: LocalDate): string {
  const { start, event, term, article, extension, excluded, unsure } = why;
  const parts = [
    `${periodWords(start, today)}${EVENTS[event]}`,
    term === null ? `期限由告知书写明（${article}）` : `次日起${term.length}${UNITS[term.unit]}（${article}）`,
    ...(extension > 0 ? [`另延长${extension}个工作日`] : []),
    ...excluded.map((span) => `扣除${span.why}的${span.days}个工作日`),
  ];
  return `${parts.join("，")}。${unsure === null ? "" : UNSURE[unsure](due)}`;
}

/** 申请2026年第1件; the applicant's name only where the listener may see it. */
export function caseWords(id: string, { nameOf }: Speaking): string {
  const name = nameOf(id);
  const kind = id.startsWith("R") ? "行政复议" : id.startsWith("L") ? "行政诉讼" : "申请";
  return name === null ? `${kind}${caseNumberWords(id)}` : `${name}的${kind}`;
}

/** 3月31日到期，还有5个工作日. */
export function leftWords(due: LocalDate, left: number, today: LocalDate): string {
  const day = periodWords(due, today);
  if (left < 0) return `${day}到期，已超期${-left}个工作日`;
  return left === 0
    ? due === today
      ? "今天到期"
      : `${day}到期，今天是最后一个工作日`
    : `${day}到期，还有${left}个工作日`;
}

const WHOSE = { "third-party": "第三方", "co-producer": "其他机关", review: "复议机关", litigation: "法院" } as const;

function opinionWords(which: string, { of, due }: Deadline, left: number, today: LocalDate): string {
  const whose = of === null ? "对方" : WHOSE[of];
  if (left >= 0) return `${which}征求${whose}意见，${leftWords(due, left, today)}，还没有记下回复。`;
  const silent = of === "co-producer" ? "逾期没有提出意见的，视为同意公开" : "逾期没有提出意见的，由本机关决定是否公开";
  return `${which}征求${whose}意见，${periodWords(due, today)}期满，还没有记下回复。${silent}，请记一下结果。`;
}

function whatWords(which: string, deadline: Deadline, left: number, today: LocalDate): string {
  const { matter, due } = deadline;
  switch (matter) {
    case "answer":
      return `${which}${leftWords(due, left, today)}${left < 0 ? "，还没有答复" : ""}。`;
    case "correction-notice": {
      const last = left === 0 ? "今天是一次性告知的最后一天" : `最晚${periodWords(due, today)}一次性告知`;
      const more = left === 0 ? "" : `，还有${left}个工作日`;
      return `${which}要补正的话，${last}${more}；内容清楚的不用管。`;
    }
    case "opinion":
      return opinionWords(which, deadline, left, today);
    case "correction-period":
      return `${which}的补正期限${periodWords(due, today)}已过，还没有记下补正。申请人无正当理由不补正的，可以按逾期不补正结案。`;
    case "payment":
      return `${which}的缴费期限${periodWords(due, today)}已过，还没有记下缴费。可以按逾期未缴费结案。`;
    case "decision":
      return `${which}到${periodWords(due, today)}已满一般的办理期限，还没有记下结果。${deadline.of === "review" ? "复议决定" : "判决或者裁定"}到了请记一下。`;
  }
}

type CaseNews<About> = Extract<Reminder, { about: About }>;

/** What is due, and why that day. */
export function deadlineWords(news: CaseNews<"deadline">, speaking: Speaking): string {
  const which = caseWords(news.case, speaking);
  const whose = news.handler === null ? which : `${which}（${news.handler}经办）`;
  return `${whatWords(whose, news.deadline, news.left, speaking.today)}${whyWords(news.deadline, speaking.today)}`;
}

/** The day moved with the calendar: by which notice, from when to when, and how it is counted now. */
export function movedWords(
  { before, notices, deadline, left, ...news }: CaseNews<"due-moved">,
  speaking: Speaking,
): string {
  const { today } = speaking;
  const [was, is] = [periodWords(before, today), periodWords(deadline.due, today)];
  const days = left < 0 ? `已超期${-left}个工作日` : `还有${left}个工作日`;
  const by = notices.length === 0 ? "" : `（${notices.join("、")}）`;
  const which = caseWords(news.case, speaking);
  return `放假安排有变${by}，${which}的答复期限由${was}改为${is}，${days}。${whyWords(deadline, today)}`;
}
