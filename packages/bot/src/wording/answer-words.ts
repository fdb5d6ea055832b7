import { CHANNEL_LABELS, type Channel, type IndicatorKey } from "@gongkai/schema";
import type { Answered, Compared, Counted } from "../answers/answered.ts";
import { casesToldWords } from "./case-register-words.ts";
import { linesWords } from "./echo-words.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";
import { amountWords, shareWords } from "./number-words.ts";
import { nearPeriodWords, periodWords } from "./period-words.ts";

type Telling = Speaking & Readonly<{ sectionLabel: (key: string) => string }>;

const BAR = 10; // blocks in a full bar
const bar = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return `${"■".repeat(full)}${"□".repeat(BAR - full)} ${Math.round(share * 100)}%`;
};

/** How an indicator is counted, in a few words. */
const CALIBRES = {
  sum: "各条记录相加",
  latest: "最后一次读数，不相加",
  "monthly-latest": "每月以最后报的数为准，各月相加",
  stock: "期末存量",
  case: "按件登记，逐件计数",
} as const;

const channelWords = (channel: string | null): string =>
  channel !== null && Object.hasOwn(CHANNEL_LABELS, channel) ? `（${CHANNEL_LABELS[channel as Channel]}）` : ""; // just looked up

const calibre = (key: IndicatorKey, { catalogue }: Speaking): string => CALIBRES[indicatorFor(catalogue, key).rollUp];

function countedWords({ indicator, value, records, on }: Counted, channel: string | null, speaking: Speaking): string {
  const known = indicatorFor(speaking.catalogue, indicator);
  const label = `${known.label}${channelWords(channel)}`;
  if (value === null || (records === 0 && value === 0)) return `${label}：还没有人报过`;
  const reading = on === null ? "" : `（${periodWords(on, speaking.today)}的读数）`;
  return `${label}${amountWords(value, known)}${reading}，共${records}条记录`;
}

function comparedWords({ how, period, value, published }: Compared, counted: Counted, speaking: Speaking): string {
  const name = how === "yoy" ? "同比" : "环比";
  const known = indicatorFor(speaking.catalogue, counted.indicator);
  const before = periodWords(period, speaking.today);
  if (value === null) {
    if (published === null) return `${name}：${before}没有记录，比不了。`;
    return `${name}：上年只有全年公布数${amountWords(published, known)}，没有分月记录，同期比不了。`;
  }
  if (counted.value === null) return `${name}：${before}是${amountWords(value, known)}。`;
  if (value === 0) return `${name}：${before}是${amountWords(0, known)}。`;
  return `${name}${shareWords(counted.value, value)}（${before}是${amountWords(value, known)}）。`;
}

function countWords({ period, scope, counts }: Extract<Answered, { answer: "count" }>, speaking: Telling): string {
  const when = nearPeriodWords(period, speaking.today);
  const whose = scope === null ? "" : `${scope}`;
  if (counts.length === 0) return `${whose}${when}还没有记录。`;
  const lines = counts.flatMap(({ counted, channel, compared }) => [
    `${whose}${when}${countedWords(counted, channel, speaking)}`,
    ...(compared === null ? [] : [comparedWords(compared, counted, speaking)]),
  ]);
  const [only] = counts;
  const listed = counts.some(({ counted }) => counted.records > 0) ? "回复“明细”可以逐条看。" : "";
  const notes = [
    only && counts.length === 1
      ? `口径：${calibre(only.counted.indicator, speaking)}，已撤销的不算。${listed}`
      : `口径：已撤销的不算。${listed}`,
    ...(counts.some(({ counted }) => counted.straddling > 0) ? ["有跨期的数没有算进来，请核对。"] : []),
    ...(counts.some(({ counted }) => counted.gaps > 0) ? ["还有月份没报，数还会变。"] : []),
  ];
  return [...lines, ...notes].join("\n");
}

