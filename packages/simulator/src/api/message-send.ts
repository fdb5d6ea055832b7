import { createHash } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { App } from "../state/apps.ts";
import type { Fields } from "../state/timeline.ts";
import { type Answer, type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import { type JsonFields, jsonFields } from "./json-fields.ts";
import { contentOf, MESSAGE_KINDS, type Shaped } from "./message-kinds.ts";
import { addressedBy, findReceivers, type Receivers, refuseAddressed } from "./receivers.ts";
import { reachesMember } from "./send-quota.ts";
import { callsBack, newCardFault } from "./template-card.ts";

/** POST message/send, with the checks in the platform's order. [90236] */
const send: Endpoint = {
  method: "POST",
  path: "/cgi-bin/message/send",
  access: "app",
  uncounted: true,
  answer(call) {
    const { platform, app, fields } = call;
    const agentid = fields.integer("agentid");
    if (agentid === undefined || !platform.apps.get(agentid)) return refuse(40056);
    if (agentid !== app.agentid) return refuse(platform.switches.agentMismatch);
    const msgtype = fields.text("msgtype") ?? "";
    if (msgtype !== "template_card" && !MESSAGE_KINDS.has(msgtype)) return refuse(40008);
    const addressed = addressedBy(fields.text("touser"), fields.text("toparty"), fields.text("totag"));
    const misaddressed = refuseAddressed(addressed);
    if (misaddressed !== undefined) return refuse(misaddressed);
    const shaped = shape(platform, app, msgtype, fields);
    if ("refused" in shaped) return refuse(shaped.refused, shaped.detail);
    const receivers = findReceivers(platform, app, addressed);
    noteUnknown(platform, receivers);
    if (receivers.members.length + receivers.unlicensed.length === 0)
      return refuse(81013, undefined, failed(receivers));
    const twin = findTwin(call);
    if (twin !== undefined) return ok({ ...failed(receivers), msgid: twin });
    if (!platform.daily.take(app.agentid, receivers.members.length)) return refuse(45009);
    return deliver(call, { msgtype, body: shaped.body, receivers });
  },
};

function shape(platform: Platform, app: App, msgtype: string, fields: JsonFields): Shaped {
  const content = contentOf(fields, msgtype);
  const kind = MESSAGE_KINDS.get(msgtype);
  if (kind) return kind({ platform, content });
  if (!platform.switches.cards) return { refused: 40008 };
  const fault = newCardFault(platform, app.agentid, content);
  if (fault !== undefined) return { refused: fault };
  if (callsBack(content) && !app.callbackUrl) return { refused: 43012 };
  return { body: content.tree };
}

/** Errcode 0 does not mean everyone got it: these lists do. */
const failed = ({ invalidUsers, invalidParties, invalidTags, unlicensed }: Receivers) => ({
  invaliduser: invalidUsers.join("|"),
  invalidparty: invalidParties.join("|"),
  invalidtag: invalidTags.join("|"),
  unlicenseduser: unlicensed.join("|"),
});

function noteUnknown({ violations }: Platform, { invalidUsers, invalidParties, invalidTags }: Receivers): void {
  const unknown = [...invalidUsers, ...invalidParties, ...invalidTags];
  if (unknown.length > 0) violations.note("recipient-unknown", unknown.join(", "));
}

/** The msgid of an identical message inside the asked interval, when the sender asked to look. */
function findTwin({ platform, app, fields }: AppCall): string | undefined {
  if (!fields.flag("enable_duplicate_check")) return undefined;
  const seconds = Math.min(fields.integer("duplicate_check_interval") ?? 1800, 14_400);
  const first = platform.recentSends.get(fingerprint(app, fields));
  if (!first || first.at <= platform.clock.now() - seconds * 1000) return undefined;
  return platform.switches.duplicateSend === "same-msgid" ? first.msgid : platform.ids.text("msgid", 44);
}

function fingerprint(app: App, { tree }: JsonFields): string {
  const { enable_duplicate_check: _check, duplicate_check_interval: _interval, ...told } = tree;
  return createHash("sha256")
    .update(JSON.stringify([app.agentid, told]))
    .digest("hex");
}

type Sending = Readonly<{ msgtype: string; body: Fields; receivers: Receivers }>;

function deliver({ platform, app, fields }: AppCall, { msgtype, body, receivers }: Sending): Answer {
  const msgid = platform.ids.text("msgid", 44);
  const card = msgtype === "template_card" ? jsonFields(body) : undefined;
  const taskId = card?.text("task_id") ?? "";
  for (const { userid } of receivers.members) {
    platform.timelines.add({
      speaker: app.agentid,
      from: "product",
      via: "api",
      userid,
      msgid,
      msgtype,
      body,
      state: reachesMember(platform, app.agentid, userid) ? "shown" : "dropped",
      ...(card ? { card: { card: body, taskId, updates: 0 } } : {}),
    });
  }
  platform.recentSends.set(fingerprint(app, fields), { msgid, at: platform.clock.now() });
  if (taskId !== "") platform.taskIds.add(`${app.agentid}:${taskId}`);
  const receiverIds = receivers.members.map(({ userid }) => userid);
  const about = { speaker: app.agentid, taskId, msgid, receivers: receiverIds };
  return ok({
    ...failed(receivers),
    msgid,
    ...(card && callsBack(card) ? { response_code: platform.codes.mint(about) } : {}),
  });
}

export const messageSendEndpoints: readonly Endpoint[] = [send];
