import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSettings } from "../config/read-settings.ts";
import { openHome } from "../store/open-home.ts";
import { type Played, playYear } from "./play-year.ts";

const OFFICE = new URL("../../assets/sample-office.yaml", import.meta.url); // the same from src and from dist

/** The sample office's configuration, as its users would write one. */
export const sampleOffice = (): Promise<string> => readFile(OFFICE, "utf8");

/**
 * Writes the sample office and its year into a data directory, or `undefined` when something is there already:
 * a sample never mixes with a real ledger.
 */
export async function writeSample(data: string, told: (done: number, of: number) => void): Promise<Played | undefined> {
  await mkdir(data, { recursive: true });
  if ((await readdir(data)).length > 0) return undefined;
  const yaml = await sampleOffice();
  const [organ] = readSettings(yaml, {}).organs;
  if (!organ) throw new Error("the sample office names no organ; mend assets/sample-office.yaml");
  const home = await openHome({ data });
  try {
    const played = await playYear(home, organ, told);
    await writeFile(join(data, "gongkai.yaml"), yaml); // last: a directory without it is no finished sample
    return played;
  } finally {
    await home.close();
  }
}
