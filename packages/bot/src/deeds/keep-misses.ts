import type { Step, View } from "../dialogue/turn.ts";
import type { MissKeeper } from "../store/talk-port.ts";
import type { Meaning } from "../utterance/meaning.ts";
import type { Message } from "./message.ts";
import type { TalkingOffice } from "./talking-office.ts";

/** Applicants' names do not go into what is read to improve understanding. */
export function masked(text: string, meaning: Meaning, view: View): string {
  const spoken =
    meaning.act === "record" ? meaning.items : meaning.act === "ask" ? [...meaning.sure, ...meaning.drafts] : [];
  const names = [...spoken.map(({ who }) => who?.value ?? null), ...view.cases.map(({ named }) => named.name)];
  return names
    .filter((name): name is string => name !== null && name.length > 1)
    .reduce((hidden, name) => hidden.replaceAll(name, "某某"), text)
    .replace(/\d{6,}/gu, (digits) => "·".repeat(digits.length));
}

/** What had to be asked, read back or mended is kept, so that the next version understands it. */
export async function keepMisses(
  tx: MissKeeper,
  { office }: TalkingOffice,
  { source, text }: Message,
  meaning: Meaning,
  { act, card, asks }: Step,
  view: View,
  at: number,
): Promise<void> {
  const kind = card ? "carded" : act === "ask" ? "asked" : act === "correct" ? "corrected" : undefined;
  if (kind === undefined) return;
  const reading = JSON.stringify({
    act: meaning.act,
    asks: asks ?? [],
    why: meaning.act === "ask" ? meaning.ask.why : null,
  });
  await tx.keepMiss({
    organ: office.key,
    key: source,
    at,
    kind,
    text: masked(text, meaning, view),
    reading,
    became: null,
  });
}
