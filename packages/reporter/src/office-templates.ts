import { FIGURE_IDS, isFigureId, type Office, PROSE_KEYS } from "@gongkai/schema";
import type { DocumentTree } from "./document/block.ts";
import { brokenTitle } from "./document/title-lines.ts";
import { ReportError } from "./report-error.ts";
import { BoundNumbers, withoutMarks } from "./sections/bound-number.ts";
import type { NarrativeTemplates } from "./sections/default-templates.ts";
import { fillTemplate, type Narrative } from "./sections/narrative-template.ts";

/** An office's own look: Liquid source by place of the narrative, and of the title. What it leaves out keeps the default. */
export type OfficeTemplates = Readonly<{ narrative: NarrativeTemplates; title?: string }>;

type Named = Pick<Office, "name" | "selfName">;
const TITLE = "标题";

/**
 * Everything wrong with an office's templates, one sentence each, before a report is made with them. Every branch is
 * read for names; what only shows in the filling is tried on a report without figures, one of zeros and one of twos.
 */
export function templateProblems({ narrative, title }: OfficeTemplates, office: Named): readonly string[] {
  const problems = PROSE_KEYS.flatMap((key) => {
    const source = narrative[key];
    if (source === undefined) return [];
    return [...unknownFigures(key, source), ...failures(() => tryOn(key, source, office))];
  });
  const titled = title === undefined ? [] : failures(() => titleOf(title, office, TRIAL_YEAR));
  return [...new Set([...problems, ...titled])];
}

/** The document under the office's own title. @throws ReportError TEMPLATE_UNREADABLE */
export function withTitle(tree: DocumentTree, office: Named, { title }: Pick<OfficeTemplates, "title">): DocumentTree {
  return title === undefined ? tree : { ...tree, title: titleOf(title, office, tree.year) };
}

const TRIAL_YEAR = 2008; // the 条例 came into force in it; any year will do

/** One line that fits the page as it is, or lines broken by the office itself. */
function titleOf(source: string, office: Named, year: number): readonly string[] {
  const lines = fillTemplate(TITLE, source, narrativeWith(office, year, {}), new BoundNumbers());
  const whole = lines.join("");
  if (whole !== withoutMarks(whole)) throw new ReportError("TEMPLATE_UNREADABLE", `${TITLE}里不能放统计数字`);
  if (!whole.includes(office.name) || !whole.includes(String(year)))
    throw new ReportError("TEMPLATE_UNREADABLE", `${TITLE}要写明机关全称和年度，即 {{ 机关 }} 和 {{ 年度 }}`);
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
