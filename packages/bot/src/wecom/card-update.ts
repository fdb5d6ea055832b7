import { z } from "zod";
import type { Caller } from "./api-call.ts";
import type { Card } from "./card.ts";
import { cardJson } from "./card-json.ts";
import { isMemberId } from "./member-id.ts";
import { WecomError } from "./wecom-error.ts";

/** Handle for one update of a card somebody has; from the send or from a click (document/path/94888). */
export type ResponseCode = Readonly<{ code: string; mintedAt: number }>;
export type CardFace = Readonly<{ replaceName: string }> | Readonly<{ card: Card }>;

const LIFE_MS = 72 * 3_600_000;
const API = "/cgi-bin/message/update_template_card";
const Answer = z.looseObject({ invaliduser: z.array(z.string()).optional() });
/** Used, expired, another app's, or a card nobody has: the card stays as it is. */
const STALE = [60140, 42015, 42016];

export function isFresh({ mintedAt }: ResponseCode, now: number): boolean {
  return now < mintedAt + LIFE_MS;
}

/** False when the code no longer updates anything. The code is spent either way. */
export async function updateCard(
  call: Caller,
  agentId: string,
  member: string,
  code: string,
  face: CardFace,
): Promise<boolean> {
  if (!isMemberId(member))
    throw new WecomError("NOT_SENDABLE", { api: API, detail: "the receiver is not one member id" });
  const shown =
    "card" in face ? { template_card: cardJson(face.card) } : { button: { replace_name: face.replaceName } };
  const json = { userids: [member], agentid: Number(agentId), response_code: code, ...shown };
  try {
    await call({ api: API, json, answer: Answer, once: true });
    return true;
  } catch (error) {
    if (error instanceof WecomError && error.errcode !== null && STALE.includes(error.errcode)) return false;
    throw error;
  }
}
