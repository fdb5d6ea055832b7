import { covers, daysOf, indicatorOf, type StandingFact } from "@gongkai/schema";
import type { Query, Target } from "../utterance/meaning.ts";
import { byItsWords } from "./by-its-words.ts";
import { casesNamed, mayName } from "./case-names.ts";
import type { Conversation } from "./conversation.ts";
import { isOfToday, ownOfToday, standingOf } from "./standing-records.ts";
import { caseOf, indicatorKeyOf, periodOf } from "./stated-fact.ts";
import type { View } from "./turn.ts";

/** `sure`: it may be acted on at once. Else the records are shown and asked about. */
export type Found = Readonly<{ records: readonly StandingFact[]; sure: boolean }>;

const MOST_SHOWN = 8;
const NOTHING: Found = { records: [], sure: false };

const UNIT = /[条件次场期个篇人通万元]/gu;
/** 改成5条 after 许可3件和公众号2条 means the one counted in 条. */
function inUnitOf(view: View, records: readonly StandingFact[], text: string): readonly StandingFact[] {
  const units = new Set(text.match(UNIT) ?? []);
  const fitting = records.filter(({ fact }) => {
    const key = indicatorKeyOf(fact);
    return key !== undefined && units.has(indicatorOf(view.catalogue, key as Parameters<typeof indicatorOf>[1]).unit); // keys of standing facts are of the catalogue
  });
  return fitting.length > 0 ? fitting : records;
}

/** 67条那个, 那3件: the record with that figure; 漏了1条 says why, and points at none. */
const BY_ITS_FIGURE =
  /[那这]个?[0-9一二两三四五六七八九十百]{1,4}[条件个篇次场期封份]|[0-9一二两三四五六七八九十百]{1,4}[条件个篇次场期封份]的?那/u;
/** 9条的那个改12 */
const byItsFigure = (view: View, target: Target): Found | undefined =>
  BY_ITS_FIGURE.test(target.text) ? theOneWith(view, target) : undefined;
/** The one of today's own records with the figure that was told. */
function theOneWith(view: View, { text, quantity }: Target): Found | undefined {
  if (quantity === undefined) return undefined;
  const [only, another] = inUnitOf(view, ofQuantity(view, quantity, ownOfToday(view)), text);
  return only && !another ? { records: [only], sure: true } : undefined;
}
function lastOnes(view: View, state: Conversation, { text, quantity }: Target): Found {
  for (const done of state.done) {
    const records = standingOf(view, [...done.recorded, ...done.corrected.map(({ record }) => record)]);
    if (records.length === 0) continue;
    const pointed = quantity !== undefined && BY_ITS_FIGURE.test(text);
    const counted = pointed ? ofQuantity(view, quantity, records) : records;
    const fitting = inUnitOf(view, counted.length > 0 ? counted : records, text);
    const sure = counted.length > 0 && fitting.length === 1 && fitting.every((each) => isOfToday(view, each));
    return { records: fitting, sure };
  }
  return lastInLedger(view);
}

/** After a restart of the talk the ledger still knows what this person said last. */
function lastInLedger(view: View): Found {
  let last: StandingFact | undefined;
  for (const standing of view.standing) if (standing.record.by === view.member.id) last = standing;
  return last ? { records: [last], sure: false } : NOTHING;
}

