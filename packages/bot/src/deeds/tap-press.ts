import { Month } from "@gongkai/schema";
import type { Tap } from "../dialogue/turn.ts";
import type { ButtonPress } from "../wecom/card-handle.ts";

const OPTION = "option:";
const MONTH = { nothing: "month-nothing", fill: "month-fill" } as const;
/** The submit button of a ballot: the option is among what was ticked. */
export const CHOOSE = "choose";

/** What a button carries so that its tap comes back: names of things, never the right to do anything with them. */
export function pressOf(tap: Tap): ButtonPress {
  if (tap.tap === "option") return { deed: `${OPTION}${tap.key}`, record: tap.question, version: 0 };
  if (tap.tap === "month") return { deed: MONTH[tap.does], record: `${tap.month}/${tap.section}`, version: 0 };
  return { deed: tap.tap, record: tap.source, version: tap.version ?? 0 };
}

export const ballotPress = (question: string): ButtonPress => ({ deed: CHOOSE, record: question, version: 0 });

/** The tap behind a pressed button; `undefined` for a button that is none of the talk's. */
export function tapOf({ deed, record, version }: ButtonPress, ticked: readonly string[]): Tap | undefined {
  if (deed.startsWith(OPTION)) return { tap: "option", question: record, key: deed.slice(OPTION.length) };
  switch (deed) {
    case CHOOSE: {
      const [key, another] = ticked;
      return key === undefined || another !== undefined ? undefined : { tap: "option", question: record, key };
    }
    case "undo":
    case "change":
      return { tap: deed, source: record, version };
    case MONTH.nothing:
      return monthOf(record, "nothing");
    case MONTH.fill:
      return monthOf(record, "fill");
    default:
      return undefined;
  }
}

function monthOf(record: string, does: "nothing" | "fill"): Tap | undefined {
  const at = record.indexOf("/");
  const month = Month.safeParse(record.slice(0, at));
  return at > 0 && month.success ? { tap: "month", does, month: month.data, section: record.slice(at + 1) } : undefined;
}
