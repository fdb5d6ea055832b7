import { nowOf, type When } from "./when.ts";

/** The moment every table of the date parsers is read at. */
export const WEDNESDAY = nowOf("2026-03-04T10:30:00+08:00");

/** `day 2026-03-02`, `open 2026-01`, `none`: a reading as a cell of a table. */
export const short = (when: When | undefined): string =>
  when === undefined
    ? "none"
    : `${when.type} ${"period" in when ? (when.period ?? "") : when.type === "open" ? when.past : ""}`.trim();
