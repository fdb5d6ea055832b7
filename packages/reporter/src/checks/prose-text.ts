import { OVERVIEW_ASPECTS, PROSE_KEYS, type ProseKey } from "@gongkai/schema";
import type { ReportProse } from "./checked-report.ts";

/** Texts that were handed in, in printed order. */
export const texts = (prose: ReportProse | null): [ProseKey, string][] =>
  PROSE_KEYS.flatMap((key): [ProseKey, string][] => {
    const text = prose?.[key];
    return text ? [[key, text]] : [];
  });

/** Half of the places given means the text is given; then a place that is not there was left out. */
export const isWhole = (prose: ReportProse | null): boolean =>
  prose !== null && PROSE_KEYS.filter((key) => prose[key] !== undefined).length * 2 >= PROSE_KEYS.length;
/** A place that was handed in, empty or not, or that is missing from a whole text. */
export const isGiven = (prose: ReportProse | null, key: ProseKey): boolean =>
  isWhole(prose) || prose?.[key] !== undefined;

/** All of section 一, aspect after aspect. */
export const overviewOf = (prose: ReportProse | null): string =>
  OVERVIEW_ASPECTS.map(({ key }) => prose?.[key] ?? "").join("\n");

export const clausesOf = (text: string): string[] => text.split(/[，。；\n]/).filter((clause) => clause !== "");

/** The whole number a phrase ends in: 收到…申请12件, with or without separators. */
export const numberIn = (digits: string | undefined): number => Number((digits ?? "").replaceAll(/[,，]/g, ""));

/** A little of the text around a find, to show where it stands. */
export const around = (text: string, index: number, length: number): string =>
  text.slice(Math.max(0, index - 8), index + length + 8).replaceAll("\n", "");
