import { z } from "zod";
import type { Caller } from "./api-call.ts";
import { isMemberId } from "./member-id.ts";
import { WecomError } from "./wecom-error.ts";

/** Text and markdown are cut by the platform beyond this (document/path/90236). UTF-8 bytes. */
export const TEXT_LIMIT = 2048;

/** What one send puts on the wire: msgtype and its object. */
export type Content =
  | Readonly<{ msgtype: "text"; text: Readonly<{ content: string }> }>
  | Readonly<{ msgtype: "markdown"; markdown: Readonly<{ content: string }> }>
  | Readonly<{ msgtype: "file"; file: Readonly<{ media_id: string }> }>
  | Readonly<{ msgtype: "image"; image: Readonly<{ media_id: string }> }>
  | Readonly<{ msgtype: "template_card"; template_card: Readonly<Record<string, unknown>> }>;

export type SendOptions = Readonly<{
  /** An earlier try may have reached the person without our knowing. */
  mayHaveArrived?: boolean;
  /** Seconds within which the platform drops a repetition of the same content to the same person; for a repeated try. */
  duplicateWithin?: number;
}>;

/** What the platform says of a message it took; kept with the outbox row. */
export type Sent = Readonly<{ msgid: string | null; responseCode: string | null }>;

const API = "/cgi-bin/message/send";
const Answer = z.looseObject({
  msgid: z.string().optional(),
  response_code: z.string().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
});
const ALL_INVALID = 81013;

/** To one member. errcode 0 does not mean it arrived: an unreachable member is listed beside it, and refused here. */
export async function sendToMember(
  call: Caller,
  agentId: string,
  to: string,
  content: Content,
  { duplicateWithin }: SendOptions = {},
): Promise<Sent> {
  if (!isMemberId(to)) throw new WecomError("NOT_SENDABLE", { api: API, detail: "the receiver is not one member id" });
  const duplicates =
    duplicateWithin === undefined ? {} : { enable_duplicate_check: 1, duplicate_check_interval: duplicateWithin };
  const json = { touser: to, agentid: Number(agentId), ...content, ...duplicates };
  const answer = await call({ api: API, json, answer: Answer, once: true });
  const missed = `${answer.invaliduser ?? ""}|${answer.unlicenseduser ?? ""}`.toLowerCase().split("|");
  if (missed.includes(to.toLowerCase())) throw new WecomError("REFUSED", { api: API, errcode: ALL_INVALID });
  return { msgid: answer.msgid ?? null, responseCode: answer.response_code || null };
}
