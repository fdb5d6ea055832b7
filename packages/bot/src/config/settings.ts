import { DecisionOverride, HolidayOverride, Member, Office, ROLES } from "@gongkai/schema";
import { z } from "zod";

const EnvironmentName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, "要写环境变量的名字（大写字母、数字、下划线），不要写密钥本身");

/** Names of the environment variables that hold one organ's WeCom secrets; the secrets themselves are never in a file. */
export const SecretNames = z.strictObject({
  corpId: EnvironmentName.default("WECOM_CORP_ID"),
  agentId: EnvironmentName.default("WECOM_AGENT_ID"),
  secret: EnvironmentName.default("WECOM_SECRET"),
  token: EnvironmentName.default("WECOM_TOKEN"),
  aesKey: EnvironmentName.default("WECOM_AES_KEY"),
});

/**
 * The office's AI bot (智能机器人) beside its app: @ in groups, voice heard as words. `websocket` needs no address the
 * platform can reach; `callback` is told at `/wecom/aibot`. What a mode does not need may stay unset.
 */
export const AiBotSettings = z.strictObject({
  mode: z.enum(["websocket", "callback"]).default("websocket"),
  secrets: z
    .strictObject({
      botId: EnvironmentName.default("WECOM_BOT_ID"),
      secret: EnvironmentName.default("WECOM_BOT_SECRET"),
      token: EnvironmentName.default("WECOM_BOT_TOKEN"),
      aesKey: EnvironmentName.default("WECOM_BOT_AES_KEY"),
    })
    .prefault({}),
});
export type AiBotSettings = z.infer<typeof AiBotSettings>;

/** Who is what. Ids are WeCom member ids; case does not matter. */
const People = z.strictObject({
  clerks: z.array(z.string().min(1)).default([]),
  leaders: z.array(z.string().min(1)).default([]),
  admins: z.array(z.string().min(1)).default([]),
});

/** A public body with everything its bot has to know. */
export const OrganSettings = Office.extend({
  people: People.prefault({}),
  /** WeCom department id → section key. Leaders of a department are the heads of its section. */
  departments: z.record(z.string().regex(/^\d+$/, "要写企业微信的部门编号（数字）"), z.string()).default({}),
  secrets: SecretNames.prefault({}),
  aiBot: AiBotSettings.optional(),
  /** Fixed members instead of the WeCom directory: first runs and tests. */
  members: z
    .array(
      z.strictObject({
        id: Member.shape.id,
        name: Member.shape.name,
        section: z.string(),
        roles: z.array(z.enum(ROLES)).min(1).default(["staff"]),
      }),
    )
    .default([]),
  /** Days off and make-up days beyond the shipped notices: a newer notice, or what the local government moved. */
  holidays: HolidayOverride.optional(),
  /** Which column of table 四 a decision counts in, where the office's superiors read it otherwise. */
  decisions: DecisionOverride.optional(),
});
export type OrganSettings = z.infer<typeof OrganSettings>;

/** Where members open the pages; the host, with its port, must be the app's trusted domain (可信域名). */
export const PageSettings = z.strictObject({
  address: z.url({ protocol: /^https?$/, error: "要写 http(s) 地址" }).regex(/^[^?#]*[^?#/]\/?$/, "不要带问号和井号"),
  /** Where members sign in on a private deployment. */
  authorizeUrl: z.url({ protocol: /^https?$/, error: "要写 http(s) 地址" }).optional(),
});

export const WecomSettings = z.strictObject({
  /** Other than the public platform: 政务微信 or a private deployment. A path prefix is allowed. */
  apiBase: z.url({ protocol: /^https?$/, error: "要写 http(s) 地址" }).optional(),
  /** PEM file of the certificate authority of a private deployment. */
  caFile: z.string().optional(),
  proxy: z.url().optional(),
  /** Callbacks older or newer than this are refused; 0 switches the check off. Seconds. */
  timestampWindow: z.int().min(0).max(86_400).default(600),
  cards: z.boolean().default(true),
  /** Pages for signed-in members; left out, there are none. */
  pages: PageSettings.optional(),
  /** Where the AI bot connects to; a private deployment shows its own in the console. */
  socketUrl: z.url({ protocol: /^wss?$/, error: "要写 ws(s) 地址" }).optional(),
});

const Hour = z.int().min(0).max(23);
const MonthDay = z.string().regex(/^01-(0[1-9]|[12]\d|3[01])$/, "要写一月里的日子，例如 01-26");

export const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;
const SummaryDays = z.strictObject({
  weekly: z.enum(WEEKDAYS).optional(),
  /** 月底: the last working day; a number: that day of the month, or the first working day after it. */
  monthly: z.union([z.literal("月底"), z.int().min(1).max(31)]).optional(),
});

/** When people may be reminded, and the office's own dates; 条例 art. 49 caps both at 31 January. */
export const ReminderSettings = z.strictObject({
  /** Nobody is reminded from this hour on … */
  quietFrom: Hour.default(18),
  /** … until this one; the day's digest comes then. */
  quietTo: Hour.default(9),
  submitBy: MonthDay.default("01-26"),
  publishBy: MonthDay.default("01-31"),
  /** Who gets a summary on which days; each person may choose otherwise in chat. */
  summaries: z.strictObject({ leaders: SummaryDays.prefault({}), clerks: SummaryDays.prefault({}) }).prefault({}),
});

export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** gongkai.yaml */
export const Settings = z.strictObject({
  office: OrganSettings.optional(),
  organs: z.array(OrganSettings).optional(),
  wecom: WecomSettings.prefault({}),
  reminders: ReminderSettings.prefault({}),
});
export type Settings = z.infer<typeof Settings>;
