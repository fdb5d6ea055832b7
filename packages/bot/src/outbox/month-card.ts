import { createHash } from "node:crypto";
import { Month } from "@gongkai/schema";
import { buttonKeyOf, readButtonKey, taskIdOf } from "../wecom/card-handle.ts";
import type { MonthCardWords } from "../wording/month-card-words.ts";
import { OutboxBody, type OutboxDraft } from "./body.ts";

/** Which month of which section a card is about, to whom it goes and on which day. */
export type MonthCard = Readonly<{ section: string; month: string; to: string; today: string }>;

const DEEDS = { nothing: "month-nothing", fill: "month-fill" } as const;

/**
 * The monthly card with its two buttons, and the words for where cards are not to be had. All of it is text where it
 * does not fit on a card: a list that is cut off would attest what nobody read.
 */
export function monthCard(about: MonthCard, words: MonthCardWords, text: string): OutboxDraft {
  const { section, month, to, today } = about;
  const sending = `${today}-${createHash("sha256").update(to).digest("hex").slice(0, 12)}`;
  const call = (deed: keyof typeof DEEDS, label: string, style: "main" | "plain") => ({
    does: "call",
    text: label,
    key: buttonKeyOf({ deed: DEEDS[deed], record: `${section}/${month}`, version: 0 }),
    style,
  });
  const card = {
    kind: "buttons",
    taskId: taskIdOf({ about: "month", id: `${section}-${month}`, revision: 0, sending }),
    title: words.title,
    subtitle: words.subtitle,
    ...(words.beside === null ? {} : { quote: { text: words.beside } }),
    buttons: [
      ...(words.nothing === null ? [] : [call("nothing", words.nothing, "main")]),
      call("fill", words.fill, words.nothing === null ? "main" : "plain"),
    ],
  };
  return OutboxBody.safeParse({ kind: "card", card, otherwise: text }).data ?? { kind: "text", content: text };
}

export type MonthPress = Readonly<{ does: keyof typeof DEEDS; section: string; month: Month }>;

/** What a pressed button of a monthly card asks for; undefined for other keys. It says nothing about who may. */
export function monthPressOf(key: string): MonthPress | undefined {
  const press = readButtonKey(key);
  const does = press && (["nothing", "fill"] as const).find((each) => DEEDS[each] === press.deed);
  const [section = "", month = "", ...more] = press?.record.split("/") ?? [];
  if (!does || more.length > 0 || !Month.safeParse(month).success) return undefined;
  return { does, section, month };
}
