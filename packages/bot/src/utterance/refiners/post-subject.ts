import { names } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround, FARTHEST, isAnyName, isBreak, isPost, type Stretch } from "./clause-around.ts";

const HEAD =
  /^(?:推文|推送|文章|稿件|稿子|短?视频|图文|图文消息|信息|消息|动态|海报|通知|公告|公示|提示|提醒|新闻|简讯|帖子?|图解|宣传片|科普|倡议书?|预告|通报|攻略|指南|说明|链接|内容|知识|活动|直播|预警|短片|微电影|长图|纪录片|微视频|宣传稿|通稿|软文|快报|专报|安排|日程|的)$/;
const PUBLISHES = /^(?:发布|推送|推出|推了?|发了?|发出|刊发|上传|更新了?|转?载)$/;
const ABOUT_INDICATOR = /^(?:permit|penalty|coercion|fee|training|inspection|publicity|service|litigation|review)\./;

const isStop = (token: Token) => token.kind === "figure" || token.kind === "date" || isBreak(token);
const isPublished = (token: Token) => token.kind === "word" && token.word.is === "channel";
const ENDS = (token: Token | undefined): boolean => token === undefined || isBreak(token);

/** What a subject may take away from a word: its indicator, its kind, its doubt. What denies or plans keeps its sense. */
export const yields = (token: Token): boolean =>
  token.kind === "word" &&
  ((token.word.is === "indicator" && ABOUT_INDICATOR.test(token.word.key)) ||
    token.word.is === "applicant" ||
    isMark(token, "foreign", "chat", "role", "arrived", "answered", "hotline", "consult", "mailbox") ||
    (isMark(token, "outsider") && /^(?:社区|街道|乡镇|基层|村居|村里|全国|全省|全市|全县|全区)$/.test(token.text)) ||
    (isMark(token, "doubt") && /^(?:演练|演示)$/.test(token.text)) ||
    (isMark(token, "doubt") && /^(?:讲|说|讲到|提到)$/.test(token.text)));

/** 发了两条电动车充电桩的推文, 推送培训机构信息2条: from the figure or the verb to the word that closes the subject. */
export function subjectOfPost(tokens: readonly Token[], at: number): Stretch | undefined {
  const token = tokens[at];
  const first = at === 0 || isBreak(tokens[at - 1] as Token);
  if (token && first && (token.kind === "word" || token.kind === "unknown" || token.kind === "span")) {
    const way = tokens.slice(at, at + FARTHEST);
    const end = way.findIndex(
      (one, place) =>
        one.text === "的" && (HEAD.test(way[place + 1]?.text ?? "") || names(way[place + 1], /^disclosure\./)),
    );
    const before = way.slice(0, Math.max(end, 0));
    const rest = way.slice(end + 1);
    // K12路改线的消息，微博发了1条
    const stops = rest.flatMap((one, place) => (isBreak(one) ? [place] : []));
    const clause = rest.slice(0, stops[0] === 1 ? stops[1] : stops[0]);
    // 防溺水提醒 公众号1条
    const stop = way.findIndex((one) => one.kind === "break" || isPost(one));
    const named = stop > 1 && HEAD.test(way[stop - 1]?.text ?? "") && !way.slice(0, stop).some(isStop);
    if (named && way.slice(stop).some(isPost)) return { from: at, to: at + stop };
    if (end > 0 && !before.some((one) => isStop(one) || isPost(one)) && clause.some(isPublished))
      return { from: at, to: at + end };
  }
  const opens =
    token !== undefined &&
    ((token.kind === "figure" && /^(?:count|edition)$/.test(token.figure.measure)) ||
      (token.kind === "word" && PUBLISHES.test(token.text)));
  if (!opens) return undefined;
  const behind = tokens.slice(at + 1, at + FARTHEST);
  // 2条端午客流情况: a feast opens the subject
  const feast = (one: Token, place: number) => place === 0 && one.kind === "date" && NAMED_TIME.test(one.text);
  const stop = behind.findIndex((one, place) => isStop(one) && !(token.kind === "figure" && feast(one, place)));
  const way = stop < 0 ? behind : behind.slice(0, stop);
  const discloses = way.findLastIndex((one) => names(one, /^disclosure\./));
  const head = Math.max(
    way.findLastIndex(({ text }) => HEAD.test(text)),
    discloses > 0 && token.kind === "figure" ? discloses : -1,
  );
  const subject = way.every(
    (one) =>
      one.kind === "unknown" ||
      one.kind === "date" ||
      isMark(one, "topic", "noun", "foreign", "filler", "arrived", "compare") ||
      (isMark(one, "doubt") && /^(?:演练|演示)$/.test(one.text)) ||
      (isMark(one, "verb") && !PUBLISHES.test(one.text)),
  );
  const closes = token.kind === "figure" ? ENDS(stop < 0 ? undefined : behind[stop]) : behind[stop]?.kind === "figure";
  if (head < 1 && subject && closes && way.length > 1) {
    const { from, to } = clauseAround(tokens, at);
    // 1条泳池水质抽检, 发了夏粮收购进度1条
    return tokens.slice(from, to).some(isPost) ? { from: at + 1, to: at + 1 + way.length } : undefined;
  }
  if (head < 1) return undefined;
  const next = stop < 0 ? undefined : behind[stop];
  if (token.kind === "figure" ? !ENDS(next) : next?.kind !== "figure") return undefined;
  const { from, to } = clauseAround(tokens, at);
  const published = head === discloses || tokens.slice(from, to).some(isPost);
  return published ? { from: at + 1, to: at + 1 + head } : undefined;
}

