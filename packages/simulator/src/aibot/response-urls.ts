import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";
import type { Exchange } from "./exchange.ts";

/** Once, within an hour. [101138] */
const LIFE_MS = 3_600_000;

/** Addresses to which a bot can answer later, without a token. */
export function createResponseUrls(clock: Clock, ids: Ids, origin: Readonly<{ url: string }>) {
  const standing = new Map<string, Exchange>();
  return {
    make(exchange: Exchange): string {
      const id = ids.text("response-url", 40);
      standing.set(id, exchange);
      return `${origin.url}/sim/response_url/${id}`;
    },
    /** What is answered there, while it still can be. */
    find(id: string): Exchange | undefined {
      const exchange = standing.get(id);
      return exchange && clock.now() - exchange.at < LIFE_MS ? exchange : undefined;
    },
    spend: (id: string) => standing.delete(id),
  };
}
