import { ReportError } from "../../report-error.ts";
import { slicesFor } from "../typst/serif-slices.ts";
import { type Typeset, typeset } from "../typst/typesetter.ts";
import type { Chart } from "./chart.ts";
import { CHART_TEMPLATE } from "./chart-template.ts";

/** Pixels; the platform shows pictures of a chat about half as wide. */
const WIDTH = 1080;

/**
 * The chart as PNG, 1080 pixels wide and as high as it needs. Same chart, same bytes: only the shipped serif is used.
 * A character the serif lacks is drawn as 〓. Throws `ReportError` CHART_UNAVAILABLE when the typesetter or the painter
 * does not run on this machine.
 */
export async function renderChart(chart: Chart): Promise<Uint8Array> {
  const uncovered = new Set((await slicesFor(charactersOf(chart), 400)).uncovered);
  const shown = uncovered.size === 0 ? chart : withoutGlyphs(chart, uncovered);
  const regular = (await slicesFor(charactersOf(shown), 400)).slices;
  const bold = (await slicesFor(new Set(shown.title), 700)).slices;
  const families = (slices: typeof regular) => slices.map(({ family }) => family);
  const data = { ...shown, faces: families(regular), bold: [...families(bold), ...families(regular)] };
  const picture = await typeset({
    source: CHART_TEMPLATE,
    inputs: { chart: JSON.stringify(data) },
    slices: [...regular, ...bold],
    into: { png: WIDTH },
  }).catch((cause: unknown): Typeset => ({ failed: String(cause) }));
  if ("made" in picture) return picture.made;
  throw new ReportError("CHART_UNAVAILABLE", "进度仍然用文字回答。", { cause: new Error(picture.failed) });
}

/** Every string of the chart, whatever its kind. */
const charactersOf = (chart: Chart): ReadonlySet<string> => new Set(JSON.stringify(chart));

function withoutGlyphs(chart: Chart, uncovered: ReadonlySet<string>): Chart {
  const clean = (text: string) => [...text].map((character) => (uncovered.has(character) ? "〓" : character)).join("");
  const named = { title: clean(chart.title), note: clean(chart.note) };
  if (chart.kind === "grid")
    return { ...chart, ...named, rows: chart.rows.map((row) => ({ ...row, label: clean(row.label) })) };
  return { ...chart, ...named, rows: chart.rows.map((row) => ({ ...row, label: clean(row.label) })) };
}
