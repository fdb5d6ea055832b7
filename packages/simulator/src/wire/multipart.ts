import type { IncomingHttpHeaders } from "node:http";
import busboy from "busboy";

/** A file as the platform reads it. `filename` is empty when there is none it understands. */
export type UploadedFile = Readonly<{ filename: string; bytes: Buffer }>;

/** The part of this name, or `undefined` when the body holds no such file. */
export async function readFilePart(
  raw: Buffer,
  headers: IncomingHttpHeaders,
  name: string,
): Promise<UploadedFile | undefined> {
  const bytes = await new Promise<Buffer | undefined>((resolve) => {
    let found: Buffer | undefined;
    try {
      const form = busboy({ headers });
      form.on("file", (part, stream) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("close", () => {
          if (part === name) found = Buffer.concat(chunks);
        });
      });
      form.on("close", () => resolve(found));
      form.on("error", () => resolve(undefined));
      form.end(raw);
    } catch {
      resolve(undefined); // no multipart content type
    }
  });
  return bytes && { filename: plainFilename(raw, name), bytes };
}

/** Only `filename="…"` in raw UTF-8 counts; `filename*=` is not understood. */
function plainFilename(raw: Buffer, name: string): string {
  const at = raw.indexOf(`name="${name}"`);
  const line = raw.subarray(raw.lastIndexOf("\r\n", at) + 2, raw.indexOf("\r\n", at)).toString("utf8");
  return /;\s*filename="([^"]*)"/i.exec(line)?.[1] ?? "";
}