function fits(view: View, { fact, record }: StandingFact, target: Target): "exactly" | "nearly" | "not" {
  const key = indicatorKeyOf(fact);
  if (target.indicator !== undefined && key !== target.indicator) return "not";
  if (target.among !== undefined && !target.among.some((one) => one === key)) return "not";
  if (target.applicant !== undefined && !("applicant" in fact && fact.applicant === target.applicant)) return "not";
  if (target.via !== undefined && !("via" in fact && fact.via === target.via)) return "not";
  if (target.outcome !== undefined && !("outcome" in fact && fact.outcome === target.outcome)) return "not";
  if (target.channel !== undefined && !("channel" in fact && fact.channel === target.channel)) return "not";
  const colleague = target.who === undefined ? undefined : view.people?.get(target.who);
  if (colleague !== undefined && record.by !== colleague) return "not";
  if (target.who !== undefined && colleague === undefined) {
    const id = caseOf(fact);
    const known = view.cases.find((each) => each.id === id);
    if (!known || !mayName(view, known) || casesNamed([known], target.who).length === 0) return "not";
  }
  const period = periodOf(fact);
  if (period === undefined) return "not";
  if (target.period === undefined || period === target.period) return "exactly";
  return covers(daysOf(target.period), daysOf(period)) ? "nearly" : "not";
}

const ofQuantity = (view: View, quantity: number, records: readonly StandingFact[]): readonly StandingFact[] =>
  records.filter(({ fact }) => {
    if (fact.kind !== "figure-reported") return fact.kind === "nil-attested" ? quantity === 0 : quantity === 1;
    const indicator = Object.entries(view.catalogue).find(([key]) => key === fact.indicator)?.[1];
    return indicator !== undefined && fact.quantity === Math.round(quantity * indicator.scale);
  });

/** 数最大的那条, 最小的那个: by how its figure stands among the day's own. */
const EXTREME = /(?:数)?最(大|多|高|小|少|低)的?那?[条个件笔]/u;
function byExtreme(view: View, { text }: Target): Found | undefined {
  const most = EXTREME.exec(text)?.[1];
  if (most === undefined) return undefined;
  const figures = ownOfToday(view).flatMap((each) =>
    each.fact.kind === "figure-reported" ? [{ each, quantity: each.fact.quantity }] : [],
  );
  const edge = (/[大多高]/u.test(most) ? Math.max : Math.min)(...figures.map(({ quantity }) => quantity));
  const records = figures.filter(({ quantity }) => quantity === edge).map(({ each }) => each);
  return { records, sure: records.length === 1 };
}

function narrowed(view: View, target: Target): Found {
  const exactly: StandingFact[] = [];
  const nearly: StandingFact[] = [];
  for (const standing of view.standing) {
    const fit = fits(view, standing, target);
    if (fit === "exactly") exactly.push(standing);
    else if (fit === "nearly") nearly.push(standing);
  }
  const all = exactly.length > 0 ? exactly : nearly;
  const own = all.filter(({ record }) => record.by === view.member.id);
  const from = own.length > 0 ? own : all;
  const counted = target.quantity === undefined ? from : ofQuantity(view, target.quantity, from);
  const records = (counted.length > 0 ? counted : from).toReversed();
  const [first] = records;
  if (!first) return NOTHING;
  if (counted.length === 0 && BY_ITS_FIGURE.test(target.text))
    return { records: records.slice(0, MOST_SHOWN), sure: false }; // 67条那个, where none has 67
  const alone = records.length === 1 && target.ref === "last"; // 5月那条, of two: which
  const recent = alone || /刚|上一|上[条个笔]|最后|最近|前一|前面|last/u.test(target.text);
  if (recent && isOfToday(view, first) && first.record.by === view.member.id) return { records: [first], sure: true };
  const told = target.period !== undefined || target.who !== undefined || isOfToday(view, first);
  return { records: records.slice(0, MOST_SHOWN), sure: records.length === 1 && told && own.length > 0 };
}

/** 不对，公众号是4条 right after an echo is about the one of its lines that fits, not about last year's posts. */
function justEchoed(view: View, state: Conversation, target: Target): Found | undefined {
  const [done] = state.done;
  if (!state.echoed || !done) return undefined;
  const fitting = standingOf(view, done.recorded).filter((standing) => fits(view, standing, target) === "exactly");
  const [only, more] = fitting;
  if (!only || more || !isOfToday(view, only)) return undefined;
  // 咨询那条, where both the line and the website have one of today
  const others = [...view.standing].some(
    (each) => each.id !== only.id && isOfToday(view, each) && fits(view, each, target) !== "not",
  );
  return target.among !== undefined && others ? undefined : { records: [only], sure: true };
}

