import type { Answer, Ask, Draft, Meaning } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import type { Pending, Said } from "./conversation.ts";
import { namedOption } from "./question.ts";
import { slotQuestion } from "./questions.ts";
import { inTwo } from "./two-parts.ts";
import { clashesInUnit } from "./unit-clash.ts";
import { lackOf, wholeItem } from "./whole-item.ts";
import type { Work } from "./work.ts";

type DraftMatter = Extract<Pending, { at: "draft" }>;

/** Asks the next open slot of the first draft; a draft with none left is written and the next one is taken. */
export function askDrafts(work: Work, drafts: readonly Draft[], said: Said): void {
  const [first, ...others] = drafts;
  if (!first) return;
  const item = wholeItem(first);
  if (item) {
    admit(work, item, said);
    askDrafts(work, others, said);
    return;
  }
  const ask = first.asks[0] ?? { about: lackOf(first), why: "still-open", words: first.text, choices: [] };
  work.wait({ at: "draft", drafts }, slotQuestion(ask, first), said, ask.about);
}

/** Reads the message as the answer to an open slot. False: it is a message of its own. */
export function settleDraft(
  work: Work,
  pending: DraftMatter,
  key: string | undefined,
  hear: (work: Work, rest: Meaning) => void,
): boolean {
  const [draft, ...others] = pending.drafts;
  if (!draft) return false;
  const answered = answerTo(work, pending, draft, key);
  switch (answered.kind) {
    case "answers":
      work.settle(pending.id);
      askDrafts(work, [answered.draft, ...others], pending.said);
      hearRest(work, answered.rest ?? leftOver(work, answered.draft, key), hear);
      return true;
    case "drops":
      work.settle(pending.id);
      work.say.push({ say: "dropped", words: draft.text });
      askDrafts(work, others, pending.said);
      return true;
    case "no":
      work.settle(pending.id);
      if (answered.rest) hear(work, answered.rest);
      else work.say.push({ say: "dropped", words: draft.text });
      return true;
    case "yes":
    case "other":
      return false;
  }
}

/** Whether the message fills a slot of the first draft. */
export function answersDraft(work: Work, pending: DraftMatter): boolean {
  const [draft] = pending.drafts;
  return draft !== undefined && answerTo(work, pending, draft, undefined).kind === "answers";
}

function hearRest(work: Work, rest: Meaning | null, hear: (work: Work, rest: Meaning) => void): void {
  if (rest) hear(work, rest);
}

/** What the message reports besides the answer may not be lost: whole items of another kind than the one asked about. */
function leftOver(work: Work, { indicator }: Draft, key: string | undefined): Meaning | null {
  const { meaning } = work.turn;
  if (key !== undefined || (meaning.act !== "record" && meaning.act !== "ask")) return null;
  const whole = meaning.act === "record" ? meaning.items : meaning.sure;
  const items = whole.filter((item) => item.indicator.value !== indicator?.value);
  return items.length === 0 ? null : { act: "record", items, oddities: [] };
}

/** 多打了俩零，126件 and 打多了，是15件 speak of the figure that is asked about; 少报了2件 of a record. */
const MISTYPED = /[打写输按敲加]了?.{0,3}(?:零|0|位)|[打写输按敲报][多少错]了[，,。]|实为|应为/u;
const DENIED = /^(?:不是|不属于|并不是|不算)([^，,。；;]*?)(?:[，,。；;\s]*(?:而是|应该是|是)(.+))?$/u;

function answerTo(work: Work, pending: DraftMatter, draft: Draft, key: string | undefined): Answer {
  if (key !== undefined) return ofChoice(draft, Number(key));
  const denied = DENIED.exec(work.turn.text.trim());
  if (denied && denied[1] !== "") return denied[2] === undefined ? REFUSED : work.turn.answer(draft, denied[2]);
  const answered = work.turn.answer(draft);
  if (answered.kind === "answers") {
    const { meaning } = work.turn;
    const size = draft.asks[0]?.why === "quantity-out-of-proportion" && MISTYPED.test(work.turn.text);
    const ofFigure = draft.asks[0]?.about === "quantity" || draft.asks[0]?.about === "intent";
    if (!size && ofFigure && meaning.act === "ask" && meaning.ask.about === "target") return { kind: "other" }; // 少报了2件 speaks of a record
    return isOwnReport(work, draft, answered.draft) || isOtherwiseCounted(work, draft, answered.draft)
      ? { kind: "other" }
      : { ...answered, draft: withSlotsSaid(work, answered.draft) };
  }
  const [only, another] = pending.question.options;
  if (answered.kind === "yes" && only && !another) return ofChoice(draft, 0);
  if (answered.kind !== "other") return answered;
  const option = namedOption(work.turn.text, pending.question.options);
  return option ? ofChoice(draft, Number(option.key)) : answered;
}

/** 不对，是网上办事: of another work than was offered, and an answer all the same. */
const IS_ANOTHER = /^(?:不对|不是的?|错了|哦|噢|嗯|啊|[，,。!！\s])*(?:应该|那|就|其实)*是/u;
const roomOf = (indicator: string): string => indicator.slice(0, indicator.indexOf("."));

