import { z } from "zod";
import { BotOptions, GroupOptions, WebhookOptions } from "./aibot/bot-options.ts";
import { SwitchOptions } from "./switches.ts";

const UserId = z.string().regex(/^[A-Za-z0-9_.@-]{1,64}$/, "must be 1 to 64 letters, digits or _.@-");
const Secret = z.string().min(1);
export const CallbackToken = z.string().regex(/^[A-Za-z0-9]{1,32}$/, "must be 1 to 32 letters and digits");
export const EncodingAesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, "must be exactly 43 letters and digits");

/** One member. `leaderOf` are departments of his; statuses: 1 active, 2 disabled, 4 not activated, 5 left. */
export const MemberOptions = z.strictObject({
  userid: UserId,
  name: z.string(),
  department: z.array(z.int()).min(1).default([1]),
  leaderOf: z.array(z.int()).default([]),
  directLeader: z.array(UserId).default([]),
  position: z.string().default(""),
  alias: z.string().default(""),
  mobile: z.string().default(""),
  email: z.string().default(""),
  status: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(5)]).default(1),
  licensed: z.boolean().default(true),
});

export const DepartmentOptions = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  parentid: z.int().nonnegative().default(1),
  order: z.int().nonnegative().default(0),
  leaders: z.array(UserId).default([]),
});

export const TagOptions = z.strictObject({
  tagid: z.int().positive(),
  name: z.string(),
  users: z.array(UserId).default([]),
  parties: z.array(z.int()).default([]),
});

/** A self-built app. `visible` is who may see it; the root department by default. */
export const AppOptions = z.strictObject({
  agentid: z.int().positive(),
  name: z.string().default("自建应用"),
  secret: Secret,
  token: CallbackToken,
  aesKey: EncodingAesKey,
  callbackUrl: z.url().optional(),
  visible: z
    .strictObject({
      users: z.array(UserId).default([]),
      parties: z.array(z.int()).default([]),
      tags: z.array(z.int()).default([]),
    })
    .default({ users: [], parties: [1], tags: [] }),
  trustedDomain: z.string().optional(),
  trustedIps: z.array(z.string()).optional(),
  enabled: z.boolean().default(true),
  canAppchat: z.boolean().default(true),
  /** Created before 2022-06-20: still sees mobile, email and the like. */
  legacy: z.boolean().default(false),
});

const SimulatedClock = z.strictObject({
  mode: z.literal("simulated"),
  startAt: z.iso.datetime({ offset: true }).default("2026-01-05T09:00:00+08:00"),
});

export const Options = z.strictObject({
  port: z.int().min(0).max(65535).default(0),
  /** The same seed gives the same ids. Without one a real clock draws its own: two runs must not share message ids. */
  seed: z.string().optional(),
  clock: z
    .discriminatedUnion("mode", [SimulatedClock, z.strictObject({ mode: z.literal("real") })])
    .default({ mode: "simulated", startAt: "2026-01-05T09:00:00+08:00" }),
  corp: z
    .strictObject({ corpid: z.string().min(1), name: z.string() })
    .default({ corpid: "ww0000000000simula", name: "示例单位" }),
  departments: z
    .array(DepartmentOptions)
    .min(1)
    .default([{ id: 1, name: "示例单位", parentid: 0, order: 0, leaders: [] }]),
  users: z.array(MemberOptions).default([]),
  tags: z.array(TagOptions).default([]),
  apps: z.array(AppOptions).default([]),
  /** The contacts-sync callback has its own keys and no agent id. */
  contactSync: z
    .strictObject({ secret: Secret, token: CallbackToken, aesKey: EncodingAesKey, callbackUrl: z.url().optional() })
    .optional(),
  bots: z.array(BotOptions).default([]),
  groups: z.array(GroupOptions).default([]),
  webhooks: z.array(WebhookOptions).default([]),
  /** `spacingMs` counts from the start of the failed attempt, so a timeout is retried at once. */
  delivery: z
    .strictObject({
      attempts: z.int().min(1).max(10).default(4),
      timeoutMs: z.int().positive().default(5000),
      spacingMs: z.int().nonnegative().default(5000),
    })
    .default({ attempts: 4, timeoutMs: 5000, spacingMs: 5000 }),
  /** Real milliseconds a simulated clock waits for an answer under way before its next timer. */
  patienceMs: z.int().positive().default(1000),
  switches: SwitchOptions.prefault({}),
});

/** What `createSimulator` takes; everything has a default. */
export type SimulatorOptions = z.input<typeof Options>;
export type Settings = z.output<typeof Options>;

/** Throws one sentence that names the option, what it must be, and where. */
export function readOptions(options: SimulatorOptions): Settings {
  const read = Options.safeParse(options);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join(".") || "options"}: ${issue.message}`);
  throw new Error(`createSimulator was given options it cannot use: ${wrong.join("; ")}.`);
}
