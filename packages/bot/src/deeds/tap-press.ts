import type { Tap } from "../dialogue/turn.ts";
import type { ButtonPress } from "../wecom/card-handle.ts";

const OPTION = "option:";
/** The submit button of a ballot: the option is among what was ticked. */
export const CHOOSE = "choose";

/** Taps on the cards of a talk; the monthly card has its own. */
export type TalkTap = Exclude<Tap, { tap: "month" }>;

/** What a button carries so that its tap comes back: names of things, never the right to do anything with them. */
export function pressOf(tap: TalkTap): ButtonPress {
  if (tap.tap === "option") return { deed: `${OPTION}${tap.key}`, record: tap.question, version: 0 };
  return { deed: tap.tap, record: tap.source, version: tap.version ?? 0 };
}

export const ballotPress = (question: string): ButtonPress => ({ deed: CHOOSE, record: question, version: 0 });

/** The tap behind a pressed button; `undefined` for a button that is none of the talk's. */
export function tapOf({ deed, record, version }: ButtonPress, ticked: readonly string[]): TalkTap | undefined {
  if (deed.startsWith(OPTION)) return { tap: "option", question: record, key: deed.slice(OPTION.length) };
  switch (deed) {
    case CHOOSE: {
      const [key, another] = ticked;
      return key === undefined || another !== undefined ? undefined : { tap: "option", question: record, key };
    }
    case "undo":
    case "change":
      return { tap: deed, source: record, version };
    default:
      return undefined;
  }
}
