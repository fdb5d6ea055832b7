import { PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import { isFigureRun, type Run, textOf } from "../document/block.ts";
import { BoundNumbers, type PrintFigure, withoutMarks } from "./bound-number.ts";
import type { NarrativeTemplates } from "./default-templates.ts";
import { fillTemplate, type Narrative } from "./narrative-template.ts";
import { bindStoredText } from "./stored-text.ts";
import { unboundDigits } from "./unbound-digits.ts";

export type ToWrite = Readonly<{
  narrative: Narrative;
  templates: NarrativeTemplates;
  /** What people stored for the year. */
  texts: ReadonlyMap<ProseKey, Readonly<{ text: string }>>;
  print: PrintFigure;
}>;

/** Digits in a text that no figure brought. `byTemplate`: the office's template has them, not somebody's own words. */
export type Unbound = Readonly<{ key: ProseKey; digits: string; around: string; byTemplate: boolean }>;

export type Prose = Readonly<{
  paragraphs: Readonly<Record<ProseKey, readonly (readonly Run[])[]>>;
  unbound: readonly Unbound[];
  /** Names in 【】 that are no figure. */
  unknown: readonly Readonly<{ key: ProseKey; name: string }>[];
}>;

type Place = Readonly<{
  paragraphs: readonly (readonly Run[])[];
  unbound: readonly Unbound[];
  unknown: readonly string[];
}>;

/**
 * One place of the report: the template's sentences, then the words people stored. Words that name figures themselves
 * are a text of their own and take the template's place; so is a text for 六 that speaks of the fee.
 */
function writePlace(key: ProseKey, { narrative, templates, texts, print }: ToWrite): Place {
  const numbers = new BoundNumbers();
  const stored = bindStoredText(texts.get(key)?.text ?? "", numbers);
  const replaces = stored.complete || (key === "六" && /信息处理费/.test(texts.get(key)?.text ?? ""));
  const template = replaces ? "" : (templates[key] ?? "");
  const filled = fillTemplate(key, template, clean(narrative), numbers).map((text) => numbers.bind(text, print));
  const told = stored.paragraphs.map((text) => numbers.bind(text, print));
  const digitsIn = (paragraphs: readonly (readonly Run[])[], byTemplate: boolean) =>
    paragraphs.flatMap((runs) => unboundDigits(runs).map((digits) => ({ key, ...digits, byTemplate })));
  return {
    paragraphs: [...filled, ...told],
    unbound: [...digitsIn(filled, true), ...digitsIn(told, false)],
    unknown: stored.unknown,
  };
}

const clean = (narrative: Narrative): Narrative => ({
  ...narrative,
  机关: withoutMarks(narrative.机关),
  自称: withoutMarks(narrative.自称),
});

export function writeProse(toWrite: ToWrite): Prose {
  const places = PROSE_KEYS.map((key) => [key, writePlace(key, toWrite)] as const);
  return {
    paragraphs: Object.fromEntries(places.map(([key, { paragraphs }]) => [key, paragraphs])) as Prose["paragraphs"], // PROSE_KEYS is every key
    unbound: places.flatMap(([, { unbound }]) => unbound),
    unknown: places.flatMap(([key, { unknown }]) => unknown.map((name) => ({ key, name }))),
  };
}

/** Plain text by place, as the command's JSON gives it; empty places are left out. */
export function proseText({ paragraphs }: Pick<Prose, "paragraphs">): Partial<Record<ProseKey, string>> {
  return Object.fromEntries(
    PROSE_KEYS.map((key) => [key, paragraphs[key].map(textOf).join("\n")]).filter(([, text]) => text !== ""),
  );
}

/** Figures a place prints. */
export const figuresIn = (paragraphs: readonly (readonly Run[])[]) =>
  paragraphs.flat().flatMap((run) => (isFigureRun(run) ? [run.figure] : []));
