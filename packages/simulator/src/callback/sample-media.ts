import type { MediaType } from "../state/media-store.ts";

/** The smallest file a member's client could send, of each type. */
export const SAMPLES: Readonly<Record<MediaType, Readonly<{ bytes: Buffer; filename: string }>>> = {
  image: {
    filename: "image.png",
    bytes: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    ),
  },
  voice: { filename: "voice.amr", bytes: Buffer.from("#!AMR\n\x04\x00\x00\x00", "latin1") },
  video: { filename: "video.mp4", bytes: Buffer.from("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "latin1") },
  file: { filename: "file.txt", bytes: Buffer.from("sample", "utf8") },
};
