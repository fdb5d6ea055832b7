import { names } from "../binding/features.ts";
import { changesSubject } from "../binding/remark.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { COMMON_CHARACTERS } from "../words/common-characters.ts";
import type { Mark } from "../words/mark.ts";
import { afterReview, caseLookedInto, isObject } from "./case-outcome.ts";
import { clauseAround, isAnyName, isPost } from "./clause-around.ts";
import { isOneOfPosts, isTimeOfSubject, saysOf, subjectOfPost, yields } from "./post-subject.ts";
import { isVisited } from "./visited-place.ts";

// Words of ours inside what the work was about: there they name, count and plan nothing.

const plain = (token: Token): Token =>
  token.kind === "word" || token.kind === "figure" || token.kind === "unknown" || token.kind === "date"
    ? { kind: "word", word: { is: "mark", mark: "topic" }, from: token.from, to: token.to, text: token.text }
    : token;

/** 重点领域4条，工程招标的2条: of which kind some of them were. */
function isKindOfPart(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at], "foreign") || tokens[at + 1]?.text !== "的" || tokens[at + 2]?.kind !== "figure")
    return false;
  const { from, to } = clauseAround(tokens, at);
  return from > 1 && !tokens.slice(from, to).some(isAnyName);
}

/** 考试报名的行政事业性收费: what is paid for. */
function isPaidFor(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at], "foreign")) return false;
  const way = tokens.slice(at + 1, at + 4);
  const fee = way.findIndex((one) => names(one, /^fee\./));
  return (
    fee >= 0 &&
    way
      .slice(0, fee)
      .every((one) => one.kind === "unknown" || one.text === "的" || isMark(one, "topic", "noun", "filler"))
  );
}

/** 接受采访2次，其中电视台1次: who asked; elsewhere a place to publish. */
const isMedia = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === "word" && token.word.is === "other-platform" && /^(?:电视台|电台|广播|报纸|报社)$/.test(token.text)
  );
};

/** 婚检预约的短片: what may be booked; 预约的短片 is not out yet. */
const isBooking = (tokens: readonly Token[], at: number): boolean =>
  /^预[约案]$/.test(tokens[at]?.text ?? "") &&
  (tokens[at - 1]?.kind === "unknown" || isMark(tokens[at - 1], "topic", "verb", "noun"));

const PUT_TOGETHER: ReadonlySet<string> = new Set("拼成 合成 拼 做成 合并 合并成 整合 整合成 汇成 凑成".split(" "));
/** 三张图拼成一条: what it was made of. */
const isMaterial = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== "figure") return false;
  const sheets = /^[张幅页]/.test(token.figure.unit);
  return (
    tokens
      .slice(at + 1, at + 4)
      .some(({ text }) => PUT_TOGETHER.has(text) || (sheets && /^算(?:作|成|是)?$/.test(text))) &&
    tokens.slice(at + 2, at + 7).some(({ kind }) => kind === "figure")
  );
};

const CHARGED_BY =
  /^(?:办法|标准|方案|政策|目录|管理|公示|项目|清单|规定|问题|改革|调整|听证|机制|制度|通知|系统|规则|细则|意见)/;
/** 决策预公开1条，停车场收费: a charge without its money is what the thing was about. */
function isChargeAsSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !names(token, /^fee\./)) return false;
  const { from, to } = clauseAround(tokens, at);
  const own = tokens.slice(from, to);
  // 停车收费办法的意见征集: a rule on charges, where something else is named
  const rule = CHARGED_BY.test(tokens[at + 1]?.text ?? "") && own.some((one) => one !== token && isAnyName(one));
  if (rule && !own.some((one) => one.kind === "figure" && one.figure.measure === "money")) return true;
  if (from === 0 || own.length < 2 || own.some((one) => one.kind === "figure" || one.kind === "date")) return false;
  if (own.some((one) => isMark(one, "done", "nil", "not", "verb", "arrived"))) return false;
  const before = clauseAround(tokens, from - 2);
  return tokens
    .slice(before.from, before.to)
    .some((one) => names(one, /^(?:disclosure|interaction|publicity)\./) || isPost(one));
}

const isPlainWord = (token: Token | undefined): boolean =>
  token?.kind === "unknown" &&
  !changesSubject(token.text) &&
  [...token.text].every((char) => COMMON_CHARACTERS.has(char));

