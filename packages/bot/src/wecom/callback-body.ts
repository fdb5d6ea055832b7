import type { IncomingMessage } from "node:http";

/** App XML is a few KiB at most; media come as ids. Bytes. */
export const CALLBACK_BODY_LIMIT = 64 * 1024;

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The raw body as text, or why there is none. Stops keeping it at the limit; the bytes decide, not the declared length. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | "too-large" | "broken"> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return "too-large";
  const body = await new Promise<Buffer | "too-large" | "broken">((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request
      .on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) resolve("too-large");
        else chunks.push(chunk);
      })
      .once("end", () => resolve(Buffer.concat(chunks)))
      .once("close", () => resolve("broken")) // the sender hung up before the end
      .on("error", () => resolve("broken"));
  });
  if (typeof body === "string") return body;
  try {
    return UTF8.decode(body);
  } catch {
    return "broken"; // the bytes are no UTF-8
  }
}
