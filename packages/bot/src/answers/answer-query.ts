import { compileFold, type Fold } from "@gongkai/reporter";
import {
  addDays,
  CHANNEL_LABELS,
  CHANNELS,
  daysOf,
  type IndicatorKey,
  indicatorOf,
  type Month,
  monthOf,
  monthsOfYear,
  overlaps,
  type Period,
  yearOf,
} from "@gongkai/schema";
import type { Reflection } from "../deeds/ledger-mirror.ts";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { lineOf } from "../dialogue/line.ts";
import { periodOf } from "../dialogue/stated-fact.ts";
import type { View } from "../dialogue/turn.ts";
import type { Query } from "../utterance/meaning.ts";
import { answerWords } from "../wording/answer-words.ts";
import type { Answer, Answered, Counted } from "./answered.ts";
import { casesDue } from "./cases-due.ts";
import { compared, countOf, soFar } from "./count.ts";
import { inScope, type Scope, scopeOf } from "./scope.ts";

type Asking = Readonly<{ office: TalkingOffice; fold: Fold; view: View; query: Query; scope: Scope }>;
type Found = Readonly<{ answered: Answered; records?: readonly string[] }>;

const MOST_LISTED = 15;
const MONTH_BEGINS = 10; // up to this day of a month, who has not reported is asked of the month before

/** One answer a kind of query. */
const ANSWERS: Readonly<Record<Query["kind"], (asking: Asking) => Found>> = {
  count,
  progress,
  list,
  status,
  missing,
  compare: ranking,
  cases: ({ view }) => ({ answered: { answer: "cases", cases: casesDue(view) } }),
  readiness,
};

/** Answers a query from the fold alone. */
export function answerQuery(office: TalkingOffice, { fold }: Reflection, view: View, query: Query): Answer {
  const scope = scopeOf(office, view, query.scope);
  const { answered, records = [] }: Found =
    scope === undefined
      ? { answered: { answer: "unknown-scope", scope: query.scope ?? "" } }
      : ANSWERS[query.kind]({ office, fold, view, query, scope });
  return { answered, words: answerWords(answered, speakingOf(office, view)), records };
}

const speakingOf = (office: TalkingOffice, view: View) => ({
  catalogue: office.catalogue,
  today: view.today,
  nameOf: (id: string) => {
    const known = view.cases.find((each) => each.id === id);
    if (!known) return null;
    const { by, section } = known.opened.record;
    return view.may("name-applicants", { by, section }) ? known.named.name : null;
  },
  sectionLabel: (key: string) => office.office.sections.find((section) => section.key === key)?.label ?? "本单位",
});

const stated = ({ value, records }: Counted): boolean => value !== null && records > 0;

function count({ fold, view, query, scope }: Asking): Found {
  const period = query.period ?? view.today.slice(0, 4);
  const span = soFar(period, view.today);
  const channel = query.channel;
  const one = (indicator: IndicatorKey) =>
    countOf(fold, view, { indicator, span, ...(channel ? { channel } : {}) }, scope);
  if (query.indicators === null) {
    const all = indicatorsIn(view, period);
    const counts = all
      .map(one)
      .filter(stated)
      .map((counted) => ({ counted, channel, compared: null }));
    return { answered: { answer: "count", period, scope: scope.label, counts } };
  }
  const counts = query.indicators.map((indicator) => ({
    counted: one(indicator),
    channel,
    compared:
      query.compare === null ? null : compared(fold, view, { indicator, channel, span, how: query.compare }, scope),
  }));
  return { answered: { answer: "count", period, scope: scope.label, counts } };
}

/** Indicators somebody stated anything about for a period, in the order of the catalogue. */
function indicatorsIn(view: View, period: Period): readonly IndicatorKey[] {
  const said = new Set<string>();
  for (const { fact } of view.standing) {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), daysOf(period))) continue;
    if (fact.kind === "figure-reported" || fact.kind === "nil-attested") said.add(fact.indicator);
    else if (fact.kind === "application-opened") said.add("application.received");
    else if (fact.kind === "application-answered") said.add("application.outcome");
    else if (fact.kind === "review-opened") said.add("review.received");
    else if (fact.kind === "litigation-opened") said.add("litigation.received");
  }
  return (Object.keys(view.catalogue) as IndicatorKey[]).filter((key) => said.has(key)); // keys of a catalogue are its indicators
}

function progress({ fold, view, query, scope }: Asking): Found {
  const period = query.period ?? monthOf(view.today);
  const span = soFar(period, view.today);
  const counts = (query.indicators ?? indicatorsIn(view, period))
    .map((indicator) => countOf(fold, view, { indicator, span }, scope))
    .filter(stated);
  const gaps = gapsIn(fold, period);
  const owed = owedIn(fold, view, period);
  return {
    answered: {
      answer: "progress",
      period,
      counts,
      gaps,
      records: counts.reduce((sum, { records }) => sum + records, 0),
      share: owed === 0 ? null : (owed - gaps) / owed,
    },
  };
}

