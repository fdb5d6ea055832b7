import { z } from "zod";

/** How far one thing is: `text` is printed, `share` (0 to 1) colours it; `null`: nothing is due there yet. */
const GridCell = z.object({ text: z.string().max(12), share: z.number().min(0).max(1).nullable() });

/** A length beside its label. `text` is what stands at its end, with the unit. */
const Bar = z.object({ value: z.number().nonnegative(), text: z.string().max(24) });

const head = {
  title: z.string().min(1).max(60),
  /** One line under the title: 口径, days, how many records. */
  note: z.string().max(120),
};

/** A picture for the chat as data: every word and number on it is given, nothing is computed when it is drawn. */
export const Chart = z.discriminatedUnion("kind", [
  z.object({
    ...head,
    kind: z.literal("grid"),
    columns: z.array(z.string().max(12)).min(1).max(12),
    rows: z.array(z.object({ label: z.string().max(24), cells: z.array(GridCell).min(1).max(12) })).max(40),
    legend: z.object({ full: z.string(), part: z.string(), none: z.string(), notDue: z.string() }),
  }),
  z.object({
    ...head,
    kind: z.literal("bars"),
    /** One bar, or two where a second is compared with the first. */
    rows: z.array(z.object({ label: z.string().max(24), bars: z.array(Bar).min(1).max(2) })).max(40),
    /** Names of the bars, as many as a row has at most; empty when there is only one kind. */
    legend: z.array(z.string()).max(2),
  }),
]);
export type Chart = z.infer<typeof Chart>;
