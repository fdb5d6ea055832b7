import { z } from "zod";
import { CHAOS_NAMES, DISTURBANCES, FORGERIES } from "../callback/chaos.ts";
import type { Delivery } from "../callback/delivery.ts";
import type { Said } from "../callback/inner-message.ts";
import type { Platform } from "../platform.ts";
import { jsApiSignatureOf } from "../wire/signature.ts";
import { WrongUse } from "../wrong-use.ts";
import type { Control } from "./control.ts";

export type ControlRequest = Readonly<{ platform: Platform; control: Control; query: URLSearchParams; body: unknown }>;
type Route = Readonly<{
  method: "GET" | "POST" | "DELETE";
  /** `:id` stands for one segment. */
  path: string;
  answer: (request: ControlRequest, id: string) => unknown;
}>;

/** The body as this shape, or one sentence that says what is wrong with it. */
function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new WrongUse(`The request cannot be used; ${wrong.join("; ")}.`);
}

const Chaos = z.array(z.enum([...DISTURBANCES, ...FORGERIES]));
const Act = { agentid: z.int().optional(), chaos: Chaos.optional(), wait: z.boolean().optional() };
const SayText = z.strictObject({ ...Act, msgtype: z.literal("text").default("text"), content: z.string() });
const SayMedia = z.strictObject({
  ...Act,
  msgtype: z.enum(["image", "voice", "video", "file"]),
  filename: z.string().optional(),
  base64: z.base64().optional(),
});
const SayPlace = z.strictObject({
  ...Act,
  msgtype: z.literal("location"),
  latitude: z.number(),
  longitude: z.number(),
  label: z.string(),
});
const Say = z.union([SayText, SayMedia, SayPlace]);
const ClickBody = z.strictObject({
  ...Act,
  taskId: z.string(),
  key: z.string(),
  selected: z.record(z.string(), z.array(z.string())).optional(),
});
const FaultBody = z.strictObject({
  path: z.string(),
  errcode: z.int().optional(),
  status: z.int().optional(),
  latencyMs: z.int().positive().optional(),
  drop: z.enum(["before", "after"]).optional(),
  times: z.int().positive().optional(),
});

type ActOptions = Readonly<{ agentid?: number | undefined; chaos?: z.output<typeof Chaos> | undefined }>;
/** Absent options stay absent. */
const present = ({ agentid, chaos }: ActOptions) => ({
  ...(agentid === undefined ? {} : { agentid }),
  ...(chaos === undefined ? {} : { chaos }),
});
function wordsOf(said: z.output<typeof Say>): Said {
  switch (said.msgtype) {
    case "text":
      return { msgtype: "text", content: said.content };
    case "location":
      return { msgtype: "location", latitude: said.latitude, longitude: said.longitude, label: said.label };
    default: {
      const { msgtype, base64, filename } = said;
      const bytes = base64 === undefined ? {} : { bytes: Buffer.from(base64, "base64") };
      return { msgtype, ...bytes, ...(filename === undefined ? {} : { filename }) };
    }
  }
}

/** The delivery's ids at once, or its report when `wait` is asked for. */
const told = async ({ settled, ...delivery }: Delivery, wait: boolean | undefined) => (wait ? await settled : delivery);

