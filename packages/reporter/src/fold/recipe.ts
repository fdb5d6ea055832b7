import {
  APPLICANT_KINDS,
  type ApplicantKind,
  type Catalogue,
  DISPUTE_BLOCKS,
  type DisputeBlock,
  type FigureId,
  isNarrativeFigureId,
  RESULT_ROWS,
  TABLE_THREE_ROWS,
} from "@gongkai/schema";
import { feedersOf } from "./year-view.ts";

/** How one figure comes about. */
export type Recipe =
  /** Added up from its indicators, its cell's own counts and its cases. `absence`: what nothing stated means. */
  | Readonly<{ kind: "counted"; absence: "zero" | "unknown" }>
  | Readonly<{ kind: "latest" | "monthly-latest" }>
  /** A counter that runs for years: its last reading minus the last one of the year before. */
  | Readonly<{ kind: "counter" }>
  /** A stock of documents: as stated, else last year's plus what was made minus what was repealed. */
  | Readonly<{ kind: "stock"; made: FigureId; repealed: FigureId }>
  /** Carried over from last year's `t3.closing`, column by column. */
  | Readonly<{ kind: "opening"; column: ApplicantKind }>
  /** Open cases on 31 December, or a stated stock; never both added. */
  | Readonly<{ kind: "pending"; block: DisputeBlock }>
  /** 信息处理费: from the cases' notices and payments; without any, what was stated. */
  | Readonly<{ kind: "fees" }>
  | Readonly<{ kind: "derived"; plus: readonly FigureId[]; minus: readonly FigureId[] }>;

const derived = (plus: readonly FigureId[], minus: readonly FigureId[] = []): Recipe => ({
  kind: "derived",
  plus,
  minus,
});

/** The computed cells and sentences; every other figure is counted in the way its indicators declare. */
const SPECIAL: ReadonlyMap<FigureId, Recipe> = new Map<FigureId, Recipe>([
  ["t2.reg.valid", { kind: "stock", made: "t2.reg.issued", repealed: "t2.reg.repealed" }],
  ["t2.norm.valid", { kind: "stock", made: "t2.norm.issued", repealed: "t2.norm.repealed" }],
  ["s1.norm_valid", derived(["t2.norm.valid"])],
  ["s1.applications", derived(["t3.new.tot"])],
  ["s6.info_fee", { kind: "fees" }],
  ["s6.fee_notices", { kind: "fees" }],
  ["s6.fee_noticed", { kind: "fees" }],
  ...TABLE_THREE_ROWS.map((row): [FigureId, Recipe] => [
    `t3.${row}.tot`,
    derived(APPLICANT_KINDS.map((kind): FigureId => `t3.${row}.${kind}`)),
  ]),
  ...APPLICANT_KINDS.flatMap((column): [FigureId, Recipe][] => [
    [`t3.opening.${column}`, { kind: "opening", column }],
    [`t3.total.${column}`, derived(RESULT_ROWS.map((row): FigureId => `t3.${row}.${column}`))],
    [`t3.closing.${column}`, derived([`t3.new.${column}`, `t3.opening.${column}`], [`t3.total.${column}`])],
  ]),
  ...DISPUTE_BLOCKS.flatMap((block): [FigureId, Recipe][] => [
    [`t4.${block}.pending`, { kind: "pending", block }],
    [
      `t4.${block}.total`,
      derived([`t4.${block}.upheld`, `t4.${block}.corrected`, `t4.${block}.other`, `t4.${block}.pending`]),
    ],
  ]),
]);

/** Tables 三 四 are kept as cases and are 0 by absence; so is 规章 where the body cannot make any. */
function absenceOf(figure: FigureId, makesRegulations: boolean): "zero" | "unknown" {
  if (figure.startsWith("t3.") || figure.startsWith("t4.")) return "zero";
  return figure.startsWith("t2.reg.") && !makesRegulations ? "zero" : "unknown";
}

export function recipeOf(figure: FigureId, catalogue: Catalogue, makesRegulations: boolean): Recipe {
  const special = SPECIAL.get(figure);
  if (special) return special;
  const [first] = feedersOf(catalogue, figure);
  const rollUp = first && catalogue[first]?.rollUp;
  if (figure === "s1.site_visits" && rollUp === "latest") return { kind: "counter" };
  if (isNarrativeFigureId(figure) && (rollUp === "latest" || rollUp === "monthly-latest")) return { kind: rollUp };
  return { kind: "counted", absence: absenceOf(figure, makesRegulations) };
}
