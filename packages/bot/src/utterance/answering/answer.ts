import { ask, type Why } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { isNaming, isWork } from "../binding/features.ts";
import type { Answer, Ask, Draft, Hearing, Item, Meaning } from "../meaning.ts";
import { isMark } from "../reading.ts";
import { readingOf, understand } from "../understand.ts";
import { anew } from "./anew.ts";
import { anyway } from "./anyway.ts";
import { byBody } from "./by-body.ts";
import { byChannel } from "./by-channel.ts";
import { byHotline } from "./by-hotline.ts";
import { byMonth } from "./by-month.ts";
import { byResult } from "./by-result.ts";
import { bare, choiceIn } from "./choice-in.ts";
import { countedUp } from "./counted-up.ts";
import { dated, isOfAnotherDay } from "./dated.ts";
import { contradicts, filled } from "./draft-filled.ts";
import { asksLeft } from "./draft-slots.ts";
import { figureInTalk } from "./in-talk.ts";
import { inUnit } from "./in-unit.ts";
import { plainReply } from "./plain-reply.ts";
import { renamed } from "./renamed.ts";
import { madeBy, settledBy, settledWith } from "./settled.ts";

const DROPS =
  /^(?:唉|哎|先|那|就|还是|我|咱)*(?:取消|算了|不记|不用记?|别记|不报|作罢|不要|没事|当我没说|先不改|先不动|不用改|不用动|不改|含在.{0,6}里|包含在.{0,4}里|算在.{0,6}里|在里头|先不记|不删|先不删|别删|不撤|别撤|不用管|不管(?:它|(?:这|那)个(?![不别算放搁缓]))?|都不是|放弃|cancel|吧|了|啦|(?<=.)[,，。](?=.)|(?:这|那)[个条件项](?:就|先|还是|暂时)*(?=[不别算放搁缓])|不[报记说](?:这|那)[个条件项](?![不别算放搁缓])|(?:放|缓)一?[放缓]|搁(?:着|一搁|一边))+$/;
/** What lets go is a few words; a long row of them, tried in every way it can be cut, would never end. */
const LONGEST_DROP = 24;
const letsGo = (words: string): boolean => words.length <= LONGEST_DROP && DROPS.test(words);
const YES =
  /^(?:对|是|嗯|好|确认|没错|可以|行|ok|okay|yes|y|就是|记吧|记上吧?|确定|正确|没问题|对头|是这样|无误|同意|准确|好嘞)+(?:的|啊|呀|了|哦|吧|对)*$/;
const NO = /^(?:不是|不对|不|错了?|否|no|不行|不正确|不准确|有误|n)(?:的|啊|呀|了|哦)*$/;
const DROPS_PART = /^([^，,。；;]{2,12}?)的?(?:就|先)?(?:不记|别记|不报|不要|不用记|不算)(?:了|吧)?(?:[，,。；;]|$)/;
const DROPS_FIRST = /^[^，,。；;]*[，,。；;]\s*/;
/** 视频号的不记了，光记许可: what is asked about is let go. */
const dropsPart = ({ text, asks }: Draft, reply: string): boolean => {
  const clauses = reply.split(/[，,。；;]/);
  // 没这一项啊，那视频号不报了; 只算公众号，解读不算 names what is to be kept first
  const all = asks[0]?.why === "platform-not-kept" ? clauses : clauses.slice(0, 1);
  const parts = all.map((clause) => DROPS_PART.exec(clause.trim())?.[1]?.replace(/^那/, ""));
  return parts.some((part) => part !== undefined && part.length > 1 && text.includes(part));
};

/** The first phrase of a reply, and what else it reports: 公众号，另外处罚1件. */
function phrasesOf(text: string, names: (words: string) => boolean): readonly [string, string] {
  const at = /[,，。；;\n]|另外|此外|还有|顺便/.exec(text)?.index ?? -1;
  if (at <= 0) return [text, ""];
  const after = text.slice(at).replace(/^[,，。；;\n\s]+/, "");
  // 今天预决算另外挂了2条 is one report; 公众号另外处罚1件 two
  return after.length === text.length - at && !names(after) ? [text, ""] : [text.slice(0, at), after];
}

