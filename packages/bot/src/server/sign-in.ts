import type { Member } from "@gongkai/schema";
import Router from "@koa/router";
import type { Context } from "koa";
import type { Logger } from "pino";
import type { Buckets, Lease, SharedCache } from "../store/lease-port.ts";
import { createSignInStates, PUBLIC_AUTHORIZE, signInUrl } from "../wecom/oauth.ts";
import { SIGN_IN_FAILED_WORDS, SIGNED_OUT_WORDS, WHICH_ORGAN_WORDS } from "../wording/page-words.ts";
import { STRANGER_WORDS } from "../wording/stranger-words.ts";
import { noticePage } from "./page/notice-page.ts";
import type { PageCookies } from "./page-cookies.ts";
import { type PageSessions, SESSION_MS } from "./page-sessions.ts";

/** An organ whose members may sign in. */
export type SignInOrgan = Readonly<{
  corpId: string;
  agentId: string;
  members: () => readonly Member[];
  memberOfCode: (code: string) => Promise<string | undefined>;
}>;

export type SignInWorld = Readonly<{
  organs: ReadonlyMap<string, SignInOrgan>;
  /** Public address of the pages, without a slash at its end. */
  address: string;
  authorizeUrl?: string | undefined;
  sessions: PageSessions;
  cookies: PageCookies;
  cache: SharedCache;
  lease: Lease;
  buckets: Buckets;
  randomHex: () => string;
  log: Logger;
}>;

const VISIT_MS = 10 * 60_000;
/** Sign-ins begun a minute, by everybody together: each one is remembered for ten minutes. */
const MOST_BEGUN = { name: "sign-in:minute", most: 600, windowMs: 60_000 };

/**
 * Sign-in by WeCom (document/path/91022). The return is good only in the browser that set out, once, within ten minutes;
 * a session is new at every sign-in, whatever cookie the browser came with.
 */
export function signInRoutes(world: SignInWorld): Router {
  const states = createSignInStates(world.cache, world.lease, world.randomHex);
  return new Router()
    .get("/sign-in", (ctx) => begin(world, states, ctx))
    .get("/sign-in/:organ", (ctx) => begin(world, states, ctx))
    .get("/sign-in/:organ/return", (ctx) => finish(world, states, ctx))
    .post("/sign-out", (ctx) => signOut(world, ctx));
}

type States = ReturnType<typeof createSignInStates>;
const wanted = (state: string) => `sign-in-to:${state}`;
const bound = (visit: string, organ: string) => `${visit} ${organ}`;

async function begin(world: SignInWorld, states: States, ctx: Context): Promise<void> {
  const { organs, cookies, cache, buckets, address, authorizeUrl = PUBLIC_AUTHORIZE, randomHex } = world;
  const named: string | undefined = ctx.params.organ;
  const [only] = organs.size === 1 ? organs.keys() : [];
  const key = named ?? only;
  const organ = key === undefined ? undefined : organs.get(key);
  if (key === undefined || !organ) return say(ctx, 404, WHICH_ORGAN_WORDS);
  if ((await buckets.take([MOST_BEGUN])) > 0) ctx.throw(429);
  const visit = randomHex();
  const state = await states.issue(bound(visit, key));
  await cache.set(wanted(state), ownPath(ctx.query.to), VISIT_MS);
  cookies.set(ctx, "visit", visit, VISIT_MS);
  const redirectUri = `${address}/sign-in/${encodeURIComponent(key)}/return`;
  ctx.redirect(signInUrl({ authorizeUrl, corpId: organ.corpId, agentId: organ.agentId, redirectUri, state }));
}

async function finish(world: SignInWorld, states: States, ctx: Context): Promise<void> {
  const { organs, cookies, cache, sessions, log } = world;
  const key: string = ctx.params.organ;
  const organ = organs.get(key);
  const { code, state } = ctx.query;
  const visit = cookies.get(ctx, "visit");
  cookies.set(ctx, "visit", "", 0);
  if (!organ || typeof code !== "string" || typeof state !== "string" || visit === undefined)
    return say(ctx, 403, SIGN_IN_FAILED_WORDS);
  if (!(await states.redeem(state, bound(visit, key)))) return say(ctx, 403, SIGN_IN_FAILED_WORDS);
  const id = await organ.memberOfCode(code).catch((error: unknown) => {
    log.warn({ organ: key, err: error }, "a sign-in code was not taken");
    return null;
  });
  if (id === null) return say(ctx, 403, SIGN_IN_FAILED_WORDS);
  const member = organ.members().find((each) => each.id === id);
  if (!member?.active) return say(ctx, 403, STRANGER_WORDS);
  const former = cookies.get(ctx, "session");
  if (former !== undefined) await sessions.close(former);
  cookies.set(ctx, "session", await sessions.open({ organ: key, member: member.id }), SESSION_MS);
  ctx.redirect(ownPath((await cache.get(wanted(state))) ?? "/"));
}

/** A foreign page cannot sign anybody out: its form comes without our cookie, and with its own origin. */
async function signOut({ cookies, sessions, address }: SignInWorld, ctx: Context): Promise<void> {
  if (ctx.get("Origin") !== new URL(address).origin) ctx.throw(403);
  const id = cookies.get(ctx, "session");
  if (id !== undefined) await sessions.close(id);
  cookies.set(ctx, "session", "", 0);
  say(ctx, 200, SIGNED_OUT_WORDS);
}

function say(ctx: Context, status: number, words: string): void {
  ctx.status = status;
  ctx.body = noticePage(words);
}

const PAGES = /^\/(?:$|report$|report\.docx$|findings$|figure\/[a-z0-9_.]{1,64}$)/;

/** Where to go after signing in: one of our own pages and nowhere else. */
export function ownPath(to: unknown): string {
  if (typeof to !== "string" || !to.startsWith("/")) return "/";
  const [path = "", query = "", ...more] = to.split("?");
  if (!PAGES.test(path) || more.length > 0) return "/";
  const year = new URLSearchParams(query).get("year") ?? "";
  return /^\d{4}$/.test(year) ? `${path}?year=${year}` : path;
}
