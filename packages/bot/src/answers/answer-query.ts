import { daysOf, type IndicatorKey, monthOf, overlaps, yearOf } from "@gongkai/schema";
import type { Reflection } from "../deeds/ledger-mirror.ts";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import { lineOf } from "../dialogue/line.ts";
import { indicatorKeyOf, periodOf } from "../dialogue/stated-fact.ts";
import type { View } from "../dialogue/turn.ts";
import type { Query } from "../utterance/meaning.ts";
import { answerWords } from "../wording/answer-words.ts";
import type { Answer } from "./answered.ts";
import { type Asking, type Found, indicatorsIn, stated } from "./asking.ts";
import { casesAnswer } from "./cases-answer.ts";
import { chartOf } from "./chart-of.ts";
import { compared, countOf, soFar } from "./count.ts";
import { missing } from "./missing.ts";
import { progress } from "./progress.ts";
import { ranking } from "./ranking.ts";
import { readiness } from "./readiness.ts";
import { inScope, scopeOf } from "./scope.ts";
import { topOf } from "./top.ts";
import { trendOf } from "./trend.ts";
import { zerosOf } from "./zeros.ts";

const MOST_LISTED = 15;

/** One answer a kind of query. */
const ANSWERS: Readonly<Record<Query["kind"], (asking: Asking) => Found>> = {
  count,
  progress,
  list,
  status,
  missing,
  compare: ranking,
  trend,
  top: ({ fold, view, query, scope }) => {
    const period = query.period ?? view.today.slice(0, 4);
    const counts = topOf(fold, view, period, scope).slice(0, MOST_LISTED);
    return { answered: { answer: "top", period, counts, scope: scope.label } };
  },
  zeros: ({ office, fold, view, query, scope }) => {
    const period = query.period ?? view.today.slice(0, 4);
    return { answered: { answer: "zeros", period, zeros: zerosOf(office, fold, view, period, scope) } };
  },
  cases: casesAnswer,
  readiness,
};

/** Answers a query from the fold alone. */
export function answerQuery(office: TalkingOffice, { fold }: Reflection, view: View, query: Query): Answer {
  const scope = scopeOf(office, view, query.scope);
  const { answered, records = [] }: Found =
    scope === undefined
      ? { answered: { answer: "unknown-scope", scope: query.scope ?? "" } }
      : ANSWERS[query.kind]({ office, fold, view, query, scope });
  const speaking = speakingOf(office, view);
  return { answered, words: answerWords(answered, speaking), records, chart: chartOf(answered, view, speaking) };
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

/** One indicator month by month; without a single one named, its count or its top list. */
function trend(asking: Asking): Found {
  const { fold, view, query, scope } = asking;
  const [indicator, ...more] = query.indicators ?? [];
  if (indicator === undefined || more.length > 0) return count(asking);
  const year = yearOf(daysOf(query.period ?? view.today).from);
  return {
    answered: {
      answer: "trend",
      indicator,
      year,
      months: trendOf(fold, view, { indicator, year }, scope),
      scope: scope.label,
    },
  };
}

function list({ view, query, scope }: Asking): Found {
  const period = query.period ?? view.today;
  const days = daysOf(period);
  const fits = inScope(view, scope.label === null ? { label: null } : scope);
  const found = [...view.standing].filter(({ id, fact }) => {
    const when = periodOf(fact);
    if (when === undefined || !overlaps(daysOf(when), days) || !fits(id)) return false;
    if (query.channel !== null && !("channel" in fact && fact.channel === query.channel)) return false;
    const key = indicatorKeyOf(fact);
    return query.indicators === null || (key !== undefined && query.indicators.some((wanted) => wanted === key));
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
