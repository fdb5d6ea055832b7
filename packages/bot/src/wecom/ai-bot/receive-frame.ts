import { createHash } from "node:crypto";
import type { Accept } from "../callback-route.ts";
import { BotBody } from "./bot-body.ts";
import type { BotFrame } from "./bot-link.ts";
import { botDedupeKey, readBotMessage } from "./read-bot-message.ts";

export type BotReceiver = Readonly<{
  corpId: string;
  botId: string;
  accept: Accept;
  /** The member behind an id that may be encrypted; the id itself where it is plain. */
  memberIdOf: (id: string) => Promise<string>;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}>;

const PAUSES = [200, 1_000, 5_000] as const;

/** Accepts what came over the socket. There is no redelivery, so an inbox in trouble is tried again before it is lost. */
export function createFrameReceiver({ corpId, botId, accept, memberIdOf, now, sleep }: BotReceiver) {
  return async function receive({ reqId, body: raw }: BotFrame): Promise<void> {
    const body = BotBody.safeParse(raw).data;
    if (!body) return;
    const member = await memberIdOf(body.from.userid);
    const origin = { corp: corpId, bot: botId, member, receivedAt: now(), reqId };
    const message = readBotMessage(body, origin);
    if (!message) return;
    const key = botDedupeKey(body, botId);
    const bodyDigest = createHash("sha256").update(JSON.stringify(raw)).digest("hex");
    const proved = { message, key, nonce: key, bodyDigest, receivedAt: origin.receivedAt };
    for (const pause of PAUSES) {
      const isKept = await accept(proved).then(
        () => true,
        () => false,
      );
      if (isKept) return;
      await sleep(pause);
    }
    await accept(proved); // its failure is the caller's to tell
  };
}
