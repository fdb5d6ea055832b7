import type { Middleware } from "koa";
import type { Logger } from "pino";

/** The one place where a request's error is answered: a status and nothing about us; the log gets the cause. */
export function errorFunnel(log: Logger): Middleware {
  return async function reportErrors(ctx, next) {
    try {
      await next();
    } catch (error) {
      const status = statusOf(error);
      if (status >= 500) log.error({ err: error, path: ctx.path }, "a request failed");
      ctx.status = status;
      ctx.type = "text/plain; charset=utf-8";
      ctx.body = status >= 500 ? "服务暂时不可用，请稍后再试。" : "这个请求不能处理。";
    }
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}
