import type { Middleware } from "koa";

/** `/wecom/callback/<organ>`, or `/wecom/callback` while there is one organ. An unknown organ is 404 like any other path. */
export function callbackDoors(doors: ReadonlyMap<string, Middleware>): Middleware {
  return async function callbackDoor(ctx, next) {
    const named: unknown = ctx.params?.organ;
    const [only] = doors.size === 1 ? doors.values() : [];
    const door = typeof named === "string" ? doors.get(named) : only;
    if (!door) {
      ctx.status = 404;
      return;
    }
    await door(ctx, next);
  };
}
