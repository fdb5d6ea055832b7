import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";

/** Three days. [90253] */
const LIFE_MS = 3 * 86_400_000;
export const MEDIA_TYPES = ["image", "voice", "video", "file"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** `filename` is empty when the upload gave none the platform understands. */
export type Media = Readonly<{
  mediaId: string;
  type: MediaType;
  filename: string;
  bytes: Buffer;
  createdAt: number;
  expiresAt: number;
  /** Bound to one webhook; a corporation's media are usable by all its apps. */
  webhookKey?: string;
}>;

export type NewMedia = Pick<Media, "type" | "filename" | "bytes" | "webhookKey">;

export function createMediaStore(clock: Clock, ids: Ids) {
  const byId = new Map<string, Media>();
  return {
    put(media: NewMedia): Media {
      const createdAt = clock.now();
      const kept = { ...media, mediaId: ids.text("media", 64), createdAt, expiresAt: createdAt + LIFE_MS };
      byId.set(kept.mediaId, kept);
      return kept;
    },
    /** Media the API still serves. */
    get(mediaId: string): Media | undefined {
      const media = byId.get(mediaId);
      return media && media.expiresAt > clock.now() ? media : undefined;
    },
    /** What a member's client keeps showing after the API has forgotten it. */
    shown: (mediaId: string) => byId.get(mediaId),
  };
}

export type MediaStore = ReturnType<typeof createMediaStore>;
