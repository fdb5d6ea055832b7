import { catalogueOf } from "@gongkai/schema";
import { parse, YAMLParseError } from "yaml";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { ConfigError } from "./config-error.ts";
import { crossCheck } from "./cross-check.ts";
import { Credentials } from "./environment.ts";
import { type Organ, officeOf } from "./organ.ts";
import { plainProblem } from "./plain-problem.ts";
import { type OrganSettings, Settings } from "./settings.ts";

export type ReadSettings = Readonly<{ organs: readonly Organ[]; wecom: Settings["wecom"] }>;
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * gongkai.yaml as text, with the secrets its variables name.
 * @throws ConfigError with every problem of the file at once.
 */
export function readSettings(text: string, environment: Variables): ReadSettings {
  const parsed = Settings.safeParse(parseYaml(text), { reportInput: true });
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => plainProblem(issue)));
  const { office, organs = [], wecom } = parsed.data;
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
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return { organs: read, wecom };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text) ?? {};
  } catch (error) {
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
  const { vocabulary, clashes } = vocabularyOf(
    office,
    settings.members.map(({ name }) => name),
  );
  problems.push(...clashes.map((clash) => `${at}：${clash}`));
  return { office, settings, catalogue, vocabulary, credentials: readCredentials(settings, environment, problems) };
}

/** All five or none: a half-configured connection is a problem, none at all means the demo or a command without WeCom. */
function readCredentials(settings: OrganSettings, environment: Variables, problems: string[]): Credentials | null {
  const names = Object.entries(settings.secrets);
  const given = names.filter(([, name]) => environment[name]);
  if (given.length === 0) return null;
  if (given.length < names.length) {
    const absent = names.filter(([, name]) => !environment[name]).map(([, name]) => name);
    problems.push(`企业微信还缺环境变量：${absent.join("、")}`);
    return null;
  }
  const parsed = Credentials.safeParse(Object.fromEntries(names.map(([key, name]) => [key, environment[name]])));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const name = settings.secrets[issue.path[0] as keyof OrganSettings["secrets"]]; // the keys are the same five
    problems.push(`环境变量 ${name}：${issue.message}`);
  }
  return null;
}
