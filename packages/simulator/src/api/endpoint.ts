import type { IncomingHttpHeaders } from "node:http";
import type { Platform } from "../platform.ts";
import type { Bearer } from "../state/access-tokens.ts";
import type { App } from "../state/apps.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";

/** A call that passed the common checks. `app` is the token's app. */
export type Call = Readonly<{
  platform: Platform;
  query: URLSearchParams;
  fields: JsonFields;
  raw: Buffer;
  headers: IncomingHttpHeaders;
  fromIp: string;
}>;
export type AppCall = Call & Readonly<{ app: App }>;
export type BearerCall = Call & Readonly<{ bearer: Bearer; app?: App }>;

/** JSON with an errcode, or a file's bytes. HTTP status is 200 either way. [90313] */
export type Answer =
  | Readonly<{ errcode: Errcode; detail?: string; fields?: Readonly<Record<string, unknown>> }>
  | Readonly<{ bytes: Buffer; headers: Readonly<Record<string, string>>; status?: number }>;

export const ok = (fields: Readonly<Record<string, unknown>> = {}): Answer => ({ errcode: 0, fields });

/** A refusal; `fields` are the result fields that stay present though empty. */
export const refuse = (errcode: Errcode, detail?: string, fields?: Readonly<Record<string, unknown>>): Answer => ({
  errcode,
  ...(detail === undefined ? {} : { detail }),
  ...(fields === undefined ? {} : { fields }),
});

type Common = Readonly<{
  method: "GET" | "POST";
  path: string;
  /** What the body is; JSON unless said otherwise. */
  body?: "json" | "multipart";
  /** Free of the base frequency limit. [90312] */
  uncounted?: boolean;
}>;
type Answering<C> = (call: C) => Answer | Promise<Answer>;

/** One API call: who may make it is part of its nature. */
export type Endpoint = Common &
  (
    | Readonly<{ access: "anyone"; answer: Answering<Call> }>
    | Readonly<{ access: "app"; answer: Answering<AppCall> }>
    | Readonly<{ access: "app-or-contact-sync"; answer: Answering<BearerCall> }>
  );
