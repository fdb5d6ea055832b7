import pg from "pg";

const INT8 = 20;

/** For a pool's configuration: the server sends bigint as text, ours are places and milliseconds and fit a number. */
export const wholeNumbers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === INT8 ? wholeNumber : pg.types.getTypeParser(oid, format),
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is too large for a number: no column of ours holds such`);
  return value;
}
