import type { IncomingHttpHeaders } from "node:http";
import type { Platform } from "../platform.ts";
import type { Fault } from "../state/faults.ts";
import { admit } from "./admission.ts";
import type { Answer, AppCall, BearerCall, Call, Endpoint } from "./endpoint.ts";
import { refuse } from "./endpoint.ts";
import { ERRCODES, type Errcode, isErrcode } from "./errcodes.ts";
import { jsonFields } from "./json-fields.ts";

export type Request = Readonly<{
  method: string;
  path: string;
  query: URLSearchParams;
  raw: Buffer;
  headers: IncomingHttpHeaders;
  fromIp: string;
}>;
export type Reply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: Buffer | string }>;
export type Outcome = Reply | "dropped";

/** Codes that tell of a passing state, not of a mistake of the caller. */
const NOT_THE_CALLERS_FAULT: ReadonlySet<number> = new Set([0, -1, 6000, 40001, 40014, 42001, 45033, 46003, 60111]);

/** Answers one call of the server API, faults included. */
export async function dispatch(platform: Platform, endpoint: Endpoint, request: Request): Promise<Outcome> {
  const fault = platform.faults.take(request.path);
  if (fault?.latencyMs) await new Promise<void>((resolve) => platform.clock.after(fault.latencyMs ?? 0, resolve));
  const early = fault && faultReply(platform, fault, request);
  if (early) return early;

  const { answer, ignored } = await answerTo(platform, endpoint, request);
  const errcode = "errcode" in answer ? answer.errcode : 0;
  platform.calls.note({ ...request, body: jsonBody(request), errcode });
  if (!NOT_THE_CALLERS_FAULT.has(errcode)) platform.violations.note("request-refused", `${request.path}: ${errcode}`);
  if (fault?.drop === "after") return "dropped";
  if ("bytes" in answer) return { status: answer.status ?? 200, headers: answer.headers, body: answer.bytes };
  return jsonReply(platform, answer.errcode, request, { ...answer, ignored });
}

function faultReply(platform: Platform, fault: Fault, request: Request): Outcome | undefined {
  if (fault.drop === "before") return "dropped";
  if (fault.status !== undefined) {
    return { status: fault.status, headers: { "content-type": "text/html" }, body: "<h1>Bad Gateway</h1>" };
  }
  if (fault.errcode === undefined) return undefined;
  platform.calls.note({ ...request, body: jsonBody(request), errcode: fault.errcode });
  return jsonReply(platform, fault.errcode, request, { ignored: [] });
}

type Answered = Readonly<{ answer: Answer; ignored: readonly string[] }>;

async function answerTo(platform: Platform, endpoint: Endpoint, request: Request): Promise<Answered> {
  const only = (errcode: Errcode): Answered => ({ answer: refuse(errcode), ignored: [] });
  if (request.method !== endpoint.method) return only(endpoint.method === "GET" ? 43001 : 43002);
  const admitted = admit({ platform, endpoint, query: request.query, fromIp: request.fromIp });
  if ("refused" in admitted) return only(admitted.refused);

  const body = endpoint.method === "POST" && endpoint.body !== "multipart" ? parse(request.raw) : {};
  if (body === "escaped") {
    platform.violations.note("escaped-unicode", request.path);
    return only(40033);
  }
  if (body === "not-json") return { answer: refuse(40035), ignored: ["body"] };

  const fields = jsonFields(body);
  const call: Call = { ...request, platform, fields };
  const answer = await runAs(endpoint, call, admitted);
  if (fields.ignored.length > 0) {
    platform.violations.note("field-of-wrong-type", `${request.path}: ${fields.ignored.join(", ")}`);
  }
  return { answer, ignored: fields.ignored };
}

function runAs(endpoint: Endpoint, call: Call, admitted: Partial<Pick<BearerCall, "app" | "bearer">>) {
  switch (endpoint.access) {
    case "anyone":
      return endpoint.answer(call);
    case "app":
      return admitted.app ? endpoint.answer({ ...call, app: admitted.app } satisfies AppCall) : refuse(48002);
    case "app-or-contact-sync":
      return admitted.bearer === undefined
        ? refuse(48002)
        : endpoint.answer({ ...call, ...admitted, bearer: admitted.bearer });
  }
}

/** An escape of a printable character, as a client writes that mistrusts UTF-8. [90313, 40033] */
const ESCAPED = /(?<!\\)(?:\\\\)*\\u(?!00[01])[0-9a-fA-F]{4}/;

function parse(raw: Buffer): unknown {
  const text = raw.toString("utf8");
  if (ESCAPED.test(text)) return "escaped";
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : "not-json";
  } catch {
    return "not-json";
  }
}

function jsonBody({ raw, headers }: Request): unknown {
  if (raw.length === 0 || headers["content-type"]?.startsWith("multipart/")) return undefined;
  const body = parse(raw);
  return typeof body === "object" ? body : raw.toString("utf8").slice(0, 2000);
}

type Result = Readonly<{ fields?: Readonly<Record<string, unknown>>; detail?: string; ignored: readonly string[] }>;

function jsonReply({ ids, clock }: Platform, errcode: number, request: Request, result: Result): Reply {
  const seconds = Math.floor(clock.now() / 1000);
  const hint = `hint: [${seconds}_${ids.digits("hint", 2)}_${ids.bytes("hint", 16).toString("hex")}]`;
  const text = isErrcode(errcode) ? ERRCODES[errcode] : "error";
  const about = `, ${hint}, from ip: ${request.fromIp}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  const detail = result.detail === undefined ? "" : ` (${result.detail})`;
  const warning = result.ignored.length > 0 ? " Warning: wrong json format. " : "";
  const errmsg = `${text}${detail}${errcode === 0 ? "" : about}${warning}`;
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ errcode, errmsg, ...result.fields }),
  };
}
