import Router from "@koa/router";
import Koa, { type Middleware } from "koa";

export type Doors = Readonly<{
  reportErrors: Middleware;
  /** GET proves the address to the platform, POST takes a message. */
  callback: Middleware;
  /** The same for AI bots in callback mode. */
  aiBotCallback: Middleware;
  healthz: Middleware;
  readyz: Middleware;
  metrics: Middleware;
  /** `null` until there is a way to know who is asking: then every page is 404. */
  pages: Middleware | null;
}>;

/** The whole server on one screen, in the order a request meets it. */
export function createApp(doors: Doors): Koa {
  const router = new Router()
    .all("/wecom/callback", doors.callback)
    .all("/wecom/callback/:organ", doors.callback)
    .all("/wecom/aibot", doors.aiBotCallback)
    .all("/wecom/aibot/:organ", doors.aiBotCallback)
    .get("/healthz", doors.healthz)
    .get("/readyz", doors.readyz)
    .get("/metrics", doors.metrics);

  const app = new Koa().use(doors.reportErrors).use(router.routes() as Middleware); // the router's context is a wider one
  return doors.pages ? app.use(doors.pages) : app;
}
