import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "../config/config-error.ts";
import { Environment } from "../config/environment.ts";
import type { Organ } from "../config/organ.ts";
import { plainProblem } from "../config/plain-problem.ts";
import { type ReadSettings, readSettings } from "../config/read-settings.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import { LEDGER_FILE } from "../store/sqlite/open-sqlite.ts";
import { readText } from "./read-file.ts";
import { CommandError, type World } from "./world.ts";

/** Options every command takes. */
export type Place = Readonly<{ data?: string; config?: string; organ?: string }>;

export type OpenSettings = ReadSettings & Readonly<{ data: string; config: string; environment: Environment }>;

const MOST_BYTES = 2_000_000; // a configuration is a few pages

type Variables = World["environment"];
/** What is known of the environment, and what is wrong with the rest of it. An empty variable counts as not set. */
function readEnvironment(given: Variables): Readonly<{ environment: Environment; problems: readonly string[] }> {
  const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(variables, { reportInput: true });
  if (parsed.success) return { environment: parsed.data, problems: [] };
  const { GONGKAI_DATA, GONGKAI_CONFIG } = variables;
  const environment = { ...(GONGKAI_DATA && { GONGKAI_DATA }), ...(GONGKAI_CONFIG && { GONGKAI_CONFIG }) };
  return { environment, problems: parsed.error.issues.map((issue) => plainProblem(issue, ["环境变量"])) };
}

/** @throws ConfigError when a variable cannot be used. */
function soundEnvironment(world: World): Environment {
  const { environment, problems } = readEnvironment(world.environment);
  if (problems.length > 0) throw new ConfigError(problems);
  return environment;
}

const dataOf = (place: Place, environment: Environment): string =>
  resolve(place.data ?? environment.GONGKAI_DATA ?? "data");

/** Where the data and the configuration are looked for, and whether the person or the environment named the latter. */
function placeOf(place: Place, environment: Environment) {
  const data = dataOf(place, environment);
  const named = place.config ?? environment.GONGKAI_CONFIG;
  return { data, named, config: resolve(named ?? firstOf([join(data, "gongkai.yaml"), "gongkai.yaml"])) };
}

/** False on a fresh machine: nobody has named a configuration and none lies where it is looked for. */
export function hasSettings(place: Place, world: World): boolean {
  const { named, config } = placeOf(place, readEnvironment(world.environment).environment);
  return named !== undefined || existsSync(config);
}

/** The data directory: `--data`, else GONGKAI_DATA, else `data` beside where the command is run. */
export const dataDirectory = (place: Place, world: World): string =>
  placeOf(place, readEnvironment(world.environment).environment).data;

/** @throws ConfigError with every problem at once; CommandError when there is no configuration. */
export async function openSettings(place: Place, world: World): Promise<OpenSettings> {
  const { environment, problems } = readEnvironment(world.environment);
  const { data, config } = placeOf(place, environment);
  if (!existsSync(config)) {
    if (problems.length > 0) throw new ConfigError(problems);
    throw new CommandError(
      `没有找到配置文件 ${config}。可以先运行 gongkai sample --data ${data} 生成样例，或用 --config 指定自己的配置。`,
    );
  }
  const settings = settingsOrProblems(await readText(config, MOST_BYTES), world.environment);
  if ("problems" in settings) throw new ConfigError([...problems, ...settings.problems]);
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...settings, data, config, environment };
}

function settingsOrProblems(text: string, variables: Variables): ReadSettings | Pick<ConfigError, "problems"> {
  try {
    return readSettings(text, variables);
  } catch (error) {
    if (error instanceof ConfigError) return error; // joined with those of the environment
    throw error;
  }
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

/** Whether the work may be the first that is ever written. Who only reads must not make a ledger where none is. */
export type LedgerUse = "reads" | "writes";

const NO_LEDGER = (data: string) =>
  `${data} 里还没有台账，请核对 --data；新的机关先运行 gongkai start 或 gongkai import 开始记账。`;

/** True when a ledger is there already, on this machine or on a server. */
export function hasLedger(place: Place, world: World): boolean {
  const environment = soundEnvironment(world);
  return environment.DATABASE_URL !== undefined || existsSync(join(dataOf(place, environment), LEDGER_FILE));
}

/** Opens the ledger's home for the length of `work` and always closes it; no configuration is needed. */
export async function withHome<T>(
  place: Place,
  world: World,
  use: LedgerUse,
  work: (home: Home) => Promise<T>,
): Promise<T> {
  const environment = soundEnvironment(world);
  const { DATABASE_URL: databaseUrl } = environment;
  const data = dataOf(place, environment);
  if (use === "reads" && !hasLedger(place, world)) throw new CommandError(NO_LEDGER(data), 1);
  const home = await openHome(databaseUrl ? { databaseUrl } : { data });
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
  use: LedgerUse,
  work: (organ: Organ, home: Home, settings: OpenSettings) => Promise<T>,
): Promise<T> {
  const settings = await openSettings(place, world);
  const organ = chosenOrgan(settings, place);
  return withHome(place, world, use, (home) => work(organ, home, settings));
}
