import { type Figures, figureLabel, printFigure, unitOf } from "@gongkai/reporter";
import type { FigureId } from "@gongkai/schema";
import { type Html, html } from "./html.ts";

/** The figures leaders ask about first; every other one is in the report, one click away. */
const IN_FRONT: readonly FigureId[] = [
  "s1.disclosed",
  "s1.newmedia",
  "t2.license.decisions",
  "t2.penalty.decisions",
  "t3.new.tot",
  "s1.interaction",
  "s1.online_services",
  "s1.site_visits",
  "s1.publicity",
  "s1.reviewed",
];

/** `figure` of a page address. */
export const figureHref = (figure: FigureId, year: number): string => `/figure/${figure}?year=${year}`;

/** `before`: last year as the ledger counts it, where that year's report is not in the ledger. */
function tile(figure: FigureId, figures: Figures, before: Figures): Html {
  const { value } = figures.at(figure);
  const lastYear = figures.published(before.year, figure) ?? before.at(figure).value;
  const shown = value === null ? "未报" : `${printFigure(figure, value)} ${unitOf(figure)}`;
  return html`<a href="${figureHref(figure, figures.year)}" data-figure="${figure}"><b>${shown}</b><span>${figureLabel(figure)}${lastYear === null ? null : html` · 上年 ${printFigure(figure, lastYear)}`}</span></a>`;
}

export const progressPanel = (figures: Figures, before: Figures): Html =>
  html`<div class="figures">${IN_FRONT.map((figure) => tile(figure, figures, before))}</div>`;
