import { indicatorOf } from "@gongkai/schema";
import type { Item, Target } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import type { Pending } from "./conversation.ts";
import { changeOf, mendItem } from "./deny.ts";
import { beginsWithYes, nodOf } from "./nod.ts";
import { type CardReason, optionOf } from "./question.ts";
import { deniedQuestion } from "./questions.ts";
import { isBareTarget } from "./undo.ts";
import { clashesInUnit } from "./unit-clash.ts";
import { sectionNamed } from "./which-section.ts";
import type { Work } from "./work.ts";

type CardMatter = Extract<Pending, { at: "card" }>;
type DeniedMatter = Extract<Pending, { at: "denied" }>;

/** Cards that ask whether something is one more: a no to them means that nothing is missing. */
const AGAIN: ReadonlySet<CardReason> = new Set(["said-before", "same-again", "month-not-over"]);

/** A yes, or for an unknown section the name of the right one, writes the card once; a no asks what it should be; 不对，是5条 mends it and writes. */
export function settleCard(work: Work, pending: CardMatter, key: string | undefined): boolean {
  const { meaning, text } = work.turn;
  const nod = nodOf(text);
  const answer = key ?? (nod === undefined ? optionOf(text, pending.question.options)?.key : nod);
  const agreed = answer === "yes" || (meaning.act !== "record" && meaning.act !== "correct" && beginsWithYes(text));
  const misplaced = pending.oddity === "unknown-section";
  const named = misplaced && key === undefined ? sectionNamed(work.view, text) : undefined;
  if (agreed || named !== undefined) {
    work.settle(pending.id);
    const section = named ?? work.view.member.section;
    for (const item of pending.items) admit(work, item, pending.said, misplaced ? { section } : {});
    return true;
  }
  if (meaning.act === "correct" && isBareTarget(meaning.target)) {
    work.settle(pending.id);
    const [first, ...others] = pending.items;
    if (first) admit(work, mendItem(first, meaning.set, text), pending.said);
    for (const item of others) admit(work, item, pending.said);
    return true;
  }
  if (answer === "drop" || key === "no" || (answer === "no" && AGAIN.has(pending.oddity))) {
    work.settle(pending.id);
    work.say.push({ say: "dropped", words: pending.said.text });
    work.act = "ignore";
    return true;
  }
  if (answer !== "no") return false;
  work.settle(pending.id);
  work.wait({ at: "denied", items: pending.items }, deniedQuestion([]), pending.said, "target");
  return true;
}

/** 3月收费是9.6万元, when 9.8 was denied: the denied item by its name. */
const names = ({ indicator, period, channel }: Target, item: Item): boolean =>
  indicator === item.indicator.value &&
  (period === undefined || period === item.period.value) &&
  (channel === undefined || channel === item.channel?.value);

/** After a denial: a whole report is taken as it is, a part of one mends what was denied. */
export function settleDenied(work: Work, pending: DeniedMatter): boolean {
  const { meaning, text } = work.turn;
  const [item] = pending.items;
  const nod = nodOf(text);
  if (nod === "drop" || nod === "no") {
    work.settle(pending.id);
    work.say.push({ say: "dropped", words: pending.said.text });
    return true;
  }
  if (meaning.act === "correct" && item && (isBareTarget(meaning.target) || names(meaning.target, item))) {
    work.settle(pending.id);
    admit(work, mendItem(item, meaning.set, text), pending.said);
    return true;
  }
  if (meaning.act === "ask" && item && meaning.sure.length === 0 && meaning.drafts.length === 1 && meaning.drafts[0]) {
    const { channel, ...change } = changeOf(meaning.drafts[0]);
    const { channels } = indicatorOf(work.view.catalogue, change.indicator ?? item.indicator.value);
    const set = channels && channel ? { ...change, channel } : change;
    if (Object.keys(set).length === 0) return false;
    if (set.quantity !== undefined && clashesInUnit(work.view, set.indicator ?? item.indicator.value, text))
      return false;
    work.settle(pending.id);
    admit(work, mendItem(item, set, text), pending.said);
    return true;
  }
  if (meaning.act === "record") work.settle(pending.id);
  return false;
}
