import { createHash } from "node:crypto";
import { z } from "zod";
import type { SharedCache } from "../store/lease-port.ts";
import type { Caller } from "./api-call.ts";
import { WecomError } from "./wecom-error.ts";

export type Media = Readonly<{ type: "file" | "image"; name: string; bytes: Uint8Array }>;

/** Largest uploads in bytes (document/path/90253); everything needs more than five. */
export const MEDIA_LIMITS = { file: 20 * 1024 * 1024, image: 10 * 1024 * 1024 } as const;
const LEAST_BYTES = 6;
const API = "/cgi-bin/media/upload";
const UPLOAD_MS = 60_000;
const LIFE_MS = 2.9 * 86_400_000; // the platform keeps media for three days
const Answer = z.looseObject({ media_id: z.string().min(1) });

export type MediaShelf = Readonly<{
  /** The media id of these bytes, uploaded now or within the last three days. */
  idOf: (media: Media) => Promise<string>;
  /** The platform no longer knows this id: the next `idOf` uploads again. */
  forget: (media: Media, id: string) => Promise<void>;
}>;

/** Remembers uploads by content, so that one report sent to twenty people is uploaded once. */
export function createMediaShelf(call: Caller, cache: SharedCache, scope: string): MediaShelf {
  const nameOf = ({ type, name, bytes }: Media) =>
    `wecom-media:${scope}:${createHash("sha256")
      .update(JSON.stringify([type, name]))
      .update(bytes)
      .digest("hex")}`;
  const flights = new Map<string, Promise<string>>();

  async function find(name: string, media: Media): Promise<string> {
    const kept = await cache.get(name).catch(() => undefined); // what is shared may be lost: upload again
    if (kept !== undefined) return kept;
    const id = await upload(call, media);
    await cache.set(name, id, LIFE_MS).catch(() => undefined);
    return id;
  }

  return {
    idOf(media) {
      const name = nameOf(media);
      const flight = flights.get(name) ?? find(name, media).finally(() => flights.delete(name));
      flights.set(name, flight);
      return flight;
    },
    forget: (media, id) => cache.removeIf(nameOf(media), id).catch(() => undefined),
  };
}

async function upload(call: Caller, media: Media): Promise<string> {
  const size = media.bytes.length;
  if (size < LEAST_BYTES || size > MEDIA_LIMITS[media.type])
    throw new WecomError("NOT_SENDABLE", { api: API, detail: `${media.type} of ${size} bytes` });
  const answer = await call({
    api: API,
    query: { type: media.type },
    upload: multipart(media),
    answer: Answer,
    timeoutMs: UPLOAD_MS,
  });
  return answer.media_id;
}

/**
 * One part named `media` with the file name as raw UTF-8: the platform does not read `filename*=` and would store a
 * nameless file. Written by hand because of `filelength`, which the documented sample has.
 */
export function multipart({ name, bytes }: Media): { bytes: Uint8Array; contentType: string } {
  const boundary = `gongkai-${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}`;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="media"; filename="${plainFileName(name)}"; filelength=${bytes.length}`,
    "Content-Type: application/octet-stream",
    "",
    "",
  ].join("\r\n");
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { bytes: body, contentType: `multipart/form-data; boundary=${boundary}` };
}

const UNSAFE = /["\\/\p{Cc}]/gu;

function plainFileName(name: string): string {
  return name.replace(UNSAFE, "_") || "file";
}
