import type { Making } from "./body.ts";

export type MadeFile = Readonly<{ name: string; bytes: Uint8Array }>;

/** Makes the bytes a row describes: the report as Word, a chart as picture. Given by the wiring, which knows the reporter. */
export type FileMaker = (organ: string, make: Making) => Promise<MadeFile>;
