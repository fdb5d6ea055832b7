import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator, type Simulator, type SimulatorOptions } from "@gongkai/simulator";
import Koa from "koa";
import { createAccept } from "../inbox/accept.ts";
import type { Sleep } from "../inbox/bell.ts";
import { createWorkOff, type Handle, type WorkOff } from "../inbox/work-off.ts";
import type { Home, Transaction } from "../store/home.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import { processShared } from "../store/process/process-shared.ts";
import { openSqliteHome } from "../store/sqlite/open-sqlite.ts";
import { createWecomClient, type WecomClient } from "../wecom/api-client.ts";
import { callbackRoute } from "../wecom/callback-route.ts";
import type { Log } from "../wecom/log.ts";
import type { Door } from "../wecom/message-base.ts";
import { createPlatformFetch } from "../wecom/platform-fetch.ts";
import type { Speaker } from "../wecom/speaker.ts";
import type { Features } from "./features.ts";
import type { FileMaker } from "./file-maker.ts";

import { createSender, type Sender, type SendOutcome } from "./send.ts";

export const APP = {
  agentid: 1000002,
  secret: "secret-of-the-app-0123456789",
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
};
export const ORGAN = "yunhe";

/** A poll that never comes: the loops run on their bells alone. */
const untilRung: Sleep = (_ms, signal) =>
  new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("rung"))));

export type RigOptions = Readonly<{
  handle?: Handle;
  makeFile?: FileMaker;
  features?: Features;
  /** Who speaks through a door; the app when left out. */
  speakerOf?: (door: Door | undefined, app: WecomClient, now: () => number) => Speaker | undefined;
  simulator?: SimulatorOptions;
}>;

export type Rig = Readonly<{
  sim: Simulator;
  callbackUrl: string;
  control: Simulator["control"];
  home: Home;
  client: WecomClient;
  sender: Sender;
  workOff: WorkOff;
  ports: SharedPorts;
  now: () => number;
  /** Log lines as JSON. */
  lines: string[];
  outcomes: SendOutcome[];
  /** Puts something into the home as a deed would. */
  say: (work: (tx: Transaction) => Promise<void>) => Promise<void>;
  /** Texts a member was shown by the app, oldest first. */
  shown: (userid: string) => string[];
  close: () => Promise<void>;
}>;

/** The platform's side and ours on loopback: simulator, real server, real SQLite home; all on the simulator's clock. */
export async function connectToSimulator({
  handle,
  makeFile,
  features,
  speakerOf,
  simulator = {},
}: RigOptions = {}): Promise<Rig> {
  const users = ["ZhangSan", "lisi", "wangwu"].map((userid) => ({ userid, name: userid }));
  const sim = await createSimulator({ users, ...simulator, apps: [APP] });
  const directory = await mkdtemp(join(tmpdir(), "gongkai-"));
  const home = await openSqliteHome(directory);
  const now = () => sim.control.now();
  const ports = processShared(now);
  const lines: string[] = [];
  const line = (fields: object, happened: string) => {
    const err = Reflect.get(fields, "err");
    lines.push(JSON.stringify({ ...fields, err: err instanceof Error ? err.message : undefined, happened }));
  };
  const log: Log = { info: line, warn: line, error: line };
  const client = createWecomClient({
    baseUrl: sim.baseUrl,
    corpId: sim.corpid,
    agentId: String(APP.agentid),
    secret: APP.secret,
    fetch: createPlatformFetch(),
    cache: ports.cache,
    lease: ports.lease,
    holder: "this",
    log,
    now,
    sleep: async () => undefined,
    random: () => 0.5,
  });
  const outcomes: SendOutcome[] = [];
  const sender = createSender({
    queue: home,
    clientOf: (organ, door) => (organ === ORGAN ? (speakerOf?.(door, client, now) ?? client) : undefined),
    makeFile: makeFile ?? (() => Promise.reject(new Error("this test makes no files"))),
    ...(features && { features }),
    buckets: ports.buckets,
    perDay: () => 100_000,
    sorry: "抱歉，没有做成，请稍后再试。",
    log,
    now,
    sleep: untilRung,
    count: (outcome) => outcomes.push(outcome),
  });
  const workOff = createWorkOff({
    home,
    handle: handle ?? (async () => "nothing"),
    sorry: "抱歉，这条没有处理成功，请再发一次。",
    log,
    now,
    sleep: untilRung,
    wakeSender: sender.wake,
  });
  const { token, aesKey } = APP;
  const route = { organ: ORGAN, corpId: sim.corpid, agentId: String(APP.agentid), token, aesKey, log, now };
  const app = new Koa().use(callbackRoute({ ...route, accept: createAccept(ORGAN, home, workOff.wake) }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  const callbackUrl = `http://127.0.0.1:${port}/wecom/callback`;
  sim.control.setCallback(APP.agentid, callbackUrl);

  return {
    ...{ sim, callbackUrl, home, client, sender, workOff, lines, outcomes, now, ports },
    control: sim.control,
    say: (work) => home.transact(ORGAN, work),
    shown: (userid) =>
      sim.control
        .timeline(userid)
        .flatMap(({ from, state, text }) => (from === "product" && state === "shown" ? [text] : [])),
    async close() {
      await workOff.stop();
      await sender.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sim.close();
      await ports.close();
      await home.close();
      await rm(directory, { recursive: true });
    },
  };
}
