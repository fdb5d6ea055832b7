import { FIGURE_IDS, isFigureId, type Month, type Office, PROSE_KEYS } from "@gongkai/schema";
import type { DocumentTree } from "./document/block.ts";
import { brokenTitle } from "./document/title-lines.ts";
import { ReportError } from "./report-error.ts";
import { BoundNumbers, withoutMarks } from "./sections/bound-number.ts";
import type { NarrativeTemplates } from "./sections/default-templates.ts";
import { fillTemplate, type Narrative } from "./sections/narrative-template.ts";

/**
 * An office's own look: Liquid source by place of the narrative, of the 版头 above the title and of the titles of the
 * annual report and of a 月报. What it leaves out keeps the default; by default there is no 版头.
 */
export type OfficeTemplates = Readonly<{
  narrative: NarrativeTemplates;
  letterhead?: string;
  title?: string;
  monthTitle?: string;
}>;

type Named = Pick<Office, "name" | "selfName">;
const LETTERHEAD = "版头";
const TITLE = "标题";
const MONTH_TITLE = "月报标题";

/**
 * Everything wrong with an office's templates, one sentence each, before a report is made with them. Every branch is
 * read for names; what only shows in the filling is tried on a report without figures, one of zeros and one of twos.
 */
export function templateProblems(
  { narrative, title, monthTitle, letterhead }: OfficeTemplates,
  office: Named,
): readonly string[] {
  const problems = PROSE_KEYS.flatMap((key) => {
    const source = narrative[key];
    if (source === undefined) return [];
    return [...unknownFigures(key, source), ...failures(() => tryOn(key, source, office))];
  });
  const titled = [
    ...(title === undefined ? [] : failures(() => titleOf(title, office, TRIAL_YEAR))),
    ...(monthTitle === undefined ? [] : failures(() => monthTitleOf(monthTitle, office, `${TRIAL_YEAR}-05`))),
    ...(letterhead === undefined ? [] : failures(() => letterheadOf(letterhead, office, TRIAL_YEAR))),
  ];
  return [...new Set([...problems, ...titled])];
}

type Look = Omit<OfficeTemplates, "narrative">;

/** The document under the office's own 版头 and title. @throws ReportError TEMPLATE_UNREADABLE */
export function inOfficeLook(tree: DocumentTree, office: Named, { title, letterhead }: Look): DocumentTree {
  return {
    ...tree,
    ...(title !== undefined && { title: titleOf(title, office, tree.year) }),
    ...(letterhead !== undefined && { letterhead: letterheadOf(letterhead, office, tree.year) }),
  };
}

/** A month's document in the same look. @throws ReportError TEMPLATE_UNREADABLE */
export function monthInOfficeLook(tree: DocumentTree, office: Named, month: Month, look: Look): DocumentTree {
  const { monthTitle, letterhead } = look;
  const styled = inOfficeLook(tree, office, letterhead === undefined ? {} : { letterhead });
  return monthTitle === undefined ? styled : { ...styled, title: monthTitleOf(monthTitle, office, month) };
}

const TRIAL_YEAR = 2008; // the 条例 came into force in it; any year will do

/** @throws ReportError when a figure is in it: a heading says who and when, never how many. */
function headingLines(place: string, source: string, names: Narrative): readonly string[] {
  const lines = fillTemplate(place, source, names, new BoundNumbers());
  const whole = lines.join("");
  if (whole !== withoutMarks(whole)) throw new ReportError("TEMPLATE_UNREADABLE", `${place}里不能放统计数字`);
  return lines;
}

const letterheadOf = (source: string, office: Named, year: number) =>
  headingLines(LETTERHEAD, source, narrativeWith(office, year, {}));

/** One line that fits the page as it is, or lines broken by the office itself. */
function titleOf(source: string, office: Named, year: number): readonly string[] {
  const lines = headingLines(TITLE, source, narrativeWith(office, year, {}));
  const whole = lines.join("");
  if (!whole.includes(office.name) || !whole.includes(String(year)))
    throw new ReportError("TEMPLATE_UNREADABLE", `${TITLE}要写明机关全称和年度，即 {{ 机关 }} 和 {{ 年度 }}`);
  return lines.length > 1 ? lines : brokenTitle(whole, office.name, year);
}

function monthTitleOf(source: string, office: Named, month: Month): readonly string[] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const lines = headingLines(MONTH_TITLE, source, { ...narrativeWith(office, year, {}), 月: number });
  const whole = lines.join("");
  if (!whole.includes(office.name) || !whole.includes(String(year)) || !whole.includes(`${number}月`))
    throw new ReportError(
      "TEMPLATE_UNREADABLE",
      `${MONTH_TITLE}要写明机关全称、年度和月份，即 {{ 机关 }}、{{ 年度 }} 和 {{ 月 }}月`,
    );
  return lines.length > 1 ? lines : brokenTitle(whole, office.name, year);
}

function tryOn(place: string, source: string, office: Named): void {
  for (const value of [null, 0, 2]) {
    const values = Object.fromEntries(FIGURE_IDS.map((id) => [id, value]));
    fillTemplate(place, source, narrativeWith(office, TRIAL_YEAR, values), new BoundNumbers());
  }
}

const narrativeWith = ({ name, selfName }: Named, year: number, values: Narrative["值"]): Narrative => ({
  机关: withoutMarks(name),
  自称: withoutMarks(selfName),
  年度: year,
  值: values,
  去年: values,
  公开类别: "",
  能制定规章: true,
});

/** Figures named in a branch that this year's report may not take. */
function unknownFigures(place: string, source: string): readonly string[] {
  const named = [
    ...source.matchAll(/(?:值|去年)\s*\[\s*(["'])(.*?)\1\s*\]/g),
    ...source.matchAll(/(["'])([^"']*)\1\s*\|\s*数(?![\p{L}\p{N}_])/gu),
  ].map(([, , name = ""]) => name);
  const unknown = [...new Set(named)].filter((name) => !isFigureId(name));
  return unknown.length === 0 ? [] : [`${place}的模板里有不认识的数：${unknown.join("、")}`];
}

function failures(attempt: () => unknown): readonly string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof ReportError) return [error.detail];
    throw error;
  }
}
