/**
 * At most 31 characters (ECMA-376 part 1, 18.2.19), and only letters and digits: a name with a mark in it must be
 * quoted wherever it is referred to, and the print area of such a sheet would be lost.
 */
export const sheetName = (caption: string): string =>
  caption
    .replaceAll("、", "和")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 31) || "表";
