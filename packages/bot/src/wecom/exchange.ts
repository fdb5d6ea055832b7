import { z } from "zod";
import type { PlatformFetch } from "./platform-fetch.ts";
import { WecomError } from "./wecom-error.ts";

/** One call before it becomes HTTP. */
export type ApiRequest<Answer> = Readonly<{
  /** Path below the base address, such as `/cgi-bin/message/send`. */
  api: string;
  /** What errors and logs call it, where the path itself is a secret. */
  calledAs?: string;
  query?: Readonly<Record<string, string>>;
  /** JSON to POST; a GET when it is left out. */
  json?: unknown;
  /** Raw bytes to POST instead, with their type. */
  upload?: Readonly<{ bytes: Uint8Array; contentType: string }>;
  answer: z.ZodType<Answer>;
  timeoutMs?: number;
}>;

export type Exchange = Readonly<{
  /** May carry a path prefix and a port: private deployments have both. */
  baseUrl: string;
  fetch: PlatformFetch;
  /** Told of answers that were taken though the platform could not read a field of ours. */
  onBug: (api: string, detail: string) => void;
}>;

const TEN_SECONDS = 10_000;
const Verdict = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() });
const SECRETS = /((?:access_token|corpsecret|secret|key|ticket|code)=)[^&\s"]+/gi;
const LONG_TOKEN = /[A-Za-z0-9_-]{60,}/g; // tokens are long; hints and addresses are not

/** One HTTP exchange, errcode first: result fields may be present but empty when a call fails. */
export async function exchange<Answer>(world: Exchange, request: ApiRequest<Answer>): Promise<Answer> {
  const api = request.calledAs ?? request.api;
  const raw = await ask(world, request);
  const verdict = Verdict.safeParse(raw).data;
  if (!verdict) throw new WecomError("NOT_THE_PLATFORM", { api, detail: "not a JSON object" });
  const detail = withoutSecrets(verdict.errmsg ?? "");
  if (verdict.errcode) throw new WecomError("REFUSED", { api, errcode: verdict.errcode, detail });
  if (detail.includes("wrong json format")) world.onBug(api, detail); // documented marker: a field was ignored
  const answer = request.answer.safeParse(raw);
  if (!answer.success) throw new WecomError("ANSWER_MALFORMED", { api, detail: z.prettifyError(answer.error) });
  return answer.data;
}

async function ask(world: Exchange, request: ApiRequest<unknown>): Promise<unknown> {
  const { query = {}, json, upload, timeoutMs = TEN_SECONDS } = request;
  const api = request.calledAs ?? request.api;
  const body = upload?.bytes ?? (json === undefined ? undefined : JSON.stringify(json));
  const contentType = upload?.contentType ?? "application/json; charset=utf-8";
  const post = body !== undefined && { headers: { "Content-Type": contentType }, body };
  try {
    const url = `${world.baseUrl.replace(/\/+$/, "")}${request.api}?${new URLSearchParams(query)}`;
    const { status, bytes } = await world.fetch(url, { method: post ? "POST" : "GET", timeoutMs, ...post });
    if (status !== 200) throw new WecomError("NOT_THE_PLATFORM", { api, detail: `HTTP status ${status}` });
    return parseJson(api, bytes);
  } catch (error) {
    if (error instanceof WecomError) throw error;
    throw new WecomError("UNREACHABLE", { api, detail: withoutSecrets(causesOf(error)) });
  }
}

function parseJson(api: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new WecomError("NOT_THE_PLATFORM", { api, detail: "no JSON" });
  }
}

/** The original error is not kept as `cause`: its address holds the token. Its words are, cleaned. */
function causesOf(error: unknown): string {
  const texts: string[] = [];
  for (let at = error; at instanceof Error && texts.length < 4; at = at.cause) texts.push(at.message);
  return texts.join("; ");
}

export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, "$1…").replace(LONG_TOKEN, "…");
}
