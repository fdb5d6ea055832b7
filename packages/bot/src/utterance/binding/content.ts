import { anyOf } from "../any-of.ts";
import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Candidate } from "./candidate.ts";
import type { Clause } from "./clause.ts";

/** Opens what a post, an occasion or a call was about; everything behind it up to the stop is its content. */
const OPENS =
  /^(?:都|均|全|净|多是|多数|多半|大半|一大?多?半|主要|大多数?|大部分|基本上?|内容|主题|题目|标题|里面|重点|也|就|是|为|的|来|里)*(?:管(?!理|委)(?=.{3,}的$)|讲|谈|聊|说的是|说明|介绍|通报(?!批评|表扬|说)|宣传|宣讲|科普|解释|回应|问(?!题|了问|一?下|号)|咨询|反映|多是|投诉|求助|打听|关于|有关|围绕|针对|涉及|写的|拍的|讨论|推介|展示|传达|不服|因不服|告(?!知|诉)|(?:查?扣|扣押|查封|封|拆|没收|收缴|销毁)了)(?=.{2})/;
/** 都是放假期间的值班信息: what they were, unless that says when, where or whose. */
const ALL_OF =
  /^(?:都|均|全|净|主要|基本都?|大多)是(?!昨|前|上|今|本|[0-9]|[省市县]|别|转|草|重|旧|老|小号|待|未|没|不).{3,}(?:信息|内容|通知|公告|提醒|消息|稿子|文章|视频|推文)$/;
/** A second event, a denial, a part or a sum: no content, whatever opened the clause. */
const IS_NO_CONTENT = anyOf([
  /(?:发|推|上|办|报|记|审|挂|清|(?<!没)收|接|开)(?:了|出去|完|好|过)|还没|没(?:发|推|办|上|报|审|开|签|过|回|答)|未(?:发|推|办|报|审|签|回|答)/,
  /待(?:发|审|定|办|回|答)|草稿|转载|转发|取消|作废|撤|删|重复|不算|算不算|不用|另外|此外|还有|其中|一共|总共|共计|累计|截至|改成|应该?是|不对|错了|说错|准备|打算/,
  /计划|下周|下个?月|明天|后天|[0-9一二两三四五六七八九十百]+(?:条|篇|件|次|场|期|起|封|宗)|吗|\?/,
]);

/** 聊了40分钟, 介绍给30人 */
const ASIDE = /^(?:people|other|share)$/;
/** 两项补贴 is content, 2件 may be ours. */
const OURS = /^(?:条|篇|件|次|场|期|起|封|宗|份|则|通|个|万|)$/;

/** 832平台: digits glued to a word that is no measure. */
const isPartOfName = (unit: string, next: Token | undefined): boolean =>
  unit === "" && (next?.kind === "unknown" || (next !== undefined && isMark(next, "noun", "topic")));

const AROUND_A_DAY = /都|均|全|是|说|讲|的|份|那|天|了|为|就|也|问|反映|关于/g;
/** Nothing but a day behind the opener. */
function saysWhen(tokens: readonly Token[], words: string): boolean {
  const dates = tokens.filter(({ kind }) => kind === "date");
  const rest = dates.reduce((left, { text }) => left.replace(text, ""), words);
  return dates.length > 0 && rest.replace(AROUND_A_DAY, "").length < 2;
}

/** KTV不服停业处罚告的: whose dispute it is. */
const DISPUTED = /^.{1,10}(?:不服.{1,12}|告(?:我局|我们|咱们?|我委)?的|起诉的)$/;
const isAllOf = (tokens: readonly Token[], words: string): boolean =>
  ALL_OF.test(words) && !tokens.some((token) => token.kind === "date" && token.when.type !== "vague");

/** What became of it here. */
const BECAME = /转(?:给|办|到|出)|撤|重复|不算|退回|没回|未回|还没|改成|另外|还有/;
/** 有一封说等了40天, 有一条问公众号怎么不更新: what one of them said; no day and no figure behind it is ours. */
const SAID_BY_ONE =
  /^(?:其中)?有[一1][封件个条位通份](?:是)?(?:说(?!是|错)|讲|问|反映|提到|投诉|建议|抱怨|催|咨询|夸|表扬|感谢)/;

/** 讲前十个月经济运行, 一多半问护照, 聊了40分钟: the words in it name, date, count and deny nothing of ours. */
export function isContent(tokens: readonly Token[]): boolean {
  const words = textOf(tokens);
  if (SAID_BY_ONE.test(words)) return !BECAME.test(words);
  const opens = OPENS.test(words) || DISPUTED.test(words) || isAllOf(tokens, words);
  if (!opens || IS_NO_CONTENT.test(words) || saysWhen(tokens, words)) return false; // 说的是上月的
  return !tokens.some(
    (token, at) =>
      token.kind === "question" ||
      (token.kind === "figure" &&
        !ASIDE.test(token.figure.measure) &&
        OURS.test(token.figure.unit) &&
        !isPartOfName(token.figure.unit, tokens[at + 1]) &&
        (token.figure.type === "exact" || token.figure.unit !== "")), // 一多半 is no figure
  );
}

/** What would make the list a list of other records. */
const CHANGES = /[没未拟待撤删]|草稿|转载|转发|重复|测试|取消|作废/;
/** 公众号2条，年货节预告和直播培训花絮: what they were about, though a word of it is one of ours. */
export function isSubjectOf({ name, figure }: Candidate, { tokens, opened }: Clause): boolean {
  const key = "key" in name ? (name.key ?? "") : "";
  const text = textOf(tokens);
  return (
    opened === "," &&
    figure !== null &&
    /^(?:newmedia|disclosure)\./.test(key) &&
    text.length > 6 &&
    /[和及、与]/.test(text) &&
    !CHANGES.test(text) &&
    tokens.every(
      (token) =>
        token.kind === "unknown" ||
        token.kind === "break" ||
        isMark(token, "topic", "noun", "filler", "foreign", "link", "consult", "column") ||
        (token.kind === "word" && token.word.is === "indicator"),
    )
  );
}
