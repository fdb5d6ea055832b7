import type { Clock } from "../clock.ts";
import type { Ids } from "../seeded-ids.ts";

/** 72 hours, one use. [94888] */
const LIFE_MS = 72 * 3_600_000;

export type ResponseCode = {
  code: string;
  speaker: number;
  taskId: string;
  msgid: string;
  /** Everyone who received the card. */
  receivers: readonly string[];
  /** Set when a click gave the code. */
  clicker?: string;
  expiresAt: number;
  used: boolean;
};

export function createResponseCodes(clock: Clock, ids: Ids) {
  const byCode = new Map<string, ResponseCode>();
  return {
    mint(about: Pick<ResponseCode, "speaker" | "taskId" | "msgid" | "receivers" | "clicker">): string {
      const code = ids.text("response-code", 43);
      byCode.set(code, { ...about, code, expiresAt: clock.now() + LIFE_MS, used: false });
      return code;
    },
    find: (code: string) => byCode.get(code),
    usable: (code: ResponseCode) => !code.used && code.expiresAt > clock.now(),
  };
}

export type ResponseCodes = ReturnType<typeof createResponseCodes>;
