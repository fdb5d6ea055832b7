import { z } from "zod";
import { IndicatorName } from "../ledger/fact.ts";

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "只能用小写字母、数字和短横线，最多 32 位");

/** A section (科室) and what it has to report every month. */
export const Section = z.strictObject({
  key: Key,
  label: z.string().min(1).max(40),
  /** Other names people use for it. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Indicators it owes for every month of the year. */
  reports: z.array(IndicatorName).default([]),
});
export type Section = z.infer<typeof Section>;

/** An indicator of the office's own; stored under `own.<key>`. It feeds no statutory cell. */
export const OwnIndicator = z.strictObject({
  key: z.string().regex(/^own\.[a-z_0-9]+$/, "要写成 own. 加小写字母，例如 own.open_day"),
  label: z.string().min(1).max(40),
  unit: z.string().min(1).max(8),
  rollUp: z.enum(["sum", "latest", "monthly-latest"]).default("sum"),
  synonyms: z.array(z.string().min(1)).default([]),
});
export type OwnIndicator = z.infer<typeof OwnIndicator>;

/** One public body (行政机关): who publishes the report, and how it is organised. */
export const Office = z.strictObject({
  key: Key,
  /** Full name as on the seal: the report's title and self-name. */
  name: z.string().min(2).max(60),
  /** 我局、我委 … the one self-name used in prose. */
  selfName: z.string().min(1).max(20).default("本机关"),
  /** Only 国务院部门, provinces and cities with districts can make 规章. */
  makesRegulations: z.boolean().default(false),
  kind: z.enum(["department", "government"]).default("department"),
  /**
   * How the portal's visits are read off: visits of each month, added up; or a counter running since the portal opened,
   * of which the year is its last reading minus the last one of the year before.
   */
  siteVisits: z.enum(["monthly", "cumulative"]).default("monthly"),
  sections: z.array(Section).min(1),
  indicators: z.array(OwnIndicator).default([]),
  /** More words for built-in indicators, by key. */
  synonyms: z.record(IndicatorName, z.array(z.string().min(1))).default({}),
});
export type Office = z.infer<typeof Office>;
