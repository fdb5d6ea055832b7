import type { Member } from "@gongkai/schema";
import Router from "@koa/router";
import type { Context, Middleware } from "koa";
import { may } from "../office/rights.ts";
import type { OrganDesk } from "../publishing/organ-desk.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import { pageAsset } from "./assets.ts";
import type { PageCookies } from "./page-cookies.ts";
import type { PageSessions } from "./page-sessions.ts";
import { readingPages, type Viewing } from "./pages.ts";
import { securePages } from "./secure-pages.ts";
import { type SignInWorld, signInRoutes } from "./sign-in.ts";
import { wordsFor } from "./words-for.ts";

export type OfficePagesWorld = SignInWorld &
  Readonly<{
    cookies: PageCookies;
    sessions: PageSessions;
    desks: ReadonlyMap<string, OrganDesk>;
    reader: LedgerReader;
    now: () => number;
  }>;

/** The pages of real offices, for members who signed in; what they may see follows the directory as it is now. */
export function officePages(world: OfficePagesWorld): Middleware {
  const pages = readingPages((ctx) => viewingOf(world, ctx));
  const router = new Router()
    .use(securePages(null))
    .use(signInRoutes(world).routes() as Middleware)
    .use(pages.routes() as Middleware)
    .get("/assets/:name", pageAsset());
  return async function officeDoor(ctx, next) {
    try {
      await (router.routes() as Middleware)(ctx, next); // the router's context is a wider one
    } catch (error) {
      if (!(error instanceof NotSignedIn)) throw error;
      if (ctx.path === "/live") ctx.status = 401;
      else ctx.redirect(`/sign-in?to=${encodeURIComponent(ctx.url)}`);
    }
  };
}

/** Nobody is signed in, or not any more: thrown from a page, answered with the way to sign in. */
class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

async function viewingOf(world: OfficePagesWorld, ctx: Context): Promise<Viewing> {
  const { sessions, cookies, organs, desks, reader, now } = world;
  const id = cookies.get(ctx, "session");
  const session = id === undefined ? undefined : await sessions.read(id);
  const desk = session && desks.get(session.organ);
  const members = (session && organs.get(session.organ)?.members()) ?? [];
  const viewer = members.find((each: Member) => each.id === session?.member);
  if (!desk || !viewer?.active) {
    if (id !== undefined && session) await sessions.close(id); // who has left is out at once, and stays out
    throw new NotSignedIn();
  }
  const allows = (right: Parameters<typeof may>[1]) => may(viewer, right);
  return {
    desk,
    reader,
    members,
    viewer,
    chat: null,
    allows,
    shows: wordsFor(viewer, reader, desk.organ.office.key),
    now,
  };
}
