import type { Member } from "@gongkai/schema";
import type { Step } from "../dialogue/turn.ts";
import { outboxRows } from "../outbox/body.ts";
import type { OutboxWriter } from "../store/outbox-port.ts";
import { lateFactWords, reportedForWords } from "../wording/notice-words.ts";
import type { Context } from "../wording/say-words.ts";
import type { Message } from "./message.ts";
import { sectionLabel, type TalkingOffice } from "./talking-office.ts";

/** Tells a section's head what somebody reported for it, and the disclosure office who wants into a closed month. */
export async function tellOthers(
  tx: OutboxWriter,
  office: TalkingOffice,
  speaker: Member,
  { source }: Message,
  { plans, say }: Step,
  context: Context,
  now: number,
): Promise<void> {
  const who = `${speaker.name}（${sectionLabel(office, speaker.section)}）`;
  for (const plan of plans) {
    if (plan.do === "tell-heads") {
      const kept = say.find((saying) => saying.say === "kept");
      const lines = kept?.lines.filter(({ section }) => section === plan.section) ?? [];
      const words = reportedForWords(who, sectionLabel(office, plan.section), lines, context);
      const heads = office.members().filter((each) => each.section === plan.section && isOf(each, "head"));
      await tell(tx, office, heads, speaker, `${source}/head/${plan.section}`, words, now);
    } else if (plan.do === "tell-clerks") {
      const words = lateFactWords(who, plan.month, plan.text, context.today);
      const clerks = office.members().filter((each) => isOf(each, "clerk"));
      await tell(tx, office, clerks, speaker, `${source}/clerk/${plan.month}`, words, now);
    }
  }
}

const isOf = ({ active, roles }: Member, role: Member["roles"][number]): boolean => active && roles.includes(role);

async function tell(
  tx: OutboxWriter,
  { office }: TalkingOffice,
  to: readonly Member[],
  speaker: Member,
  key: string,
  content: string,
  now: number,
): Promise<void> {
  for (const { id } of to.filter((each) => each.id !== speaker.id)) {
    await tx.put(outboxRows({ organ: office.key, key: `${key}/${id}`, to: id, body: { kind: "text", content } }), now);
  }
}
