/** The words of a list written as running text; a blank inside a word is written as `_`: press_conference. */
export const wordsOf = (list: string): readonly string[] =>
  list
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("_", " "));
