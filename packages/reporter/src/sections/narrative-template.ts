import { isFigureId } from "@gongkai/schema";
import { Liquid, LiquidError, type Template } from "liquidjs";
import { ReportError } from "../report-error.ts";
import type { BoundNumbers } from "./bound-number.ts";

/** What a template may name. Numbers are there to be compared; to print one it goes through the filter 数. */
export type Narrative = Readonly<{
  机关: string;
  自称: string;
  年度: number;
  /** Only in the title of a 月报: 1 to 12. */
  月?: number;
  /** By figure id, in the printed unit; `null`: not reported. */
  值: Readonly<Record<string, number | null>>;
  /** The same of last year's report. */
  去年: Readonly<Record<string, number | null>>;
  /** Labels of the kinds of information that were published, joined by 、. */
  公开类别: string;
  能制定规章: boolean;
}>;
const NAMES: ReadonlySet<string> = new Set<keyof Narrative>([
  "机关",
  "自称",
  "年度",
  "月",
  "值",
  "去年",
  "公开类别",
  "能制定规章",
]);

// A template is text of the office: no files, no prototypes, and an end to every loop.
const LIMITS = { templates: {}, ownPropertyOnly: true, parseLimit: 20_000, renderLimit: 1_000, memoryLimit: 1_000_000 };

/** `unknown` collects names that are no figure, so that all of them can be told at once. */
function engineFor(numbers: BoundNumbers, unknown: string[]): Liquid {
  const engine = new Liquid({ ...LIMITS, strictFilters: true, strictVariables: true, lenientIf: true });
  engine.registerFilter("数", (figure: unknown) => {
    if (typeof figure === "string" && isFigureId(figure)) return numbers.mark(figure);
    unknown.push(String(figure));
    return "";
  });
  engine.registerFilter("成句", (clauses: unknown) => sentences(String(clauses)));
  return engine;
}

/** One clause a line; empty lines fall out; clauses are joined by ； and closed by 。. */
function sentences(lines: string): string {
  const clauses = lines
    .split("\n")
    .map((line) => line.trim().replace(/[；。]$/, ""))
    .filter((line) => line !== "");
  return clauses.length === 0 ? "" : `${clauses.join("；")}。`;
}

/** Paragraphs of one place, with marks where figures go. */
export type FilledTemplate = readonly string[];

/** @throws ReportError TEMPLATE_UNREADABLE naming what is wrong, all unknown names at once. */
export function fillTemplate(
  place: string,
  template: string,
  narrative: Narrative,
  numbers: BoundNumbers,
): FilledTemplate {
  const unknown: string[] = [];
  const engine = engineFor(numbers, unknown);
  let text: unknown;
  try {
    const parsed = engine.parse(template);
    refuseUnknownNames(place, engine, parsed);
    text = engine.renderSync(parsed, narrative);
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw new ReportError("TEMPLATE_UNREADABLE", `${place}的模板${whereOf(error)}用不了，请核对。`, { cause: error });
  }
  if (unknown.length > 0)
    throw new ReportError("TEMPLATE_UNREADABLE", `${place}的模板里有不认识的数：${unknown.join("、")}`);
  return String(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function whereOf(error: unknown): string {
  if (!LiquidError.is(error)) return "里引用的内容"; // a partial that is looked for and not there
  const [line = 1] = error.token.getPosition();
  return `第 ${line} 行“${error.token.getText().slice(0, 40)}”`;
}

function refuseUnknownNames(place: string, engine: Liquid, parsed: Template[]): void {
  const unknown = engine.globalVariablesSync(parsed).filter((name) => !NAMES.has(name));
  if (unknown.length === 0) return;
  throw new ReportError("TEMPLATE_UNREADABLE", `${place}的模板里有不认识的名字：${unknown.join("、")}`);
}
