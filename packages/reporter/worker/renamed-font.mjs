const WINDOWS = 3;
const UNICODE = 1;
const ENGLISH = 0x0409;
/** Family, subfamily, full name, PostScript name. */
const NAMES = [1, 2, 4, 6];

/**
 * The font under a family name of its own, so that it can be asked for by name: Typst takes one font a family, and a
 * face that comes in slices would lose all but one. The table is put at the end and its entry made to point there.
 *
 * @param {Buffer} font an sfnt (TrueType or OpenType)
 * @param {string} family ASCII, no spaces
 * @returns {Buffer}
 */
export function renamedFont(font, family) {
  const table = nameTable(family);
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const renamed = Buffer.concat([font, padding, table]);
  const tables = renamed.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * tables; entry += 16) {
    if (renamed.toString("latin1", entry, entry + 4) !== "name") continue;
    renamed.writeUInt32BE(font.length + padding.length, entry + 8);
    renamed.writeUInt32BE(table.length, entry + 12);
    return renamed;
  }
  throw new Error(`the font for ${family} has no name table; keep it when the font is subset`);
}

/** OpenType `name` table, format 0: header, one entry a name, one string they share. */
function nameTable(family) {
  const text = Buffer.from(family, "utf16le").swap16();
  const header = Buffer.alloc(6);
  header.writeUInt16BE(NAMES.length, 2);
  header.writeUInt16BE(6 + 12 * NAMES.length, 4);
  const entries = NAMES.map((name) => {
    const entry = Buffer.alloc(12);
    for (const [at, value] of [WINDOWS, UNICODE, ENGLISH, name, text.length, 0].entries())
      entry.writeUInt16BE(value, 2 * at);
    return entry;
  });
  return Buffer.concat([header, ...entries, text]);
}
