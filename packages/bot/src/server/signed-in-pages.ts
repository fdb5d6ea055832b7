import { randomBytes } from "node:crypto";
import type { Member } from "@gongkai/schema";
import type { Middleware } from "koa";
import type { Logger } from "pino";
import type { Organ } from "../config/organ.ts";
import type { OrganDesk } from "../publishing/organ-desk.ts";
import type { SharedPorts } from "../store/lease-port.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import type { WecomClient } from "../wecom/api-client.ts";
import { officePages } from "./office-pages.ts";
import { createPageCookies } from "./page-cookies.ts";
import { createPageSessions } from "./page-sessions.ts";
import type { SignInOrgan } from "./sign-in.ts";

type Parts = Readonly<{
  organs: readonly Organ[];
  address: string;
  authorizeUrl?: string | undefined;
  appOf: (organ: string) => WecomClient | undefined;
  desks: ReadonlyMap<string, OrganDesk>;
  shared: SharedPorts;
  reader: LedgerReader;
  membersOfOrgan: (organ: string) => readonly Member[];
  log: Logger;
  now: () => number;
}>;

/** The pages of the organs that are connected, with the sign-in of their apps. */
export function signedInPages({ organs, address, appOf, membersOfOrgan, shared, ...parts }: Parts): Middleware {
  const signing = organs.flatMap(({ office: { key }, credentials }): [string, SignInOrgan][] => {
    if (!credentials) return [];
    const { corpId, agentId } = credentials;
    const memberOfCode = async (code: string) => appOf(key)?.memberOfCode(code);
    return [[key, { corpId, agentId, members: () => membersOfOrgan(key), memberOfCode }]];
  });
  const randomHex = () => randomBytes(32).toString("hex");
  return officePages({
    ...parts,
    organs: new Map(signing),
    address: address.replace(/\/$/, ""),
    sessions: createPageSessions(shared.cache, randomHex),
    cookies: createPageCookies(address.startsWith("https:")),
    ...{ cache: shared.cache, lease: shared.lease, buckets: shared.buckets, randomHex },
  });
}
