import { createHash } from "node:crypto";
import { Month } from "@gongkai/schema";
import { Card } from "../wecom/card.ts";
import { buttonKeyOf, readButtonKey, taskIdOf } from "../wecom/card-handle.ts";
import type { MonthCardWords } from "../wording/month-card-words.ts";
import type { OutboxDraft } from "./body.ts";

/** Which month of which section a card is about, to whom it goes and on which day. */
export type MonthCard = Readonly<{ section: string; month: string; to: string; today: string }>;

const DEEDS = { nothing: "month-nothing", fill: "month-fill" } as const;

/**
 * The monthly card with its two buttons. Undefined where its texts do not fit on a card: a list that is cut off would
 * attest what nobody read.
 */
export function monthCard(card: MonthCard, words: MonthCardWords): OutboxDraft | undefined {
  const { section, month, to, today } = card;
  const sending = `${today}-${createHash("sha256").update(to).digest("hex").slice(0, 12)}`;
  const call = (deed: keyof typeof DEEDS, text: string, style: "main" | "plain") => ({
    ...({ does: "call", style } as const), // the literals of a button
    text,
    key: buttonKeyOf({ deed: DEEDS[deed], record: `${section}/${month}`, version: 0 }),
  });
  const parsed = Card.safeParse({
    kind: "buttons",
    taskId: taskIdOf({ about: "month", id: `${section}-${month}`, revision: 0, sending }),
    source: { text: words.source },
    title: words.title,
    subtitle: words.subtitle,
    ...(words.beside === null ? {} : { quote: { text: words.beside } }),
    buttons: [
      ...(words.nothing === null ? [] : [call("nothing", words.nothing, "main")]),
      call("fill", words.fill, "plain"),
    ],
  });
  return parsed.success ? { kind: "card", card: parsed.data } : undefined;
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
