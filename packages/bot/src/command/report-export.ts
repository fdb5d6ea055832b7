import { extname } from "node:path";
import { documentOf, inOfficeLook, isDraft, type Report } from "@gongkai/reporter";
import { shanghaiTime } from "@gongkai/schema";
import { FORMAT_NAMES, FORMATS, isFormatName } from "../publishing/formats.ts";
import { compiledYear } from "./compiled-year.ts";
import { type Place, withOffice } from "./open-office.ts";
import { CommandError, type World, writeLine } from "./world.ts";
import { replaceable, writeWhole } from "./write-file.ts";

export type ExportOptions = Place & Readonly<{ year: number; format: string; out: string; draft?: boolean }>;

/** `gongkai report export`: with an open 必改 and no `--draft` nothing is written, and what blocks is named. */
export async function reportExport(options: ExportOptions, world: World): Promise<void> {
  const { year, format, out, draft = false } = options;
  if (!isFormatName(format)) throw new CommandError(`没有 ${format} 这种格式，可选：${FORMAT_NAMES.join("、")}。`);
  const target = await replaceable(out, async (there) => extname(there).toLowerCase() === `.${format}`);
  await withOffice(options, world, "reads", async (organ, home, settings) => {
    const { report, templates } = await compiledYear(organ, home, settings, { year }, world);
    if (isDraft(report) && !draft) throw refusal(report);
    const tree = inOfficeLook(documentOf(report, { draft }), organ.office, templates);
    await writeWhole(target, await FORMATS[format].render(tree, shanghaiTime(world.now())));
    await writeLine(world.stdout, `已写入 ${out}${draft ? "（草稿）" : ""}。`);
  });
}

function refusal({ findings }: Report): CommandError {
  const must = findings.filter(({ verdict }) => verdict === "必改");
  const lines = must.map(({ says }, at) => `${at + 1}. ${says}`);
  return new CommandError(
    [`还有 ${must.length} 处必须改，没有写文件。改好再导出，或加 --draft 导出草稿：`, ...lines].join("\n"),
    1,
  );
}
