import { z } from "zod";
import { columnName, type Field, fieldOf } from "./columns.ts";
import type { Problem } from "./problem.ts";
import type { ReadRows } from "./read-table.ts";

const Line = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** One JSON object a line, with the field names of the command's JSON. Blank lines are passed over. */
export function readJsonLines(text: string): ReadRows {
  const rows: { line: number; cells: Partial<Record<Field, string>> }[] = [];
  const problems: Problem[] = [];
  for (const [at, source] of text.split("\n").entries()) {
    const line = at + 1;
    if (source.trim() === "") continue;
    const object = Line.safeParse(parsed(source));
    if (!object.success) {
      problems.push({
        line,
        column: null,
        says: '不是一行 JSON 对象，例如 {"indicator":"permit.decided","quantity":3,"period":"2025-03"}',
      });
      continue;
    }
    const cells: Partial<Record<Field, string>> = {};
    for (const [key, value] of Object.entries(object.data)) {
      const field = fieldOf(key);
      if (!field) problems.push({ line, column: key, says: "不认识这一项，请改名或删掉" });
      else if (field in cells) problems.push({ line, column: key, says: `“${columnName(field)}”写了两次，请只留一个` });
      else if (value !== null && String(value).trim() !== "") cells[field] = String(value).trim();
    }
    rows.push({ line, cells });
  }
  if (rows.length === 0 && problems.length === 0) problems.push({ line: 1, column: null, says: "文件是空的" });
  return { rows, problems };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined; // refused above, with its line
  }
}
