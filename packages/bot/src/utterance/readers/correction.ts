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
import { followersMeant } from "./followers-meant.ts";
import { inParts } from "./in-parts.ts";
import { isOfSomethingElse, isReading, isReportUpTo, mendsItsName } from "./mends-nothing.ts";
import { notButOf } from "./not-but.ts";
import { onlyValue } from "./only-value.ts";
import { otherPart } from "./other-part.ts";
import { severalAmended } from "./several-amended.ts";
import { swapped } from "./swapped.ts";
import { targetOf } from "./target.ts";
import { trulyWhen } from "./truly-when.ts";
import { twoValues } from "./two-values.ts";
import { writtenAs } from "./written-as.ts";

/** 改成: what stands behind it is the new value, what stands before is the record. */
const INTO =
  /(?:改|更正|修改|调整|变更|换|纠正|更新|订正|调|修正|校正|挪|移)(?:一下|下)?(?:成了?|为|到|作|至|回)|放回|(?<![修整更订在])(?:改|换|变)(?!一下)(?=[0-9一二三四五六七八九十两])|应(?:该)?(?:改|记|算|是记)(?:成|为|到|在)|update to|change to|变成|变为/g;
/** 不对，是: what stands behind it is the new value, if it is one. */
const WRONG =
  /(?:日期|时间|数量|数字|数|渠道|平台|类别|类型|指标|月份|件数|条数|申请人|结果|期间|单位|名称|种类|分类|项目)(?:报|写|记|填|打|录|选|弄|搞|登)?(?:得)?(?:错了?|不对|有误|有问题)|(?<!怕|别|以免|免得|不想|不会|没)(?:写|念|记|报|弄|搞|打|敲|按|输|填|录|登|选|发|说|算|统计|数|点|看)[错岔](?:了?一位|了?一个数字?|了?个数)?[了啦]?|(?<!没|不|怕.|免.|别.)错了?(?=[,。:!]|是|应|$)|(?:少|多|漏)(?:打|写|输|按|敲)?了?(?:一|两|三|俩|好?几|[0-9])?个?(?:零|0|位|[0-9一二三四五六七八九])(?=[,。]|$)|不对|有误|不准确|口误|更正|纠正一下|勘误|订正|(?:说|写|记|报|打|弄|搞)反了?|(?:看|记|填|写|抄)串行?了?|(?:看|弄|搞|记)混了?|(?:说|报|写|记|数|算|看)(?:多|少|漏|重)了(?=[,。])|(?:漏|少|多)(?:数|算|看)了?(?:[一两三0-9][条篇件个次])?(?=[,。])|不是这样|(?:的)?数(?:字|据)?(?:得|要|需要?)改(?:一下|下)?|也?(?:算|记|报|加)(?:进来|进去|上去)了(?=[,。]|$)|改一下|改下(?!周|个?月|半|次)|修改一下|修正一下|wrong/g;
const IS_THEN =
  /(?:应该是|应该为|应该?算(?:是|在|到)?|(?<!应)该(?:算|归)(?:是|在|到|成)?|应该?记(?:是|在|到|成|为)?(?=公众号|微信|微博|抖音|网站|门户|官网|处罚|许可|强制|解读)|应为|应当是|应是|正确的?是|正确的?应该?是|实际是|实际上是|实际|其实是|其实|而是|应[该当]?(?=[0-9一二三四五六七八九十])|(?<!不)是)/g;
/** 写的是撤销，该算纠错: not what was written, but what it counts as. */
const FIRMLY_THEN = /(?:应该?|应当|该)(?:算|归)(?:是|在|到|成)?/g;
const RELATIVE =
  /(?:多|少|漏)(?:报|记|录|写|填|算|登|统计)了?(?!没)|(?:多|少)数了|(?:报|记|录|写|填|算)(?:多|少)了|(?:看|数|算|报|记)?漏了?(?=[0-9一二三两四五六七八九十]+[条件篇个次份封期场]|[俩仨])|再加|再减|减去|减掉|扣掉|加上?(?=[0-9一二三两四五六七八九十])/;
