import {
  APPLICANT_LABELS,
  type CaseKind,
  type Clock,
  DISPUTE_RESULT_LABELS,
  type Fact,
  type LocalDate,
  weekdayOf,
} from "@gongkai/schema";
import type { CaseLine, CasesTold } from "../answers/cases-answer.ts";
import type { CasesAsked } from "../utterance/case-said.ts";
import { stepWords } from "./case-step-words.ts";
import { datesWords, waitingWords } from "./case-words.ts";
import { caseNumberWords, outcomeWords, type Speaking, VIA_LABELS } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

const KINDS: Readonly<Record<CaseKind, string>> = {
  application: "政府信息公开申请",
  review: "行政复议",
  litigation: "行政诉讼",
};
const STATES = { open: "正在办理的", overdue: "已经超期的", closed: "已经办结的" } as const;
const WAITS: Readonly<Record<NonNullable<CasesAsked["waiting"]>, string>> = {
  applicant: "等申请人的",
  correction: "等申请人补正的",
  payment: "等申请人缴费的",
  opinion: "等对方意见的",
  us: "等我们答复的",
};

/** 2026年第12件（张三，自然人，促消费资金分配表）. */
function nameWords({ case: id, kind, name, subject, applicant, against }: CaseLine): string {
  const beside = [
    name,
    applicant === null ? null : APPLICANT_LABELS[applicant],
    subject,
    against === null ? null : `针对申请${caseNumberWords(against)}`,
  ].filter((each) => each !== null);
  const about = beside.length === 0 ? "" : `（${beside.join("，")}）`;
  return `${kind === "application" ? "" : KINDS[kind]}${caseNumberWords(id)}${about}`;
}

function dueWords({ due, provisional, left }: CaseLine, today: LocalDate): string | null {
  if (due === null || left === null) return null;
  const day = `${periodWords(due, today)}到期${provisional ? "（暂定）" : ""}`;
  if (left < 0) return `${day}，已超期${-left}个工作日`;
  return due === today ? `${day}，就是今天` : `${day}，还有${left}个工作日`;
}

function endWords({ ended, late }: CaseLine, today: LocalDate): string | null {
  if (ended?.kind === "application-answered") {
    const how = ended.withdrawn ? "申请人撤回" : outcomeWords(ended.outcome);
    return `${periodWords(ended.on, today)}办结：${how}${late ? "（超期）" : ""}`;
  }
  if (ended?.kind === "dispute-decided")
    return `${periodWords(ended.on, today)}结案：${ended.decision ?? DISPUTE_RESULT_LABELS[ended.result]}`;
  return null;
}

function stateWords(line: CaseLine, today: LocalDate): string {
  const { waiting, handler, open } = line;
  const parts = [
    dueWords(line, today),
    waiting === null || waiting.what === "answer" ? null : waitingWords(waiting, today),
    endWords(line, today),
    line.kind !== "application" && open ? "尚未审结" : null,
    handler === null ? null : `经办：${handler}`,
  ];
  return parts.filter((part) => part !== null).join("；");
}

const lineWords = (line: CaseLine, today: LocalDate): string => `· ${nameWords(line)}：${stateWords(line, today)}`;

function listWords({ asked, lines, all }: Extract<CasesTold, { answer: "cases" }>, { today }: Speaking): string {
  const { kind = "application", state, due, waiting, handler } = asked;
  const days = due === undefined ? "" : periodWords(due.from === due.to ? due.from : `${due.from}/${due.to}`, today);
  const narrowed = due !== undefined || waiting !== undefined || handler !== undefined;
  const which = [
    handler === undefined ? "" : handler === "我" ? "您经办的" : `${handler}经办的`,
    waiting === undefined ? "" : WAITS[waiting],
    days === "" ? "" : `${days}到期的`,
    state === undefined || (state === "open" && narrowed) ? "" : STATES[state],
  ].join("");
  if (all === 0) return `现在没有${which === "" ? STATES.open : which}${KINDS[kind]}。`;
  const head = `${which === "" ? STATES.open : which}${KINDS[kind]}${all}件：`;
  const more = all > lines.length ? [`先列${lines.length}件，要全部的可以说“导出申请台账”。`] : [];
  const hint = kind === "application" && more.length === 0 ? ["想看一件办到哪一步，可以说“第几号到哪一步了”。"] : [];
  return [head, ...lines.map((line) => lineWords(line, today)), ...more, ...hint].join("\n");
}

