import type { DueAnswer, Mover, SectionProgress, Summary } from "../reminders/summary.ts";
import { caseWords, leftWords } from "./due-words.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { amountWords, shareWords } from "./number-words.ts";
import { periodWords } from "./period-words.ts";

type Telling = Speaking & Readonly<{ sectionLabel: (key: string) => string }>;
const MOST_CASES = 5;

const MOST_SECTIONS = 12;

/** Who is behind by name and what with; who is done in one line. */
function sectionLines(
  sections: readonly SectionProgress[],
  when: string,
  { sectionLabel, catalogue }: Telling,
): string[] {
  const behind = sections.filter(({ open }) => open.length > 0);
  const done = sections.filter(({ open }) => open.length === 0).map(({ section }) => sectionLabel(section));
  const lines = behind.slice(0, MOST_SECTIONS).map(({ section, owed, open }) => {
    const names = open.map((key) => indicatorFor(catalogue, key).label).join("、");
    return `· ${sectionLabel(section)}报了${owed - open.length}项，共${owed}项，没报：${names}`;
  });
  if (sections.length === 0) return [];
  if (behind.length === 0) return [`${when}各科室都报齐了。`];
  return [
    `${when}还有${behind.length}个科室没报齐：`,
    ...lines,
    ...(behind.length > MOST_SECTIONS ? ["……可以问“谁还没报”。"] : []),
    ...(done.length > 0 ? [`报齐的：${done.join("、")}。`] : []),
  ];
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
  const progress = sectionLines(sections, when, telling);
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