function progressWords(
  { period, counts, gaps, records, share }: Extract<Answered, { answer: "progress" }>,
  speaking: Telling,
): string {
  const when = periodWords(period, speaking.today);
  const owed = gaps > 0 ? `，有${gaps}项该报的还没报` : "";
  if (counts.length === 0) return `${when}还没有记录${owed}。`;
  const rows = counts.map((counted) => `· ${countedWords(counted, null, speaking)}`);
  return [
    share === null ? `${when}进度` : `${when}进度 ${bar(share)}`,
    ...rows,
    `口径：${when}截至${periodWords(speaking.today, speaking.today)}，已撤销的不算，共${records}条记录。`,
    gaps > 0 ? `还有${gaps}项该报的没报，可以问“谁还没报”。` : "该报的都报了。",
  ].join("\n");
}

function missingWords({ months, own, owed }: Extract<Answered, { answer: "missing" }>, speaking: Telling): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const when = periodWords(first === last ? first : `${first}/${last}`, speaking.today);
  if (owed.length === 0) return own ? `${when}您科室该报的都报了。` : `${when}各科室该报的都报了。`;
  const names = (indicators: (typeof owed)[number]["indicators"]) =>
    indicators
      .map(({ indicator, months: open }) => {
        const which = months.length > 1 ? `（${open.map((month) => `${Number(month.slice(5))}月`).join("、")}）` : "";
        return `${indicatorFor(speaking.catalogue, indicator).label}${which}`;
      })
      .join("、");
  if (own) {
    const all = owed.flatMap(({ indicators }) => indicators);
    const nil = months.length > 1 ? "本月无" : `${when}无`;
    return `${when}您科室还有${all.length}项没报：${names(all)}。\n没有发生的，可以回复“${nil}”。`;
  }
  const rows = owed.map(({ section, indicators }) => `· ${speaking.sectionLabel(section)}：${names(indicators)}`);
  return [`${when}还有${owed.length}个科室没报齐：`, ...rows].join("\n");
}

function statusWords({ month, counts }: Extract<Answered, { answer: "status" }>, speaking: Telling): string {
  const when = periodWords(month, speaking.today);
  if (counts.length === 0) return `${when}还没有人报过。`;
  return counts
    .map((counted) => {
      const { label } = indicatorFor(speaking.catalogue, counted.indicator);
      return counted.records === 0
        ? `${when}${label}还没有报。`
        : `${when}报过了：${countedWords(counted, null, speaking)}。`;
    })
    .join("\n");
}

function rankingWords(
  { period, indicator, rows }: Extract<Answered, { answer: "ranking" }>,
  speaking: Telling,
): string {
  const when = nearPeriodWords(period, speaking.today);
  if (rows.length === 0) return `${when}还没有记录，排不了。`;
  const unit = indicator === null ? "条记录" : indicatorFor(speaking.catalogue, indicator).unit;
  const amount = (value: number) =>
    indicator === null ? `${value}${unit}` : amountWords(value, indicatorFor(speaking.catalogue, indicator));
  const what = indicator === null ? "各科室报数" : indicatorFor(speaking.catalogue, indicator).label;
  const lines = rows.map(({ label, value, records }, place) => {
    const counted = indicator === null ? "" : `（${records}条记录）`;
    return `${place + 1}. ${label} ${amount(value)}${counted}`;
  });
  return [`${when}${what}，从多到少：`, ...lines, "口径：已撤销的不算。"].join("\n");
}

function trendWords(
  { indicator, year, months, scope }: Extract<Answered, { answer: "trend" }>,
  speaking: Telling,
): string {
  const known = indicatorFor(speaking.catalogue, indicator);
  const said = (value: number | null) => (value === null ? "没有人报过" : amountWords(value, known));
  if (months.length === 0) return `${year}年还没有开始。`;
  const rows = months.map(({ month, value, before }) => {
    const beside = before === null ? "" : `（上年同月${said(before)}）`;
    return `· ${Number(month.slice(5))}月：${said(value)}${beside}`;
  });
  return [
    `${scope ?? ""}${year}年${known.label}，各月：`,
    ...rows,
    `口径：${calibre(indicator, speaking)}，已撤销的不算。`,
  ].join("\n");
}

