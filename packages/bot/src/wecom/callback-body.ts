import type { IncomingMessage } from "node:http";

/** App XML is a few KiB at most; media come as ids. Bytes. */
export const CALLBACK_BODY_LIMIT = 64 * 1024;

/** The raw body as text, or why there is none. Stops reading at the limit; the bytes decide, not the declared length. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | "too-large" | "broken"> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return "too-large";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > limit) return "too-large";
      chunks.push(chunk);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return "broken"; // the sender hung up, or the bytes are no UTF-8
  }
}
