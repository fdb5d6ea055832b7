import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Home } from "../store/home.ts";

/** What an administrator watches. Names say the unit. */
export type Metrics = Readonly<{
  registry: Registry;
  callbacks: Counter<"outcome">;
  worked: Counter<"outcome">;
  sent: Counter<"outcome">;
  aiBot: Counter<"outcome">;
}>;

export function createMetrics(home: Home): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ["outcome"] as const, registers });
  new Gauge({
    name: "gongkai_inbox_waiting_messages",
    help: "Accepted messages not worked off yet",
    registers,
    async collect() {
      this.set((await home.inboxDepth()).waiting);
    },
  });
  new Gauge({
    name: "gongkai_outbox_waiting_messages",
    help: "Replies not delivered yet",
    registers,
    async collect() {
      this.set((await home.outboxDepth()).waiting);
    },
  });
  new Gauge({
    name: "gongkai_outbox_given_up_messages",
    help: "Replies given up after a day: somebody was not told",
    registers,
    async collect() {
      this.set((await home.outboxDepth()).givenUp);
    },
  });
  return {
    registry,
    callbacks: counter("gongkai_callbacks_total", "Callbacks by outcome"),
    worked: counter("gongkai_messages_worked_total", "Messages worked off by outcome"),
    aiBot: counter("gongkai_ai_bot_connections_total", "What happened to connections of AI bots"),
    sent: counter("gongkai_messages_sent_total", "Replies by outcome"),
  };
}
