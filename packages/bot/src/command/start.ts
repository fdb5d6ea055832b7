import { join } from "node:path";
import { pino } from "pino";
import type { Organ } from "../config/organ.ts";
import { readTemplates, type TemplatesByOrgan } from "../publishing/read-templates.ts";
import { chosenOrgan, dataDirectory, hasSettings, type OpenSettings, openSettings, type Place } from "./open-office.ts";
import { progressLine } from "./progress-line.ts";
import { CommandError, type World, writeLine } from "./world.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

export type StartOptions = Place & Readonly<{ port: number; host: string }>;

/** `gongkai start`: the bot of a real office, or the demo while nobody has given credentials. */
export async function startCommand(options: StartOptions, world: World): Promise<void> {
  const demo = join(dataDirectory(options, world), "demo");
  if (!hasSettings(options, world)) return runDemo(demo, options, world);
  const settings = await openSettings(options, world);
  const organs = options.organ === undefined ? settings.organs : [chosenOrgan(settings, options)];
  if (organs.some(({ credentials }) => credentials !== null)) {
    const offices = settings.organs.map(({ office }) => office); // all of them: a folder may be another one's
    return runOffice({ ...settings, organs, templates: await readTemplates(settings.config, offices) }, options, world);
  }
  const [organ] = organs;
  if (!organ || organ.settings.members.length === 0) {
    const names = Object.values(organ?.settings.secrets ?? {}).join("、");
    throw new CommandError(`配置里的机关还没有企业微信密钥，没有启动。请先设好环境变量：${names}。`);
  }
  // a configuration that names its own people is a sample: it is shown where it lies
  return runDemo(settings.config === join(settings.data, "gongkai.yaml") ? settings.data : demo, options, world);
}

type ConnectedOffice = OpenSettings & Readonly<{ templates: TemplatesByOrgan }>;

async function runOffice(
  { organs, wecom, reminders, data, templates, environment }: ConnectedOffice,
  { port, host }: StartOptions,
  world: World,
): Promise<void> {
  const connected = organs.filter(({ credentials }) => credentials !== null);
  const { startOffice } = await import("../server/start-office.ts");
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, WECOM_API_BASE: apiBase } = environment;
  const office = await startOffice(
    {
      organs: connected,
      templates,
      wecom: apiBase ? { ...wecom, apiBase } : wecom,
      reminders,
      home: databaseUrl ? { databaseUrl } : { data },
      shared: redisUrl ? { redisUrl } : {},
      port,
      host,
    },
    pino(),
    world.now,
  );
  await writeLine(
    world.stdout,
    `机器人已启动：${namesOf(connected)}，地址 http://${host}:${office.port}/wecom/callback`,
  );
  const idle = organs.filter((organ) => !connected.includes(organ));
  if (idle.length > 0) await writeLine(world.stderr, `还没有企业微信密钥，没有启动：${namesOf(idle)}。`);
  await world.stopped();
  await office.close();
}

async function runDemo(data: string, { port, host }: StartOptions, world: World): Promise<void> {
  if (!LOOPBACK.has(host)) throw new CommandError("演示没有登录，只能在本机打开。请去掉 --host，或先接上企业微信。");
  const { startDemo } = await import("../demo/start-demo.ts");
  const progress = progressLine(world, "第一次启动，正在写样例年度");
  const place = { data, port, host };
  const log = pino({ level: "warn" }, pino.destination(2));
  const demo = await startDemo(place, log, world.now, progress.tell).finally(progress.end);
  await writeLine(
    world.stdout,
    `演示已启动，请在浏览器里打开：${demo.address}\n没有企业微信密钥，所以用的是模拟的企业微信和样例机关。按 Ctrl-C 停止。`,
  );
  await world.stopped();
  await demo.close();
}

const namesOf = (organs: readonly Organ[]): string => organs.map(({ office: { name } }) => name).join("、");
