import { jsonFields } from "../api/json-fields.ts";
import type { Delivery, DeliveryReport } from "../callback/delivery.ts";
import type { Driver } from "../callback/driver.ts";
import type { Platform } from "../platform.ts";
import type { Door, Envelope } from "../wire/envelope.ts";
import { open } from "../wire/packet.ts";
import { signatureOf } from "../wire/signature.ts";
import { headFor } from "./bot-message.ts";
import type { CallbackBot } from "./bot-options.ts";
import { applyReply } from "./bot-reply.ts";
import type { Exchange } from "./exchange.ts";

/** The interval is not documented. */
const POLL_MS = 1000;
/** Six minutes from the member's message. [100719] */
const POLLED_MS = 360_000;

/** Where a bot in callback mode receives; its receiveid is empty. [101033] */
export function botDoor(bot: CallbackBot): Door | undefined {
  const { callbackUrl: url, token, aesKey } = bot;
  return url === undefined ? undefined : { url, token, aesKey, receiveId: "", form: { as: "json" } };
}

type Pushing = Readonly<{
  bot: CallbackBot;
  exchange: Exchange;
  body: Readonly<Record<string, unknown>>;
  once?: boolean;
}>;

/** Bots that receive over HTTP in JSON, and are asked again while their answer grows. */
export function createBotCallbacks(platform: Platform, driver: Driver) {
  const { clock, violations, ids } = platform;

  function accept({ bot, exchange, body }: Pushing, answer: string, envelope: Envelope): DeliveryReport["answer"] {
    if (answer === "") {
      pollLater(bot, exchange);
      return "empty";
    }
    const message = readReply(bot, answer, envelope);
    if ("unreadable" in message) {
      violations.note("reply-unreadable", message.unreadable);
      return "other-text";
    }
    const refused = applyReply({ platform, exchange, body: jsonFields(message.reply) });
    if (refused) violations.note("reply-not-allowed", `${refused.errcode} ${refused.detail} to ${body.msgtype}`);
    pollLater(bot, exchange);
    return "reply";
  }

  /** An unfinished stream is asked for again until it ends or six minutes are over. */
  function pollLater(bot: CallbackBot, exchange: Exchange): void {
    const { stream } = exchange;
    if (!stream || stream.finished || clock.now() - exchange.at + POLL_MS > POLLED_MS) return;
    clock.after(POLL_MS, () => {
      const head = { ...headFor({ platform, exchange }), msgid: ids.text("bot-msgid", 32) };
      push({ bot, exchange, body: { ...head, msgtype: "stream", stream: { id: stream.id } }, once: true });
    });
  }

  function push(pushing: Pushing): Delivery {
    const { bot, exchange, body, once } = pushing;
    return driver.send({
      agentid: bot.id,
      door: botDoor(bot),
      inner: { userid: exchange.userid, msgid: exchange.msgid, message: JSON.stringify(body) },
      ...(once ? { attempts: 1 } : {}),
      accept: (answer, envelope) => accept(pushing, answer, envelope),
      gaveUp: () => undefined,
    });
  }
  return { push };
}

export type BotCallbacks = ReturnType<typeof createBotCallbacks>;

type Read = Readonly<{ reply: unknown }> | Readonly<{ unreadable: string }>;

/** Opens the JSON envelope of a reply; the nonce is the callback's own. [101033] */
function readReply(bot: CallbackBot, answer: string, envelope: Envelope): Read {
  try {
    const fields = jsonFields(JSON.parse(answer));
    const [encrypted = "", signature, nonce] = [
      fields.text("encrypt"),
      fields.text("msgsignature"),
      fields.text("nonce"),
    ];
    const timestamp = fields.integer("timestamp");
    if (encrypted === "") return { unreadable: "the answer has no encrypt" };
    if (timestamp === undefined) return { unreadable: "timestamp is not a number" };
    if (nonce !== envelope.nonce) return { unreadable: "nonce is not the callback's" };
    if (signature !== signatureOf(bot.token, String(timestamp), nonce, encrypted)) {
      return { unreadable: "the signature does not match" };
    }
    const opened = open(bot.aesKey, encrypted);
    if ("unreadable" in opened) return opened;
    if (opened.receiveId !== "") return { unreadable: "the receiveid is not empty" };
    return { reply: JSON.parse(opened.message) };
  } catch {
    return { unreadable: "the answer is no JSON" };
  }
}
