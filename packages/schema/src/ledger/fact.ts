import { z } from "zod";
import { Month, Period } from "../calendar/period.ts";
import {
  ApplicationAnswered,
  ApplicationOpened,
  ApplicationStep,
  DisputeDecided,
  LitigationOpened,
  ReviewOpened,
} from "../cases/case-fact.ts";
import { CELL_IDS, type CellId } from "../form/cell-id.ts";
import { FIGURE_IDS, type FigureId } from "../form/figure-id.ts";
import { CHANNELS } from "../form/indicators.ts";
import { RESULT_GROUPS } from "../form/result-rows.ts";

/** Whole units as stored: pieces, persons, fen. Never negative, never a fraction. */
export const Quantity = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const IndicatorName = z.string().regex(/^[a-z]+(\.[a-z_0-9]+)+$/, "不是一个指标编码");

/** A figure for a period, as somebody said it. */
export const FigureReported = z.strictObject({
  kind: z.literal("figure-reported"),
  indicator: IndicatorName,
  quantity: Quantity,
  period: Period,
  channel: z.enum(CHANNELS).nullable(),
  /** Only on `application.outcome`: an answer whose case is not known. It moves no cell and is a 必改 finding. */
  outcome: z.enum(RESULT_GROUPS).nullable(),
});

/** A stated zero, by a named person. It ends when a figure for that period arrives. */
export const NilAttested = z.strictObject({
  kind: z.literal("nil-attested"),
  indicator: IndicatorName,
  period: Period,
});

/** A count entered straight into a cell of tables 三 四 by an office that keeps no cases. */
export const CellCounted = z.strictObject({
  kind: z.literal("cell-counted"),
  cell: z.enum(CELL_IDS as [CellId, ...CellId[]]),
  quantity: Quantity,
  period: Period,
});

/** A figure of an earlier published report: opening balances and 同比. `null`: that report does not give it. */
export const FigurePublished = z.strictObject({
  kind: z.literal("figure-published"),
  year: z.int().min(2008).max(2100), // the 条例 came into force on 2008-05-01
  figure: z.enum(FIGURE_IDS as [FigureId, ...FigureId[]]),
  quantity: Quantity, // fen where the figure is money
});

export const PROSE_KEYS = ["一（一）", "一（二）", "一（三）", "一（四）", "一（五）", "五", "六"] as const;
export type ProseKey = (typeof PROSE_KEYS)[number];

/** The text of a section as somebody stored it; the latest one stands. It is written to be published. */
export const TextStored = z.strictObject({
  kind: z.literal("text-stored"),
  year: z.int().min(2008).max(2100),
  key: z.enum(PROSE_KEYS),
  text: z.string().max(20_000),
});

/**
 * Why a finding that asks for a reason may stand, told by a named person; the reason itself is in the record's words.
 * It covers the finding as it stood then: once the sentence or a figure under it changes, the reason is asked for again.
 */
export const FindingExplained = z.strictObject({
  kind: z.literal("finding-explained"),
  year: z.int().min(2008).max(2100),
  rule: z.string().regex(/^[A-Z][0-9A-Z-]{1,31}$/, "不是一条核对规则的编号"),
  /** The finding's sentence, long numbers that might be a person's masked. */
  says: z.string().min(1).max(2_000),
  /** The figures it marks, in stored units; `null`: nobody had stated it. */
  figures: z.array(
    z.strictObject({ figure: z.enum(FIGURE_IDS as [FigureId, ...FigureId[]]), quantity: z.int().nullable() }),
  ),
});

/** What a record can state about the world. A correction replaces one of these by another. */
export const Fact = z.discriminatedUnion("kind", [
  FigureReported,
  NilAttested,
  CellCounted,
  FigurePublished,
  TextStored,
  FindingExplained,
  ApplicationOpened,
  ApplicationStep,
  ApplicationAnswered,
  ReviewOpened,
  LitigationOpened,
  DisputeDecided,
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { kind: Kind }>;

export const MonthClosed = z.strictObject({ kind: z.literal("month-closed"), month: Month });
/** Why is in the record's words: they can be erased, and what is stated cannot. */
export const MonthReopened = z.strictObject({ kind: z.literal("month-reopened"), month: Month });
