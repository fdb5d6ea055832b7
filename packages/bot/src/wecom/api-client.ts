import { z } from "zod";
import type { Lease, SharedCache } from "../store/lease-port.ts";
import { createAccessTokens, type FetchedToken, tokenName } from "./access-token.ts";
import { createCaller } from "./api-call.ts";
import { cardJson } from "./card-json.ts";
import { updateCard } from "./card-update.ts";
import { createCircuit } from "./circuit.ts";
import { createDirectoryApi, type DirectoryApi } from "./directory-api.ts";
import { type Exchange, exchange } from "./exchange.ts";
import type { Log } from "./log.ts";
import { createMediaShelf } from "./media-upload.ts";
import { createMenu } from "./menu.ts";
import { sendToMember } from "./message-send.ts";
import { memberOfCode } from "./oauth.ts";
import { plainMemberIds } from "./open-user-id.ts";
import type { PlatformFetch } from "./platform-fetch.ts";
import { recallMessage } from "./recall.ts";
import type { Speaker } from "./speaker.ts";

export const PUBLIC_PLATFORM = "https://qyapi.weixin.qq.com";

export type ClientSettings = Readonly<{
  /** Address of the interface, with a path prefix and port where a private deployment has them. */
  baseUrl: string;
  corpId: string;
  agentId: string;
  secret: string;
  fetch: PlatformFetch;
  cache: SharedCache;
  lease: Lease;
  /** This process, among those that share the lease. */
  holder: string;
  log: Log;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
}>;

/** What one self-built app can do at the platform. */
export type WecomClient = Speaker &
  Readonly<{
    /** False when it is too late. */
    recall: (msgid: string) => Promise<boolean>;
    directory: DirectoryApi;
    createMenu: () => Promise<void>;
    /** The member who came back from signing in with this code; `undefined` for an outsider. */
    memberOfCode: (code: string) => Promise<string | undefined>;
    /** Encrypted ids the AI bot was told → member ids; plain or unreadable ones are absent. */
    plainMemberIds: (openIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  }>;

export function createWecomClient(settings: ClientSettings): WecomClient {
  const { baseUrl, corpId, agentId, secret, fetch, cache, lease, holder, log, now, sleep, random } = settings;
  const wire: Exchange = {
    baseUrl,
    fetch,
    onBug: (api, detail) => log.error({ api, detail }, "the platform could not read a field we sent"),
  };
  const name = tokenName(baseUrl, corpId, secret);
  const fetchToken = () => getToken(wire, corpId, secret);
  const tokens = createAccessTokens({ name, fetchToken, cache, lease, holder, now, sleep });
  const call = createCaller({ ...wire, tokens, circuit: createCircuit(now), sleep, random });
  return {
    agentId,
    room: null,
    cardJson,
    send: (to, content, options) => sendToMember(call, agentId, to, content, options),
    media: createMediaShelf(call, cache, name),
    updateCard: (member, code, face) => updateCard(call, agentId, member, code, face),
    recall: (msgid) => recallMessage(call, msgid),
    directory: createDirectoryApi(call),
    createMenu: () => createMenu(call, agentId),
    memberOfCode: (code) => memberOfCode(call, code),
    plainMemberIds: (openIds) => plainMemberIds(call, openIds),
  };
}

const TokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Many calls with a wrong secret get the address blocked for an hour (document/path/90313): never tried in a row. */
async function getToken(wire: Exchange, corpid: string, corpsecret: string): Promise<FetchedToken> {
  const answer = await exchange(wire, { api: "/cgi-bin/gettoken", query: { corpid, corpsecret }, answer: TokenAnswer });
  return { value: answer.access_token, lifeMs: answer.expires_in * 1000 };
}