function topWords({ period, counts, scope }: Extract<Answered, { answer: "top" }>, speaking: Telling): string {
  const when = `${scope ?? ""}${nearPeriodWords(period, speaking.today)}`;
  if (counts.length === 0) return `${when}还没有记录，排不了。`;
  const rows = counts.map((counted, place) => `${place + 1}. ${countedWords(counted, null, speaking)}`);
  return [`${when}各项数字，从多到少：`, ...rows, "口径：各条记录相加，已撤销的不算；读数和存量不参加排列。"].join(
    "\n",
  );
}

function zerosWords({ period, zeros }: Extract<Answered, { answer: "zeros" }>, speaking: Telling): string {
  const when = nearPeriodWords(period, speaking.today);
  const names = (keys: readonly IndicatorKey[]) =>
    keys.map((key) => indicatorFor(speaking.catalogue, key).label).join("、");
  const { nought, silent, sections } = zeros;
  const lines = [
    ...(nought.length > 0 ? [`· 报的都是0：${names(nought)}`] : []),
    ...(silent.length > 0 ? [`· 还没有人报过：${names(silent)}`] : []),
    ...(sections.length > 0 ? [`· 一条记录没有的科室：${sections.join("、")}`] : []),
  ];
  if (lines.length === 0) return `${when}该报的每一项都有数，每个科室都报过。`;
  return [`${when}到现在：`, ...lines, "口径：只看各科室该报的项目，已撤销的不算。"].join("\n");
}

function readinessWords(
  { year, must, mustCount, explainCount, gaps, months }: Extract<Answered, { answer: "readiness" }>,
  speaking: Telling,
): string {
  const monthList = months.map((month) => periodWords(month, speaking.today)).join("、");
  const gapLine = gaps > 0 ? [`还有${gaps}项月报没有报（${monthList}）。`] : [];
  const explain = explainCount > 0 ? [`另有${explainCount}处需要说明。`] : [];
  if (mustCount === 0) {
    return [`${year}年年报没有必须改的地方，可以回复“导出年报”。`, ...gapLine, ...explain].join("\n");
  }
  const rest = mustCount > must.length ? [`……共${mustCount}处。`] : [];
  return [
    `${year}年年报还不能定稿，必须改的有${mustCount}处：`,
    ...must.map((says, place) => `${place + 1}. ${says}`),
    ...rest,
    ...gapLine,
    ...explain,
  ].join("\n");
}

/** A query's answer: the number with its 口径, its period and how many records are behind it. */
export function answerWords(answered: Answered, speaking: Telling): string {
  switch (answered.answer) {
    case "count":
      return countWords(answered, speaking);
    case "progress":
      return progressWords(answered, speaking);
    case "list": {
      const { period, lines, all, scope } = answered;
      const when = nearPeriodWords(period, speaking.today);
      const whose = scope === null ? "" : scope;
      if (lines.length === 0) return `${whose}${when}没有记录。`;
      const head = all > lines.length ? `共${all}条，最近${lines.length}条是：` : `共${all}条：`;
      return `${whose}${when}${head}\n${linesWords(lines, speaking)}`;
    }
    case "status":
      return statusWords(answered, speaking);
    case "missing":
      return missingWords(answered, speaking);
    case "ranking":
      return rankingWords(answered, speaking);
    case "trend":
      return trendWords(answered, speaking);
    case "top":
      return topWords(answered, speaking);
    case "zeros":
      return zerosWords(answered, speaking);
    case "cases":
    case "case-course":
    case "case-working":
    case "which-case":
      return casesToldWords(answered, speaking);
    case "readiness":
      return readinessWords(answered, speaking);
    case "unknown-scope":
      return `没有找到“${answered.scope}”这个科室或者人。`;
    default:
      return answered satisfies never;
  }
}
