import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ConfigError } from "../config/config-error.ts";
import { Environment } from "../config/environment.ts";
import type { Organ } from "../config/organ.ts";
import { plainProblem } from "../config/plain-problem.ts";
import { type ReadSettings, readSettings } from "../config/read-settings.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { CommandError, type World } from "./world.ts";

/** Options every command takes. */
export type Place = Readonly<{ data?: string; config?: string; organ?: string }>;

export type OpenSettings = ReadSettings & Readonly<{ data: string; config: string; environment: Environment }>;

/** @throws ConfigError when a variable cannot be used. */
function readEnvironment(world: World): Environment {
  const parsed = Environment.safeParse(world.environment, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => plainProblem(issue, ["环境变量"])));
}

const dataOf = (place: Place, environment: Environment): string =>
  resolve(place.data ?? environment.GONGKAI_DATA ?? "data");

/** @throws ConfigError with every problem at once; CommandError when there is no configuration. */
export async function openSettings(place: Place, world: World): Promise<OpenSettings> {
  const environment = readEnvironment(world);
  const data = dataOf(place, environment);
  const config = resolve(
    place.config ?? environment.GONGKAI_CONFIG ?? firstOf([join(data, "gongkai.yaml"), "gongkai.yaml"]),
  );
  if (!existsSync(config)) {
    throw new CommandError(
      `没有找到配置文件 ${config}。可以先运行 gongkai sample --data ${data} 生成样例，或用 --config 指定自己的配置。`,
    );
  }
  const settings = readSettings(await readFile(config, "utf8"), world.environment);
  return { ...settings, data, config, environment };
}

const firstOf = (paths: readonly [string, ...string[]]): string => paths.find((path) => existsSync(path)) ?? paths[0];

/** The organ meant; `--organ` may be left out while there is one. */
export function chosenOrgan(settings: ReadSettings, place: Place): Organ {
  const keys = settings.organs.map(({ office }) => office.key).join("、");
  const [first, second] = settings.organs;
  if (place.organ === undefined) {
    if (first && !second) return first;
    throw new CommandError(`配置里有多个机关（${keys}），请用 --organ 指定其中一个。`);
  }
  const organ = settings.organs.find(({ office }) => office.key === place.organ);
  if (!organ) throw new CommandError(`没有编码是 ${place.organ} 的机关，可选：${keys}。`);
  return organ;
}

/** Opens the ledger's home for the length of `work` and always closes it; no configuration is needed. */
export async function withHome<T>(place: Place, world: World, work: (home: Home) => Promise<T>): Promise<T> {
  const environment = readEnvironment(world);
  const { DATABASE_URL: databaseUrl } = environment;
  const home = await openHome(databaseUrl ? { databaseUrl } : { data: dataOf(place, environment) });
  try {
    return await work(home);
  } finally {
    await home.close();
  }
}

/** The same with the configuration read first and one organ chosen. */
export async function withOffice<T>(
  place: Place,
  world: World,
  work: (organ: Organ, home: Home, settings: OpenSettings) => Promise<T>,
): Promise<T> {
  const settings = await openSettings(place, world);
  const organ = chosenOrgan(settings, place);
  return withHome(place, world, (home) => work(organ, home, settings));
}
