import { ask, type Why } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { anchorDates } from "../dates/anchor.ts";
import type { RecordPart, Target } from "../meaning.ts";
import { isMark, type Reader, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { targetWords, valueBetween } from "./amended-value.ts";
import { amendedWithReason } from "./amended-with-reason.ts";
import { byHowMuch } from "./by-how-much.ts";
import { changeOf } from "./change.ts";
import {
  AGREES_AND_EXCUSES,
  FIRMLY_THEN,
  HESITATES,
  INTO,
  IS_RIGHT,
  IS_THEN,
  MENDS,
  NOT_WRITTEN,
  ONLY_IN_TRUTH,
  PART_OF_IT,
  PART_WAS_WRONG,
  REFERS,
  RELATIVE,
  STRONG,
  WAS,
  WHY,
  WRONG,
} from "./correction-words.ts";
import { fieldsAmended } from "./fields-amended.ts";
import { followersMeant } from "./followers-meant.ts";
import { inParts } from "./in-parts.ts";
import { isOfSomethingElse, isReading, isReportUpTo, mendsItsName } from "./mends-nothing.ts";
import { notButOf } from "./not-but.ts";
import { mistypedValue, onlyValue } from "./only-value.ts";
import { otherPart } from "./other-part.ts";
import { severalAmended } from "./several-amended.ts";
import { swapped } from "./swapped.ts";
import { targetOf } from "./target.ts";
import { trulyWhen } from "./truly-when.ts";
import { twoValues } from "./two-values.ts";
import { writtenAs } from "./written-as.ts";

const questionAbout = (why: Why, text: string): Said => {
  const question = ask(why, text);
  return { act: "ask", sure: [], drafts: [{ text, asks: [question] }], ask: question };
};

function changedBy(text: string): Said {
  const said = questionAbout("correct-what", text);
  const by = byHowMuch(text);
  return said.act === "ask" && by !== undefined ? { ...said, by } : said;
}
const withParts = (said: Said, more: Readonly<{ parts?: readonly RecordPart[]; swaps?: readonly Target[] }>): Said =>
  said.act === "ask" ? { ...said, ...more } : said;

type Stretch = readonly [from: number, to: number];

/** `pattern` is global and holds at least one character. */
function firstMatch(pattern: RegExp, text: string, from = 0): Stretch | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? [found.index, pattern.lastIndex] : undefined;
}
function lastMatch(pattern: RegExp, text: string): Stretch | undefined {
  let last: Stretch | undefined;
  for (let next = firstMatch(pattern, text); next; next = firstMatch(pattern, text, next[1])) last = next;
  return last;
}

function endOfValue(text: string, from: number): number {
  const why = text.slice(from).search(WHY);
  return why < 0 ? text.length : from + why;
}
/** 其实是6条，帮我改一下: what the bot is to do with it. */
const ASKS_FOR_IT =
  /[,。;](?:请|麻烦|劳驾|辛苦)?(?:你|您)?(?:帮我?|帮忙|给我?)?(?:把它|把这个)?(?:改|更正|修改|调整|订正)(?:一?下|过来|掉|了)?(?:吧|哈|啊|谢谢)?[。!]?$/;

/** 昨天的公众号减1条: of what was reported. */
const MINUS = /(?:减|扣)(?:去|掉|了)?(?=[0-9一二两三四五六七八九十]{1,3}[条件个篇次期场份封])/;
/** 不对，可能是4条: a guess changes nothing. */
const GUESSED =
  /(?:可能|好像|也许|似乎|大概|估计|说不定|没准|应该不)[^,。;]{0,3}(?:是|为|有|在)(?!报|记|写|填|弄|搞|算|数)[^,。;]/;