/** 推文2篇，一篇招募志愿者: what one of the posts before was about. */
export function isOneOfPosts(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at], "foreign", "chat")) return false;
  const { from, to } = clauseAround(tokens, at);
  if (from < 2 || tokens[from]?.kind !== "figure" || tokens.slice(from, to).some(isAnyName)) return false;
  const before = clauseAround(tokens, from - 2);
  return tokens.slice(before.from, before.to).some(isPost);
}

/** 一篇讲殡葬改革: what one of them was about. */
export const saysOf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === "figure" && /^(?:讲|说|讲的|说的)$/.test(tokens[at]?.text ?? "");

const OF_A_TIME =
  /^(?:情况|数据|统计|公报|月报|周报|日报|总结|排名|指数|价格|简报|通报|预报|预告|安排|值班表|问答|解答|目录|清单|名单|结果)$/;
const NAMED_TIME =
  /^(?:春节|元旦|五一|国庆|中秋|端午|清明|劳动节|六一|儿童节|三八|妇女节|七一|八一|教师节|汛期|开学|毕业季|招生季|寒假|暑假|两会|农忙|除夕|节前|节后|年前|年后|过年|同期|近期|平时|冬季|春季|夏季|秋季|[春夏秋冬]天|正月|腊月|年末|年底|岁末|年初|开年|双十[一二]|双1[12]|去年|上年|前年|20[0-9]{2}年|[上下]半年|[一二三四]季度)/;
/** 2条去年工作总结: a year belongs to the subject only between the figure and what was counted. */
const IS_A_YEAR = /^(?:去年|上年|前年|20[0-9]{2}年|[上下]半年|[一二三四]季度)/;
const OPENS_SUBJECT = /^(?:都|全|均|主要|大多|内容|主题|关于|有关|围绕|针对|就|讲|说|是|的)$/;
const isContent = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === "unknown" ||
    isMark(token, "topic", "noun", "foreign", "chat") ||
    (isMark(token, "verb") && !/^(?:发|推|上|做|办|弄|搞|报|记|录|开)/.test(token.text)) ||
    (token.kind === "span" && token.span === "ordinal")) &&
  !/^(?:期间|前后|那|这|的|时)/.test(token.text);

/** 1条8月8日婚姻登记延时服务的提醒: a day that is not here yet is what it was about. */
const isDayAnnounced = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== "date" || token.when.type !== "ahead" || tokens[at - 1]?.kind !== "figure") return false;
  const behind = tokens.slice(at + 1, clauseAround(tokens, at).to);
  return isContent(behind[0]) && (HEAD.test(behind.at(-1)?.text ?? "") || behind.at(-1)?.text === "的");
};

const columnBefore = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(Math.max(0, from - 6), from).some((one) => names(one, /^column\./) || isMark(one, "column"));

/** 公众号两条，清明禁烧的: what they were about, behind the comma. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const { from, to } = clauseAround(tokens, at);
  const own_ = tokens.slice(from, to);
  const listed =
    own_.some((one) => isMark(one, "link") || one.text === "、") && own_.every((one) => one.kind !== "figure");
  const opened = tokens[from - 1];
  if (opened?.kind === "break" && opened.char === ":" && columnBefore(tokens, from)) return true; // 新开专栏1个：秋冬季森林防火
  if (
    from < 2 ||
    (tokens[to - 1]?.text !== "的" && !listed && !/那[组批期套]/.test(own_.map((one) => one.text).join(""))) ||
    to - at < 3
  )
    return false;
  const before = clauseAround(tokens, from - 2);
  const own = tokens.slice(before.from, before.to);
  return own.some((one) => isPost(one) || names(one, /^disclosure\./)) && own.some(({ kind }) => kind === "figure");
}

/** 春季防火推文3篇: a season opens the subject; 春季推文30篇 says when. */
const isSeasonOf = (tokens: readonly Token[], at: number): boolean =>
  /^[春夏秋冬][季天]?$/.test(tokens[at]?.text ?? "") &&
  (tokens[at + 1]?.kind === "unknown" || isMark(tokens[at + 1], "topic", "foreign")) &&
  !HEAD.test(tokens[at + 1]?.text ?? "") &&
  !tokens[at + 1]?.text.startsWith("学") && // 春季学期
  (tokens.slice(at + 2, clauseAround(tokens, at).to).some(({ text }) => HEAD.test(text) && text !== "的") ||
    isMark(tokens[at + 2], "column")); // 冬季供暖专栏

