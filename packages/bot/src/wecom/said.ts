import { z } from "zod";
import { saidBase } from "./message-base.ts";

/** Things a person sends (document/path/90239). Media ids live three days. */
export const SAID = [
  z.strictObject({ ...saidBase, kind: z.literal("text"), content: z.string() }),
  z.strictObject({ ...saidBase, kind: z.literal("image"), mediaId: z.string(), url: z.string() }),
  z.strictObject({
    ...saidBase,
    kind: z.literal("voice"),
    mediaId: z.string(),
    format: z.string(),
    /** Only the AI bot hears; a self-built app gets the sound alone. */
    transcript: z.string().nullable(),
  }),
  z.strictObject({ ...saidBase, kind: z.literal("video"), mediaId: z.string(), thumbMediaId: z.string() }),
  z.strictObject({
    ...saidBase,
    kind: z.literal("location"),
    latitude: z.string(),
    longitude: z.string(),
    scale: z.string(),
    label: z.string(),
    appType: z.string(),
  }),
  z.strictObject({
    ...saidBase,
    kind: z.literal("link"),
    title: z.string(),
    description: z.string(),
    url: z.string(),
    pictureUrl: z.string(),
  }),
  /** Not documented for self-built apps; handled when it comes, never promised. */
  z.strictObject({ ...saidBase, kind: z.literal("file"), mediaId: z.string(), name: z.string() }),
] as const;
