import { createHash } from "node:crypto";
import { childOf, textOf, type XmlElement } from "./xml.ts";

/** What tells two events apart. The documented FromUserName + CreateTime collides: two clicks in one second. */
const EVENT_FIELDS = [
  "FromUserName",
  "CreateTime",
  "AgentID",
  "Event",
  "EventKey",
  "TaskId",
  "ResponseCode",
  "ChangeType",
  "UserID",
  "Id",
  "TagId",
  "JobId",
] as const;

/**
 * The same message always gets the same key, whatever the delivery's encryption: a message by its id, an event by a
 * digest. Parts are encoded: a ":" inside one cannot make two keys meet.
 */
export function dedupeKey(xml: XmlElement, corpId: string, agentId: string): string {
  const messageId = textOf(xml, "MsgId");
  return [corpId, agentId, messageId || `event.${eventDigest(xml)}`].map(encodeURIComponent).join(":");
}

function eventDigest(xml: XmlElement): string {
  const values = EVENT_FIELDS.map((name) => textOf(xml, name)).concat(textOf(childOf(xml, "BatchJob"), "JobId"));
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}
