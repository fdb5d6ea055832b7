import { writeXlsx } from "hucre/xlsx";
import type { Register } from "../../document/register.ts";
import { coreProperties } from "../core-properties.ts";
import { fixedArchive } from "../fixed-archive.ts";
import { registerSheet } from "./register-sheet.ts";

export type Workbook = Readonly<{
  /** Printed above every list. */
  title: string;
  organ: string;
  registers: readonly Register[];
}>;

export type RegistersOptions = Readonly<{
  /** Moment written into the file's properties, ISO 8601 with offset. */
  at: string;
}>;

/**
 * Plain lists, a sheet each: numbers as numbers, to be added up and filtered. Text is always stored as text and never
 * as a formula, whatever somebody was called or has written. Same lists and time, same bytes.
 */
export async function renderRegisters(book: Workbook, { at }: RegistersOptions): Promise<Uint8Array> {
  const { title, organ, registers } = book;
  const sheets = registers.map((register) => registerSheet(register, title));
  const written = await writeXlsx({ sheets, properties: { created: new Date(at), modified: new Date(at) } });
  return fixedArchive(written, { "docProps/core.xml": coreProperties(title, organ, at) });
}
