const FIRST_ROW = 0xb0;
const LAST_ROW = 0xd7;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;

/**
 * The 3,755 characters of the first plane of GB 2312-80: what everyday Chinese is written with. Read from the decoder
 * of the runtime, row by row, so that the list cannot be mistyped.
 */
export const COMMON_CHARACTERS: ReadonlySet<string> = (() => {
  const decoder = new TextDecoder("gb18030");
  const found = new Set<string>();
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1)
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (char.length === 1 && char >= "\u4e00" && char <= "\u9fa5") found.add(char);
    }
  return found;
})();