const REFERS =
  /[那这][0-9一二两三四五六七八九十]{1,3}[条件个篇次期场份笔封]|刚才|刚刚|刚报|刚记|刚录|刚发的|上一[条笔]|上笔|前一[条笔]|最近一[条笔]|上条|上一个|最后一条|那条|这条|那件(?=改)|那个|那笔|之前|报的|记的|录的|登记的|报了的|写的|填的|前面|昨天报|原来|原先|第[一二三四五六七八九十0-9]+[条个笔]|last/;
/** 应该是3个，写成2个了: what was written comes last. */
const WAS = /[,。;](?:我|被我|手滑|不小心|误|错)*(?:写|报|记|录|填|打|输|登|说)成|[,。;](?:不是|原来|之前|原先)/;
/** 嗯那个公众号推了三条不对是四条: 那个 points at nothing. */
const HESITATES = /^(?:[嗯呃额啊哦唔噢,、]|就是|然后)+[那这]个/;
const STRONG =
  /(?:记|报|填|录|登|输|选)错|(?:日期|时间|数量|渠道|平台|类别|类型|指标|月份|申请人|结果)(?:写|记|填|打|弄|搞|选|登)?错|(?:报|记|录|填|登记)(?:的|了|成).{1,24}(?:应该?[是为]|实际是|其实是|错|不对)/;

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

/** 改成16件吧，漏了俩: behind the comma stands why. */
/** 应该是6不是9: what it is not comes last. */
const NOT_WRITTEN = /[,。;]?而?(?:不是|并非)[^,。;]{1,8}[。!]?$/;
const WHY =
  /[,;。](?:是|我|因为|原来|之前|刚才|当时|昨天)?(?:漏|少|多|重|忘|错|看|数|算|记|报|打|手|写|没)[^,;。]{0,10}[。!]?$/;
function endOfValue(text: string, from: number): number {
  const why = text.slice(from).search(WHY);
  return why < 0 ? text.length : from + why;
}
/** 有一条其实是昨天晚上发的, 献血那条是在抖音发的: only a part of the record is meant. */
const PART_OF_IT =
  /^(?:哎呀?|诶|唉|不对|错了|[,。!])*(?:里面|其中|里头)?(?:有[一二两三四五0-9]{1,2}[条件个篇次封](?:其实|应该|实际)(?:是|算)|(?!刚才|刚刚|上面|前面|昨天|今天|前天|第)[\u4e00-\u9fa5]{2,6}那[条件篇](?:其实)?是(?:在)?(?:公众号|微博|抖音|网站|昨天|前天|今天)[^,。;]{0,4}发的[,。;].{2,})/;
const PART_WAS_WRONG =
  /^(?:哎呀?|诶|唉|不对|错了|不好意思|[,。!])*(?:里面|其中|里头|当中)?(?:还)?有[一二两三四五0-9]{1,2}[条件个篇次](?:是|属于)?(?:重复|重了|转载|草稿|测试|别的|其他|不算|不该|没发|撤|错|多)[^,。;]{0,8}[,。;](?:应该)?$/;
const IS_RIGHT = /^[了啦,。\s]*([^,。;]{1,12}?)才(?:对|是(?:对的)?)[的啊]?[。!]?$/;
const MENDS =
  /[,。;](?:麻烦|请|帮我|帮忙|给)?(?:改|更正|修改|订正)(?:一下|下|改|过来)?(?:日期|时间|数量|数字|渠道)?[吧呗]?[。!]?$/;
/** 抖音其实只有3条: fewer than was told before. */
const ONLY_IN_TRUTH = /其实(?:只|就|才)(?:有|是|发了?)?[0-9一二三四五六七八九十两]/;

function read(reading: Reading): Said | undefined {
  const said = wholeOrPart(reading);
  if (said?.act !== "ask" || said.ask.why !== "correct-what") return said;
  const points = reading.tokens.filter(
    (token) => isNaming(token) || (token.kind === "date" && isOfRecord(token, reading)),
  );
  return { ...said, target: { ...targetOf(points, reading), text: reading.text } };
}

/** 星期二那个多算了: the day the record is of. */
/** 签到表是3号的，改成2月3号: one day in two forms. */
const dayOf = (token: Token): readonly string[] =>
  token.kind !== "date"
    ? []
    : token.when.type === "open"
      ? [token.when.past]
      : "period" in token.when && token.when.period !== null
        ? [token.when.period]
        : [token.text];
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
