import type { JsonFields } from "../api/json-fields.ts";
import { callsBack, cardFault, noteDisplay } from "../api/template-card.ts";
import type { Platform } from "../platform.ts";
import type { Message } from "../state/timeline.ts";
import { byteLength } from "../wire/byte-limit.ts";
import { type Refusal, refusal } from "./bot-errcodes.ts";
import type { Bot } from "./bot-options.ts";

const TASK_ID = /^[0-9A-Za-z_\-@]{1,128}$/;

/** What a bot's card must keep to beyond the card of an app. [101032] */
function fault(card: JsonFields): Refusal | undefined {
  const code = cardFault(card);
  if (code !== undefined) return { errcode: code, detail: "template_card" };
  const rows = card.objects("horizontal_content_list") ?? [];
  if (rows.some((row) => ![undefined, 0, 1, 3].includes(row.integer("type")))) {
    return { errcode: 42029, detail: "horizontal_content_list.type is 0, 1 or 3" };
  }
  const asks = (card.objects("jump_list") ?? []).filter((jump) => jump.integer("type") === 3);
  const question = (jump: JsonFields) => byteLength(jump.text("question") ?? "");
  if (asks.some((jump) => question(jump) < 1 || question(jump) > 200)) {
    return { errcode: 42028, detail: "jump_list.question has 1 to 200 bytes" };
  }
  const linked = (card.objects("button_list") ?? []).some((button) => button.integer("type") === 1);
  return linked ? { errcode: 42039, detail: "button_list has no urls here" } : undefined;
}

/** Why a new card is refused; its task id must be new for the bot. */
export function newBotCardFault(platform: Platform, bot: Bot, card: JsonFields): Refusal | undefined {
  const found = fault(card);
  const taskId = card.text("task_id");
  if (found) platform.violations.note("card-refused", `${found.errcode}`);
  else noteDisplay(platform, card);
  if (found) return found;
  if (taskId === undefined) return callsBack(card) ? refusal(846625, "task_id is required") : undefined;
  if (!TASK_ID.test(taskId)) return refusal(846625, "task_id is letters, digits, _ - @, at most 128 bytes");
  return platform.taskIds.has(`${bot.id}:${taskId}`) ? refusal(846625, "task_id was used before") : undefined;
}

export type CardUpdate = Readonly<{
  bot: Bot;
  taskId: string;
  card: JsonFields;
  userids: readonly string[] | undefined;
}>;

/** Replaces a card for those named, or for everyone who has it. [101031] */
export function updateBotCard(platform: Platform, { bot, taskId, card, userids }: CardUpdate): Refusal | undefined {
  const found = fault(card);
  if (found) return found;
  if (card.text("task_id") !== taskId) return refusal(846625, "task_id differs from the clicked card's");
  const { directory, timelines } = platform;
  const named = userids ?? directory.members().map(({ userid }) => userid);
  for (const userid of named) {
    const copy: Message | undefined = timelines.card(userid, bot.id, taskId);
    if (!copy?.card) continue;
    copy.card = { card: card.tree, taskId, updates: copy.card.updates + 1 };
    timelines.touch(userid);
  }
  return undefined;
}
