import type { PressedCard } from "../deeds/message.ts";
import { tapOf } from "../deeds/tap-press.ts";
import type { Tap } from "../dialogue/turn.ts";
import { monthPressOf } from "../outbox/month-card.ts";
import { readButtonKey } from "../wecom/card-handle.ts";
import type { WecomMessage } from "../wecom/message.ts";

type Pressed = Extract<WecomMessage, { kind: "card-click" | "card-menu" }>;

/** What a pressed button asks for, and the card it is on. A key we never wrote, or no longer know, asks for nothing. */
export function pressed(message: Pressed): Readonly<{ tap: Tap | undefined; card: PressedCard }> {
  const month = monthPressOf(message.key);
  const press = readButtonKey(message.key);
  const ticked = message.kind === "card-click" ? message.chosen.flatMap(({ options }) => options) : [];
  return {
    tap: month ? { tap: "month", ...month } : press && tapOf(press, ticked),
    card: { taskId: message.taskId, code: message.responseCode, mintedAt: message.sentAt },
  };
}