/** 新增专栏1个 督察整改看落实: what the new column is called. */
function isNameOfColumn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !(token.word.is === "indicator" || token.word.is === "mark")) return false;
  if (isMark(token, "done", "nil", "not", "plan", "total", "more", "each")) return false;
  const { from, to } = clauseAround(tokens, at);
  const before = tokens.slice(from, at);
  const column = before.some((one) => names(one, /^column\./) || isMark(one, "column"));
  return (
    column &&
    before.some(({ kind }) => kind === "figure") &&
    !before.some((one) => isMark(one, "more")) && // 新增专栏1个还有上了1次行风热线
    !tokens.slice(at, to).some(({ kind }) => kind === "figure")
  );
}

/** 应诉培训, 许可审批培训: what the occasion was about, right before its name. */
const isAboutOccasion = (tokens: readonly Token[], at: number): boolean =>
  names(tokens[at + 1], /^(?:training|inspection|publicity\.press)/) &&
  (names(tokens[at], /^(?:permit|penalty|coercion|fee|litigation|review|application)\./) ||
    isMark(tokens[at], "litigation", "review", "application", "document", "normative"));

const TOPICS_OF_LESSON = /^(?:newmedia|disclosure|column|gauge)\./;
const FARTHEST_LESSON = 4;
/** 公众号编辑培训, 网站后台操作培训, 网站更新情况督查1次: a channel on the way to the name of the occasion. */
function isTaughtOf(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  if (!(token.word.is === "channel" || isMark(token, "newmedia") || names(token, TOPICS_OF_LESSON))) return false;
  const way = tokens.slice(at + 1, at + 1 + FARTHEST_LESSON);
  const occasion = way.findIndex((one) => names(one, /^(?:training|inspection)\./));
  const plainWay = way
    .slice(0, occasion)
    .every(
      (one) => one.kind === "unknown" || isMark(one, "topic", "noun", "filler", "reviewed") || LESSONS.test(one.text),
    );
  const next = way[occasion + 1];
  return (
    occasion >= 0 &&
    plainWay &&
    (next === undefined || next.kind !== "unknown") &&
    !/^(?:信息|通知|预告|花絮)/.test(next?.text ?? "")
  );
}
const LESSONS = /^(?:运营|编辑|更新|操作|管理|维护|使用|写作|拍摄|制作|后台|情况|业务|信息)$/;

/** Does the clause that opens at `from` stand behind one that counts posts? */
function followsPosts(tokens: readonly Token[], from: number): boolean {
  if (from < 2) return false;
  const before = clauseAround(tokens, from - 2);
  const told = tokens.slice(before.from, before.to);
  return told.some(isPost) && told.some(({ kind }) => kind === "figure");
}

const TEACHES = /^(?:教|带|讲|讲解|介绍|科普|告诉|提醒|手把手|演示)/;
/** 公众号发了1条，教大家怎么打法律援助热线: what the post tells its readers. */
function isTaught(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== "word") return false;
  const { from, to } = clauseAround(tokens, at);
  const counts = tokens.slice(from, to).some((one) => one.kind === "figure" || one.kind === "date");
  return TEACHES.test(tokens[from]?.text ?? "") && !counts && followsPosts(tokens, from);
}

/** 微博更新3条，博物馆夜场预约: what the posts before were about. */
function isBookingAtTheEnd(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "预约") return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const { from } = clauseAround(tokens, at);
  const noun = before && (before.kind === "unknown" || isMark(before, "topic", "noun"));
  return Boolean(noun) && (!next || next.kind === "break") && followsPosts(tokens, from);
}

const ANNOUNCED: ReadonlySet<string> = new Set("安排 计划 方案 通知 预告 进度 进展 对比 情况".split(" "));

/** What a message must hold for a rule to be worth a try. */
type Holds = "posts" | "booking" | "occasion" | "fee" | "foreign" | "interview" | "enforced" | "teaching" | "reviewed";
const BY_INDICATOR: readonly (readonly [prefix: string, holds: Holds])[] = [
  ["training.", "occasion"],
  ["inspection.", "occasion"],
  ["publicity.", "occasion"],
  ["publicity.interview", "interview"],
  ["fee.", "fee"],
  ["penalty.", "enforced"],
  ["coercion.", "enforced"],
  ["info.reviewed", "reviewed"],
];
const BY_MARK: Partial<Readonly<Record<Mark, Holds>>> = { newmedia: "posts", foreign: "foreign", reviewed: "reviewed" };

