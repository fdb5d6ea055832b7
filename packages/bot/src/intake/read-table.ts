import { columnName, type Field, fieldOf, type TextRow } from "./columns.ts";
import type { Problem } from "./problem.ts";

export type ReadRows = Readonly<{ rows: readonly TextRow[]; problems: readonly Problem[] }>;
export type TableLine = Readonly<{ line: number; cells: readonly string[] }>;

/**
 * A table whose first row names the columns. Nothing in it is passed over: a misspelt column, a column named twice or
 * a cell outside the columns is refused, for each may hold the number that was meant.
 */
export function readTable(table: readonly TableLine[]): ReadRows {
  const [head, ...body] = table;
  if (!head) return { rows: [], problems: [{ line: 1, column: null, says: "文件是空的" }] };
  const fields = head.cells.map(fieldOf);
  const problems = headProblems(head, fields);
  const rows: TextRow[] = [];
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const named: Partial<Record<Field, string>> = {};
    for (const [at, cell] of cells.entries()) {
      const field = fields[at];
      if (cell.trim() === "") continue;
      if (field) named[field] = cell.trim();
      else if ((head.cells[at] ?? "").trim() === "")
        problems.push({ line, column: null, says: `第 ${at + 1} 格“${cell.trim()}”没有列名，请核对逗号，或补上列名` });
    }
    rows.push({ line, cells: named });
  }
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: head.line, column: null, says: "只有列名，下面没有数据" });
  return { rows, problems };
}

function headProblems({ line, cells }: TableLine, fields: readonly (Field | undefined)[]): Problem[] {
  return cells.flatMap((heading, at): Problem[] => {
    if (heading.trim() === "") return [];
    const field = fields[at];
    if (!field) return [{ line, column: heading.trim(), says: "不认识这一列，请改列名或删掉这一列" }];
    const first = fields.indexOf(field);
    if (first === at) return [];
    const says = `和第 ${first + 1} 列一样，都是“${columnName(field)}”，请只留一列`;
    return [{ line, column: heading.trim(), says }];
  });
}
