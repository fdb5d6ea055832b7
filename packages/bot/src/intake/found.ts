import type { Field } from "./columns.ts";

/** What is wrong with one cell of a row. */
export type Wrong = Readonly<{ field: Field; says: string }>;
export type Found<T> = Readonly<{ value: T }> | Readonly<{ wrong: Wrong }>;

export const wrong = (field: Field, says: string) => ({ wrong: { field, says } }) as const;
export const is = <T>(value: T) => ({ value }) as const;
