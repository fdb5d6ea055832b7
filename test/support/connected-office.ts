import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator, type SimulatorOptions } from "@gongkai/simulator";
import { pino } from "pino";
import { expect } from "vitest";
import { readSettings } from "../../packages/bot/src/config/read-settings.ts";
import { type RunningOffice, startOffice } from "../../packages/bot/src/server/start-office.ts";
import { AGENT, OFFICE_KEYS } from "./office-keys.ts";

/** What the administrator wrote: no member is named, everybody comes from the directory. */
export const OFFICE_YAML = `
office:
  key: yunhe
  name: 云河市商务局
  sections:
    - { key: permit, label: 行政审批科, reports: [permit.decided] }
    - { key: disclosure, label: 政务公开办 }
  departments: { "2": permit, "3": disclosure }
  people: { clerks: [GuoJing] }
`;

export type ConnectedOffice = Readonly<{
  simulator: Simulator;
  office: RunningOffice;
  /** Everything that was logged, as JSON lines. */
  log: readonly string[];
  /** Stops everything; no secret may have reached the log. */
  close: () => Promise<void>;
}>;

type Wanted = Readonly<{
  /** The settings; may name addresses of the platform. */
  yaml?: string | ((simulator: Simulator) => string);
  keys?: Readonly<Record<string, string>>;
  platform?: SimulatorOptions;
  /** Where it listens; a free port when left out. */
  port?: number;
  directoryEveryMs?: number;
}>;

/** A real office of four people as `gongkai start` runs it, connected to a simulated platform. */
export async function connectOffice({
  yaml = OFFICE_YAML,
  keys = OFFICE_KEYS,
  platform,
  port = 0,
  directoryEveryMs = 600_000,
}: Wanted = {}) {
  const simulator = await createSimulator({
    clock: { mode: "real" },
    corp: { corpid: OFFICE_KEYS.WECOM_CORP_ID, name: "云河市商务局" },
    departments: [
      { id: 1, name: "云河市商务局", parentid: 0 },
      { id: 2, name: "行政审批科" },
      { id: 3, name: "政务公开办" },
    ],
    users: [
      { userid: "HeKai", name: "何凯", department: [2] },
      { userid: "SunYan", name: "孙妍", department: [2] },
      { userid: "GuoJing", name: "郭静", department: [3] },
    ],
    apps: [
      {
        agentid: AGENT,
        secret: OFFICE_KEYS.WECOM_SECRET,
        token: OFFICE_KEYS.WECOM_TOKEN,
        aesKey: OFFICE_KEYS.WECOM_AES_KEY,
      },
    ],
    ...platform,
  });
  const log: string[] = [];
  const { organs, wecom, reminders } = readSettings(typeof yaml === "string" ? yaml : yaml(simulator), keys);
  const office = await startOffice(
    {
      organs,
      wecom: { ...wecom, apiBase: simulator.baseUrl },
      reminders: { ...reminders, quietFrom: 0, quietTo: 23 }, // nobody is reminded while a story is told
      home: { data: mkdtempSync(join(tmpdir(), "gongkai-office-")) },
      shared: {},
      port,
      host: "127.0.0.1",
      directoryEveryMs,
    },
    pino({}, { write: (line: string) => void log.push(line) }),
    Date.now,
  ).catch(async (error: unknown) => {
    await simulator.close();
    throw error;
  });
  simulator.control.setCallback(AGENT, `http://127.0.0.1:${office.port}/wecom/callback`);
  const close = async () => {
    await office.close();
    await simulator.close();
    for (const secret of Object.values(keys).filter((key) => key.length > 12)) expect(log.join()).not.toContain(secret);
  };
  return { simulator, office, log, close } satisfies ConnectedOffice;
}
