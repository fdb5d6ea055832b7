import { countIndicator, type Fold, figureLabel, moved, printFigure } from "@gongkai/reporter";
import {
  type ApplicantKind,
  daysOf,
  type Fact,
  type FigureId,
  hasIndicator,
  indicatorOf,
  isNarrativeFigureId,
  type Month,
  monthsOf,
  NARRATIVE_FIGURES,
  RESULT_ROWS,
  TABLE_FOUR_CELLS,
  yearOf,
} from "@gongkai/schema";
import { indicatorKeyOf, periodOf } from "../dialogue/stated-fact.ts";
import type { Movement, Running } from "../wording/echo-words.ts";
import { amountWords } from "../wording/number-words.ts";
import type { TalkingOffice } from "./talking-office.ts";

const MOST_RUNNING = 4; // indicators whose month total is told; a pasted list has more than one wants to read
const MOST_MOVED = 8;

/** The figures a fact may move. Totals and balances of tables 三 四 follow from them and are not told. */
function figuresOf({ catalogue }: TalkingOffice, fact: Fact, applicant: ApplicantKind | null): readonly FigureId[] {
  if (fact.kind === "application-opened" || fact.kind === "application-answered" || fact.kind === "application-step") {
    if (applicant === null) return ["s1.applications"];
    const rows = (["new", ...RESULT_ROWS] as const).map((row): FigureId => `t3.${row}.${applicant}`);
    return ["s1.applications", ...rows];
  }
  if ("case" in fact) return TABLE_FOUR_CELLS.filter((cell) => !cell.endsWith(".total"));
  const key = indicatorKeyOf(fact);
  return key !== undefined && hasIndicator(catalogue, key) ? indicatorOf(catalogue, key).feeds : [];
}

/** What a turn touches: the facts before and after it, by year. */
export type Touched = Readonly<{ fact: Fact; applicant: ApplicantKind | null }>;

function byYear(office: TalkingOffice, touched: readonly Touched[]): ReadonlyMap<number, ReadonlySet<FigureId>> {
  const years = new Map<number, Set<FigureId>>();
  for (const { fact, applicant } of touched) {
    const period = periodOf(fact);
    if (period === undefined) continue;
    const year = yearOf(daysOf(period).from);
    const figures = years.get(year) ?? new Set();
    for (const figure of figuresOf(office, fact, applicant)) figures.add(figure);
    years.set(year, figures);
  }
  return years;
}

/** Takes the figures a turn may move; `after` says which did. */
export function watchFigures(
  office: TalkingOffice,
  fold: Fold,
  touched: readonly Touched[],
): { after: () => readonly Movement[] } {
  const watched = [...byYear(office, touched)].filter(([, only]) => only.size > 0);
  const before = watched.map(([year, only]) => fold.figures(year, only));
  return {
    after: () =>
      watched
        .flatMap(([year, only], place) => {
          const then = before[place];
          return then ? moved(then, fold.figures(year, only)).map((change) => ({ ...change, year })) : [];
        })
        .slice(0, MOST_MOVED)
        .map(({ figure, year, before: was, after: is }) => ({
          figure,
          year,
          label: labelOf(figure),
          before: was === null && is === 0 ? "未报" : printFigure(figure, was ?? 0), // a nil moves a figure from unknown to 0
          after: is === null && was === 0 ? "未报" : printFigure(figure, is ?? 0), // and its withdrawal moves it back
        })),
  };
}

/** 表二 行政许可; 一（一）门户网站主动公开信息. */
function labelOf(figure: FigureId): string {
  if (!isNarrativeFigureId(figure)) return figureLabel(figure);
  const { aspect, label } = NARRATIVE_FIGURES[figure];
  return aspect.endsWith("）") ? `${aspect}${label}` : `${aspect} ${label}`;
}

/** How far the months of the facts written are, for what adds up and for what comes in as cases. */
export function runningTotals({ catalogue }: TalkingOffice, fold: Fold, facts: readonly Fact[]): readonly Running[] {
  const told = new Map<string, Running>();
  for (const fact of facts) {
    const [key, period] = [indicatorKeyOf(fact), periodOf(fact)];
    if (key === undefined || period === undefined || !hasIndicator(catalogue, key)) continue;
    if (fact.kind !== "figure-reported" && !OPENINGS.has(fact.kind)) continue;
    const indicator = indicatorOf(catalogue, key);
    const [month, more]: (Month | undefined)[] = monthsOf(period);
    const counted = indicator.rollUp === "sum" || OPENINGS.has(fact.kind);
    if (!counted || month === undefined || more !== undefined) continue;
    const count = countIndicator(fold, { indicator: key, span: daysOf(month) });
    const amount = amountWords(count.value ?? 0, indicator);
    told.set(`${key} ${month}`, { month, label: indicator.label, amount, records: count.records });
  }
  return [...told.values()].slice(0, MOST_RUNNING);
}

const OPENINGS: ReadonlySet<Fact["kind"]> = new Set(["application-opened", "review-opened", "litigation-opened"]);
