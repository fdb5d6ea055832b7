import type { Middleware } from "koa";

/** Pages load nothing from elsewhere and are framed by nobody; `frame` is the one origin they may frame. */
export function securePages(frame: string | null): Middleware {
  const policy = [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'", // the report page carries its own style, so that it can be published as one file
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-src ${frame ?? "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
  return async function securityHeaders(ctx, next) {
    ctx.set("Content-Security-Policy", policy);
    ctx.set("X-Content-Type-Options", "nosniff");
    ctx.set("Referrer-Policy", "same-origin"); // with none at all a browser hides the origin of our own form, too
    ctx.set("Cache-Control", "no-store");
    await next();
  };
}

const LOOPBACK_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;

/**
 * Pages without sign-in answer only on this machine: to a caller from loopback, and to a loopback name, for a foreign
 * site that points its own name at 127.0.0.1 (DNS rebinding) must not read the ledger.
 */
export const loopbackOnly: Middleware = async function loopbackHost(ctx, next) {
  const from = ctx.req.socket.remoteAddress ?? "";
  if (!LOOPBACK_NAME.test(ctx.host) || !LOOPBACK_ADDRESS.test(from)) ctx.throw(404);
  await next();
};
