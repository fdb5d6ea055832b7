import type { Chart } from "@gongkai/reporter";
import { type LocalDate, yearOf } from "@gongkai/schema";
import type { Plan } from "../dialogue/plan.ts";
import { type OutboxDraft, outboxRows } from "../outbox/body.ts";
import type { OutboxWriter } from "../store/outbox-port.ts";
import type { Export } from "../utterance/meaning.ts";
import type { Message } from "./message.ts";
import { stampedCard } from "./reply-card.ts";

/** The reply to a message; one per message, however often it is worked off. It goes where the message came from. */
export async function putReply(
  tx: OutboxWriter,
  organ: string,
  { source, from, door }: Message,
  reply: string | readonly OutboxDraft[],
  now: number,
): Promise<void> {
  const bodies: readonly OutboxDraft[] = typeof reply === "string" ? [{ kind: "text", content: reply }] : reply;
  for (const [place, body] of bodies.entries()) {
    const key = place === 0 ? `${source}/reply` : `${source}/reply/${place + 1}`;
    await tx.put(outboxRows({ organ, key, to: from, body: through(door, body) }), now);
  }
}

const through = (door: Message["door"], body: OutboxDraft): OutboxDraft => (door ? { ...body, door } : body);

/** The pressed card says that it was pressed. Put before the reply: the person sees it first. */
export async function putStamp(
  tx: OutboxWriter,
  organ: string,
  { source, from, door, card }: Message,
  { stamp, text }: Readonly<{ stamp: string | null; text: string }>,
  now: number,
): Promise<void> {
  if (!card || card.code === "" || stamp === null) return;
  const whole = door?.kind === "ai-bot" ? stampedCard(card.taskId, text, stamp) : undefined; // its cards are replaced whole
  const handle = { from: "click", code: card.code, mintedAt: card.mintedAt } as const;
  const face = whole ? { card: whole } : { replaceName: stamp };
  const body = through(door, { kind: "card-update", handle, face, otherwise: null });
  await tx.put(outboxRows({ organ, key: `${source}/stamp`, to: from, body }), now);
}

const REPORT_SEASON_ENDS = 6; // up to June 年报 means last year's

/** What the wiring makes a file of. */
export type FileWanted =
  | Readonly<{ kind: "export"; what: "annual"; year: number; format: string }>
  | Readonly<{ kind: "export"; what: "month"; period: string; format: string }>
  | Readonly<{ kind: "export"; what: "ledger"; period: string | null; format: string }>
  | Readonly<{ kind: "export"; what: "cases"; year: number; format: string }>;

export function fileWanted({ what, period, format }: Export, today: LocalDate): FileWanted {
  switch (what) {
    case "annual": {
      const running = Number(today.slice(5, 7)) <= REPORT_SEASON_ENDS ? yearOf(today) - 1 : yearOf(today);
      return { kind: "export", what, year: period === null ? running : yearOf(period), format: format ?? "docx" };
    }
    case "month":
      return { kind: "export", what, period: (period ?? today).slice(0, 7), format: format ?? "docx" };
    case "ledger":
      return { kind: "export", what, period, format: format ?? "xlsx" };
    case "cases":
      return { kind: "export", what, year: yearOf(period ?? today), format: format ?? "xlsx" };
  }
}

/** Files asked for, each as a small description from which its bytes are made when it is sent. */
export async function putFiles(
  tx: OutboxWriter,
  organ: string,
  { source, from, door }: Message,
  plans: readonly Plan[],
  today: LocalDate,
  now: number,
): Promise<void> {
  for (const [place, plan] of plans.filter((each) => each.do === "send-file").entries()) {
    const make = fileWanted(plan.wants, today);
    await tx.put(
      outboxRows({ organ, key: `${source}/file/${place}`, to: from, body: through(door, { kind: "file", make }) }),
      now,
    );
  }
}

/** Pictures of answers. They hold their numbers, so that picture and words agree also when they are sent later. */
export async function putCharts(
  tx: OutboxWriter,
  organ: string,
  { source, from }: Message,
  charts: readonly Chart[],
  now: number,
): Promise<void> {
  for (const [place, chart] of charts.entries()) {
    const body = { kind: "image", make: { kind: "chart", chart } } as const;
    await tx.put(outboxRows({ organ, key: `${source}/chart/${place}`, to: from, body }), now);
  }
}