/** 3条春节安全提示, 都是春节前食品抽检的, 发布汛期安全提示2条: a time of the year inside what the work was about. */
function isNamedTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "date" || !NAMED_TIME.test(token.text) || !isContent(tokens[at + 1])) return false;
  const { from } = clauseAround(tokens, at);
  if (tokens[at - 1]?.kind !== "figure" && IS_A_YEAR.test(token.text)) return false;
  let place = at - 1;
  while (place >= from && isMark(tokens[place], "filler")) place -= 1;
  const before = tokens[place];
  if (isSeasonOf(tokens, at) && place < from) return true;
  if (before === undefined) return false;
  if (place >= from && before.kind === "figure") return true;
  if (place >= from && PUBLISHES.test(before.text)) return true;
  return place < from
    ? from > 0 && (tokens.slice(from, at).some(({ text }) => OPENS_SUBJECT.test(text)) || isTail(tokens, at))
    : tokens.slice(from, at).every(({ text }) => OPENS_SUBJECT.test(text)) && from > 0;
}

/** 8月29号秋季开学的新闻发布会: behind the day itself a time of the year belongs to the subject. */
function isTimeBehindDay(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "date" || token.when.type !== "vague" || !NAMED_TIME.test(token.text)) return false;
  const { from } = clauseAround(tokens, at);
  const [day, ...between] = tokens.slice(from, at);
  const next = tokens[at + 1];
  const goesOn = isContent(next) || next?.text === "的" || (next?.kind === "date" && NAMED_TIME.test(next.text));
  return (
    day?.kind === "date" &&
    day.when.type === "day" &&
    goesOn &&
    between.every((one) => one.kind === "date" && NAMED_TIME.test(one.text))
  );
}

/** 清理去年的旧信息12条: from when it was, not when it went. */
function isAgeOfCleared(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "date" || (token.when.type !== "long" && token.when.type !== "vague")) return false;
  const { from, to } = clauseAround(tokens, at);
  const lead = tokens.slice(from, at);
  const saysWhat = from > 1 && at > from && lead.every(({ text, kind }) => OPENS_SUBJECT.test(text) || kind === "date");
  const own = tokens.slice(saysWhat ? clauseAround(tokens, from - 2).from : from, to);
  const behind = tokens.slice(at + 1, to).find((one) => !isMark(one, "filler") && one.kind !== "date");
  return (
    own.some((one) => isMark(one, "cleared", "stale") || names(one, /^info\.cleared$/)) &&
    (tokens[at + 1]?.text === "的" || isMark(behind, "stale")) &&
    (isContent(behind) || isMark(behind, "info", "stale", "document") || names(behind, /^info\./))
  );
}

const KEEPS = /^(?:补|报|补报|记|登|登记|录|录入|统计|汇总|上报)/;
/** 第三季度重点领域信息今天上网2条: the quarter is of the information, the day of its going out. */
function isPeriodOfThing(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at];
  const behind = tokens.slice(at + 2, to);
  return (
    token?.kind === "date" &&
    token.when.type === "long" && // a month could be meant
    names(tokens[at + 1], /^disclosure\./) &&
    behind.some((one) => one.kind === "date" && one.when.type === "day") &&
    !behind.some((one) => KEEPS.test(one.text))
  );
}

/** 发布5月份空气质量情况: the month belongs to what was published. */
export function isTimeOfSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // 6月1日起施行的《节约用水十问》解读1条
  if (
    token?.kind === "date" &&
    /^(?:施行|实施|执行|生效)$/.test(tokens[at + 1]?.text ?? "") &&
    tokens[at + 2]?.text === "的"
  )
    return true;
  if (isTimeBehindDay(tokens, at)) return true;
  if (isNamedTime(tokens, at) || isAgeOfCleared(tokens, at) || isDayAnnounced(tokens, at)) return true;
  if (token?.kind !== "date" || (token.when.type !== "month" && token.when.type !== "long")) return false;
  const { from, to } = clauseAround(tokens, at);
  if (isPeriodOfThing(tokens, at, to)) return true;
  const published = tokens
    .slice(from, at)
    .some(({ text }) => PUBLISHES.test(text) || /^(?:公布|公开|公示|出)了?$/.test(text));
  const behind = tokens.slice(at + 1, to);
  const noun = behind.findIndex(({ text }) => OF_A_TIME.test(text));
  return (
    published &&
    noun >= 0 &&
    behind.slice(0, noun).every((one) => one.kind === "unknown" || isMark(one, "topic", "noun", "filler"))
  );
}