/** A report that stands on its own feet is no answer, unless it repeats the very figure that is pending. */
function isNewReport(meaning: Meaning, draft: Draft, hearing: Hearing): boolean {
  if (meaning.act !== "record") return false;
  if (meaning.items.length > 1) return true;
  const [item] = meaning.items;
  if (!item) return false;
  const sameThing = draft.indicator === undefined || draft.indicator.value === item.indicator.value;
  const told = figuresOf(readingOf({ ...hearing, text: draft.text }).tokens).flatMap(({ figure }) =>
    figure.type === "exact" ? [figure.value] : [],
  );
  // 今天还审核了14条信息, while 一条昨天的，一条今天的 waits for its name
  const open = draft.indicator === undefined && draft.quantity === undefined && told.length > 0;
  const sameFigure = open
    ? told.includes(item.quantity.value)
    : draft.quantity === undefined ||
      draft.asks.some(({ why }) => why === "increase-not-reading") || // 涨了2100, then 现在是31870
      draft.quantity.value === item.quantity.value;
  return !(sameThing && sameFigure);
}

const NOT_OURS: ReadonlySet<string> = new Set(["not-done", "nothing-done", "somebody-elses"]);

/** 今天培训1次, before a comma: a report that the answer in its words (今天) may not swallow. */
function isReport(meaning: Meaning, draft: Draft, hearing: Hearing): boolean {
  if (isNewReport(meaning, draft, hearing)) return true;
  const told = meaning.act === "ask" ? [...meaning.sure, ...meaning.drafts] : [];
  return told.some(({ indicator, quantity }) => indicator !== undefined && quantity !== undefined);
}

/** 不用改，还是两条; 含在6件里，不用改: nothing is to be added or changed. */
const KEEPS =
  /^(?:不用改|不用动|不用记|不用加|不改|含在|包含在|包括在|已经算在|算在|(?:就|都)?在[^，,。]{0,6}(?:里头|里面|之内)[，,]?(?:不用?另加|不另算|不另记|不加))[^，,。]{0,8}(?:[，,。\s]+(?:还是|就是|就|不用|已经|含在|算在|总数|没变)[^，,。]{0,12})?[。!！]?$/;

/** Says the same work and figure as the draft, with its channel, which was asked about. */
const repeats = (item: Item, { indicator, quantity, period, asks }: Draft): boolean =>
  asks.every(({ about }) => about === "channel") &&
  indicator?.value === item.indicator.value &&
  quantity?.value === item.quantity.value &&
  (item.period.certainty === "implied" || item.period.value === period?.value);

/** 好像是公众号, 不止2件: what is itself in doubt settles nothing. */
const HEDGED = /好像|可能|也许|似乎|记不清|不确定|说不准|不止|不到|超过|将近|多于|少于|至少|最多|起码/;

function askedAgain(draft: Draft, question: Ask, words: string, why: Why = "quantity-approximate"): Draft {
  if (question.about !== "quantity") return draft;
  return { ...draft, asks: [ask(why, words), ...asksLeft(draft, ["quantity"])] };
}

/** 7月的许可改成17件, while something else waits: it names the record it mends. */
const isCorrectionOfAnother = (meaning: Meaning, { indicator }: Draft): boolean =>
  meaning.act === "correct" && meaning.target.indicator !== undefined && meaning.target.indicator !== indicator?.value;

const BARE_FIGURE = /^(?:[0-9]{1,7}|[一二两三四五六七八九十百千万零]{1,7})[条件个篇次期场份封起人]?$/;

/** 昨天，行政处罚4件, while 4 penalties wait for their day: the same once more is no report of its own. */
function saysAgain(meaning: Meaning, { indicator, quantity }: Draft): boolean {
  const [item, another] = meaning.act === "record" ? meaning.items : [];
  return (
    item !== undefined &&
    another === undefined &&
    item.indicator.value === indicator?.value &&
    item.quantity.value === quantity?.value
  );
}

const MENDS: ReadonlySet<Meaning["act"]> = new Set(["correct", "undo"]);
const elsewhere: ReadonlySet<Meaning["act"]> = new Set(["query", "help", "export", "undo", "text"]);
/** What is said behind an answer, if it says something by itself: 应该是19条 behind a name mends no other record. */
function ownMeaning(meaning: Meaning): Meaning | null {
  if (meaning.act === "correct" && meaning.target.ref === "last" && meaning.target.indicator === undefined) return null;
  return meaning.act === "ignore" ? null : meaning;
}

