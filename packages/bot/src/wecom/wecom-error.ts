import { meaningOf, type Retry } from "./errcode.ts";

const CATALOGUE = {
  UNREACHABLE: "The platform did not answer",
  NOT_THE_PLATFORM: "What answered is not the platform's interface",
  REFUSED: "The platform refused the call",
  ANSWER_MALFORMED: "The platform's answer misses a field we need",
  RESTING: "Calls rest until the platform's limit is over",
  NOT_SENDABLE: "The message breaks a limit of the platform",
} as const;
export type WecomErrorCode = keyof typeof CATALOGUE;

type Circumstances = Readonly<{
  /** The path of the call, without its query: tokens live there. */
  api: string;
  errcode?: number;
  /** The platform's own words, secrets removed; for people, never for branching. */
  detail?: string;
  /** Milliseconds to wait before trying again makes sense. */
  retryAfterMs?: number;
  cause?: unknown;
}>;

const SAYS: Readonly<Record<Exclude<WecomErrorCode, "REFUSED">, string>> = {
  UNREACHABLE: "连不上企业微信，请检查网络、代理和接口地址。",
  NOT_THE_PLATFORM: "接口地址上答话的不是企业微信，请核对接口地址（含路径前缀）。",
  ANSWER_MALFORMED: "企业微信的回答缺了内容，可能是私有部署的版本较旧，请把这条日志交给开发人员。",
  RESTING: "给企业微信发得太多，正在等限制解除，不用处理。",
  NOT_SENDABLE: "要发的内容不合企业微信的要求，请把这条日志交给开发人员。",
};
const CALLER_IP = /from ip: ([0-9a-fA-F.:]+)/;

/** Something outside the code is wrong. Callers branch on `code`, `errcode` and `retry`, never on the text. */
export class WecomError extends Error {
  override readonly name = "WecomError";
  readonly code: WecomErrorCode;
  readonly api: string;
  readonly errcode: number | null;
  readonly retry: Retry;
  readonly retryAfterMs: number;
  /** One plain sentence for the administrator. */
  readonly forAdmin: string;

  constructor(code: WecomErrorCode, { api, errcode, detail, retryAfterMs, cause }: Circumstances) {
    const said = [errcode === undefined ? "" : `errcode ${errcode}`, detail ?? ""].filter((part) => part !== "");
    super(`${CATALOGUE[code]}: ${[api, ...said].join(", ")}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.api = api;
    this.errcode = errcode ?? null;
    this.retry = code === "REFUSED" ? meaningOf(errcode ?? 0).retry : RETRIES[code];
    this.retryAfterMs = retryAfterMs ?? 0;
    this.forAdmin = code === "REFUSED" ? saysOf(errcode ?? 0, detail ?? "") : SAYS[code];
  }
}

const RETRIES: Readonly<Record<Exclude<WecomErrorCode, "REFUSED">, Retry>> = {
  UNREACHABLE: "again",
  NOT_THE_PLATFORM: "again",
  ANSWER_MALFORMED: "never",
  RESTING: "window",
  NOT_SENDABLE: "never",
};

/** 60020 is the one place where the platform's words are worth reading: they hold the address to allow. */
function saysOf(errcode: number, detail: string): string {
  const ip = errcode === 60020 ? CALLER_IP.exec(detail)?.[1] : undefined;
  if (ip === undefined) return meaningOf(errcode).says;
  return `企业微信不认本机的网络地址 ${ip}，请在管理后台应用详情的“企业可信IP”里加上 ${ip}，大约一分钟后生效。`;
}
