import { createHash } from "node:crypto";
import { z } from "zod";
import type { SharedCache } from "../store/lease-port.ts";

/** Who signed in, and to which organ's pages. */
export const PageSession = z.strictObject({ organ: z.string(), member: z.string() });
export type PageSession = z.infer<typeof PageSession>;

/** A working day; then one signs in again. */
export const SESSION_MS = 8 * 3_600_000;

export type PageSessions = Readonly<{
  /** The id for the browser: 256 unguessable bits, new at every sign-in. */
  open: (session: PageSession) => Promise<string>;
  read: (id: string) => Promise<PageSession | undefined>;
  close: (id: string) => Promise<void>;
}>;

/** Kept on the server, under the digest of the id: whoever reads the cache cannot sign in with it. Losing it signs out. */
export function createPageSessions(cache: SharedCache, randomHex: () => string): PageSessions {
  const nameOf = (id: string) => `page-session:${createHash("sha256").update(id).digest("hex")}`;
  return {
    async open(session) {
      const id = randomHex();
      await cache.set(nameOf(id), JSON.stringify(session), SESSION_MS);
      return id;
    },
    async read(id) {
      const kept = await cache.get(nameOf(id));
      return kept === undefined ? undefined : PageSession.parse(JSON.parse(kept));
    },
    async close(id) {
      const kept = await cache.get(nameOf(id));
      if (kept !== undefined) await cache.removeIf(nameOf(id), kept);
    },
  };
}