/** Whether the target says anything of the record but its place. */
export const isNarrowed = ({ indicator, among, period, channel, applicant, via, outcome, who }: Target): boolean =>
  [indicator, among, period, channel, applicant, via, outcome, who].some((narrowing) => narrowing !== undefined);

const GENERIC =
  "答复|回复|办结|受理|刚才|刚刚|刚|上面|前面|后面|最后|昨天|今天|前天|错|报|记|录|登|发|不对|算了|改|把|我|那|这|是|的|了|啊|哎|嗯|哦|,|，|。|\\d";
/** 补偿费那条: a thing by a name no record bears. */
const NAMES_A_THING = new RegExp(`(?:^|[,，。；;])(?:(?!${GENERIC})[\u4e00-\u9fa5]){2,6}那[条笔件个]`, "u");
/** The last record and the others of today's it may have been; none is sure. */
function besides(view: View, last: Found): Found {
  const own = ownOfToday(view);
  return own.length < 2 ? last : { records: own.toReversed().slice(0, MOST_SHOWN), sure: false };
}

/** 许可那条, of which today told two: which */
const NAMED_AND_POINTED = /^(?!.*(?:刚|上一|最后|前面))[\u4e00-\u9fa5]{2,8}那[条笔件个]/u;
/** 那得改成7条, right after a figure was told: the record behind that figure. */
const SPEAKS_OF_TOLD = /^那/u;
const toldIn = ({ indicators, period, channel }: Query): Target => ({
  ...(indicators?.length === 1 && indicators[0] ? { indicator: indicators[0] } : {}),
  ...(period === null ? {} : { period }),
  ...(channel === null ? {} : { channel }),
  text: "",
});

/** The records a correction or withdrawal may mean, the likeliest first. */
export function findRecords(view: View, state: Conversation, target: Target): Found {
  const found = likeliest(view, state, target);
  if (found.sure && found.records.length === 1 && !NAMES_A_THING.test(target.text)) return found;
  const own = ownOfToday(view);
  const among = found.records.length > 1 ? found.records : own;
  const worded = isNarrowed(target) && found.records.length < 2 ? undefined : byItsWords(state, among, target.text);
  return worded ? { records: [worded], sure: isOfToday(view, worded) } : found;
}

function likeliest(view: View, state: Conversation, target: Target): Found {
  if (typeof target.ref === "object") {
    const id = state.listed[target.ref.nth - 1];
    const records = id === undefined ? [] : standingOf(view, [id]);
    return { records, sure: records.length === 1 };
  }
  const { period } = target;
  if (!isNarrowed(target)) {
    const told = state.asked && SPEAKS_OF_TOLD.test(target.text) ? narrowed(view, toldIn(state.asked)) : NOTHING;
    if (told.records.length === 1) return { ...told, sure: true };
    const extreme = byExtreme(view, target);
    if (extreme) return extreme;
    const figured = byItsFigure(view, target);
    if (figured) return figured;
    const last = lastOnes(view, state, target);
    return NAMES_A_THING.test(target.text) ? besides(view, last) : last;
  }
  const echoed = justEchoed(view, state, target);
  const found = narrowed(view, target);
  const several =
    NAMED_AND_POINTED.test(target.text) && found.records.filter((each) => isOfToday(view, each)).length > 1;
  if (echoed && period === undefined && !several) return echoed;
  // 微博那个是3280不是3208: the followers, by what was written
  if (found.records.length === 0 && target.quantity !== undefined && target.channel !== undefined)
    return theOneWith(view, target) ?? NOTHING;
  return echoed && found.records.length < 2 ? echoed : found; // 今天的许可, of which there are two: which
}
