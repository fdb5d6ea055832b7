import { z } from "zod";
import { messageBase } from "./message-base.ts";

const list = z.array(z.string());
const pressed = {
  ...messageBase,
  /** The pressed button's key, or the submit button's. Says nothing about who may press it. */
  key: z.string(),
  taskId: z.string(),
  cardType: z.string(),
  /** Good for one update of the card: 72 hours for an app's (document/path/94888), 5 seconds for the AI bot's. */
  responseCode: z.string(),
};

/** Answers chosen on a card, by question key. */
export const Chosen = z.strictObject({ question: z.string(), options: list });
export type Chosen = z.infer<typeof Chosen>;

/** Notices about the app's own life; the administrator should see them. */
export const APP_NOTICES = [
  "inactive_alert",
  "close_inactive_agent",
  "reopen_inactive_agent",
  "low_active_alert",
  "low_active",
  "active_restored",
] as const;

/** What happened (document/path/90240; contacts: 90970, 90971, 90972). Absent texts are `""`. */
export const EVENTS = [
  z.strictObject({ ...messageBase, kind: z.literal("subscribe") }),
  z.strictObject({ ...messageBase, kind: z.literal("unsubscribe") }),
  z.strictObject({ ...messageBase, kind: z.literal("enter-agent") }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("location-report"),
    latitude: z.string(),
    longitude: z.string(),
    precision: z.string(),
    appType: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("batch-job"),
    jobId: z.string(),
    jobType: z.string(),
    errCode: z.string(),
    errMessage: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("member-change"),
    change: z.enum(["create_user", "update_user", "delete_user"]),
    member: z.string(),
    newMember: z.string(),
    departments: list,
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("department-change"),
    change: z.enum(["create_party", "update_party", "delete_party"]),
    department: z.string(),
    name: z.string(),
    parent: z.string(),
    order: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("tag-change"),
    tag: z.string(),
    addedMembers: list,
    removedMembers: list,
    addedDepartments: list,
    removedDepartments: list,
  }),
  z.strictObject({ ...messageBase, kind: z.literal("menu-click"), key: z.string() }),
  z.strictObject({ ...messageBase, kind: z.literal("menu-view"), url: z.string() }),
  z.strictObject({ ...messageBase, kind: z.literal("menu-miniprogram"), path: z.string() }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("scan"),
    key: z.string(),
    waits: z.boolean(),
    scanType: z.string(),
    result: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("pictures-picked"),
    key: z.string(),
    how: z.enum(["pic_sysphoto", "pic_photo_or_album", "pic_weixin"]),
    digests: list,
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("place-picked"),
    key: z.string(),
    latitude: z.string(),
    longitude: z.string(),
    scale: z.string(),
    label: z.string(),
    place: z.string(),
    appType: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("approval-change"),
    number: z.string(),
    template: z.string(),
    name: z.string(),
    status: z.string(),
    applicant: z.string(),
  }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("sharing-change"),
    how: z.enum(["share_agent_change", "share_chain_change"]),
  }),
  z.strictObject({ ...pressed, kind: z.literal("card-click"), chosen: z.array(Chosen) }),
  z.strictObject({ ...pressed, kind: z.literal("card-menu") }),
  /** A thumb for an answer of the AI bot: 1 good, 2 bad, 3 taken back (document/path/101027). */
  z.strictObject({
    ...messageBase,
    kind: z.literal("feedback"),
    about: z.string(),
    verdict: z.int(),
    content: z.string(),
  }),
  z.strictObject({ ...messageBase, kind: z.literal("media-job-finished"), jobId: z.string() }),
  z.strictObject({
    ...messageBase,
    kind: z.literal("app-notice"),
    notice: z.enum(APP_NOTICES),
    effectTime: z.string(),
  }),
] as const;
