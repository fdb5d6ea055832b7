/** At most 31 characters and none of []:*?/\' (ECMA-376 part 1, 18.2.19). */
export const sheetName = (caption: string): string => caption.replace(/[[\]:*?/\\']/g, "").slice(0, 31) || "表";
