import { extname } from "node:path";
import { compileMonth, Fold } from "@gongkai/reporter";
import { Month, monthOf, StandingFacts, shanghaiDay, shanghaiTime } from "@gongkai/schema";
import { fixedMembers } from "../config/organ.ts";
import { isMonthFormat, MONTH_FORMAT_NAMES, monthFile } from "../publishing/month-formats.ts";
import { templatesFor } from "../publishing/read-templates.ts";
import { type Place, withOffice } from "./open-office.ts";
import { recordsOf } from "./read-records.ts";
import { CommandError, type World, writeLine } from "./world.ts";
import { replaceable, writeWhole } from "./write-file.ts";

export type MonthOptions = Place & Readonly<{ period: string; format: string; out?: string }>;

/** `gongkai report month`: 月报, every indicator with its value, records and gaps; a gap is shown, it blocks nothing. */
export async function reportMonth(options: MonthOptions, world: World): Promise<void> {
  const { format, out } = options;
  const today = shanghaiDay(world.now());
  const month = chosenMonth(options.period, monthOf(today));
  if (!isMonthFormat(format))
    throw new CommandError(`月报没有 ${format} 这种格式，可选：${MONTH_FORMAT_NAMES.join("、")}。`);
  const target = out === undefined ? undefined : await replaced(out, format);
  await withOffice(options, world, "reads", async ({ office, catalogue, settings }, home, opened) => {
    const look = await templatesFor(opened, office);
    const fold = new Fold({ office, catalogue });
    const standing = new StandingFacts();
    for await (const page of recordsOf(home, office.key)) {
      for (const record of page) {
        fold.add(record);
        standing.add(record);
      }
    }
    const people = new Map(fixedMembers(settings).map(({ id, name }) => [id, name]));
    const report = compileMonth({ fold, office, month, standing, people, today });
    const { name, bytes } = await monthFile(report, format, shanghaiTime(world.now()), look);
    await writeWhole(target ?? (await replaced(name, format)), bytes);
    await writeLine(world.stdout, `已写入 ${out ?? name}。`);
  });
}

const replaced = (path: string, format: string) =>
  replaceable(path, async (there) => extname(there).toLowerCase() === `.${format}`);

function chosenMonth(period: string, running: Month): Month {
  if (!Month.safeParse(period).success)
    throw new CommandError(`--period 的“${period}”不是一个月份，请写成 ${running} 这样。`);
  if (period > running) throw new CommandError(`${period} 还没有到，请写已经开始的月份，例如 ${running}。`);
  return period;
}
