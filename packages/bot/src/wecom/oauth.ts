import { z } from "zod";
import type { Lease, SharedCache } from "../store/lease-port.ts";
import type { Caller } from "./api-call.ts";

/** Where members sign in; private deployments have their own address. */
export const PUBLIC_AUTHORIZE = "https://open.weixin.qq.com/connect/oauth2/authorize";
const STATE_MS = 10 * 60_000;

export type SignIn = Readonly<{
  authorizeUrl: string;
  corpId: string;
  agentId: string;
  /** Its host must be the app's trusted domain exactly, port included. */
  redirectUri: string;
  state: string;
}>;

/** Address that sends the browser back with a code (document/path/91022). The order of the parameters is the platform's. */
export function signInUrl({ authorizeUrl, corpId, agentId, redirectUri, state }: SignIn): string {
  const query = new URLSearchParams({
    appid: corpId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "snsapi_base",
    state,
    agentid: agentId,
  });
  return `${authorizeUrl}?${query}#wechat_redirect`;
}

export type SignInStates = Readonly<{
  /** A state for the browser that holds `session`; letters and digits only, as the platform demands. */
  issue: (session: string) => Promise<string>;
  /** True once, for the browser it was issued to, within ten minutes: a forged or replayed return signs nobody in. */
  redeem: (state: string, session: string) => Promise<boolean>;
}>;

/** `randomHex` gives at least 128 unguessable bits, fresh at every call. */
export function createSignInStates(cache: SharedCache, lease: Lease, randomHex: () => string): SignInStates {
  return {
    async issue(session) {
      const state = randomHex();
      await cache.set(`sign-in:${state}`, session, STATE_MS);
      return state;
    },
    async redeem(state, session) {
      if (!/^[0-9a-f]{32,128}$/.test(state)) return false;
      if ((await cache.get(`sign-in:${state}`)) !== session) return false;
      return lease.acquire(`sign-in-used:${state}`, randomHex(), STATE_MS); // the first of two at once wins
    },
  };
}

const CODE = /^[\x21-\x7e]{1,512}$/;
const Answer = z.looseObject({ userid: z.string().optional(), UserId: z.string().optional() });

/**
 * The member behind a code, in lower case, or `undefined` for an outsider: WeCom gives those an openid, and an internal
 * app has nothing for them. A code used before is refused by the platform (40029).
 */
export async function memberOfCode(call: Caller, code: string): Promise<string | undefined> {
  if (!CODE.test(code)) return undefined;
  const answer = await call({ api: "/cgi-bin/auth/getuserinfo", query: { code }, answer: Answer, once: true });
  return (answer.userid ?? answer.UserId)?.toLowerCase(); // older private builds write UserId
}
