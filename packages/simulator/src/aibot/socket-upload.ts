import { createHash } from "node:crypto";
import type { JsonFields } from "../api/json-fields.ts";
import { isMediaType, mediaFault } from "../api/media.ts";
import type { Platform } from "../platform.ts";
import type { MediaType } from "../state/media-store.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import type { Bot } from "./bot-options.ts";

/** 30 minutes; a hundred chunks of 512 KiB. [101463] */
const LIFE_MS = 1_800_000;
const CHUNK_BYTES = 512 * 1024;
const MOST_CHUNKS = 100;
const LIMITS = [
  [30, 60_000],
  [1000, 3_600_000],
] as const;

type Upload = Readonly<{
  bot: Bot;
  type: MediaType;
  filename: string;
  size: number;
  count: number;
  md5: string;
  expiresAt: number;
  chunks: Map<number, Buffer>;
}>;
export type UploadAnswer = Refusal | Readonly<{ body: Readonly<Record<string, unknown>> }>;

/** A file in three steps over the socket: what it will be, its chunks, its end. */
export function createUploads(platform: Platform) {
  const { ids, clock, media, rates, switches } = platform;
  const open = new Map<string, Upload>();

  const find = (body: JsonFields, bot: Bot): Upload | undefined => {
    const upload = open.get(body.text("upload_id") ?? "");
    return upload && upload.bot.id === bot.id && upload.expiresAt > clock.now() ? upload : undefined;
  };

  return {
    start(bot: Bot, body: JsonFields): UploadAnswer {
      const type = body.text("type") ?? null;
      if (!isMediaType(type)) return refusal(846697, "type is image, voice, video or file");
      const [size, count] = [body.integer("total_size") ?? 0, body.integer("total_chunks") ?? 0];
      if (size <= 0 || count < 1 || count > MOST_CHUNKS || size > count * CHUNK_BYTES) {
        return refusal(846612, "total_size and total_chunks do not fit");
      }
      const [filename, md5] = [body.text("filename") ?? "", body.text("md5") ?? ""];
      if (filename === "" || !/^[0-9a-f]{32}$/i.test(md5)) return refusal(846612, "filename or md5 is missing");
      if (!rates.allows(`bot-upload:${bot.id}`, LIMITS)) return refusal(846616, "30 a minute, 1000 an hour");
      rates.add(`bot-upload:${bot.id}`);
      const id = ids.text("upload", 32);
      open.set(id, { bot, type, filename, size, count, md5, expiresAt: clock.now() + LIFE_MS, chunks: new Map() });
      return { body: { upload_id: id } };
    },

    /** The documents count from one, the official client from zero. */
    chunk(bot: Bot, body: JsonFields): UploadAnswer {
      const upload = find(body, bot);
      if (!upload) return refusal(846610, "upload_id");
      const index = body.integer("chunk_index") ?? -1;
      const first = switches.chunkIndexBase === "either" ? 0 : switches.chunkIndexBase;
      const last = switches.chunkIndexBase === 0 ? upload.count - 1 : upload.count;
      const bytes = Buffer.from(body.text("base64_data") ?? "", "base64");
      if (index < first || index > last) return refusal(846611, `chunk_index ${index}`);
      if (bytes.length < 1 || bytes.length > CHUNK_BYTES) return refusal(846611, "a chunk has 1 to 524288 bytes");
      upload.chunks.set(index, bytes);
      return { body: {} };
    },

    finish(bot: Bot, body: JsonFields): UploadAnswer {
      const upload = find(body, bot);
      if (!upload) return refusal(846610, "upload_id");
      if (upload.chunks.size !== upload.count)
        return refusal(846613, `${upload.chunks.size} of ${upload.count} chunks`);
      const inOrder = [...upload.chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      const bytes = Buffer.concat(inOrder);
      if (bytes.length !== upload.size) return refusal(846612, "total_size");
      if (createHash("md5").update(bytes).digest("hex") !== upload.md5.toLowerCase()) return refusal(846614, "md5");
      const fault = mediaFault(upload.type, bytes);
      if (fault !== undefined) return { errcode: fault, detail: "media" };
      open.delete(body.text("upload_id") ?? "");
      const { mediaId, createdAt } = media.put({ type: upload.type, filename: upload.filename, bytes });
      return { body: { type: upload.type, media_id: mediaId, created_at: Math.floor(createdAt / 1000) } };
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
