import { extname } from "node:path";
import { StandingFacts, shanghaiDay, shanghaiTime } from "@gongkai/schema";
import { fixedMembers } from "../config/organ.ts";
import { registerFile } from "../publishing/register-file.ts";
import { type Place, withOffice } from "./open-office.ts";
import { recordsOf } from "./read-records.ts";
import { type World, writeLine } from "./world.ts";
import { replaceable, writeWhole } from "./write-file.ts";

export type RegisterOptions = Place & Readonly<{ year: number; out?: string }>;

/** `gongkai report register`: every case of a year with all its steps as a workbook; nobody's name is in it. */
export async function reportRegister(options: RegisterOptions, world: World): Promise<void> {
  const { year, out } = options;
  const target = out === undefined ? undefined : await replaced(out);
  await withOffice(options, world, "reads", async (organ, home) => {
    const standing = new StandingFacts();
    for await (const page of recordsOf(home, organ.office.key)) for (const record of page) standing.add(record);
    const people = new Map(fixedMembers(organ.settings).map(({ id, name }) => [id, name]));
    const [today, at] = [shanghaiDay(world.now()), shanghaiTime(world.now())];
    const { name, bytes } = await registerFile({ standing }, organ, { year, people, today, at });
    await writeWhole(target ?? (await replaced(name)), bytes);
    await writeLine(world.stdout, `已写入 ${out ?? name}。`);
  });
}

const replaced = (path: string) => replaceable(path, async (there) => extname(there).toLowerCase() === ".xlsx");
