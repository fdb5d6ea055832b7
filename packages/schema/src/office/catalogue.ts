import { type Catalogue, INDICATORS, type Indicator } from "../form/indicators.ts";
import type { Office } from "./office.ts";

/** The built-in catalogue with an office's synonyms added to it and its own indicators behind it. */
export function catalogueOf(
  office: Pick<Office, "indicators" | "synonyms"> & Partial<Pick<Office, "siteVisits">>,
): Catalogue {
  const builtIn = Object.entries<Indicator>(INDICATORS).map(([key, indicator]) => {
    const counter = key === "gauge.site_visits" && office.siteVisits === "cumulative";
    const synonyms = [...indicator.synonyms, ...(office.synonyms[key] ?? [])];
    return [key, { ...indicator, synonyms, ...(counter && { rollUp: "latest" }) }];
  });
  const own = office.indicators.map(({ key, ...indicator }) => [
    key,
    { ...indicator, scale: 1, feeds: [], nil: indicator.rollUp === "sum" },
  ]);
  return Object.fromEntries([...builtIn, ...own]);
}