/** What TEACHES begins with. */
const TEACHING: ReadonlySet<string> = new Set("教带讲介科告提手演");
/** One pass over the tokens: it is asked of every message. */
function heldBy(tokens: readonly Token[]): ReadonlySet<Holds> {
  const held = new Set<Holds>();
  for (const token of tokens) {
    if (TEACHING.has(token.text.charAt(0)) && TEACHES.test(token.text)) held.add("teaching");
    if (token.kind !== "word") continue;
    const { word, text } = token;
    if (word.is === "indicator") {
      for (const [prefix, holds] of BY_INDICATOR) if (word.key.startsWith(prefix)) held.add(holds);
    } else if (word.is === "channel") {
      if (word.channel !== "website") held.add("posts");
    } else if (word.is === "mark") {
      const holds = BY_MARK[word.mark];
      if (holds) held.add(holds);
    }
    if (text === "预约") held.add("booking");
  }
  return held;
}

type Rule = Readonly<{ needs: readonly Holds[]; is: (tokens: readonly Token[], at: number) => boolean }>;
const RULES: readonly Rule[] = [
  { needs: ["booking", "posts"], is: isBookingAtTheEnd },
  { needs: ["teaching", "posts"], is: isTaught },
  { needs: ["occasion"], is: isAboutOccasion },
  { needs: ["occasion"], is: isTaughtOf },
  { needs: ["fee", "foreign"], is: isPaidFor },
  { needs: ["interview"], is: isMedia },
  { needs: ["fee"], is: isChargeAsSubject },
  { needs: [], is: saysOf },
  { needs: [], is: isMaterial },
  { needs: ["enforced"], is: isObject },
  { needs: ["foreign"], is: isKindOfPart },
  { needs: ["posts"], is: isOneOfPosts },
];
const ALWAYS = RULES.filter(({ needs }) => needs.length === 0);
const rulesFor = (held: ReadonlySet<Holds>): readonly Rule[] =>
  held.size === 0 ? ALWAYS : RULES.filter(({ needs }) => needs.every((what) => held.has(what)));

/** Takes from the words inside a subject what they would mean elsewhere; every offset stays. */
export function withSubjects(tokens: readonly Token[]): readonly Token[] {
  const marked = new Set<number>();
  const published = tokens.some((token) => isPost(token) || names(token, /^disclosure\./));
  const columns = tokens.some((token) => names(token, /^column\./) || isMark(token, "column"));
  const held = heldBy(tokens);
  const rules = rulesFor(held);
  const reviews = held.has("reviewed");
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "break" || token.kind === "question") continue;
    if (token.kind === "date") {
      if (isTimeOfSubject(tokens, at)) marked.add(at);
      continue;
    }
    const subject = published ? subjectOfPost(tokens, at) : undefined;
    if (subject)
      for (let one = subject.from; one < subject.to; one += 1)
        if (yields(tokens[one] as Token) || isPlainWord(tokens[one]) || isBooking(tokens, one)) marked.add(one);
    // 节能审查解读2篇: the rule that was explained
    const explained = tokens[at + 1] && names(tokens[at + 1] as Token, /^disclosure\./) && tokens[at - 1];
    if (isMark(token, "reviewed") && explained && (explained.kind === "unknown" || isMark(explained, "topic")))
      marked.add(at);
    // 发了门诊安排5条
    if (published && at > 0 && tokens[at + 1]?.kind === "figure" && ANNOUNCED.has(token.text)) {
      const { from } = clauseAround(tokens, at);
      if (tokens.slice(from, at).some(({ text }) => /^(?:发布?|推送?|发了|推了|上传)了?$/.test(text))) marked.add(at);
    }
    if (columns && isNameOfColumn(tokens, at)) marked.add(at);
    if (isVisited(tokens, at)) marked.add(at).add(at + 1);
    if (rules.some(({ is }) => is(tokens, at))) marked.add(at);
    const whole = token.kind !== "figure" ? caseLookedInto(tokens, at) : reviews ? afterReview(tokens, at) : undefined;
    if (whole) for (let one = whole.from; one < whole.to; one += 1) if (tokens[one]?.kind !== "date") marked.add(one);
  }
  return marked.size === 0 ? tokens : tokens.map((token, at) => (marked.has(at) ? plain(token) : token));
}