function factWords(fact: Fact, today: LocalDate): string {
  switch (fact.kind) {
    case "application-opened": {
      const how = fact.via === null ? "" : `（${VIA_LABELS[fact.via]}）`;
      return `${periodWords(fact.receivedOn, today)} 收到申请${how}`;
    }
    case "application-step":
      return `${periodWords(fact.on, today)} ${stepWords(fact, today)}`;
    case "application-answered": {
      const how = fact.withdrawn ? "申请人撤回" : `答复：${outcomeWords(fact.outcome)}`;
      return `${periodWords(fact.on, today)} ${how}`;
    }
    case "review-opened":
    case "litigation-opened":
      return `${periodWords(fact.receivedOn, today)} 收到`;
    case "dispute-decided":
      return `${periodWords(fact.on, today)} ${fact.decision ?? ""}，计入${DISPUTE_RESULT_LABELS[fact.result]}`;
    default:
      return "";
  }
}

function courseWords(
  { line, facts, remarks }: Extract<CasesTold, { answer: "case-course" }>,
  { today }: Speaking,
): string {
  const rows = facts.map((fact, place) => `${place + 1}. ${factWords(fact, today)}`);
  const minded = remarks.map(
    ({ says, article }) => `提醒：${datesWords(says, today).replace(/。$/u, "")}（${article}）。`,
  );
  const ask = line.due === null ? [] : ["想看期限怎么算的，可以说“这件怎么算的”。"];
  return [`${nameWords(line)}：`, ...rows, `现在：${stateWords(line, today)}。`, ...minded, ...ask].join("\n");
}

const WEEKDAYS = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;
const dayWords = (day: LocalDate, today: LocalDate): string => `${periodWords(day, today)} ${WEEKDAYS[weekdayOf(day)]}`;

function clockWords({ due, days, provisional, calendar }: Clock, extension: number, today: LocalDate): string[] {
  let counted = 0;
  const rows = days.map(({ date, counts, why }) => {
    if (counts) counted += 1;
    return `${dayWords(date, today)} ${counts ? `第${counted}天` : "不计"} ${why}`;
  });
  const excluded = days.filter(({ why }) => why.startsWith("征求")).length;
  const how = [
    "20个工作日",
    ...(extension > 0 ? [`延长${extension}个工作日`] : []),
    ...(excluded > 0 ? [`征求意见的${excluded}个工作日不计`] : []),
  ].join("，");
  const base = days[0]?.date ?? due;
  return [
    `答复期限是${dayWords(due, today)}${provisional ? "（暂定）" : ""}。`,
    `从${periodWords(base, today)}的次日起，${how}（条例第三十三条）。`,
    ...(provisional ? ["暂定的原因是放假安排还没有公布，或者意见还没有回来，到时会重新算。"] : []),
    `放假安排：${calendar}`,
    ...rows,
  ];
}

function workingWords(told: Extract<CasesTold, { answer: "case-working" }>, { today }: Speaking): string {
  const { line, clock, extension } = told;
  const head = `${nameWords(line)}：`;
  if (clock) return [head, ...clockWords(clock, extension, today)].join("\n");
  const waits = line.waiting === null ? "期限暂停" : waitingWords(line.waiting, today);
  return `${head}${waits}，现在没有到期日。`;
}

/** What a question about cases comes to, in words. */
export function casesToldWords(told: CasesTold, speaking: Speaking): string {
  switch (told.answer) {
    case "cases":
      return listWords(told, speaking);
    case "case-course":
      return courseWords(told, speaking);
    case "case-working":
      return workingWords(told, speaking);
    case "which-case": {
      if (told.lines.length === 0) return "没有找到这件申请。可以说编号，例如“第12号到哪一步了”。";
      const rows = told.lines.map((line) => lineWords(line, speaking.today));
      return ["是哪一件？请说编号，例如“第12号到哪一步了”。", ...rows].join("\n");
    }
  }
}
