import type { AddressInfo } from "node:net";
import { createBotActs } from "./aibot/bot-acts.ts";
import { createBotCallbacks } from "./aibot/bot-callback.ts";
import { createSockets } from "./aibot/sockets.ts";
import { createDriver } from "./callback/driver.ts";
import { createMemberActs } from "./callback/member-acts.ts";
import { createRealClock, createSimulatedClock } from "./clock.ts";
import { type Control, createControl } from "./control/control.ts";
import { createPlatform } from "./platform.ts";
import { createHttpServer } from "./server.ts";
import { readOptions, type SimulatorOptions } from "./simulator-options.ts";
import { createInFlight } from "./wire/in-flight.ts";
import { presentTo } from "./witness.ts";

/** A running platform. `baseUrl` stands where https://qyapi.weixin.qq.com would. */
export type Simulator = Readonly<{
  baseUrl: string;
  wsUrl: string;
  corpid: string;
  control: Control;
  close: () => Promise<void>;
}>;

/** Starts the platform's side of the wire on 127.0.0.1; throws one sentence when an option is wrong. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = readOptions(options);
  const wire = createInFlight(settings.patienceMs);
  const clock =
    settings.clock.mode === "real"
      ? createRealClock()
      : createSimulatedClock(Date.parse(settings.clock.startAt), wire.rest);
  const platform = createPlatform(settings, clock, wire);
  const driver = createDriver(platform);
  const acts = createMemberActs(platform, driver);
  const sockets = createSockets(platform);
  const callbacks = createBotCallbacks(platform, driver);
  const bots = createBotActs({ platform, sockets, callbacks, memberOf: acts.memberOf });
  const control = createControl(platform, driver, acts, bots);
  const server = createHttpServer({ platform, control, sockets });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  platform.origin.url = `http://127.0.0.1:${port}`;
  return presentTo({
    baseUrl: platform.origin.url,
    wsUrl: `ws://127.0.0.1:${port}/openws`,
    corpid: settings.corp.corpid,
    control,
    close() {
      clock.close();
      sockets.close();
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  });
}