/** Reads a message as the reply to a pending question about `draft`. Chit-chat, questions and new reports are `other`. */
export function answer(draft: Draft, hearing: Hearing): Answer {
  const both = draft.asks[0]?.why === "post-or-disclosure" && BOTH.test(hearing.text);
  const spoken = both ? "都算" : plainReply(hearing.text);
  const reply = spoken === hearing.text ? hearing : { ...hearing, text: spoken };
  const found = dated(answered(draft, reply), reply);
  if (isOfAnotherDay(draft, found, reply)) return { kind: "other" };
  const counted = found.kind === "other" ? figureInTalk(draft, reply) : null;
  return counted === null ? found : answered(draft, { ...reply, text: counted });
}

/** 新媒体和解读两边都算: both are named again. */
const BOTH =
  /^(?:新媒体|公众号|推文|发布|政策|解读|和|跟|与|、|那|就)+(?:(?:两[边个样]|都)?都(?:算|记|要)|各(?:算|记|报)?[一1]?[条篇个]?)[的吧了上]*[。!]?$/;

/** Answers of their own kind, the first that fits. */
const SPECIAL: readonly ((draft: Draft, hearing: Hearing) => Answer | null)[] = [
  byBody,
  renamed,
  byMonth,
  anew,
  inUnit,
  anyway,
  byChannel,
  countedUp,
  byResult,
  byHotline,
];

