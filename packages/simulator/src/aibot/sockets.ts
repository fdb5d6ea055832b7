import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { type JsonFields, jsonFields } from "../api/json-fields.ts";
import type { Platform } from "../platform.ts";
import { BOT_ERRCODES, type Refusal, refusal } from "./bot-errcodes.ts";
import type { Bot } from "./bot-options.ts";
import { COMMANDS } from "./socket-commands.ts";
import { createUploads, type UploadAnswer } from "./socket-upload.ts";

/** A chunk of 512 KiB in base64 and its frame. */
const LARGEST_FRAME = 2 * 1024 * 1024;

type Link = { readonly socket: WebSocket; bot?: Bot };
type Push = Readonly<{ cmd: "aibot_msg_callback" | "aibot_event_callback"; reqId: string; body: unknown }>;

/** The long connections of AI bots: one a bot. [101463] */
export function createSockets(platform: Platform) {
  const { violations } = platform;
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const uploads = createUploads(platform);
  const subscribed = new Map<string, Link>();
  const silent = new Set<string>();

  const write = (socket: WebSocket, frame: unknown) => socket.send(JSON.stringify(frame));
  /** Acknowledgements echo the req_id and carry no cmd. */
  const acknowledge = ({ socket }: Link, reqId: string, refused: Refusal | undefined, body: unknown) => {
    const errcode = refused?.errcode ?? 0;
    const known = Object.entries(BOT_ERRCODES).find(([code]) => Number(code) === errcode)?.[1] ?? "error";
    const errmsg = refused ? `${known}: ${refused.detail}` : "ok";
    if (refused) violations.note("frame-refused", `${errcode} ${refused.detail}`);
    write(socket, { headers: { req_id: reqId }, errcode, errmsg, body });
  };

  /** The newest subscriber stays; the one before is told and closed. */
  function subscribe(link: Link, body: JsonFields): Refusal | undefined {
    const bot = platform.bots.get(body.text("bot_id") ?? "");
    if (!bot) return refusal(853000, "bot_id");
    if (bot.mode !== "socket") return refusal(846601, "the bot has a callback url");
    if (bot.secret !== body.text("secret")) return refusal(853000, "secret");
    const before = subscribed.get(bot.id);
    link.bot = bot;
    subscribed.set(bot.id, link);
    if (before && before !== link) {
      const event = { msgtype: "event", event: { eventtype: "disconnected_event" }, aibotid: bot.id };
      const headers = { req_id: platform.ids.text("req-id", 24) };
      write(before.socket, { cmd: "aibot_event_callback", headers, body: event });
      before.socket.close();
    }
    return undefined;
  }

  function hear(link: Link, data: RawData): void {
    const frame = readFrame(data);
    const reqId = frame?.object("headers")?.text("req_id");
    if (!frame || reqId === undefined) {
      violations.note("frame-refused", "a frame is no JSON object with headers.req_id");
      return;
    }
    const cmd = frame.text("cmd") ?? "";
    const body = frame.object("body") ?? jsonFields({});
    if (link.bot && silent.has(link.bot.id)) return;
    const answer = cmd === "aibot_subscribe" ? subscribe(link, body) : run(link, cmd, reqId, body);
    const refused = answer && "errcode" in answer ? answer : undefined;
    const errcode = refused?.errcode ?? 0;
    platform.calls.note({ method: "SOCKET", path: cmd, query: new URLSearchParams(), body: masked(body), errcode });
    acknowledge(link, reqId, refused, answer && "body" in answer ? answer.body : {});
  }

  function run(link: Link, cmd: string, reqId: string, body: JsonFields): Refusal | UploadAnswer | undefined {
    const { bot } = link;
    if (!bot || subscribed.get(bot.id) !== link) return refusal(846609, cmd);
    const command = COMMANDS.get(cmd);
    return command ? command({ platform, uploads, bot, reqId, body }) : refusal(40008, `cmd ${cmd}`);
  }

  server.on("connection", (socket: WebSocket) => {
    const link: Link = { socket };
    socket.on("message", (data) => hear(link, data));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      if (link.bot && subscribed.get(link.bot.id) === link) subscribed.delete(link.bot.id);
    });
  });

  return {
    /** Programs only: a page in a browser announces its origin. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (request.headers.origin !== undefined) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (made) => server.emit("connection", made));
    },
    /** False when the bot is not connected: what happens meanwhile is lost. */
    push(bot: Bot, { cmd, reqId, body }: Push): boolean {
      const link = subscribed.get(bot.id);
      if (!link) return false;
      write(link.socket, { cmd, headers: { req_id: reqId }, body });
      return true;
    },
    connected: (botId: string) => subscribed.has(botId),
    /** Cuts the connection without a word. */
    cut: (botId: string) => subscribed.get(botId)?.socket.terminate(),
    /** Acknowledges nothing any more, pings included, until switched off again. */
    setSilent: (botId: string, on: boolean) => (on ? silent.add(botId) : silent.delete(botId)),
    close(): void {
      for (const { socket } of subscribed.values()) socket.terminate();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

export type Sockets = ReturnType<typeof createSockets>;

function readFrame(data: RawData): JsonFields | undefined {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === "object" && frame !== null && !Array.isArray(frame) ? jsonFields(frame) : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept of a frame: no secret, no file. */
const masked = ({ tree }: JsonFields) => ({
  ...tree,
  ...(tree.secret === undefined ? {} : { secret: "***" }),
  ...(tree.base64_data === undefined ? {} : { base64_data: "…" }),
});
