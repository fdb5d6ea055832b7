import { randomUUID } from "node:crypto";
import { createBots } from "./aibot/bots.ts";
import { createExchanges } from "./aibot/exchange.ts";
import { createResponseUrls } from "./aibot/response-urls.ts";
import { createSealedFiles } from "./aibot/sealed-files.ts";
import type { Clock } from "./clock.ts";
import { createIds } from "./seeded-ids.ts";
import type { Settings } from "./simulator-options.ts";
import { createAccessTokens } from "./state/access-tokens.ts";
import { createAppChats } from "./state/app-chats.ts";
import { createApps } from "./state/apps.ts";
import { createCalls } from "./state/calls.ts";
import { createDailyQuota } from "./state/daily-quota.ts";
import { createDirectory } from "./state/directory.ts";
import { createFaults } from "./state/faults.ts";
import { createMediaStore } from "./state/media-store.ts";
import { createMenus } from "./state/menus.ts";
import { createOauthCodes } from "./state/oauth-codes.ts";
import { createRateWindows } from "./state/rate-window.ts";
import { createResponseCodes } from "./state/response-codes.ts";
import { createTickets } from "./state/tickets.ts";
import { createTimelines, type Fields } from "./state/timeline.ts";
import { createViolations } from "./state/violations.ts";
import type { Switches } from "./switches.ts";
import type { InFlight } from "./wire/in-flight.ts";

/** Everything the platform knows, in memory, for one corporation. */
export function createPlatform(settings: Settings, clock: Clock, wire: InFlight) {
  const ids = createIds(settings.seed ?? (clock.mode === "real" ? randomUUID() : "wecom"));
  const directory = createDirectory(settings);
  const switches: Switches = { ...settings.switches };
  /** Where this platform itself is reached, once it listens. */
  const origin = { url: "" };
  return {
    settings,
    corp: settings.corp,
    clock,
    wire,
    ids,
    switches,
    directory,
    apps: createApps(settings.apps, directory),
    tokens: createAccessTokens(clock, ids),
    media: createMediaStore(clock, ids),
    timelines: createTimelines(clock, ids),
    codes: createResponseCodes(clock, ids),
    /** `agentid:task_id` of every card sent. */
    taskIds: new Set<string>(),
    /** When each message was last sent, by the fingerprint of its content and receivers. */
    recentSends: new Map<string, Readonly<{ msgid: string; at: number }>>(),
    daily: createDailyQuota(clock, () => directory.members().length),
    origin,
    bots: createBots(settings.bots, settings.groups),
    exchanges: createExchanges(clock, ids),
    files: createSealedFiles(clock, ids, origin),
    responseUrls: createResponseUrls(clock, ids, origin),
    /** What came through webhooks, in order. */
    pushed: [] as Pushed[],
    appChats: createAppChats(),
    menus: createMenus(),
    oauth: createOauthCodes(clock, ids),
    tickets: createTickets(clock, ids),
    rates: createRateWindows(clock.now),
    faults: createFaults(),
    calls: createCalls(clock),
    violations: createViolations(clock),
  };
}

/** One message through a webhook. */
export type Pushed = Readonly<{ key: string; at: number; msgtype: string; body: Fields }>;

export type Platform = ReturnType<typeof createPlatform>;
