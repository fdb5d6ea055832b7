import { createServer, type IncomingMessage } from "node:http";
import { botReply } from "./aibot/bot-routes.ts";
import type { Sockets } from "./aibot/sockets.ts";
import { endpointAt } from "./api/all-endpoints.ts";
import { dispatch } from "./api/dispatch.ts";
import { chatReply } from "./chat/chat-routes.ts";
import type { Control } from "./control/control.ts";
import { controlRouteAt } from "./control/control-routes.ts";
import type { Platform } from "./platform.ts";
import { signInReply } from "./sign-in/sign-in-routes.ts";
import { htmlReply, jsonReply, type Reply, write } from "./wire/http-reply.ts";
import { readBody } from "./wire/read-body.ts";
import { WrongUse } from "./wrong-use.ts";

/** A little more than the largest upload, so that its own errcode can answer. */
const LARGEST_BODY = 24 * 1024 * 1024;
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

type House = Readonly<{ platform: Platform; control: Control; sockets: Sockets }>;
type Asked = Readonly<{ request: IncomingMessage; method: string; url: URL; raw: Buffer; fromIp: string }>;

/** A wrong address must be noticed: a page, not JSON. */
const notFound = () => htmlReply(404, "<!DOCTYPE html><title>404 Not Found</title><h1>404 Not Found</h1>");

/** One process for every address of the platform, in the order a request meets them. */
export function createHttpServer(house: House) {
  const server = createServer(async (request, response) => {
    try {
      write(response, await replyTo(house, request));
    } catch (cause) {
      const why = cause instanceof Error ? cause.stack : cause;
      write(response, jsonReply(500, { error: `The simulator failed: ${why}` }));
    }
  });
  server.on("upgrade", (request, socket, head) => {
    if (LOOPBACK.test(request.headers.host ?? "")) house.sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

async function replyTo(house: House, request: IncomingMessage): Promise<Reply | "dropped"> {
  const { host = "" } = request.headers;
  if (!LOOPBACK.test(host)) return htmlReply(403, "The simulator answers on this machine only.");
  const raw = await readBody(request, LARGEST_BODY);
  if (raw === "too-large") return htmlReply(413, "Request Entity Too Large");
  const url = new URL(request.url ?? "/", `http://${host}`);
  const fromIp = (request.socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, "");
  const asked: Asked = { request, method: request.method ?? "GET", url, raw, fromIp };
  return (
    (await apiReply(house, asked)) ??
    (await controlReply(house, asked)) ??
    chatReply(house.platform, asked) ??
    signInReply(house.platform, asked) ??
    botReply(house.platform, asked) ??
    notFound()
  );
}

function apiReply({ platform }: House, { request, method, url, raw, fromIp }: Asked) {
  const endpoint = endpointAt(url.pathname);
  const { pathname: path, searchParams: query } = url;
  return endpoint && dispatch(platform, endpoint, { method, path, query, raw, headers: request.headers, fromIp });
}

/** Only for programs and for our own page: another page in the browser is turned away. */
async function controlReply({ platform, control }: House, { request, method, url, raw }: Asked) {
  if (!url.pathname.startsWith("/_sim/")) return undefined;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== url.origin) return jsonReply(403, { error: "Another page may not do this." });
  const found = controlRouteAt(method, url.pathname);
  if (!found) return jsonReply(404, { error: `There is no ${method} ${url.pathname}; see the list in the README.` });
  if (method === "POST" && !request.headers["content-type"]?.startsWith("application/json")) {
    return jsonReply(415, { error: "Send the body as application/json." });
  }
  try {
    const body: unknown = raw.length > 0 ? JSON.parse(raw.toString("utf8")) : {};
    const result = await found.route.answer({ platform, control, query: url.searchParams, body }, found.id);
    return jsonReply(200, result);
  } catch (cause) {
    if (cause instanceof SyntaxError) return jsonReply(400, { error: "The body is not JSON." });
    if (cause instanceof WrongUse) return jsonReply(400, { error: cause.message });
    throw cause;
  }
}
