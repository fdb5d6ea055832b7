import type { Middleware } from "koa";
import type { Home } from "../store/home.ts";
import type { Metrics } from "./metrics.ts";

/** Alive: the process answers. */
export const healthz: Middleware = function healthz(ctx) {
  ctx.body = { alive: true };
};

/** Ready: the ledger can be written. A process that cannot keep a fact must get no callback. */
export function readiness(home: Home): Middleware {
  return async function readyz(ctx) {
    try {
      await home.probe();
      ctx.body = { ready: true, inbox: await home.inboxDepth(), outbox: await home.outboxDepth() };
    } catch {
      ctx.status = 503;
      ctx.body = { ready: false };
    }
  };
}

export function metricsPage({ registry }: Metrics): Middleware {
  return async function metrics(ctx) {
    ctx.type = registry.contentType;
    ctx.body = await registry.metrics();
  };
}
