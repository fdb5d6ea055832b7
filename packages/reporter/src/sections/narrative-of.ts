import { catalogueOf, type FigureId, type IndicatorKey, indicatorOf, type Office } from "@gongkai/schema";
import type { Figures } from "../fold/figures.ts";
import { printedValue } from "../fold/printed.ts";
import type { Narrative } from "./narrative-template.ts";

type Told = Readonly<{ office: Office; figures: Figures; previous: ReadonlyMap<FigureId, number | null> | undefined }>;

/** What the templates may speak of. */
export function narrativeOf({ office, figures, previous }: Told): Narrative {
  const catalogue = catalogueOf(office);
  const printed = (id: FigureId, stored: number | null | undefined) =>
    typeof stored === "number" ? printedValue(id, stored) : null;
  return {
    机关: office.name,
    自称: office.selfName,
    年度: figures.year,
    值: Object.fromEntries(figures.ids.map((id) => [id, printed(id, figures.at(id).value)])),
    去年: Object.fromEntries(figures.ids.map((id) => [id, printed(id, previous?.get(id))])),
    公开类别: kindsOf(figures.reportedKinds("s1.disclosed"), (key) => indicatorOf(catalogue, key).label),
    能制定规章: office.makesRegulations,
  };
}

/** 政策解读、机构职能, and 等 where general information was published as well. */
function kindsOf(kinds: readonly IndicatorKey[], labelOf: (key: IndicatorKey) => string): string {
  const named = kinds.filter((key) => key !== "disclosure.other");
  const more = named.length < kinds.length && named.length > 0 ? "等" : "";
  return `${named.map(labelOf).join("、")}${more}`;
}
