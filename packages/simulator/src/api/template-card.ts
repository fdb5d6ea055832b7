import type { Platform } from "../platform.ts";
import { CARD_AREAS, isCardType } from "./card-areas.ts";
import { shownTooLong } from "./card-display.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";

const TASK_ID = /^[0-9A-Za-z_\-@]{1,128}$/; // the platform counts 128 bytes; these are one byte each

/** An interactive card, or a notice with a menu: it calls back, and can be updated. */
export function callsBack(card: JsonFields): boolean {
  return /interaction$/.test(card.text("card_type") ?? "") || card.object("action_menu") !== undefined;
}

/** The first documented rule a card breaks, for any card: new or as an update. [90236] [90313] */
export function cardFault(card: JsonFields): Errcode | undefined {
  const type = card.text("card_type");
  if (!isCardType(type)) return 42031;
  for (const area of CARD_AREAS) {
    const fault = area.on.includes(type) ? area.fault(card, type) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The first fault of a card about to be sent by an app, references to media and members included. */
export function newCardFault(platform: Platform, agentid: number, card: JsonFields): Errcode | undefined {
  const fault = cardFault(card) ?? taskIdFault(platform, agentid, card) ?? referenceFault(platform, card);
  if (fault === undefined) noteDisplay(platform, card);
  else platform.violations.note("card-refused", `${fault}`);
  return fault;
}

function taskIdFault({ taskIds, switches }: Platform, agentid: number, card: JsonFields): Errcode | undefined {
  const taskId = card.text("task_id");
  if (taskId === undefined) return callsBack(card) ? 42014 : undefined;
  if (!TASK_ID.test(taskId)) return 42014;
  const used = taskIds.has(`${agentid}:${taskId}`);
  return used && switches.duplicateTaskId === "refuse" ? 42014 : undefined;
}

/** Files must still be served, members must exist. */
export function referenceFault({ media, directory }: Platform, card: JsonFields): Errcode | undefined {
  for (const item of card.objects("horizontal_content_list") ?? []) {
    if (item.integer("type") === 2 && !media.get(item.text("media_id") ?? "")) return 40007;
    if (item.integer("type") === 3 && !directory.member(item.text("userid") ?? "")) return 42050;
  }
  return undefined;
}

export function noteDisplay({ violations }: Platform, card: JsonFields): void {
  for (const detail of shownTooLong(card)) violations.note("display-limit", detail);
}
