/** Return codes of the AI bot, with their meaning. [101463] */
export const BOT_ERRCODES = {
  0: "ok",
  40008: "invalid message type",
  40007: "invalid media_id",
  42014: "invalid task_id",
  45002: "content too large",
  93001: "bot is not in the chat",
  93006: "invalid chatid",
  846601: "bot is not in long connection mode",
  846604: "req_id expired",
  846605: "invalid req_id",
  846606: "already replied",
  846607: "out of send limit, or the user has not written to the bot",
  846608: "stream expired",
  846609: "not subscribed",
  846610: "invalid upload session",
  846611: "invalid chunk",
  846612: "invalid file size",
  846613: "chunks are missing",
  846614: "md5 mismatch",
  846616: "upload limit exceeded",
  846625: "invalid task_id",
  846697: "file type is not allowed",
  853000: "invalid bot_id or secret",
} as const;
export type BotErrcode = keyof typeof BOT_ERRCODES;

/** Why a reply or frame is refused; `detail` names what was wrong with it. */
export type Refusal = Readonly<{ errcode: number; detail: string }>;
export const refusal = (errcode: BotErrcode, detail: string): Refusal => ({ errcode, detail });
