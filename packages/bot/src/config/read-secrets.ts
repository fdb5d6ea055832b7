import { AiBotKeys, Credentials } from "./environment.ts";
import type { AiBotSettings, OrganSettings } from "./settings.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** All five or none: a half-configured connection is a problem, none at all means the demo or a command without WeCom. */
export function readCredentials(
  settings: OrganSettings,
  environment: Variables,
  problems: string[],
): Credentials | null {
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

/** Of each mode only its own; `null` where no bot is wanted or its keys are not complete (then a problem is added). */
export function readAiBot({ aiBot }: OrganSettings, environment: Variables, problems: string[]): AiBotKeys | null {
  if (!aiBot) return null;
  const names = namesOf(aiBot);
  const absent = Object.values(names).filter((name) => !environment[name]);
  if (absent.length > 0) {
    problems.push(`智能机器人还缺环境变量：${absent.join("、")}`);
    return null;
  }
  const keys = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, environment[name]]));
  const parsed = AiBotKeys.safeParse({ mode: aiBot.mode, ...keys });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    problems.push(`环境变量 ${names[String(path[0])] ?? "?"}：${message}`);
  return null;
}

function namesOf({ mode, secrets }: AiBotSettings): Readonly<Record<string, string>> {
  const { botId, secret, token, aesKey } = secrets;
  return mode === "websocket" ? { botId, secret } : { botId, token, aesKey };
}
