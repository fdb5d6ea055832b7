import type { Context } from "koa";

/** Session cookies of the pages: never readable by scripts, never sent along by a foreign page's requests. */
export type PageCookies = Readonly<{
  get: (ctx: Context, name: CookieName) => string | undefined;
  /** `maxAgeMs` 0 removes it. */
  set: (ctx: Context, name: CookieName, value: string, maxAgeMs: number) => void;
}>;
/** `visit`: a sign-in under way; `session`: a member signed in. */
export type CookieName = "visit" | "session";

const ID = /^[0-9a-f]{64}$/;

/**
 * `__Host-` binds a cookie to this very host over https, so that no neighbouring host can plant one. Written by hand: behind
 * a proxy that ends https the connection itself is plain, and the cookie must be Secure all the same.
 */
export function createPageCookies(secure: boolean): PageCookies {
  const named = (name: CookieName) => `${secure ? "__Host-" : ""}gongkai-${name}`;
  return {
    get(ctx, name) {
      const value = ctx.cookies.get(named(name));
      return value !== undefined && ID.test(value) ? value : undefined;
    },
    set(ctx, name, value, maxAgeMs) {
      const parts = [
        `${named(name)}=${value}`,
        "Path=/",
        `Max-Age=${Math.floor(maxAgeMs / 1000)}`,
        "HttpOnly",
        "SameSite=Lax",
      ];
      ctx.append("Set-Cookie", [...parts, ...(secure ? ["Secure"] : [])].join("; "));
    },
  };
}
