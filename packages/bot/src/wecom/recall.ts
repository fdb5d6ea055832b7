import { z } from "zod";
import type { Caller } from "./api-call.ts";
import { WecomError } from "./wecom-error.ts";

/** After a day (42052), or another app's message (40058). */
const TOO_LATE = [42052, 40058];

/** Takes a message back within 24 hours (document/path/94867); false when it is too late. */
export async function recallMessage(call: Caller, msgid: string): Promise<boolean> {
  try {
    await call({ api: "/cgi-bin/message/recall", json: { msgid }, answer: z.looseObject({}) });
    return true;
  } catch (error) {
    if (error instanceof WecomError && error.errcode !== null && TOO_LATE.includes(error.errcode)) return false;
    throw error;
  }
}
