import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type Koa from "koa";
import { ServerError } from "./server-error.ts";

export type Listening = Readonly<{ port: number; close: () => Promise<void> }>;

/** @throws ServerError when the address is taken or not ours to take. */
export function listen(app: Koa, port: number, host: string): Promise<Listening> {
  const server = createServer(app.callback());
  server.requestTimeout = 30_000; // a callback is a few kilobytes: whoever takes longer holds a socket for nothing
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenFailure(error, port, host)));
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo; // a TCP server has one
      resolve({ port: taken, close: () => closeServer(server) });
    });
  });
}

function listenFailure(cause: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (cause.code) {
    case "EADDRINUSE":
      return new ServerError("PORT_TAKEN", String(port), { cause });
    case "EACCES":
      return new ServerError("PORT_FORBIDDEN", String(port), { cause });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new ServerError("ADDRESS_NOT_OURS", host, { cause });
    default:
      return cause;
  }
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections(); // browsers keep theirs open
  });
}
