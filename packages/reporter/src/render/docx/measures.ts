import { GONGWEN } from "../../document/gongwen-style.ts";

const { page, text, size, linePitch, tracking } = GONGWEN;

/** A twip is a twentieth of a point; Word measures lengths in twips and type in half points. */
export const twips = (points: number): number => Math.round(points * 20);
/** Millimetres in twips; the library's own conversion rounds down and misses A4 by one. */
export const millimetres = (length: number): number => Math.round((length / 25.4) * 1440);
export const halfPoints = (points: number): number => Math.round(points * 2);

export const TEXT_WIDTH = millimetres(text.width);
export const LINE_PITCH = twips(linePitch);
/** A body character with its tracking: 28 of them in a line. */
export const CHARACTER = twips(size.body + tracking);
export const TRACKING = twips(tracking);

/** The footer's lower edge, so that the number stands 7 mm below the 版心 (GB/T 9704-2012, 7.5). */
export const FOOTER = millimetres(page.bottom - GONGWEN.pageNumberDrop) - twips(size.pageNumber / 2);
