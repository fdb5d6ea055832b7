import type { DueAnswer, Mover, SectionProgress, Summary } from "../reminders/summary.ts";
import { caseWords, leftWords } from "./due-words.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { amountWords, shareWords } from "./number-words.ts";
import { periodWords } from "./period-words.ts";

type Telling = Speaking & Readonly<{ sectionLabel: (key: string) => string }>;
const MOST_CASES = 5;

function sectionLine({ section, owed, open }: SectionProgress, { sectionLabel, catalogue }: Telling): string {
  const done = `· ${sectionLabel(section)} ${owed - open.length}/${owed}`;
  if (open.length === 0) return `${done}，报齐了`;
  return `${done}，没报：${open.map((key) => indicatorFor(catalogue, key).label).join("、")}`;
}

function moverWords({ indicator, amount, before, records }: Mover, { catalogue }: Telling): string {
  const known = indicatorFor(catalogue, indicator);
  const now = `${known.label}${amountWords(amount, known)}`;
  if (before === null) return `${now}（${records}条记录）`;
  if (before === 0) return `${now}（上月0${known.unit}）`;
  return `${now}（上月${amountWords(before, known)}，${shareWords(amount, before)}）`;
}

function casesLines({ open, overdue, soon }: Summary["cases"], telling: Telling): string[] {
  if (open === 0) return ["依申请公开：没有在办的申请。"];
  const line = ({ case: id, due, left }: DueAnswer) =>
    `· ${caseWords(id, telling)}，${leftWords(due, left, telling.today)}`;
  const urgent = [...overdue, ...soon];
  const rest = urgent.length > MOST_CASES ? [`……共${urgent.length}件，可以问“快到期的申请”。`] : [];
  return [
    `依申请公开：在办${open}件，超期${overdue.length}件，五个工作日内到期${soon.length}件。`,
    ...urgent.slice(0, MOST_CASES).map(line),
    ...rest,
  ];
}

function reportLines({ year, gaps, must, mustCount }: Summary["report"]): string[] {
  if (gaps === 0 && mustCount === 0) return [`${year}年年报：到现在没有要改的地方。`];
  const parts = [
    ...(gaps > 0 ? [`过去的月份还有${gaps}项没报`] : []),
    ...(mustCount > 0 ? [`定稿前要改${mustCount}处`] : []),
  ];
  const more = mustCount > must.length ? ["……可以问“年报现在能出吗”。"] : [];
  return [`${year}年年报：${parts.join("，")}。`, ...must.map((says) => `· ${says}`), ...more];
}

/** What a leader or clerk reads once a week or month: progress by section, what moved, cases, what blocks the report. */
export function summaryWords({ span, month, sections, movers, cases, report }: Summary, telling: Telling): string {
  const when = periodWords(month, telling.today);
  const behind = sections.filter(({ open }) => open.length > 0).length;
  const progress =
    sections.length === 0
      ? []
      : [
          behind === 0 ? `${when}各科室都报齐了：` : `${when}还有${behind}个科室没报齐：`,
          ...sections.map((section) => sectionLine(section, telling)),
        ];
  const moved = movers.map((mover) => moverWords(mover, telling)).join("；");
  const title = span === "week" ? "【一周小结】" : `【${when}小结】`;
  const movedLine =
    span === "week"
      ? [moved === "" ? "近七天没有新报上来的数。" : `近七天报上来的：${moved}。`]
      : moved === ""
        ? []
        : [`${when}变化大的：${moved}。`];
  return [title, ...progress, ...movedLine, ...casesLines(cases, telling), ...reportLines(report)].join("\n");
}
