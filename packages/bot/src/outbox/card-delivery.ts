import { z } from "zod";
import { cardText } from "../wecom/card-text.ts";
import { isFresh, type ResponseCode } from "../wecom/card-update.ts";
import { isCardRefusal } from "../wecom/errcode.ts";
import type { Sent } from "../wecom/message-send.ts";
import { WecomError } from "../wecom/wecom-error.ts";
import type { CardHandle, OutboxBody } from "./body.ts";
import { type Parcel, sendOptions } from "./parcel.ts";
import { sendText } from "./text-delivery.ts";

type CardBody = Extract<OutboxBody, { kind: "card" }>;
type UpdateBody = Extract<OutboxBody, { kind: "card-update" }>;

const NOTHING: Sent = { msgid: null, responseCode: null };
const TASK_ID_TAKEN = 42014;

/** A card the platform will not take is said as text: its question is not lost over a field. */
export async function sendCard(parcel: Parcel, { card, otherwise = cardText(card) }: CardBody): Promise<Sent> {
  const template_card = parcel.features.cards ? parcel.speaker.cardJson(card) : undefined;
  if (!template_card) return sendText(parcel, otherwise);
  try {
    const content = { msgtype: "template_card", template_card } as const;
    return await parcel.speaker.send(parcel.to, content, sendOptions(parcel));
  } catch (error) {
    if (!(error instanceof WecomError) || error.errcode === null || !isCardRefusal(error.errcode)) throw error;
    if (parcel.mayHaveArrived && error.errcode === TASK_ID_TAKEN) return NOTHING; // our ids are legal, so it is there
    parcel.log.error({ organ: parcel.organ, errcode: error.errcode, forAdmin: error.forAdmin }, "a card was refused");
    return sendText(parcel, otherwise);
  }
}

/** Updates the card while its code is good; afterwards the words that stand in for it are said, if there are any. */
export async function sendCardUpdate(parcel: Parcel, { handle, face, otherwise }: UpdateBody): Promise<Sent> {
  const code = parcel.features.updateCard ? await codeOf(parcel, handle) : undefined;
  if (code && isFresh(code, parcel.now()) && (await parcel.speaker.updateCard(parcel.to, code.code, face)))
    return NOTHING;
  if (parcel.mayHaveArrived) return NOTHING; // its code is spent because the earlier try went through
  return otherwise === null ? NOTHING : sendText(parcel, otherwise);
}

const DeliveredRow = z.looseObject({ responseCode: z.string().nullable(), sentAt: z.int() });

async function codeOf({ queue, organ }: Parcel, handle: CardHandle): Promise<ResponseCode | undefined> {
  if (handle.from === "click") return { code: handle.code, mintedAt: handle.mintedAt };
  const row = await resultOf(queue, organ, handle.key);
  return row?.responseCode ? { code: row.responseCode, mintedAt: row.sentAt } : undefined;
}

async function resultOf(queue: Parcel["queue"], organ: string, key: string) {
  const result = await queue.resultOf(organ, key);
  return result === undefined ? undefined : DeliveredRow.safeParse(JSON.parse(result)).data;
}