/**
 * 微博推了2条, while 公众号推了 waits for its figure, is a report of its own: what it says of itself contradicts the
 * draft, or it names a kind of work that was not offered.
 */
function isOwnReport({ turn: { meaning, text } }: Work, draft: Draft, settled: Draft): boolean {
  const choices =
    draft.asks[0]?.choices.flatMap(({ sets }) => (sets.indicator ? [roomOf(sets.indicator.value)] : [])) ?? [];
  const offered = choices.length === 0 || !settled.indicator || choices.includes(roomOf(settled.indicator.value));
  if (!offered && !IS_ANOTHER.test(text)) return true;
  const [one, another] = toldIn(meaning);
  if (!one || another) return false;
  const alone = inTwo(text) === undefined; // of two parts the second may well say something else
  if (alone && (SLOTS.some((slot) => saysOther(draft, one, slot)) || isHalfReport(draft, one, text))) return true;
  if (draft.quantity || one.quantity?.value !== settled.quantity?.value) return false;
  const otherChannel = draft.channel && one.channel && one.channel.value !== draft.channel.value;
  const otherWork = draft.indicator && one.indicator && one.indicator.value !== draft.indicator.value;
  return Boolean(otherChannel || (otherWork && meaning.act === "record"));
}

/** 发了3条, 处罚: the figure, said before or now, is not in the unit of the work. */
function isOtherwiseCounted({ view, turn: { text } }: Work, draft: Draft, settled: Draft): boolean {
  if (!settled.indicator || !settled.quantity || IS_ANOTHER.test(text)) return false;
  const words = draft.quantity ? draft.text : (inTwo(text)?.[0] ?? text);
  return clashesInUnit(view, settled.indicator.value, words);
}

/** 处罚办完了, 全年许可300件: what it leaves open itself is not what was asked. */
function isHalfReport(draft: Draft, { asks = [] }: Told, text: string): boolean {
  const open = (about: string, of: readonly Pick<Ask, "about">[]) => of.some((each) => each.about === about);
  const told = asks.filter(({ why, words }) => why !== "after-midnight" || words !== ""); // at night no day said is asked about as well
  if (open("period", told) && !open("period", draft.asks)) return true;
  return open("quantity", asks) && open("indicator", draft.asks) && /(?:了|完|好)[。.！!\s]*$/u.test(text);
}

type Told = Pick<Draft, "indicator" | "channel" | "quantity" | "period"> & Partial<Pick<Draft, "asks">>;
const toldIn = (meaning: Meaning): readonly Told[] =>
  meaning.act === "record" ? meaning.items : meaning.act === "ask" ? [...meaning.sure, ...meaning.drafts] : [];

const SLOTS = ["indicator", "quantity", "period", "channel"] as const;
/** Questions that may change a slot although it was said. */
const ABOUT: Readonly<Record<(typeof SLOTS)[number], readonly string[]>> = {
  indicator: ["indicator", "channel", "intent"], // followers of a platform are an indicator each
  quantity: ["quantity", "unit", "target", "intent"],
  period: ["period"],
  channel: ["channel", "indicator"],
};

/** Other work, another figure, day or platform than the one already said and not asked about. */
function saysOther(draft: Draft, told: Told, slot: (typeof SLOTS)[number]): boolean {
  const abouts = ABOUT[slot];
  const [known, said] = [draft[slot], told[slot]];
  if (
    known?.certainty !== "said" ||
    said?.certainty !== "said" ||
    draft.asks.some(({ about }) => abouts.includes(about))
  )
    return false;
  return known.value !== said.value;
}

/** 3月网站政策解读8条, in answer to 一共多少: the month and the platform said with the answer are its own. */
function withSlotsSaid({ turn: { meaning, text } }: Work, settled: Draft): Draft {
  if (inTwo(text) !== undefined) return settled;
  const [one, another] = toldIn(meaning);
  if (!one || another) return settled;
  const dated = one.period?.certainty === "said" && settled.period?.certainty !== "said";
  const sameWork = one.indicator?.value === settled.indicator?.value;
  const placed = sameWork && one.channel && !settled.channel;
  return {
    ...settled,
    ...(dated && one.period ? { period: one.period } : {}),
    ...(placed ? { channel: one.channel } : {}),
    asks: settled.asks.filter(({ about }) => !(dated && about === "period") && !(placed && about === "channel")),
  };
}

/** 不是规范性文件: what was offered is refused and nothing put in its place. */
const REFUSED: Answer = { kind: "no", rest: null };

/** A tapped choice, or one named by its number, settles its slots without being read as a sentence. */
function ofChoice(draft: Draft, place: number): Answer {
  const [ask, ...open] = draft.asks;
  const choice = ask?.choices[place];
  if (!choice) return { kind: "other" };
  if (choice.drops) return { kind: "drops" };
  if (choice.makes) {
    return { kind: "no", rest: { act: "record", items: choice.makes, oddities: [] } };
  }
  return { kind: "answers", draft: { ...draft, ...choice.sets, asks: open }, rest: null };
}