function read(reading: Reading): Said | undefined {
  if (AGREES_AND_EXCUSES.test(reading.text)) return undefined;
  const end = reading.text.search(ASKS_FOR_IT);
  const told =
    end > 0
      ? wholeOrPart({
          ...reading,
          text: reading.text.slice(0, end),
          tokens: reading.tokens.filter(({ to }) => to <= end),
        })
      : undefined;
  const said = told ?? wholeOrPart(reading);
  if (said?.act === "correct" && GUESSED.test(reading.text)) return questionAbout("correct-what", reading.text);
  if (said?.act !== "ask" || said.ask.why !== "correct-what") return said;
  const points = reading.tokens.filter(
    (token) => isNaming(token) || (token.kind === "date" && isOfRecord(token, reading)),
  );
  return { ...said, target: { ...targetOf(points, reading), text: reading.text } };
}

/** 签到表是3号的，改成2月3号: one day in two forms. */
const dayOf = (token: Token): readonly string[] =>
  token.kind !== "date"
    ? []
    : token.when.type === "open"
      ? [token.when.past]
      : "period" in token.when && token.when.period !== null
        ? [token.when.period]
        : [token.text];
/** 星期二那个多算了: the day the record is of. */
const isOfRecord = ({ to }: Token, { text }: Reading): boolean =>
  /^的?(?:那|这)[一0-9两三]?[条个件次笔篇]/.test(text.slice(to));

function wholeOrPart(reading: Reading): Said | undefined {
  const swaps = swapped(anchorDates(reading.tokens, reading.now), reading);
  if (swaps) return withParts(questionAbout("correct-what", reading.text), { swaps });
  const parts = inParts(anchorDates(reading.tokens, reading.now), reading);
  if (parts) return withParts(questionAbout("correct-what", reading.text), { parts });
  const truth = ONLY_IN_TRUTH.exec(reading.text);
  if (truth && reading.tokens.some((token) => isNaming(token) && token.to <= truth.index))
    return questionAbout("correct-what", reading.text);
  const other = otherPart(reading);
  if (!other) return amends(reading);
  const tokens = reading.tokens.filter((token) => token.to <= other.at);
  const said = amends({ ...reading, tokens, text: reading.text.slice(0, other.at) });
  if (said?.act !== "correct") return amends(reading);
  return other.ours ? questionAbout("correct-what", reading.text) : said;
}

