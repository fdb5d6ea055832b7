import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Path of a program our files are looked at with. Where none of `names` is installed the suite is to be skipped, and
 * says so; with GONGKAI_TEST_SERVICES=required it is a failure.
 */
export function outsideTool(...names: readonly [string, ...string[]]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (path) return path;
  const absent = `${names.join(", ")}: not installed`;
  if (process.env.GONGKAI_TEST_SERVICES === "required") throw new Error(`${absent}, and required`);
  process.stderr.write(`\nSKIPPED: ${absent}; what it would check is NOT checked\n`);
  return undefined;
}
