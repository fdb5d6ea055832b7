import { canonicalJson, covers, daysOf, indicatorOf, type StandingFact } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import type { Pending } from "./conversation.ts";
import { type Line, lineOf } from "./line.ts";
import { mayMend } from "./mend.ts";
import { sameChannel, standingBefore } from "./overlapping.ts";
import { optionOf } from "./question.ts";
import { standingOf } from "./standing-records.ts";
import { figureOf, isDay, sectionOf } from "./stated-fact.ts";
import type { Work } from "./work.ts";

type OverlapMatter = Extract<Pending, { at: "overlap" }>;
export type OverlapAnswer = "replace" | "add" | "same";

// in this order: 再加1条，一共2条 adds, whatever the sum is called
const WORDS: readonly (readonly [OverlapAnswer, RegExp])[] = [
  ["add", /再加|另外|加上|追加|累加|新增的|不含|不包含|没包含|还有/u],
  ["same", /就是这些|包含|包括|含在|重复|同一批|报过|记过/u],
  ["replace", /替换|为准|换成|换掉|改成|改为|覆盖|更正|一共|总共|总数|合计|全部是/u],
];

/** What a reply to the overlap question means. A sum said in the reply decides before its words. */
export function overlapAnswer(
  text: string,
  numbers: Readonly<{ stated: number; standing: number }>,
): OverlapAnswer | undefined {
  const said = text.match(/\d+(?:\.\d+)?/gu)?.map(Number) ?? [];
  if (said.includes(numbers.stated + numbers.standing) && numbers.standing !== 0) return "add";
  return WORDS.find(([, words]) => words.test(text))?.[0];
}

/** 替换 / 另外再加 / 就是这些. */
export function settleOverlap(work: Work, pending: OverlapMatter, key: string | undefined): boolean {
  const { item, said } = pending;
  const records = recordsOf(work, pending);
  const answer = key ?? optionOf(work.turn.text, pending.question.options)?.key ?? fromWords(work, pending, records);
  if (answer === undefined) return false;
  work.settle(pending.id);
  const section = sectionOf(work.view, item, said.text) ?? work.view.member.section;
  if (hasChanged(work, pending, section)) {
    work.say.push({ say: "changed-meanwhile" });
    admit(work, item, said, { section, year: true });
    return true;
  }
  if (answer === "same") {
    work.say.push({ say: "left-as-it-stands", lines: records.map(lineOf) });
    work.act = "ignore";
    return true;
  }
  const merged = answer === "add" ? mergedItem(work, item, records) : undefined;
  const ends = answer === "replace" ? records : (merged?.ends ?? []);
  if (!ends.every((each) => mayMend(work, each, [each.fact]))) return true;
  for (const each of ends) {
    work.withdraw(each.id, each.record.section, said);
    work.end(lineOf(each));
  }
  admit(work, merged?.item ?? item, said, { section, year: true, overlap: true });
  return true;
}

const recordsOf = (work: Work, { standing }: OverlapMatter): readonly StandingFact[] =>
  standingOf(
    work.view,
    standing.flatMap(({ record }) => record ?? []),
  );

/** Whether other figures stand now than were shown: a late answer is no answer to them. */
function hasChanged(work: Work, { item, said, standing }: OverlapMatter, section: string): boolean {
  const told = ({ record, fact }: Line) => canonicalJson({ record, fact });
  const now = standingBefore(work.view, item, section, said.text).figures.map(told);
  const shown = standing.map(told);
  return now.length !== shown.length || now.some((line) => !shown.includes(line));
}

type Merged = Readonly<{ item: Item; ends: readonly StandingFact[] }>;

/**
 * 另外再加 over a longer figure becomes one figure for the longest of the periods, the sum of all: two figures for
 * overlapping periods would be found as counted twice. Figures of one day simply stand beside each other, and so do
 * figures of two channels.
 */
function mergedItem(work: Work, item: Item, all: readonly StandingFact[]): Merged | undefined {
  const channel = item.channel?.value ?? null;
  const records = all.filter(
    ({ fact }) => fact.kind === "figure-reported" && sameChannel(fact.indicator, fact.channel, channel),
  );
  if (records.length === 0) return undefined;
  const periods = [item.period.value, ...records.flatMap(({ fact }) => ("period" in fact ? [fact.period] : []))];
  if (periods.every((period) => isDay(period))) return undefined;
  const widest = periods.find((period) => periods.every((other) => covers(daysOf(period), daysOf(other))));
  if (widest === undefined) return undefined;
  const { scale } = indicatorOf(work.view.catalogue, item.indicator.value);
  const standing = records.reduce((sum, { fact }) => sum + ("quantity" in fact ? fact.quantity : 0), 0) / scale;
  const quantity = { ...item.quantity, value: item.quantity.value + standing };
  const period = { value: widest, certainty: "said", text: item.period.text } as const;
  return { item: { ...item, quantity, period }, ends: records };
}

function fromWords(work: Work, { item }: OverlapMatter, records: readonly StandingFact[]): OverlapAnswer | undefined {
  const { scale } = indicatorOf(work.view.catalogue, item.indicator.value);
  const fact = figureOf(work.view, item);
  const standing = records.reduce((sum, each) => sum + ("quantity" in each.fact ? each.fact.quantity : 0), 0);
  const stated = "quantity" in fact ? fact.quantity : 0;
  const answer = overlapAnswer(work.turn.text, { stated: stated / scale, standing: standing / scale });
  return item.nil && answer === "add" ? undefined : answer; // nothing is added to a zero
}