function amends(reading: Reading): Said | undefined {
  const { text, now } = reading;
  const tokens = anchorDates(reading.tokens, now);
  const between = (from: number, to: number): Token[] => tokens.filter((token) => token.from >= from && token.to <= to);
  if (MINUS.test(text) && figuresOf(tokens).length === 1) return changedBy(text);
  const mistyped = mistypedValue(tokens, reading);
  const named = mistyped ?? fieldsAmended(tokens, reading);
  if (named) return named;
  if (PART_OF_IT.test(text)) return questionAbout("correct-what", text);
  const several = severalAmended(tokens, reading);
  if (several) return several;
  const two = twoValues(tokens, reading);
  if (two) return { act: "correct", ...two };
  const when = trulyWhen(tokens, reading);
  if (when) return when;
  const reasoned = amendedWithReason(tokens, reading);
  if (reasoned) return reasoned;
  const refers = REFERS.test(text.replace(HESITATES, ""));
  const relative =
    RELATIVE.test(text) &&
    (refers ||
      /多报|少报|[多少]数了|多记|少记|多录|少录|报多|报少|记多|记少|多写|少写|多算|少算|多填|少填|漏(?:算|报|记|数|看)?了?.{2,3}[,;。](?:再|要|还要)?(?:加|补)|漏了?.{1,10}[,;。].*(?:改成|改为|更正|应[该是为])/.test(
        text,
      ));
  if (relative) {
    // 报多了1条，应为4条: by how much it was wrong is no part of the record
    const then = lastMatch(INTO, text) ?? lastMatch(IS_THEN, text);
    const not = then ? text.slice(then[1]).search(NOT_WRITTEN) : -1;
    const end = then ? (not > 0 ? then[1] + not : endOfValue(text, then[1])) : 0;
    const change = then ? changeOf(valueBetween(text, tokens, then[1], end), reading, between(0, then[0])) : null;
    if (!then || !change) return changedBy(text);
    const before = between(0, then[0]).filter((token) => token.kind !== "figure");
    return { act: "correct", target: targetOf(before, reading), set: change };
  }

  const only = onlyValue(tokens, reading);
  if (only) return only;
  const written = writtenAs(reading);
  if (written) return written;

  // 6月许可应为42件: firm, and nothing counted before it; 应该是88件，帮我改一下 is as firm
  const wished = MENDS.test(text);
  const due = (
    wished
      ? /应当?(?:更正)?为|准确的?数?是|正确的?数?是|应是(?!否)|应该(?:是|为)|其实是/
      : /应当?(?:更正)?为|应是(?!否)|准确的?数?是|正确的?数?是/
  ).exec(text);
  if (due && between(0, due.index).some(isNaming) && figuresOf(between(0, due.index)).length === 0) {
    const before = between(0, due.index);
    const end = wished ? text.search(MENDS) : text.length;
    const change = changeOf(valueBetween(text, tokens, due.index + due[0].length, end), reading, before);
    if (change) return { act: "correct", target: targetOf(before, reading), set: change };
  }

  const into = lastMatch(INTO, text);
  if (into && !refers && /^更新/.test(text.slice(into[0])) && isReading(between(0, into[0]))) return undefined;
  if (into) {
    const before = between(0, into[0]);
    const polite = /吧[。!]?$/.exec(text.slice(0, endOfValue(text, into[1])));
    const value = between(into[1], polite ? polite.index : endOfValue(text, into[1]));
    const change =
      changeOf(valueBetween(text, tokens, into[1], text.length), reading, before) ??
      changeOf(value, reading, before) ??
      changeOf(between(into[1], text.length), reading, before);
    if (!change && value.some((token) => token.kind === "date" && token.when.type === "ahead")) return undefined; // 培训改到下周了
    if (!change)
      return figuresOf(tokens).length > 0 || refers || tokens.some(isNaming)
        ? questionAbout("correct-what", text)
        : undefined;
    // 不对，里面有一条是重复的，改成4条: why, and nothing of the record
    if (!refers && PART_WAS_WRONG.test(text.slice(0, into[0])) && !before.some(isNaming))
      return { act: "correct", target: { ref: "last", text }, set: change };
    const bare = !refers && !before.some(isNaming) && !before.some((token) => token.kind === "date");
    if (bare && figuresOf(before).some(({ figure }) => figure.measure !== "other"))
      return questionAbout("target-missing", text);
    // 复议维持那件是9月结的，挪到9月去: the day it is to have is not the one it stands under
    const days = new Set(value.flatMap(dayOf));
    const about = before.filter((token) => !dayOf(token).some((day) => days.has(day)));
    const first = value.findIndex((token) => token.kind === "break" && token.strength > 1);
    const counted = figuresOf(first < 0 ? value : value.slice(0, first)).some(
      ({ figure }) => figure.measure !== "none",
    );
    if (!refers && !counted && isOfSomethingElse(before, text.slice(0, into[0]))) return undefined;
    if (/^变/.test(text.slice(into[0], into[1])) && !refers) return questionAbout("target-missing", text);
    return { act: "correct", target: targetOf(targetWords(about, isNaming), reading), set: change };
  }

  const wrong = firstMatch(WRONG, text);
  if (wrong && !STRONG.test(text) && mendsItsName(text, tokens, wrong[1])) return undefined;
  // 刚报的那个应该是7条，我看错行了: what was wrong with it comes last
  const excuse = text.search(WHY);
  const meant = wrong && refers && excuse > 0 && excuse <= wrong[0] ? firstMatch(IS_THEN, text) : undefined;
  if (meant && meant[1] < excuse) {
    const change = changeOf(between(meant[1], excuse), reading, between(0, meant[0]));
    if (change) return { act: "correct", target: targetOf(between(0, meant[0]), reading), set: change };
  }
  // 上一条数敲错啦，6条才对: the right value stands before
  const right = wrong && IS_RIGHT.exec(text.slice(wrong[1]));
  if (wrong && right?.[1]) {
    const from = wrong[1] + right.index + right[0].indexOf(right[1]);
    const change = changeOf(between(from, from + right[1].length), reading, between(0, wrong[0]));
    if (change) return { act: "correct", target: targetOf(between(0, wrong[0]), reading), set: change };
  }
  const notBut = notButOf(text);
  const told = (to: number) => between(0, to).some((token) => isNaming(token)) && figuresOf(between(0, to)).length > 0;
  const strong = STRONG.test(text) || refers;
  if (notBut && (strong || wrong || !told(text.length))) {
    const before = between(...notBut.target);
    const change = changeOf(between(...notBut.value), reading, before);
    if (change && (strong || wrong || !told(notBut.target[1]))) {
      const onlyFigure = Object.keys(change).join() === "quantity" && before.some(isNaming) && !strong && !wrong;
      if (onlyFigure) return undefined; // 许可不是12件是11件: one report that says 11
      const { channel } = (notBut.was && changeOf(between(...notBut.was), reading, before)) || {};
      const was = channel && change.channel ? { channel } : {};
      return { act: "correct", target: { ...targetOf(before, reading), ...was }, set: change };
    }
  }
  if (!wrong) {
    if (!refers || !/应该?[是为算]|实际是|其实是|正确/.test(text)) return undefined;
    const then = firstMatch(IS_THEN, text);
    if (!then) return undefined;
    const stop = text.slice(then[1]).search(WAS);
    const end = stop < 0 ? text.length : then[1] + stop;
    const change = changeOf(valueBetween(text, tokens, then[1], end), reading, between(0, then[0]));
    return change
      ? { act: "correct", target: targetOf(targetWords(between(0, then[0]), isNaming), reading), set: change }
      : questionAbout("correct-what", text);
  }
  if (told(wrong[0]) && !strong) return undefined; // 公众号3条，不对，4条 repairs itself
  if (isReportUpTo(between(0, wrong[0]), text.slice(0, wrong[0])) && !STRONG.test(text)) return undefined;
  const rest = tokens.filter((token) => token.from >= wrong[1]);
  const before = between(0, wrong[0]);
  const onlyDate =
    before.some((token) => token.kind === "date") &&
    !before.some((token) => isNaming(token) || token.kind === "figure");
  if (onlyDate && !strong && rest.some(isNaming) && figuresOf(rest).length > 0) return undefined; // 昨天不对前天公众号2条
  const then = firstMatch(FIRMLY_THEN, text, wrong[1]) ?? firstMatch(IS_THEN, text, wrong[1]);
  const value = then ? valueBetween(text, tokens, then[1], wished ? text.search(MENDS) : text.length) : rest;
  const target = [...between(0, wrong[0]), ...(then ? between(wrong[1], then[0]) : [])];
  const followers = followersMeant([...between(0, wrong[0]), ...rest], reading);
  if (followers) return followers;
  const last = then ? lastMatch(IS_THEN, text) : undefined;
  const change =
    changeOf(value, reading, target) ?? // 我看的是旧稿，发出去的是不予公开: what it truly is comes last
    (last && last[0] > (then?.[0] ?? 0)
      ? changeOf(between(last[1], text.length), reading, between(0, wrong[0]))
      : null);
  if (change) return { act: "correct", target: targetOf(targetWords(target, isNaming), reading), set: change };
  const work = tokens.some((token) => isNaming(token) || token.kind === "figure" || token.kind === "date") || refers;
  if (work || /^(?:不对|错了|写错了|报错了|记错了|改一下|有误|更正|更正一下)[。!,]?$/.test(text))
    return questionAbout("correct-what", text);
  return tokens.every((token) => token.kind === "unknown" || isMark(token, "chat", "filler", "repair", "done"))
    ? undefined
    : questionAbout("correct-what", text);
}

/** Amends a record: which one, and what of it. A message that repairs itself is left to the report. */
export const correction: Reader = {
  name: "correction",
  needs:
    /[改更修调变换挪移纠订校正应错岔误问不非少多漏勘反串混再减扣加是为成实其准真原那这刚]|又[数核查看算]|本来|[上前](?:个|[一0-9两三]?[条笔次])|wrong|update|change/,
  read,
};
