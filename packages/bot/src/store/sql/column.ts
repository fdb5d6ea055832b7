import type { SqlRow, SqlValue } from "./sql-driver.ts";

const unexpected = (column: string, value: SqlValue | undefined) =>
  new Error(
    `Column ${column} holds ${value === undefined ? "nothing selected" : typeof value}: select and table disagree`,
  );

export function textAt(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw unexpected(column, value);
  return value;
}

export function textOrNullAt(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textAt(row, column);
}

export function numberAt(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw unexpected(column, value);
  return value;
}

export function numberOrNullAt(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : numberAt(row, column);
}
