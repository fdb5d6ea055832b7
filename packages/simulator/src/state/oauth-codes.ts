import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";

/** Five minutes, one use. [91023] */
const CODE_LIFE_MS = 300_000;
/** 1800 s. [91023] */
const TICKET_LIFE_MS = 1_800_000;

/** Who signed in: a member, or an outsider with an openid only. */
export type SignedIn = Readonly<{ userid: string } | { openid: string }>;
export type OauthCode = {
  who: SignedIn;
  scope: "snsapi_base" | "snsapi_privateinfo";
  expiresAt: number;
  used: boolean;
};

export function createOauthCodes(clock: Clock, ids: Ids) {
  const codes = new Map<string, OauthCode>();
  const tickets = new Map<string, { userid: string; expiresAt: number }>();
  return {
    mint(who: SignedIn, scope: OauthCode["scope"]): string {
      const code = ids.text("oauth-code", 43);
      codes.set(code, { who, scope, expiresAt: clock.now() + CODE_LIFE_MS, used: false });
      return code;
    },
    /** Spends the code; `undefined` when it is unknown, used or too old. */
    spend(value: string): OauthCode | undefined {
      const code = codes.get(value);
      if (!code || code.used || code.expiresAt <= clock.now()) return undefined;
      code.used = true;
      return code;
    },
    mintTicket(userid: string): string {
      const ticket = ids.text("user-ticket", 64);
      tickets.set(ticket, { userid, expiresAt: clock.now() + TICKET_LIFE_MS });
      return ticket;
    },
    ticketHolder(value: string): string | undefined {
      const ticket = tickets.get(value);
      return ticket && ticket.expiresAt > clock.now() ? ticket.userid : undefined;
    },
  };
}
