import { APPLICANT_COLUMNS, type ApplicantColumn } from "@gongkai/schema";
import type { Cell as SheetCell } from "hucre/xlsx";
import { CHECK_STYLE } from "./cell-style.ts";
import { type Place, type PlacedFigures, refOf } from "./formula.ts";

type Check = readonly [Place, Partial<SheetCell>];

/** In the column and the row after the table, outside the printed area: whether what stands there can be trusted. */
export function checksOf(figures: PlacedFigures, column: number, row: number): readonly Check[] {
  const rows = [...new Set([...figures.values()].map(({ at }) => at.row))];
  return [
    ...rows.map((at) => asExported(figures, { row: at, column })),
    ...APPLICANT_COLUMNS.flatMap((kind) => balanced(figures, kind, row)),
  ];
}

const check = (place: Place, holds: string, so: boolean, words: readonly [string, string]): Check => [
  place,
  // the value stands beside its formula: telephones and previews do not calculate
  { formula: `IF(${holds},"${words[0]}","${words[1]}")`, formulaResult: so ? words[0] : words[1], style: CHECK_STYLE },
];

/** Every figure of the row is still the one the ledger gave. */
function asExported(figures: PlacedFigures, place: Place): Check {
  const kept = [...figures.values()]
    .filter(({ at }) => at.row === place.row)
    .map(({ at, run }) => (run.value === null ? `ISTEXT(${refOf(at)})` : `${refOf(at)}=${run.value}`));
  return check(place, `AND(${kept.join(",")})`, true, ["与台账一致", "与台账不符"]);
}

/** Table 三: 第一项加第二项之和，等于第三项加第四项之和, and nothing below zero is carried over. */
function balanced(figures: PlacedFigures, kind: ApplicantColumn, row: number): readonly Check[] {
  const [arrived, opening, total, closing] = (["new", "opening", "total", "closing"] as const).map((name) =>
    figures.get(`t3.${name}.${kind}`),
  );
  if (!arrived || !opening || !total || !closing) return [];
  const sides = [arrived, opening, total, closing].map(({ at }) => refOf(at));
  const holds = `AND(${sides[0]}+${sides[1]}=${sides[2]}+${sides[3]},${sides[3]}>=0)`;
  const value = (figure: typeof arrived) => figure.run.value ?? 0;
  const so = value(arrived) + value(opening) === value(total) + value(closing) && value(closing) >= 0;
  return [check({ row, column: arrived.at.column }, holds, so, ["勾稽一致", "勾稽不符"])];
}
