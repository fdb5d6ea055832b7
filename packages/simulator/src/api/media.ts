import type { Platform } from "../platform.ts";
import { MEDIA_TYPES, type MediaType } from "../state/media-store.ts";
import { readFilePart } from "../wire/multipart.ts";
import { type Answer, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";

const MB = 1024 * 1024;
type MediaRule = Readonly<{ most: number; tooLarge: Errcode; startsAs?: (bytes: Buffer) => boolean }>;
const starts = (bytes: Buffer, magic: string, at = 0) =>
  bytes.subarray(at, at + magic.length).toString("latin1") === magic;

/** Sizes and formats. [90253] */
const MEDIA_RULES: Readonly<Record<MediaType, MediaRule>> = {
  image: {
    most: 10 * MB,
    tooLarge: 40009,
    startsAs: (bytes) => starts(bytes, "\xff\xd8\xff") || starts(bytes, "\x89PNG"),
  },
  voice: { most: 2 * MB, tooLarge: 45001, startsAs: (bytes) => starts(bytes, "#!AMR") },
  video: { most: 10 * MB, tooLarge: 45001, startsAs: (bytes) => starts(bytes, "ftyp", 4) },
  file: { most: 20 * MB, tooLarge: 45001 },
};

export const isMediaType = (name: string | null): name is MediaType => MEDIA_TYPES.some((type) => type === name);

/** The first rule the bytes break. */
export function mediaFault(type: MediaType, bytes: Buffer): Errcode | undefined {
  const rule = MEDIA_RULES[type];
  if (bytes.length === 0) return 44001;
  if (bytes.length <= 5) return 40006;
  if (bytes.length > rule.most) return rule.tooLarge;
  return rule.startsAs && !rule.startsAs(bytes) ? 40004 : undefined;
}

type Uploading = Readonly<{ platform: Platform; raw: Buffer; headers: Parameters<typeof readFilePart>[1] }>;

/** Stores the part named `media`; a webhook's media are bound to its key. */
export async function storeUpload(
  { platform, raw, headers }: Uploading,
  type: MediaType,
  webhookKey?: string,
): Promise<Answer> {
  const part = await readFilePart(raw, headers, "media");
  if (!part) return refuse(44001);
  const fault = mediaFault(type, part.bytes);
  if (fault !== undefined) return refuse(fault);
  if (part.filename === "") platform.violations.note("file-nameless", type);
  const media = platform.media.put({ type, ...part, ...(webhookKey === undefined ? {} : { webhookKey }) });
  return ok({ type, media_id: media.mediaId, created_at: String(Math.floor(media.createdAt / 1000)) });
}

const upload: Endpoint = {
  method: "POST",
  path: "/cgi-bin/media/upload",
  access: "app",
  body: "multipart",
  answer(call) {
    const type = call.query.get("type");
    return isMediaType(type) ? storeUpload(call, type) : refuse(40004);
  },
};

/** Header values travel as bytes; the name is raw UTF-8 as the platform sends it. */
const asHeader = (text: string) => Buffer.from(text, "utf8").toString("latin1");

const get: Endpoint = {
  method: "GET",
  path: "/cgi-bin/media/get",
  access: "app",
  answer({ platform, query, headers }) {
    const media = platform.media.get(query.get("media_id") ?? "");
    if (!media || media.webhookKey !== undefined) return refuse(40007);
    const common = {
      "content-type": "application/octet-stream",
      "content-disposition": asHeader(`attachment; filename="${media.filename}"`),
      "accept-ranges": "bytes",
    };
    const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? "");
    if (!range) return { bytes: media.bytes, headers: common };
    const from = Number(range[1]);
    const to = Math.min(range[2] ? Number(range[2]) : media.bytes.length - 1, media.bytes.length - 1);
    return {
      status: 206,
      bytes: media.bytes.subarray(from, to + 1),
      headers: { ...common, "content-range": `bytes ${from}-${to}/${media.bytes.length}` },
    };
  },
};

export const mediaEndpoints: readonly Endpoint[] = [upload, get];
