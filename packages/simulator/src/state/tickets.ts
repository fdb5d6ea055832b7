import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";

/** 7200 s. [90506] */
const LIFE_MS = 7_200_000;
export type TicketUse = "jsapi" | "agent_config";

/** Tickets for page signatures; the same one while it is valid. */
export function createTickets(clock: Clock, ids: Ids) {
  const standing = new Map<string, { ticket: string; expiresAt: number }>();
  return {
    fetch(agentid: number, use: TicketUse): string {
      const place = `${agentid}:${use}`;
      const held = standing.get(place);
      if (held && held.expiresAt > clock.now()) return held.ticket;
      const ticket = ids.text("ticket", 86);
      standing.set(place, { ticket, expiresAt: clock.now() + LIFE_MS });
      return ticket;
    },
    current: (agentid: number, use: TicketUse) => standing.get(`${agentid}:${use}`)?.ticket,
  };
}