const gapsIn = (fold: Fold, period: Period): number =>
  fold
    .figures(yearOf(daysOf(period).from), new Set())
    .gaps.filter(({ month }) => overlaps(daysOf(month), daysOf(period))).length;

/** How many monthly statements the sections owe for a period. */
function owedIn(_fold: Fold, { office }: View, period: Period): number {
  const year = yearOf(daysOf(period).from);
  const months = monthsOfYear(year).filter((month) => overlaps(daysOf(month), daysOf(period))).length;
  return months * office.sections.reduce((sum, { reports }) => sum + reports.length, 0);
}

function list({ view, query, scope }: Asking): Found {
  const period = query.period ?? view.today;
  const days = daysOf(period);
  const fits = inScope(view, scope.label === null ? { label: null } : scope);
  const found = [...view.standing].filter(({ id, fact }) => {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), days) || !fits(id)) return false;
    return (
      query.indicators === null || ("indicator" in fact && query.indicators.includes(fact.indicator as IndicatorKey))
    ); // standing facts name indicators of the catalogue
  });
  const shown = found.slice(-MOST_LISTED);
  return {
    answered: { answer: "list", period, lines: shown.map(lineOf), all: found.length, scope: scope.label },
    records: shown.map(({ id }) => id),
  };
}

function status({ fold, view, query, scope }: Asking): Found {
  const month = monthOf(daysOf(query.period ?? view.today).from);
  const indicators = query.indicators ?? indicatorsIn(view, month);
  const counts = indicators.map((indicator) => countOf(fold, view, { indicator, span: daysOf(month) }, scope));
  return { answered: { answer: "status", month, counts } };
}

/** The month people are asked about: last month in the first days of a month, else this one. */
export const monthAsked = (today: string): Month =>
  Number(today.slice(8)) <= MONTH_BEGINS ? monthOf(addDays(`${monthOf(today)}-01`, -1)) : monthOf(today);

function missing({ office, fold, view, query, scope }: Asking): Found {
  const month = query.period === null ? monthAsked(view.today) : monthOf(daysOf(query.period).from);
  const own = query.scope === "me";
  const section = own ? view.member.section : scope.section;
  const { gaps } = fold.figures(yearOf(month), new Set());
  const owed = office.office.sections
    .filter(({ key }) => section === undefined || key === section)
    .map(({ key }) => ({
      section: key,
      indicators: gaps.filter((gap) => gap.section === key && gap.month === month).map(({ indicator }) => indicator),
    }))
    .filter(({ indicators }) => indicators.length > 0);
  return { answered: { answer: "missing", month, own, owed } };
}

function ranking({ office, fold, view, query, scope }: Asking): Found {
  const period = query.period ?? view.today.slice(0, 4);
  const span = soFar(period, view.today);
  const [indicator] = query.indicators ?? [];
  const rows =
    indicator === undefined
      ? sectionRows(office, view, period)
      : indicatorOf(view.catalogue, indicator).channels && (query.indicators?.length ?? 0) === 1
        ? CHANNELS.map((channel) => ({
            label: CHANNEL_LABELS[channel],
            ...pick(countOf(fold, view, { indicator, span, channel }, scope)),
          }))
        : (query.indicators ?? []).map((key) => ({
            label: indicatorOf(view.catalogue, key).label,
            ...pick(countOf(fold, view, { indicator: key, span }, scope)),
          }));
  const sorted = rows.filter(({ records }) => records > 0).sort((one, other) => other.value - one.value);
  return { answered: { answer: "ranking", period, indicator: indicator ?? null, rows: sorted } };
}

const pick = ({ value, records }: Counted) => ({ value: value ?? 0, records });

function sectionRows(office: TalkingOffice, view: View, period: Period) {
  const records = new Map<string, number>();
  for (const { fact, record } of view.standing) {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), daysOf(period))) continue;
    records.set(record.section, (records.get(record.section) ?? 0) + 1);
  }
  return office.office.sections.map(({ key, label }) => ({
    label,
    value: records.get(key) ?? 0,
    records: records.get(key) ?? 0,
  }));
}

const REPORT_SEASON_ENDS = 6; // up to June 年报 means last year's

const MOST_TOLD = 6;

function readiness({ office: { office }, fold, view, query }: Asking): Found {
  const thisYear = yearOf(view.today);
  const asked = query.period === null ? undefined : yearOf(daysOf(query.period).from);
  const year = asked ?? (Number(view.today.slice(5, 7)) <= REPORT_SEASON_ENDS ? thisYear - 1 : thisYear);
  const { findings, figures } = compileFold(fold, { office, year, today: view.today });
  const must = findings.filter(({ verdict }) => verdict === "必改");
  const over = figures.gaps.filter(({ month }) => month < monthOf(view.today));
  return {
    answered: {
      answer: "readiness",
      year,
      must: must.slice(0, MOST_TOLD).map(({ says }) => says),
      mustCount: must.length,
      explainCount: findings.filter(({ verdict }) => verdict === "需说明").length,
      gaps: over.length,
      months: [...new Set(over.map(({ month }) => month))],
    },
  };
}
