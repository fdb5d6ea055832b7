import { z } from "zod";
import type { PersonalDetail } from "../ledger-port.ts";
import { StoreError } from "../store-error.ts";
import { textAt } from "./column.ts";
import type { SqlRow } from "./sql-driver.ts";

const Words = z.string();
const Detail = z.strictObject({
  name: z.string().nullable(),
  contact: z.string().nullable(),
  subject: z.string().nullable(),
});

/** What people typed is kept as JSON text: NUL and lone surrogates then survive in every engine. */
export const storedText = (text: string): string => JSON.stringify(text);
export const storedDetail = ({ name, contact, subject }: PersonalDetail): string =>
  JSON.stringify({ name, contact, subject });

export function parseWords(stored: string, record: string): string {
  return read(Words, stored, record);
}

/** Null when the stored text is not what `storedText` writes. */
export function wordsIn(stored: string): string | null {
  try {
    return Words.parse(JSON.parse(stored));
  } catch {
    return null; // verify names the record; there is nothing more to say here
  }
}

/** Of a row with the columns `case_id` and `detail`. */
export function parseDetail(row: SqlRow): PersonalDetail {
  const id = textAt(row, "case_id");
  return { case: id, ...read(Detail, textAt(row, "detail"), id) };
}

function read<T>(shape: z.ZodType<T>, stored: string, which: string): T {
  try {
    return shape.parse(JSON.parse(stored));
  } catch (cause) {
    throw new StoreError("LEDGER_DAMAGED", which, { cause });
  }
}
