import type { Platform } from "../platform.ts";
import type { Bearer } from "../state/access-tokens.ts";
import type { App } from "../state/apps.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";

export type Admitted = Readonly<{ bearer?: Bearer; app?: App }>;
type Asked = Readonly<{ platform: Platform; endpoint: Endpoint; query: URLSearchParams; fromIp: string }>;

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Per corporation and API. [90312] */
const BASE_LIMITS = [
  [10_000, MINUTE],
  [150_000, HOUR],
] as const;

/** The checks before any endpoint's own, in the platform's order; a refusal names its errcode. */
export function admit({ platform, endpoint, query, fromIp }: Asked): Admitted | Readonly<{ refused: Errcode }> {
  const { rates, violations, tokens, apps, switches } = platform;
  if (query.get("debug") === "1") {
    violations.note("debug-parameter", endpoint.path);
    if (!rates.allows("debug", [[5, MINUTE]])) return { refused: 45009 };
    rates.add("debug");
  }
  if (!endpoint.uncounted) {
    const counter = `api:${endpoint.path}`;
    if (!rates.allows(counter, BASE_LIMITS)) return { refused: 45009 };
    rates.add(counter);
  }
  if (endpoint.access === "anyone") return {};

  const value = query.get("access_token");
  if (!value) return { refused: 41001 };
  const token = tokens.find(value);
  if (!token || token.invalidated) return { refused: 40014 };
  if (tokens.expired(token)) return { refused: switches.expiredAs };
  if (token.bearer === "contact-sync") {
    return endpoint.access === "app-or-contact-sync" ? { bearer: token.bearer } : { refused: 48009 };
  }
  const app = apps.get(token.bearer);
  if (!app?.enabled) return { refused: 50003 };
  if (app.trustedIps && !app.trustedIps.includes(fromIp)) return { refused: 60020 };
  return { bearer: token.bearer, app };
}
