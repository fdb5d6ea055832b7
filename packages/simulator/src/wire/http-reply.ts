import type { ServerResponse } from "node:http";

export type Reply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: Buffer | string }>;

export const htmlReply = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body,
});

export const jsonReply = (status: number, value: unknown): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(value ?? null),
});

export const redirectReply = (location: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 302,
  headers: { location, ...headers },
  body: "",
});

/** `dropped` cuts the connection without an answer. */
export function write(response: ServerResponse, reply: Reply | "dropped"): void {
  if (reply === "dropped") {
    response.socket?.destroy();
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(reply.body) });
  response.end(reply.body);
}
