import { resolve } from "node:path";
import { writeSample } from "../sample/write-sample.ts";
import { progressLine } from "./progress-line.ts";
import { CommandError, type World, writeLine } from "./world.ts";

/** `gongkai sample --data DIR` */
export async function sampleCommand({ data }: Readonly<{ data: string }>, world: World): Promise<void> {
  const folder = resolve(data);
  const progress = progressLine(world, "正在写样例年度");
  const played = await writeSample(folder, progress.tell).finally(progress.end);
  if (!played) throw new CommandError(`${folder} 里已有文件。样例只写进空的目录，请换一个目录。`);
  await writeLine(
    world.stdout,
    `样例已写好：云河市商务局 2025 年，${played.turns} 条对话，${played.imported} 行导入。\n接着可以运行：gongkai report compile --year 2025 --data ${folder}`,
  );
}
