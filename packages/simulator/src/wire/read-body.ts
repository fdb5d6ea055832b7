import type { IncomingMessage } from "node:http";

/** The whole body, or `too-large`. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | "too-large"> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > most) return "too-large";
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
