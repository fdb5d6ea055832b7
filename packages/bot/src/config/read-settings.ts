import { catalogueOf, hasIndicator } from "@gongkai/schema";
import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { ConfigError } from "./config-error.ts";
import { crossCheck } from "./cross-check.ts";
import { type Organ, officeOf } from "./organ.ts";
import { plainProblem } from "./plain-problem.ts";
import { readAiBot, readCredentials, type Variables } from "./read-secrets.ts";
import { OrganSettings, Settings } from "./settings.ts";

export type ReadSettings = Readonly<{
  organs: readonly Organ[];
  wecom: Settings["wecom"];
  reminders: Settings["reminders"];
}>;
const Organs = z.object({ office: z.unknown().optional(), organs: z.array(z.unknown()).optional() });

/**
 * gongkai.yaml as text, with the secrets its variables name.
 * @throws ConfigError with every problem of the file at once.
 */
export function readSettings(text: string, environment: Variables): ReadSettings {
  const given = parseYaml(text);
  const parsed = Settings.safeParse(given, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => plainProblem(issue));
    throw new ConfigError([...new Set([...problems, ...problemsOfSoundOrgans(given, environment)])]);
  }
  const { office, organs = [], wecom, reminders } = parsed.data;
  if (office && organs.length > 0)
    throw new ConfigError(["office 和 organs 只能写一个：一个机关写 office，多个机关写 organs"]);
  const all = office ? [office] : organs;
  if (all.length === 0) throw new ConfigError(["没有写机关：请在 office 下写机关的编码、名称和科室"]);

  const problems: string[] = [];
  const read = all.map((settings, index) =>
    readOrgan(settings, office ? "office" : `organs.${index}`, environment, problems),
  );
  const keys = all.map(({ key }) => key);
  for (const key of keys)
    if (keys.indexOf(key) !== keys.lastIndexOf(key)) problems.push(`organs：机关编码 ${key} 用了两次`);
  problems.push(...sharedApps(read), ...sharedBots(read));
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return { organs: read, wecom, reminders };
}

/** An app of the platform has one callback address, so two organs cannot stand behind it. */
function sharedApps(organs: readonly Organ[]): string[] {
  const appOf = ({ credentials }: Organ) => credentials && `${credentials.corpId} ${credentials.agentId}`;
  return organs.flatMap((organ, index) => {
    const first = organs.findIndex((other) => appOf(other) !== null && appOf(other) === appOf(organ));
    if (first < 0 || first === index) return [];
    const says = `和 organs.${first} 用了同一个企业微信应用，请在 secrets 下给每个机关写不同的变量名`;
    return [`organs.${index}.secrets：${says}`];
  });
}

/** A bot has one connection or one address. */
function sharedBots(organs: readonly Organ[]): string[] {
  return organs.flatMap(({ aiBot }, index) => {
    const first = organs.findIndex((other) => aiBot && other.aiBot?.botId === aiBot.botId);
    if (first < 0 || first === index) return [];
    return [`organs.${index}.aiBot：和 organs.${first} 用了同一个智能机器人，请写不同的变量名`];
  });
}

/** Where one organ's shape is wrong, what else is wrong with the others is told in the same breath. */
function problemsOfSoundOrgans(given: unknown, environment: Variables): string[] {
  const { office, organs } = Organs.safeParse(given).data ?? {};
  const candidates = [
    ...(office === undefined ? [] : [{ at: "office", settings: office }]),
    ...(organs ?? []).map((settings, index) => ({ at: `organs.${index}`, settings })),
  ];
  const problems: string[] = [];
  for (const { at, settings } of candidates) {
    const sound = OrganSettings.safeParse(settings);
    if (sound.success) readOrgan(sound.data, at, environment, problems);
  }
  return problems;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { logLevel: "error" }) ?? {};
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new ConfigError(["引用（& 和 *）套得太多，请直接写内容"], { cause: error });
    if (!(error instanceof YAMLParseError)) throw error;
    const [start] = error.linePos ?? [];
    throw new ConfigError([`第 ${start?.line ?? "?"} 行第 ${start?.col ?? "?"} 列的写法不对，请检查缩进、冒号和引号`], {
      cause: error,
    });
  }
}

function readOrgan(settings: OrganSettings, at: string, environment: Variables, problems: string[]): Organ {
  const office = officeOf(settings);
  const catalogue = catalogueOf(office);
  problems.push(...crossCheck(settings, catalogue, at));
  const known = Object.entries(settings.synonyms).filter(([key]) => hasIndicator(catalogue, key)); // the rest is told above
  const { vocabulary, clashes } = vocabularyOf(
    { ...office, synonyms: Object.fromEntries(known) },
    settings.members.map(({ name }) => name),
  );
  problems.push(...clashes.map((clash) => `${at}：${clash}`));
  const credentials = readCredentials(settings, environment, problems);
  const aiBot = readAiBot(settings, environment, problems);
  if (aiBot && !credentials) problems.push(`${at}.aiBot：智能机器人要和自建应用一起用，请先设好 secrets 下的环境变量`);
  return { office, settings, catalogue, vocabulary, credentials, aiBot };
}