/** `/_sim`: the control plane over HTTP, for products in any language. */
export const CONTROL_ROUTES: readonly Route[] = [
  {
    method: "POST",
    path: "/_sim/clock",
    answer: async ({ control, body }) => {
      await control.advance(read(z.strictObject({ advanceMs: z.int().positive() }), body).advanceMs);
      return { now: control.now() };
    },
  },
  { method: "GET", path: "/_sim/clock", answer: ({ control }) => ({ now: control.now() }) },
  {
    method: "POST",
    path: "/_sim/users/:id/say",
    answer: ({ control, body }, id) => {
      const said = read(Say, body);
      return told(control.say(id, wordsOf(said), present(said)), said.wait);
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/click",
    answer: ({ control, body }, id) => {
      const { taskId, key, selected = {}, ...act } = read(ClickBody, body);
      return told(control.click(id, { taskId, key, selected }, present(act)), act.wait);
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/menu",
    answer: ({ control, body }, id) => {
      const { key, ...act } = read(z.strictObject({ ...Act, key: z.string() }), body);
      return told(control.menu(id, key, present(act)), act.wait);
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/enter",
    answer: ({ control, body }, id) => {
      const act = read(z.strictObject(Act), body);
      return told(control.enter(id, present(act)), act.wait);
    },
  },
  {
    method: "GET",
    path: "/_sim/users/:id/timeline",
    answer: ({ control, query }, id) => {
      const speaker = query.get("speaker");
      if (speaker === null) return control.timeline(id);
      return control.timeline(id, /^\d+$/.test(speaker) ? Number(speaker) : speaker);
    },
  },
  { method: "GET", path: "/_sim/users", answer: ({ platform }) => platform.directory.members() },
  {
    method: "POST",
    path: "/_sim/apps/:id/callback",
    answer: ({ control, body }, id) => {
      control.setCallback(Number(id), read(z.strictObject({ url: z.url() }), body).url);
      return control.verifyUrl(Number(id));
    },
  },
  { method: "GET", path: "/_sim/calls", answer: ({ control, query }) => control.calls(query.get("path") ?? undefined) },
  {
    method: "GET",
    path: "/_sim/violations",
    answer: ({ control, query }) => control.violations(query.get("level") === "advice" ? "advice" : "breach"),
  },
  { method: "DELETE", path: "/_sim/violations", answer: ({ control }) => control.clearViolations() },
  { method: "GET", path: "/_sim/faults", answer: ({ control }) => control.faults() },
  { method: "DELETE", path: "/_sim/faults", answer: ({ control }) => control.clearFaults() },
  {
    method: "POST",
    path: "/_sim/faults",
    answer: ({ control, body }) => {
      const { path, ...rest } = read(FaultBody, body);
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      control.addFault({ path, ...Object.fromEntries(given) });
      return control.faults();
    },
  },
  {
    method: "POST",
    path: "/_sim/chaos",
    answer: ({ control, body }) => {
      const rates = read(z.partialRecord(z.enum([...DISTURBANCES, ...FORGERIES]), z.number().min(0).max(1)), body);
      control.chaos(Object.fromEntries(CHAOS_NAMES.map((name) => [name, rates[name] ?? 0])));
      return rates;
    },
  },
  {
    method: "POST",
    path: "/_sim/tokens/invalidate",
    answer: ({ control, body }) => {
      const { agentid } = read(z.strictObject({ agentid: z.int().optional() }), body);
      return { invalidated: control.invalidateTokens(agentid) };
    },
  },
  {
    method: "POST",
    path: "/_sim/jsapi/verify",
    answer: ({ platform, body }) => {
      const Page = z.strictObject({
        agentid: z.int(),
        use: z.enum(["jsapi", "agent_config"]),
        nonceStr: z.string(),
        timestamp: z.string(),
        url: z.string(),
        signature: z.string(),
      });
      const { agentid, use, signature, ...page } = read(Page, body);
      const ticket = platform.tickets.current(agentid, use);
      if (ticket === undefined) throw new WrongUse(`App ${agentid} has fetched no ${use} ticket yet.`);
      return { valid: jsApiSignatureOf({ ...page, ticket }) === signature };
    },
  },
];

/** The route of a request, with the segment that stood for `:id`. */
export function controlRouteAt(method: string, path: string): Readonly<{ route: Route; id: string }> | undefined {
  for (const route of CONTROL_ROUTES) {
    const [before = "", after = ""] = route.path.split(":id");
    const fits = route.path.includes(":id")
      ? path.startsWith(before) && path.endsWith(after) && path.length > before.length + after.length
      : path === route.path;
    const id = decodeURIComponent(path.slice(before.length, path.length - after.length));
    if (fits && route.method === method && !id.includes("/")) return { route, id };
  }
  return undefined;
}
