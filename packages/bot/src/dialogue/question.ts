import type { CaseId, DisputeKind, Fact, Month, ResultGroup } from "@gongkai/schema";
import type { About, Change, Oddity } from "../utterance/meaning.ts";
import type { ShownRow } from "./batch.ts";
import type { Line } from "./line.ts";

/** A tappable answer; `key` is what the dialogue acts on. */
export type Option = Readonly<{
  key: string;
  label: string;
  /** Other words that mean this answer. */
  also?: readonly string[];
}>;

/** What is asked, by name: the wording room has one sentence for each. */
export type Asked = Readonly<
  | { name: "card"; lines: readonly Line[]; because: CardReason; words: string }
  | { name: "slot"; about: About; why: string; words: string; clause: string; indicator: string | null }
  | { name: "batch"; rows: readonly ShownRow[]; again: boolean }
  | { name: "overlap"; nil: boolean; fact: Fact; standing: readonly Line[] }
  | { name: "which-year"; words: string; month: boolean }
  | { name: "reopening"; month: Month; lines: readonly Line[] }
  | { name: "which-section"; lines: readonly Line[]; unknown: string | null; choices: boolean }
  | { name: "which-record"; upon: Upon; lines: readonly Line[] }
  | { name: "which-case"; words: string; who: string | null; named: number }
  | { name: "which-step"; case: CaseId }
  | { name: "which-outcome"; case: CaseId }
  | { name: "which-decision"; case: CaseId; kind: DisputeKind }
  | { name: "result-row"; case: CaseId; group: ResultGroup }
  | { name: "correct-what"; lines: readonly Line[] }
  | { name: "lawsuit-route" }
  | { name: "lawsuit-original" }
  | { name: "denied"; lines: readonly Line[] }
>;
export type Question = Readonly<{ asked: Asked; options: readonly Option[] }>;

/** Why a complete reading is shown as a card before it is written. */
export type CardReason = Oddity["why"] | "unknown-section" | "far-off" | "month-not-over" | "same-again";

/**
 * What is done once the record it is about is known. `by`: how many more the record is to say, in the unit of talk; negative where it
 * said too many.
 */
export type Upon = Readonly<
  | { do: "correct"; set: Change }
  | { do: "change-by"; by: number }
  | { do: "withdraw" }
  | { do: "deny" }
  | { do: "restore" }
>;

const POLITE =
  /^(?:是|就是|那就|那|应该是|我要|选|选择|嗯|好|要|对)+[，,、\s]*|(?:吧|呀|啊|哦|的|呢|了|啦|那个|那条|那件|这个|那一个)+$/gu;
const PUNCTUATION = /[\s，,。.！!？?、：:；;“”"'（）()【】]/gu;

const bare = (text: string): string => text.normalize("NFKC").replace(PUNCTUATION, "").toLowerCase();
const core = (text: string): string => {
  const left = bare(text.trim().replace(POLITE, ""));
  return left === "" ? bare(text) : left;
};

// 2件 is a figure, 第2件 a place in the list
const ORDINALS: readonly RegExp[] = [
  /^(?:[1一]|第[1一](?:个|条|项|件|种|笔)?|选?a)$/u,
  /^(?:[2二]|第[2二](?:个|条|项|件|种|笔)?|选?b)$/u,
  /^(?:[3三]|第[3三](?:个|条|项|件|种|笔)?|选?c)$/u,
  /^(?:[4四]|第[4四](?:个|条|项|件|种|笔)?|选?d)$/u,
  /^(?:[5五]|第[5五](?:个|条|项|件|种|笔)?|选?e)$/u,
  /^(?:[6六]|第[6六](?:个|条|项|件|种|笔)?|选?f)$/u,
  /^(?:[7七]|第[7七](?:个|条|项|件|种|笔)?)$/u,
  /^(?:[8八]|第[8八](?:个|条|项|件|种|笔)?)$/u,
];

type Worded = Readonly<{ option: Option; words: readonly string[] }>;
const worded = (options: readonly Option[]): readonly Worded[] =>
  options.map((option) => ({ option, words: [option.label, ...(option.also ?? [])].map(core) }));

/** The option a reply names by its very words or by its place in the list; nothing else may be in the reply. */
export function namedOption(text: string, options: readonly Option[]): Option | undefined {
  const said = core(text);
  if (said === "") return undefined;
  const [exact, another] = worded(options).filter(({ words }) => words.includes(said));
  if (exact) return another ? undefined : exact.option;
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(bare(text)));
  return place >= 0 ? options[place] : undefined;
}

/** The option a reply means: named outright, or the only one whose words are in the reply (or the other way round). */
export function optionOf(text: string, options: readonly Option[]): Option | undefined {
  const named = namedOption(text, options);
  const said = core(text);
  if (named || said === "") return named;
  const near = worded(options).filter(({ words }) =>
    words.some((word) => word.length > 1 && (said.includes(word) || (said.length > 1 && word.includes(said)))),
  );
  return near.length === 1 ? near[0]?.option : undefined;
}
