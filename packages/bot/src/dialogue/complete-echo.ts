import { type Fact, indicatorOf, type StandingFact } from "@gongkai/schema";
import type { About, Draft, Item } from "../utterance/meaning.ts";
import { readBack } from "./admit.ts";
import { VIA_WORDS } from "./case-terms.ts";
import { lineOf } from "./line.ts";
import { askWhich, mayMend } from "./mend.ts";
import { storedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

const LONGEST = 14; // characters: a completion is a few words, a report is more
const MORE = /^(?:再|又|还有?|另外|追加|补)/u;

/**
 * 网站上, 是昨天的, 个人 right after an echo: it fills what the echoed record left open and never makes a second one.
 * Only one record, only a slot that was not said.
 */
export function completeEcho(work: Work): boolean {
  const [done] = work.state.done;
  const text = work.turn.text.trim();
  if (!work.state.echoed || !done || text.length > LONGEST) return false;
  const found = done.recorded.flatMap((id) => {
    const standing = work.view.find(id);
    return standing && !standing.withdrawn ? [standing] : [];
  });
  const [standing, another] = found;
  const [item] = done.items;
  if (!standing || another || !item) return false;
  const becomes = completed(work, standing, item);
  if (!becomes && otherDay(work, standing, item)) return true;
  if (!becomes || !mayMend(work, standing, [standing.fact, becomes])) return false;
  work.act = "correct";
  work.correct(standing.id, standing.fact, becomes, standing.record.section);
  work.say.push({
    say: "corrected",
    before: lineOf(standing),
    after: { ...lineOf(standing), fact: becomes, periodImplied: false },
  });
  return true;
}

function completed(work: Work, { fact, record, correctedBy }: StandingFact, item: Item): Fact | undefined {
  if (fact.kind === "application-opened" && fact.via === null) {
    const via = VIA_WORDS.find(([, words]) => words.test(work.turn.text))?.[0];
    if (via) return { ...fact, via };
  }
  if (fact.kind !== "figure-reported") return undefined;
  const { channels } = indicatorOf(work.view.catalogue, item.indicator.value);
  const channel = channels && fact.channel === null ? probed(work, item, "channel")?.channel?.value : undefined;
  if (channel) return { ...fact, channel };
  const undated = record.periodImplied && correctedBy === null;
  const period = undated ? probed(work, item, "period")?.period?.value : undefined;
  return period === undefined || period === fact.period ? undefined : { ...fact, period };
}

/** 昨天的, when another day was said: what was said may be meant to change, so it is asked. */
function otherDay(work: Work, standing: StandingFact, item: Item): boolean {
  if (standing.fact.kind !== "figure-reported" || standing.record.periodImplied) return false;
  const period = probed(work, item, "period")?.period?.value;
  if (period === undefined || period === standing.fact.period) return false;
  askWhich(work, [standing], { do: "correct", set: { period } }, work.said);
  return true;
}

/** Reads the message as the answer to a question about one open slot of the echoed item. */
function probed(work: Work, item: Item, about: Extract<About, "channel" | "period">): Draft | undefined {
  const { channel: _channel, period: _period, ...known } = item;
  const kept = about === "channel" ? { period: item.period } : { channel: item.channel };
  const ask = { about, why: about === "channel" ? "channel-which" : "period-which", words: item.text, choices: [] };
  const answered = work.turn.answer({ ...known, ...kept, asks: [ask] });
  return answered.kind === "answers" && answered.rest === null && answered.draft.asks.length === 0
    ? answered.draft
    : undefined;
}

const MORE_OF_IT = /也|又|还有|另外/u;
/** 14件, right after the record became 14: said once more, and nothing new. */
export function sameFigure(work: Work, draft: Draft): boolean {
  const [done] = work.state.done;
  const agreed = /^(?:对|是|嗯|没错|就是)/u.test(work.turn.text.trim()) ? (done?.recorded ?? []) : []; // 对，是14件
  const [changed, another] = [...(done?.corrected ?? []).map(({ record }) => record), ...agreed];
  if (!work.state.echoed || !changed || another || draft.indicator || !draft.quantity) return false;
  const found = work.view.find(changed);
  if (found?.fact.kind !== "figure-reported" || found.withdrawn) return false;
  if (draft.channel && draft.channel.value !== found.fact.channel) return false; // 公众号也推了一篇
  if (MORE_OF_IT.test(work.turn.text)) return false;
  const indicator = { value: found.fact.indicator as Item["indicator"]["value"], certainty: "said", text: "" } as const; // of a fact that stands
  if (storedQuantity(work.view, { indicator, quantity: draft.quantity }) !== found.fact.quantity) return false;
  if (agreed.length > 0) {
    work.act = "ignore";
    work.say.push({ say: "agreed" });
    return true;
  }
  work.act = "correct";
  work.say.push({ say: "unchanged", line: lineOf(found) });
  return true;
}

/** 再加2件 right after an echo of one record is read back as two more of the same. */
export function moreOfTheSame(work: Work, draft: Draft): boolean {
  const [done] = work.state.done;
  const [item, another] = done?.items ?? [];
  if (!work.state.echoed || !item || another || !draft.quantity || draft.indicator) return false;
  if (!MORE.test(work.turn.text.trim()) || item.nil) return false;
  if (draft.asks.some(({ about }) => about === "channel" || about === "intent")) return false; // 还有粉丝现在是5200
  const more: Item = { ...item, quantity: draft.quantity, period: draft.period ?? item.period, text: draft.text };
  readBack(work, [more], work.said, "same-again");
  return true;
}