function answered(draft: Draft, hearing: Hearing): Answer {
  for (const special of SPECIAL) {
    const found = special(draft, hearing);
    if (found) return found;
  }
  const whole = readingOf(hearing);
  const plain = bare(whole.text);
  const question = draft.asks[0];
  if (letsGo(plain)) return { kind: "drops" };
  if (dropsPart(draft, hearing.text)) {
    // 那视频号不报了。抖音发了2条: what is reported instead
    const rest = understand({ ...hearing, text: hearing.text.replace(DROPS_FIRST, "") });
    return rest.act === "record" ? { kind: "no", rest } : { kind: "drops" };
  }
  const tapped = question && choiceIn(whole.text, question, false);
  if (tapped?.drops) return { kind: "drops" };
  if (tapped?.makes) return madeBy(tapped) ?? { kind: "other" };
  if (question && tapped) return { kind: "answers", draft: settledBy(tapped, draft, question), rest: null };
  if (YES.test(plain)) return { kind: "yes" };
  const [phrase, after] = phrasesOf(hearing.text, (text) => readingOf({ ...hearing, text }).tokens.some(isNaming));
  const restOf = (text: string) => {
    const own = text.trim() === "" ? null : ownMeaning(understand({ ...hearing, text }));
    return own && saysAgain(own, draft) ? null : own;
  };
  // 唉先不报了，案卷还在审: let go, and why
  const meaning = understand(hearing);
  if (letsGo(bare(phrase)) && !/^(?:吧|了|啦)+$/.test(bare(phrase)) && !MENDS.has(meaning.act)) {
    const own = restOf(after);
    return own && own.act !== "ask" ? { kind: "no", rest: own } : { kind: "drops" };
  }
  if (NO.test(bare(readingOf({ ...hearing, text: phrase }).text))) return { kind: "no", rest: restOf(after) };
  const spoken = readingOf({ ...hearing, text: phrase }).text;
  // 4条，第5条是社区自己账号发的不算: the figure, and what is not counted
  if (question?.about === "quantity" && after !== "" && BARE_FIGURE.test(phrase.trim())) {
    const counted = filled(readingOf({ ...hearing, text: phrase }), draft);
    const own = restOf(after);
    if (counted) return { kind: "answers", draft: counted, rest: own?.act === "record" ? own : null };
  }
  const named = question && after !== "" ? choiceIn(spoken, question, false) : undefined;
  if (KEEPS.test(hearing.text.trim())) return { kind: "drops" };
  if (/改回(?:去|来)/.test(hearing.text)) return { kind: "other" }; // of a record
  if (question?.why === "subset-counted") return { kind: "other" }; // a part is taken or let go, and has no slot to fill
  // 保交房进度那个，在咱们公众号上，两条都是: the whole of it once more
  const [item, more] = meaning.act === "record" ? meaning.items : [];
  if (question && item && !more && repeats(item, draft))
    return { kind: "answers", draft: { ...draft, ...item, asks: [] }, rest: null };
  // 今天废止的规章，2件, where it was asked which: the whole of it in other words
  const asksWhich = question?.about === "indicator" && draft.indicator === undefined;
  if (asksWhich && item && !more && draft.quantity?.value === item.quantity.value)
    return {
      kind: "answers",
      draft: {
        ...draft,
        ...item,
        period: item.period.certainty === "said" ? item.period : (draft.period ?? item.period),
        asks: [],
      },
      rest: null,
    };
  // 都算，解读也算推文也算: both, and that again
  if (named?.makes && meaning.act !== "record") return madeBy(named) ?? { kind: "other" };
  // 咨询的，问医保的: the choice in its very words, and what it was about
  if (question && named && !named.drops && !named.makes && meaning.act === "ignore")
    return settledWith(named, draft, question, after, restOf);
  // 12393，咨询热线: the choice stands behind
  const last =
    question && after !== "" && !named
      ? choiceIn(readingOf({ ...hearing, text: after }).text, question, false)
      : undefined;
  if (question && last && !last.drops && !last.makes && /^[0-9a-z]+$/.test(bare(phrase)))
    return { kind: "answers", draft: settledBy(last, draft, question), rest: null };
  if (elsewhere.has(meaning.act)) return { kind: "other" };
  if (isCorrectionOfAnother(meaning, draft)) return { kind: "other" };
  if (meaning.act === "ignore" && NOT_OURS.has(meaning.why)) return { kind: "other" }; // 下周培训2次 is a plan
  if (!question || isNewReport(meaning, draft, hearing)) {
    const answersFirst =
      question && after !== "" && !isReport(understand({ ...hearing, text: phrase }), draft, hearing);
    // 公众号上的，还有微博2条: the slot, then a report of its own
    const slot = answersFirst ? filled(readingOf({ ...hearing, text: phrase }), draft) : null;
    const [choice] = answersFirst ? [choiceIn(readingOf({ ...hearing, text: phrase }).text, question)] : [];
    if (
      question &&
      !choice &&
      slot &&
      phrase.length <= 8 &&
      !figuresOf(readingOf({ ...hearing, text: phrase }).tokens).length
    )
      return { kind: "answers", draft: slot, rest: restOf(after) };
    if (!question || !choice || choice.drops) return { kind: "other" };
    return madeBy(choice) ?? { kind: "answers", draft: settledBy(choice, draft, question), rest: restOf(after) };
  }
  if (HEDGED.test(whole.text)) return { kind: "answers", draft: askedAgain(draft, question, hearing.text), rest: null };
  const reading = readingOf({ ...hearing, text: phrase });
  const choice = choiceIn(reading.text, question);
  const otherwise = contradicts(figuresOf(reading.tokens)[0], draft, new Set(draft.asks.map(({ about }) => about)));
  if (choice && !choice.drops && !otherwise) return settledWith(choice, draft, question, after, restOf);
  const strange = whole.tokens.filter((token) => token.kind === "unknown" || isMark(token, "chat", "plan")).length;
  // 快报一条，数据一条: the parts, and not what they come to
  const parts = figuresOf(whole.tokens).filter(({ figure }) => figure.measure === "count");
  if (
    question.about === "quantity" &&
    parts.length > 1 &&
    whole.tokens.every((token) => !isNaming(token) || isMark(token, "foreign"))
  )
    return { kind: "answers", draft: askedAgain(draft, question, hearing.text, "same-twice"), rest: null };
  const plainly = strange === 0 || (question.about === "applicant" && parts.length === 0);
  const one = plainly ? (filled(whole, draft) ?? null) : null;
  const two = filled(reading, draft);
  if (one && (after === "" || !two || one.asks.length < two.asks.length || one.period?.value !== two.period?.value))
    return { kind: "answers", draft: one, rest: null };
  const open = new Set(draft.asks.map(({ about }) => about));
  const { tokens: behind } = readingOf({ ...hearing, text: after });
  // 今天的，今天发了2条, where 213 wait for their day
  if (!behind.some(isWork) && contradicts(figuresOf(behind)[0], draft, open)) return { kind: "other" };
  if (two && !reading.tokens.some((token) => token.kind === "unknown" && token.text.length > 2))
    return { kind: "answers", draft: two, rest: restOf(after) };
  return { kind: "other" };
}
