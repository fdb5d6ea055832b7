import { type IndicatorKey, indicatorOf } from "@gongkai/schema";
import { ask, said } from "../ask.ts";
import type { Ask, Choice, Draft, Item, Oddity } from "../meaning.ts";
import { isMark, type Reading, type Said, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { applicantNamed } from "./applicant-name.ts";
import { type Candidate, keyOf } from "./candidate.ts";
import { isDone } from "./clause.ts";
import { dateOf } from "./dating.ts";
import { featuresOf } from "./features.ts";
import type { Gathered } from "./gather.ts";
import { nameOf } from "./naming.ts";
import { quantityOf } from "./quantity.ts";
import { settleRepeats } from "./repeats.ts";
import type { Residue } from "./residue.ts";
import { settleTotals } from "./totals.ts";

type Task = Readonly<{ gathered: Gathered; residue: Residue | null; reading: Reading; done: boolean }>;
/** An item when every slot is filled; a draft with its questions where one is not. */
type Settled = Readonly<{ item: Item; draft: null } | { item: null; draft: Draft }>;
type Settling = Settled & Readonly<{ odd: boolean; dropped: boolean }>;
const draftOf = ({ item, draft }: Settled): Draft => draft ?? { ...item, asks: [] };

const personOf = (tokens: readonly Token[]) =>
  tokens.find(
    (token) =>
      (token.kind === "span" && token.span === "person") || (token.kind === "word" && token.word.is === "person"),
  );

/** Happenings that carry their own count when one occasion is named (convention 12). */
const EVENTS = /^(?:publicity|training|inspection)\./;
const HOLDS = /^(?:上线|登上|录制|录了|出席|亮相|参与|召开|举办|举行|组织|组织开展|开展|接受|上|参加|做客|走进|开)$/;

/** 督查3个科室, 行风热线接听电话8个: what is counted stands beside the occasion, and is not the occasion. */
function countsSomethingElse(tokens: readonly Token[], unit: string): boolean {
  if (unit !== "个") return true;
  const at = tokens.findIndex((token) => token.kind === "figure");
  const next = tokens[at + 1];
  const other = (token: Token) =>
    token.kind === "unknown" ||
    isMark(token, "office", "outsider", "role", "foreign") ||
    (isMark(token, "noun") && /电话|来电|诉求|线索|企业|单位|科室|部门/.test(token.text)) ||
    (token.kind === "word" && token.word.is === "applicant");
  return (
    (next !== undefined && (other(next) || isMark(next, "noun"))) ||
    tokens.slice(0, at).some((token) => token.kind === "unknown" || /电话|来电|诉求|线索/.test(token.text))
  );
}

/** Fills the slots of one candidate; what cannot be filled becomes its questions. */
function settle(
  candidate: Candidate,
  { gathered, reading, done }: Task,
  actor: Token | undefined,
  section: Token | undefined,
): Settling {
  const { name, figure, features, tokens, nil } = candidate;
  const { now } = reading;
  const text = features.text;
  const asks: Ask[] = [];
  const key = "key" in name ? name.key : undefined;
  if (name.type === "ask") asks.push(name.ask);
  if (name.type === "empty") asks.push(ask("indicator-missing", text));
  const dated = dateOf(candidate.dates, key, now, done);
  const longNil = nil && "ask" in dated && dated.ask.why !== "period-long";
  const nilDay =
    nil && ("period" in dated ? dated.period.certainty === "implied" || dated.period.value.length === 10 : longNil);
  if ("ask" in dated) asks.push(dated.ask);
  // without a name the unit cannot be checked; only what is no figure at all is asked about already
  const counted = figure ? quantityOf(figure, key ?? "gauge.site_visits", text) : null;
  if (counted && "ask" in counted && (key || counted.ask.about === "quantity")) asks.push(counted.ask);
  if (
    key &&
    EVENTS.test(key) &&
    figure?.type === "exact" &&
    figure.measure === "count" &&
    countsSomethingElse(tokens, figure.unit)
  )
    asks.push(ask("unit-other", text));
  if (key === "publicity.hotline_show" && figure?.type === "exact" && /接听|接了|接到|来电|接通/.test(text))
    asks.push(ask("unit-other", text)); // calls at the show are no shows
  if (nil && key && !indicatorOf(reading.vocabulary.catalogue, key).nil) asks.push(ask("quantity-missing", text));
  if (tokens.some((token) => isMark(token, "more")) && key?.startsWith("gauge."))
    asks.push(ask("increase-not-reading", text));
  if (
    figure &&
    tokens.some((token) => isMark(token, "increase") && /^(?:比|多|少|涨|掉|降|下降|上涨|减少)/.test(token.text))
  )
    asks.push(ask("increase-not-reading", text));
  if (tokens.some((token) => isMark(token, "not", "nil")) && figure && figure.type !== "approximate")
    asks.push(ask("mood-negated", text));
  const kept = key ? indicatorOf(reading.vocabulary.catalogue, key).channels : undefined;
  const ofCase = key?.startsWith("application.") ?? false;
  const person = ofCase ? personOf(tokens)?.text : undefined;
  const words = gathered.candidates.length === 1 ? reading.text : text;
  const who = person ?? (key === "application.received" ? applicantNamed(words) : undefined);
  const attribute = <T>(value: T | undefined) => (value === undefined ? null : said(value, text));
  const named = name.type === "named" || name.type === "ask" ? name : undefined;
  const channel = named && "channel" in named ? (named.channel ?? null) : null;
  const indicator = key ? said<IndicatorKey>(key, text) : null;
  const quantity = counted && "quantity" in counted ? counted.quantity : nil ? said(0, text) : null;
  const period = "period" in dated ? dated.period : null;
  const slots = {
    channel:
      channel && (kept === undefined ? name.type === "ask" : kept.includes(channel)) ? said(channel, text) : null,
    nil: nil || quantity?.value === 0,
    applicant: attribute(named?.applicant),
    via: attribute(named?.via ?? features.vias[0]),
    outcome: attribute(named?.outcome),
    who: who === undefined ? null : said(who, who),
    subject: null,
    actor: actor && person === undefined ? said(actor.text, actor.text) : null,
    section: section ? said(section.text, section.text) : null,
    text,
  };
  const odd = counted !== null && "quantity" in counted && counted.odd;
  const dropped = name.type === "foreign" || nilDay;
  if (asks.length === 0 && indicator && quantity && period)
    return { item: { indicator, quantity, period, ...slots }, draft: null, odd, dropped };
  const draft: Draft = {
    ...slots,
    ...(indicator ? { indicator } : {}),
    ...(quantity ? { quantity } : {}),
    ...(period ? { period } : {}),
    asks: quantity && period ? asks.map((one) => withBoth(one, { ...slots, quantity, period })) : asks,
  };
  return { item: null, draft, odd, dropped };
}

/** A post that is a disclosure as well may be both: then the answer makes two items. */
function withBoth(question: Ask, slots: Omit<Item, "indicator">): Ask {
  if (question.why !== "post-or-disclosure") return question;
  const makes = question.choices.flatMap(({ sets: { indicator, channel } }) =>
    indicator ? [{ ...slots, indicator, channel: channel ?? slots.channel }] : [],
  );
  const both: Choice = {
    label: "两样都算",
    also: ["都算", "两个都算", "两边都算", "两边都记", "都记", "都要", "各算一条"],
    sets: {},
    makes,
  };
  return { ...question, choices: [...question.choices, both] };
}

/** 好几次采访, 多场培训: more than one, and how many is not said. */
const SEVERAL = /好?几[次场期回个]|[多数][次场期]|若干|好多|不少|一些|两三/;

/** A named thing without a figure: one when it is one occasion that took place, else its figure is asked. */
function lackingCandidate(
  { tokens, clause }: Gathered["lacking"][number],
  { reading, done, gathered }: Task,
): Candidate {
  const features = featuresOf(tokens);
  const { catalogue } = reading.vocabulary;
  const name = nameOf(features, { catalogue, measure: "none", unit: "", value: null });
  const key = "key" in name ? name.key : undefined;
  const happened =
    isDone(tokens) ||
    tokens.some((token) => token.kind === "date" && token.when.type === "day" && token.when.period < reading.now.day) ||
    (done && tokens.some((token) => isMark(token, "verb"))) ||
    tokens.some((token) => HOLDS.test(token.text));
  const particular =
    tokens.some((token) => token.kind === "date") ||
    personOf(tokens) !== undefined ||
    tokens.some((token) => token.kind === "span" && /^(?:ordinal|clock)$/.test(token.span));
  const told = key?.startsWith("publicity.") === true && isDone(tokens); // 开了季度新闻发布会
  const several = SEVERAL.test(features.text);
  const oneEvent = key !== undefined && EVENTS.test(key) && happened && (particular || told) && !several;
  const oneCase =
    key?.startsWith("application.") && tokens.some((token) => isMark(token, "that-one") && /件|份/.test(token.text));
  const alone = oneEvent
    ? gathered.candidates.every((other) => keyOf(other) !== key)
    : gathered.candidates.length === 0;
  const one = (oneEvent || oneCase) && alone;
  const own = tokens.filter((token) => token.kind === "date");
  // 昨天网站公开5条，公众号也推了: on the day that was said before
  const before = gathered.candidates.findLast((other) => other.clause < clause && other.dates.length > 0)?.dates ?? [];
  return {
    tokens,
    features,
    name,
    figure: one ? { type: "exact", value: 1, measure: "none", unit: "", implied: true } : null,
    nil: false,
    dates: own.length > 0 ? own : before,
    inherited: false,
    part: null,
    underColon: false,
    more: false,
    clause: -1,
  };
}

/** 部门决算和三公经费决算，今天公开预决算2份: named once more, with its figure, in the next breath. */
const isSetting = (lacking: Gathered["lacking"][number], { candidates }: Gathered): boolean => {
  const { keys, marks } = featuresOf(lacking.tokens);
  const [key, other] = keys;
  const next = candidates.find(({ clause }) => clause === lacking.clause + 1);
  // 减税降费专题上线，新增专栏1个
  if (keys.length === 0 && marks.has("column") && next && keyOf(next) === "column.added") return true;
  return key !== undefined && !other && next?.name.type === "named" && next.name.key === key && !next.inherited;
};

/** 清理4条，咨询今天21个: what goes before a day of its own has none, unless that day is today, which is meant anyway. */
const earlierThanFirstDate = (candidates: readonly Candidate[], today: string) =>
  candidates.length > 1 &&
  candidates[0]?.dates.length === 0 &&
  candidates.some(({ dates }) => dates.some(({ when }) => !("period" in when && when.period === today)));

const without = (draft: Draft, why: Ask): Draft => ({ ...draft, asks: [...draft.asks, why] });

/** From bound figures to a record, or to one question that names what is missing. */
export function itemsOf(task: Task): Said {
  const { gathered, residue, reading } = task;
  const { trailing, trouble, lacking } = gathered;
  const late = earlierThanFirstDate(gathered.candidates, reading.now.day);
  const bound = gathered.candidates.map((one) =>
    one.dates.length === 0 && trailing.length > 0 ? { ...one, dates: trailing } : one,
  );
  const totals = settleTotals(bound);
  const repeats = settleRepeats(totals.candidates);
  const missing = lacking.filter((one) => !isSetting(one, gathered)).map((one) => lackingCandidate(one, task));
  const actor = personOf(reading.tokens);
  const section = reading.tokens.find(
    (token) => (token.kind === "word" && token.word.is === "section") || isMark(token, "office"),
  );
  const settled = [...repeats.candidates, ...missing].map((one) => {
    const result = settle(one, task, actor, section);
    const named = result.draft?.asks.some(({ about }) => about === "indicator" || about === "intent");
    if (one.figure || one.nil || named) return result;
    const draft = without(draftOf(result), ask("quantity-missing", textOf(one.tokens)));
    return { ...result, item: null, draft };
  });
  const live = settled.filter(({ dropped }) => !dropped);
  if (live.length === 0) {
    if (trouble) return oneQuestion(ask(trouble.why, trouble.words), []);
    const foreign = repeats.candidates.some((one) => one.name.type === "foreign");
    if (!foreign) return { act: "ignore", why: "nothing-done" };
    return oneQuestion(ask("not-kept", reading.text), []);
  }
  const general = trouble
    ? ask(trouble.why, trouble.words)
    : (totals.ask ?? repeats.ask ?? (late ? ask("period-which", reading.text) : null));
  const foreign = settled.some(
    ({ dropped }, at) =>
      dropped &&
      repeats.candidates[at]?.name.type === "foreign" &&
      !/阅读|点赞|评论|播放|转发|观看|浏览|收藏|曝光|满意|好评|评价/.test(repeats.candidates[at]?.features.text ?? ""),
  );
  const items = live.flatMap(({ item }) => (item ? [item] : []));
  const drafts = live.flatMap(({ draft }) => (draft ? [draft] : []));
  // 许可15件，其中网上办理9件: the whole is certain, only the part is asked about
  if (general && totals.aside && items.length > 0 && drafts.length === 0 && !residue)
    return oneQuestion(general, items);
  if (general)
    return {
      act: "ask",
      sure: [],
      drafts: live.map(draftOf).map((draft, at) => (at === 0 ? { ...draft, asks: [general, ...draft.asks] } : draft)),
      ask: general,
    };
  if (residue?.many) return oneQuestion(ask("words-unknown", residue.words), []);
  if (foreign) return oneQuestion(ask("not-kept", reading.text), items);
  const [first] = drafts;
  const question = first?.asks[0];
  // an orphan figure may belong to any of them, and 发群里了 be where they went: then nothing is certain
  const orphan = drafts.some(
    ({ asks, indicator, quantity }) =>
      asks.some(({ why }) => why === "indicator-missing" || why === "two-things") ||
      (quantity === undefined && asks.some(({ why }) => why === "platform-not-kept")) ||
      items.some((item) => item.indicator.value === indicator?.value),
  );
  if (question) {
    const open = residue !== null || orphan;
    const other = items.filter((item) => drafts.every(({ indicator }) => indicator?.value !== item.indicator.value));
    const later = open ? other.map((item): Draft => ({ ...item, asks: [] })) : []; // written once the question is settled
    return { act: "ask", sure: open ? [] : items, drafts: [...drafts, ...later], ask: question };
  }
  const oddities: Oddity[] = [
    ...(residue ? [{ why: "residue" as const, words: residue.words }] : []),
    ...(repeats.stutter ? [{ why: "stutter" as const, words: repeats.stutter }] : []),
    ...live.filter(({ odd }) => odd).map((one) => ({ why: "unusual-size" as const, words: draftOf(one).text })),
  ];
  return { act: "record", items, oddities };
}

const oneQuestion = (question: Ask, sure: readonly Item[]): Said => ({
  act: "ask",
  sure,
  drafts: [{ text: question.words, asks: [question] }],
  ask: question,
});
