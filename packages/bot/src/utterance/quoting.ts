import { ask } from "./ask.ts";
import type { Meaning, Target } from "./meaning.ts";

/** A message that quotes an earlier one as the platform pastes it: 「words」, a line of dashes, what is said of it. */
export type Quoting = Readonly<{ words: string; rest: string }>;

const QUOTING = /^\s*[「“"]([^」”"]{1,500})[」”"]\s*\n[ \t]*[-—－–]{1}[-—－– \t]{2,}\n([\s\S]+)$/u;
/** 「王芳：今天许可3件」: whose words they were. */
const SPEAKER = /^[^：:\n]{1,12}[：:](?=\s*\S)/u;

export function quotingOf(text: string): Quoting | undefined {
  const [, words = "", rest = ""] = QUOTING.exec(text) ?? [];
  return rest.trim() === "" ? undefined : { words, rest: rest.trim() };
}

/** Names a record by itself: by its work, its figure, its person or its place in a list. */
const namesARecord = ({ ref, text: _, ...narrowing }: Target): boolean =>
  typeof ref === "object" || Object.values(narrowing).some((part) => part !== undefined);

/**
 * What is said under a quote. The quoted words report nothing again; they say which record 这条 is. Days in them are not
 * taken along: 今天 was another day when it was said.
 */
export function underQuote({ words, rest }: Quoting, meaning: Meaning, read: (text: string) => Meaning): Meaning {
  if ((meaning.act !== "correct" && meaning.act !== "undo") || namesARecord(meaning.target)) return meaning;
  const quoted = [words, words.replace(SPEAKER, "")].map(read).find((each) => each.act === "record");
  const [item, ...more] = quoted?.act === "record" ? quoted.items : [];
  if (!item || more.length > 0) {
    const question = ask("target-missing", words);
    return { act: "ask", sure: [], drafts: [{ text: rest, asks: [question] }], ask: question };
  }
  const target: Target = {
    indicator: item.indicator.value,
    quantity: item.quantity.value,
    ...(item.channel ? { channel: item.channel.value } : {}),
    text: words,
  };
  return { ...meaning, target };
}
