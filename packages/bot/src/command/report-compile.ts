import { compiledJson, compileReport } from "@gongkai/reporter";
import { LocalDate, shanghaiDay } from "@gongkai/schema";
import { templatesFor } from "../publishing/read-templates.ts";
import { type Place, withOffice } from "./open-office.ts";
import { allRecordsOf } from "./read-records.ts";
import { CommandError, type World, writeLine } from "./world.ts";

/** `gongkai report compile --year Y [--as-of D]` */
export async function reportCompile(
  options: Place & Readonly<{ year: number; asOf?: string }>,
  world: World,
): Promise<void> {
  const { year, asOf } = options;
  if (asOf !== undefined && !LocalDate.safeParse(asOf).success)
    throw new CommandError(`--as-of 的“${asOf}”不是一个日期，请写成 2026-01-20 这样。`);
  await withOffice(options, world, "reads", async ({ office }, home, settings) => {
    const { narrative: templates } = await templatesFor(settings, office);
    const records = await allRecordsOf(home, office.key);
    const today = shanghaiDay(world.now());
    const report = compileReport({ records, office, year, templates, today, ...(asOf ? { asOf } : {}) });
    await writeLine(world.stdout, JSON.stringify(compiledJson(report), null, 2));
  });
}
