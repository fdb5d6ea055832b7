import { compiledJson } from "@gongkai/reporter";
import { LocalDate } from "@gongkai/schema";
import { compiledYear } from "./compiled-year.ts";
import { type Place, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";

/** `gongkai report compile --year Y [--as-of D]` */
export async function reportCompile(
  options: Place & Readonly<{ year: number; asOf?: string }>,
  world: World,
): Promise<void> {
  const { year, asOf } = options;
  if (asOf !== undefined && !LocalDate.safeParse(asOf).success)
    throw new CommandError(`--as-of 的“${asOf}”不是一个日期，请写成 2026-01-20 这样。`);
  await withOffice(options, world, "reads", async (organ, home, settings) => {
    const asked = { year, ...(asOf ? { asOf } : {}) };
    const { report, findings } = await compiledYear(organ, home, settings, asked, world);
    await writeLine(world.stdout, JSON.stringify({ ...compiledJson(report), findings }, null, 2));
  });
}
