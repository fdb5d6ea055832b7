import { WecomMessage } from "../message.ts";
import type { AnswerHandle } from "../message-base.ts";
import { type BotBody, BotClick, BotFeedback } from "./bot-body.ts";

export type BotOrigin = Readonly<{
  corp: string;
  bot: string;
  /** The member behind the id the bot was told. */
  member: string;
  receivedAt: number;
  /** The socket's req_id; in JSON mode the body has an address instead, or nothing. */
  reqId: string | null;
}>;

type Fields = Readonly<Record<string, unknown>>;

/** The typed value of what the AI bot was told; the same union as the app's, with another door. */
export function readBotMessage(body: BotBody, origin: BotOrigin): WecomMessage | undefined {
  const fields = body.msgtype === "event" ? eventFields(body, origin) : saidFields(body);
  const base = {
    corp: origin.corp,
    door: { kind: "ai-bot", bot: origin.bot, group: body.chatid ?? null, answer: answerOf(body, origin) },
    from: origin.member,
    sentAt: body.create_time === undefined ? origin.receivedAt : Math.round(body.create_time) * 1000,
  };
  const known = fields && WecomMessage.safeParse({ ...base, ...fields });
  if (known?.success) return known.data;
  return WecomMessage.safeParse({ ...base, kind: "unknown", type: body.msgtype, event: body.event?.eventtype ?? "" })
    .data;
}

/** `msgid` is unique per bot, for messages and events alike. */
export function botDedupeKey(body: BotBody, bot: string): string {
  return ["ai-bot", bot, body.msgid].map(encodeURIComponent).join(":");
}

function saidFields(body: BotBody): Fields | undefined {
  const id = body.msgid;
  switch (body.msgtype) {
    case "text":
      return { id, kind: "text", content: withoutMention(body, body.text?.content ?? "") };
    case "mixed": {
      const texts = (body.mixed?.msg_item ?? []).flatMap(({ text }) => text?.content ?? []);
      if (texts.length > 0) return { id, kind: "text", content: withoutMention(body, texts.join("\n")) };
      return { id, kind: "image", mediaId: "", url: "" };
    }
    case "voice":
      return { id, kind: "voice", mediaId: "", format: "", transcript: body.voice?.content ?? null };
    case "image":
      return { id, kind: "image", mediaId: "", url: body.image?.url ?? "" };
    case "video":
      return { id, kind: "video", mediaId: "", thumbMediaId: "" };
    case "file":
      return { id, kind: "file", mediaId: "", name: "" }; // the name comes with the bytes, which we do not fetch
    default:
      return undefined;
  }
}

function eventFields(body: BotBody, { reqId }: BotOrigin): Fields | undefined {
  const { event } = body;
  switch (event?.eventtype) {
    case "enter_chat":
      return { kind: "enter-agent" };
    case "template_card_event": {
      const click = BotClick.safeParse(event.template_card_event ?? event).data;
      if (!click) return undefined;
      const chosen = (click.selected_items?.selected_item ?? []).map(({ question_key, option_ids }) => ({
        question: question_key,
        options: option_ids?.option_id ?? [],
      }));
      const pressed = { key: click.event_key, taskId: click.task_id, cardType: click.card_type };
      return { kind: "card-click", ...pressed, responseCode: reqId ?? "", chosen };
    }
    case "feedback_event": {
      const feedback = BotFeedback.safeParse(event.feedback_event).data;
      return feedback && { kind: "feedback", about: feedback.id, verdict: feedback.type, content: feedback.content };
    }
    default:
      return undefined;
  }
}

/** In a group the text begins with the robot's name. */
function withoutMention({ chattype }: BotBody, text: string): string {
  return chattype === "group" ? text.replace(/^\s*@\S+\s*/u, "") : text;
}

function answerOf(body: BotBody, { reqId, receivedAt: since }: BotOrigin): AnswerHandle | null {
  if (reqId === null) return body.response_url ? { as: "address", handle: body.response_url, since } : null;
  if (body.msgtype !== "event") return { as: "message", handle: reqId, since };
  if (body.event?.eventtype === "enter_chat") return { as: "welcome", handle: reqId, since };
  return body.event?.eventtype === "template_card_event" ? { as: "click", handle: reqId, since } : null;
}
