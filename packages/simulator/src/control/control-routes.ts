import { z } from "zod";
import { CHAOS_NAMES, DISTURBANCES, FORGERIES } from "../callback/chaos.ts";
import { jsApiSignatureOf } from "../wire/signature.ts";
import { WrongUse } from "../wrong-use.ts";
import { memberRoutes } from "./member-routes.ts";
import { type Route, readAs } from "./route.ts";

const FaultBody = z.strictObject({
  path: z.string(),
  errcode: z.int().optional(),
  status: z.int().optional(),
  latencyMs: z.int().positive().optional(),
  drop: z.enum(["before", "after"]).optional(),
  times: z.int().positive().optional(),
});

/** `/_sim`: the control plane over HTTP, for products in any language. */
const CONTROL_ROUTES: readonly Route[] = [
  ...memberRoutes,
  {
    method: "POST",
    path: "/_sim/clock",
    answer: async ({ control, body }) => {
      await control.advance(readAs(z.strictObject({ advanceMs: z.int().positive() }), body).advanceMs);
      return { now: control.now() };
    },
  },
  { method: "GET", path: "/_sim/clock", answer: ({ control }) => ({ now: control.now() }) },
  {
    method: "POST",
    path: "/_sim/apps/:id/callback",
    answer: ({ control, body }, id) => {
      control.setCallback(Number(id), readAs(z.strictObject({ url: z.url() }), body).url);
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
      const { path, ...rest } = readAs(FaultBody, body);
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      control.addFault({ path, ...Object.fromEntries(given) });
      return control.faults();
    },
  },
  {
    method: "POST",
    path: "/_sim/chaos",
    answer: ({ control, body }) => {
      const rates = readAs(z.partialRecord(z.enum([...DISTURBANCES, ...FORGERIES]), z.number().min(0).max(1)), body);
      control.chaos(Object.fromEntries(CHAOS_NAMES.map((name) => [name, rates[name] ?? 0])));
      return rates;
    },
  },
  {
    method: "POST",
    path: "/_sim/tokens/invalidate",
    answer: ({ control, body }) => {
      const { agentid } = readAs(z.strictObject({ agentid: z.int().optional() }), body);
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
      const { agentid, use, signature, ...page } = readAs(Page, body);
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
