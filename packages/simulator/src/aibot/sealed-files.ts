import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";
import { htmlReply, type Reply } from "../wire/http-reply.ts";
import { encryptBytes, keyOf } from "../wire/packet.ts";
import type { Bot } from "./bot-options.ts";

/** A bot's files are to be fetched within five minutes. [100719] */
const LIFE_MS = 300_000;
type SealedFile = Readonly<{ bytes: Buffer; filename: string; expiresAt: number }>;

/** Files members send to bots: encrypted, at an address of their own, for a short while. */
export function createSealedFiles(clock: Clock, ids: Ids, origin: Readonly<{ url: string }>) {
  const byId = new Map<string, SealedFile>();
  return {
    /** Sealed with the bot's callback key, or with a key of its own over a socket. */
    seal(bot: Bot, plain: Buffer, filename: string) {
      const id = ids.text("bot-file", 40);
      const own = bot.mode === "socket" ? ids.bytes("file-key", 32) : undefined;
      const key = bot.mode === "callback" ? keyOf(bot.aesKey) : (own ?? ids.bytes("file-key", 32));
      byId.set(id, { bytes: encryptBytes(key, plain), filename, expiresAt: clock.now() + LIFE_MS });
      return { url: `${origin.url}/aibot/files/${id}`, ...(own ? { aeskey: own.toString("base64") } : {}) };
    },
    /** 410 after five minutes; which status the platform gives is not documented. */
    reply(id: string): Reply {
      const file = byId.get(id);
      if (!file) return htmlReply(404, "not found");
      if (file.expiresAt <= clock.now()) return htmlReply(410, "gone");
      return {
        status: 200,
        headers: {
          "content-type": "application/octet-stream",
          "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
        },
        body: file.bytes,
      };
    },
  };
}

export type SealedFiles = ReturnType<typeof createSealedFiles>;
