import { createHash } from "node:crypto";
import type { JsonFields } from "../api/json-fields.ts";
import { mediaFault } from "../api/media.ts";
import { openUserId } from "../api/members.ts";
import type { Platform } from "../platform.ts";
import { byteLength } from "../wire/byte-limit.ts";
import { updateBotCard } from "./bot-card.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import { LONGEST, memberKnownAs, show, speak, speakCard, spend } from "./bot-speech.ts";
import type { Exchange } from "./exchange.ts";

/** A welcome or a card's update is in time for five seconds. [101027] */
const QUICK_MS = 5000;

type Replying = Readonly<{ platform: Platform; exchange: Exchange; body: JsonFields }>;

/** What a message may be answered with, besides a stream. Sockets take more than callbacks. */
const ANSWERS = {
  callback: ["template_card"],
  socket: ["template_card", "markdown", "image", "voice", "video", "file"],
} as const;

/** Applies a reply to what it answers, or says why the platform would not. [101031] */
export function applyReply(replying: Replying): Refusal | undefined {
  switch (replying.exchange.kind) {
    case "message":
      return answerMessage(replying);
    case "enter":
      return answerEntry(replying);
    case "card-click":
      return answerClick(replying);
    case "feedback":
      return refusal(40008, "feedback takes no reply");
  }
}

function answerMessage({ platform, exchange, body }: Replying): Refusal | undefined {
  const msgtype = body.text("msgtype") ?? "";
  if (msgtype === "stream") return feedStream({ platform, exchange, body });
  if (msgtype === "stream_with_template_card") {
    return feedStream({ platform, exchange, body }) ?? answerWithCard({ platform, exchange, body });
  }
  if (!ANSWERS[exchange.bot.mode].some((known) => known === msgtype)) return refusal(40008, `msgtype ${msgtype}`);
  if (exchange.answered) return refusal(846606, "one answer besides the stream");
  const refused = speak({ platform, ...exchange, body });
  if (!refused) exchange.answered = true;
  return refused;
}

/** One card for one message; the frames of the stream may go on without it. */
function answerWithCard({ platform, exchange, body }: Replying): Refusal | undefined {
  if (!body.object("template_card")) return undefined;
  if (exchange.cardSent) return refusal(846606, "one card for one message");
  const refused = speakCard({ platform, ...exchange, body });
  if (!refused) exchange.cardSent = true;
  return refused;
}

function feedStream({ platform, exchange, body }: Replying): Refusal | undefined {
  const stream = body.object("stream");
  const id = stream?.text("id") ?? "";
  const content = stream?.text("content") ?? "";
  const finish = stream?.tree.finish === true;
  if (!stream || id === "") return refusal(40008, "stream.id is missing");
  if (byteLength(content) > LONGEST) return refusal(45002, `${byteLength(content)} of ${LONGEST} bytes`);
  const fault = feedbackFault(stream, exchange) ?? picturesFault(stream, finish);
  if (fault) return fault;
  const standing = exchange.stream;
  if (standing && standing.id !== id) return refusal(846606, "another stream answers this message");
  if (standing?.finished) return refusal(846606, "the stream has finished");
  if (standing && platform.clock.now() - standing.startedAt >= streamLife(platform, exchange)) return expired(platform);
  const grown = { id, content, finish };
  if (standing) {
    standing.finished = finish;
    for (const copy of standing.copies) {
      copy.body = grown;
      platform.timelines.touch(copy.userid);
    }
    return undefined;
  }
  const over = spend(platform, exchange.bot, exchange.chat);
  if (over) return over;
  const copies = show(platform, { ...exchange, msgtype: "stream", body: grown });
  exchange.stream = { id, startedAt: platform.clock.now(), finished: finish, copies };
  return undefined;
}

/** Six minutes from the message in callback mode, over a socket as the switch says. */
const streamLife = ({ switches }: Platform, { bot }: Exchange) =>
  bot.mode === "callback" ? 360_000 : switches.streamLifeMs;

/** Refused, or acknowledged and thrown away: both have been seen. */
function expired({ switches, violations }: Platform): Refusal | undefined {
  violations.note("frame-refused", "a stream was continued after its end");
  return switches.expiredStream === "refuse" ? refusal(846608, "the stream is too old") : undefined;
}

function feedbackFault(stream: JsonFields, exchange: Exchange): Refusal | undefined {
  const id = stream.object("feedback")?.text("id");
  if (id === undefined) return undefined;
  if (exchange.stream) return refusal(40008, "feedback.id belongs to the first frame");
  return byteLength(id) > 256 ? refusal(45002, "feedback.id has at most 256 bytes") : undefined;
}

/** Pictures come with the last frame, whole and with their sum. */
function picturesFault(stream: JsonFields, finish: boolean): Refusal | undefined {
  const items = stream.objects("msg_item") ?? [];
  if (items.length === 0) return undefined;
  if (!finish) return refusal(40008, "msg_item comes with finish");
  if (items.length > 10) return refusal(45002, "at most ten pictures");
  for (const item of items) {
    const image = item.object("image");
    const bytes = Buffer.from(image?.text("base64") ?? "", "base64");
    if (mediaFault("image", bytes) !== undefined) return refusal(40008, "a picture is JPG or PNG, at most 10 MB");
    if (createHash("md5").update(bytes).digest("hex") !== image?.text("md5"))
      return refusal(846614, "msg_item.image.md5");
  }
  return undefined;
}

function answerEntry({ platform, exchange, body }: Replying): Refusal | undefined {
  if (platform.clock.now() - exchange.at > QUICK_MS) return refusal(846604, "a welcome has five seconds");
  if (!["text", "template_card"].includes(body.text("msgtype") ?? ""))
    return refusal(40008, "a welcome is text or a card");
  if (exchange.answered) return refusal(846606, "one welcome");
  const refused = speak({ platform, ...exchange, body });
  if (!refused) exchange.answered = true;
  return refused;
}

function answerClick({ platform, exchange, body }: Replying): Refusal | undefined {
  if (platform.clock.now() - exchange.at > QUICK_MS) return refusal(846604, "a card's update has five seconds");
  if (body.text("response_type") !== "update_template_card")
    return refusal(40008, "a click is answered with an update");
  if (exchange.answered) return refusal(846606, "one update");
  const card = body.object("template_card");
  if (!card) return refusal(40008, "template_card is missing");
  const userids = body.texts("userids")?.flatMap((id) => memberKnownAs(platform, openUserId, id)?.userid ?? []);
  const refused = updateBotCard(platform, { bot: exchange.bot, taskId: exchange.taskId ?? "", card, userids });
  if (!refused) exchange.answered = true;
  return refused;
}
