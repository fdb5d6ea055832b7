import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";

/** 7200 s. [91039] */
const LIFE_MS = 7_200_000;
/** Whom a token speaks for: an app, or the contacts-sync secret. */
export type Bearer = number | "contact-sync";
export type AccessToken = { value: string; bearer: Bearer; expiresAt: number; invalidated: boolean; fetches: number };

export function createAccessTokens(clock: Clock, ids: Ids) {
  const byValue = new Map<string, AccessToken>();
  const alive = (token: AccessToken) => !token.invalidated && token.expiresAt > clock.now();

  return {
    /** The token still valid for this bearer, or a new one. */
    fetch(bearer: Bearer): AccessToken {
      const standing = [...byValue.values()].find((token) => token.bearer === bearer && alive(token));
      const token = standing ?? {
        value: ids.text("access-token", 214),
        bearer,
        expiresAt: clock.now() + LIFE_MS,
        invalidated: false,
        fetches: 0,
      };
      token.fetches += 1;
      byValue.set(token.value, token);
      return token;
    },
    find: (value: string) => byValue.get(value),
    expired: (token: AccessToken) => token.expiresAt <= clock.now(),
    /** Early invalidation, which the platform reserves the right to. */
    invalidate(bearer?: Bearer): number {
      const ended = [...byValue.values()].filter(
        (token) => alive(token) && (bearer === undefined || token.bearer === bearer),
      );
      for (const token of ended) token.invalidated = true;
      return ended.length;
    },
  };
}

export type AccessTokens = ReturnType<typeof createAccessTokens>;
