import type { Platform } from "../platform.ts";
import { userKey } from "../state/directory.ts";
import type { ResponseCode } from "../state/response-codes.ts";
import type { Fields } from "../state/timeline.ts";
import { type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";
import { cardFault, noteDisplay, referenceFault } from "./template-card.ts";

/** POST update_template_card: once per response_code, within 72 hours, for those who have the card. [94888] */
const update: Endpoint = {
  method: "POST",
  path: "/cgi-bin/message/update_template_card",
  access: "app",
  answer(call) {
    const { platform, app, fields } = call;
    const agentid = fields.integer("agentid");
    if (agentid === undefined || !platform.apps.get(agentid)) return refuse(40056);
    if (agentid !== app.agentid) return refuse(platform.switches.agentMismatch);
    const code = platform.codes.find(fields.text("response_code") ?? "");
    if (!code) return refuse(60140);
    if (code.speaker !== agentid) return refuse(42015);
    if (!platform.codes.usable(code)) {
      platform.violations.note("response-code-reused", code.taskId);
      return refuse(60140);
    }
    const change = readChange(platform, fields);
    if ("refused" in change) return refuse(change.refused);
    const addressed = addressees(call);
    if (addressed === "too-many") return refuse(40032);
    if (addressed.length === 0) return refuse(82001);
    const { reached, invalid } = within(platform, code, addressed);
    if (reached.length === 0) return refuse(81013, undefined, { invaliduser: invalid });
    code.used = true;
    for (const userid of reached) changeCard(platform, userid, code, change);
    return ok({ invaliduser: invalid });
  },
};

export type CardChange = Readonly<{ greyed: string } | { card: Fields }>;

function readChange(platform: Platform, fields: JsonFields): CardChange | Readonly<{ refused: Errcode }> {
  const card = fields.object("template_card");
  if (card) {
    const fault = cardFault(card) ?? referenceFault(platform, card);
    if (fault !== undefined) {
      platform.violations.note("card-refused", `update: ${fault}`);
      return { refused: fault };
    }
    noteDisplay(platform, card);
    return { card: card.tree };
  }
  const name = fields.object("button")?.text("replace_name");
  return name ? { greyed: name } : { refused: 42020 };
}

function addressees({ platform, app, fields }: AppCall): readonly string[] | "too-many" {
  const { directory, apps } = platform;
  const [users, parties, tags] = [fields.texts("userids"), fields.integers("partyids"), fields.integers("tagids")];
  if ((users?.length ?? 0) > 1000 || (parties?.length ?? 0) > 100 || (tags?.length ?? 0) > 100) return "too-many";
  if (fields.integer("atall") === 1) return apps.visibleMembers(app).map(({ userid }) => userid);
  return [
    ...(users ?? []),
    ...(parties ?? []).flatMap((id) => directory.membersUnder(id).map(({ userid }) => userid)),
    ...(tags ?? []).flatMap((id) => directory.membersTagged(id).map(({ userid }) => userid)),
  ];
}

/** Splits those who have the card, and may be reached with this code, from the rest. */
function within({ switches }: Platform, code: ResponseCode, addressed: readonly string[]) {
  const clickerOnly = code.clicker !== undefined && switches.clickCodeReaches === "clicker";
  const reach = new Set((clickerOnly ? [code.clicker] : code.receivers).map((userid) => userKey(userid ?? "")));
  const reached = addressed.filter((userid) => reach.has(userKey(userid)));
  return { reached, invalid: addressed.filter((userid) => !reach.has(userKey(userid))).map(userKey) };
}

/** Applies a change to one member's copy of a card. */
export function changeCard({ timelines }: Platform, userid: string, code: ResponseCode, change: CardChange): void {
  for (const message of timelines.of(userid)) {
    if (message.msgid !== code.msgid || !message.card) continue;
    const { card, taskId, updates } = message.card;
    message.card =
      "greyed" in change
        ? { card, taskId, greyed: change.greyed, updates: updates + 1 }
        : { card: change.card, taskId: String(change.card.task_id ?? taskId), updates: updates + 1 };
  }
  timelines.touch(userid);
}

export const cardUpdateEndpoints: readonly Endpoint[] = [update];
