import { join } from "node:path";
import { pino } from "pino";
import type { Organ } from "../config/organ.ts";
import { readTemplates } from "../publishing/read-templates.ts";
import { chosenOrgan, dataDirectory, hasSettings, openSettings, type Place } from "./open-office.ts";
import { progressLine } from "./progress-line.ts";
import { type World, writeLine } from "./world.ts";

export type StartOptions = Place & Readonly<{ port: number; host: string }>;

/** `gongkai start`: the bot of a real office, or the demo while nobody has given credentials. */
export async function startCommand(options: StartOptions, world: World): Promise<void> {
  const configured = await configuredOffice(options, world);
  return configured ? runOffice(configured, options, world) : runDemo(options, world);
}

/** The settings with the organs to run, when some organ of theirs has credentials. */
async function configuredOffice(options: StartOptions, world: World) {
  if (!hasSettings(options, world)) return undefined;
  const settings = await openSettings(options, world);
  const organs = options.organ === undefined ? settings.organs : [chosenOrgan(settings, options)];
  if (!organs.some(({ credentials }) => credentials !== null)) return undefined;
  const offices = settings.organs.map(({ office }) => office); // all of them: a folder may be another one's
  return { ...settings, organs, templates: await readTemplates(settings.config, offices) };
}

async function runOffice(
  { organs, wecom, data, templates, environment }: NonNullable<Awaited<ReturnType<typeof configuredOffice>>>,
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

async function runDemo({ port, host, ...options }: StartOptions, world: World): Promise<void> {
  const { startDemo } = await import("../demo/start-demo.ts");
  const progress = progressLine(world, "第一次启动，正在写样例年度");
  const place = { data: join(dataDirectory(options, world), "demo"), port, host };
  const demo = await startDemo(place, pino({ level: "warn" }, pino.destination(2)), world.now, progress.tell);
  progress.end();
  await writeLine(
    world.stdout,
    `演示已启动，请在浏览器里打开：${demo.address}\n没有企业微信密钥，所以用的是模拟的企业微信和样例机关。按 Ctrl-C 停止。`,
  );
  await world.stopped();
  await demo.close();
}

const namesOf = (organs: readonly Organ[]): string => organs.map(({ office: { name } }) => name).join("、");
