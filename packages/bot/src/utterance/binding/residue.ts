import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { COMMON_CHARACTERS } from "../words/common-characters.ts";
import { BEARS_ON_FACTS } from "./bears-on-facts.ts";
import { isOfOtherThings } from "./beside.ts";
import { isCircumstance, TIMES_AND_FIGURES } from "./circumstance.ts";
import { type Clause, countOf, figuresOf } from "./clause.ts";
import { isNaming, names } from "./features.ts";
import { isAfterwards } from "./mood.ts";
import { nextCounts } from "./next-clause.ts";
import { changesSubject, isIdleTalk, isRemark, mayChange } from "./remark.ts";
import { isCourt, isSubject } from "./subject.ts";

const INTRODUCES_TOPIC = /^(?:关于|有关|围绕|针对|题为|名为|主题为|主题|标题|就|对)$/;
const OURS = /^(?:我们|咱们?|俺们|我|本)$/;
const MOST = 8;

/** Characters no lexicon knows. A few are shown on a card, many are asked about. */
export type Residue = Readonly<{ words: string; many: boolean }>;

/** 含延续3件: what a part is called changes nothing, for a part is never added. */
const isPart = (tokens: readonly Token[]) =>
  tokens.some((token) => isMark(token, "subset") && /^(?:其中|含|包含|包括|里面|内含|含有)/.test(token.text));

/** 收到申请1件，一家景区运营公司提的: the name before the kind of applicant, in a clause of its own. */
const isWhoApplied = (tokens: readonly Token[], at: number, clauses: readonly Clause[]): boolean =>
  tokens.slice(at + 1, at + 4).some((token) => token.kind === "word" && token.word.is === "applicant") &&
  !mayChange(tokens[at]?.text ?? "") &&
  clauses.some((one) => one.tokens !== tokens && one.tokens.some((token) => isMark(token, "application")));

/** 上个月水行政这块，…: of which sphere the rest is. */
const SPHERE = /^[^没未不]{2,12}(?:这块儿?|这一块|这方面)$/;

/** 是位姓马的老大爷: by which surname. */
const isSurnamed = (tokens: readonly Token[], at: number): boolean =>
  /姓[\u4e00-\u9fa5]$/.test(tokens[at]?.text ?? "") &&
  tokens.slice(at + 1, at + 4).some((token) => token.kind === "word" && token.word.is === "applicant");

const isOfLawsuit = ({ tokens }: Clause): boolean => tokens.some((token) => isMark(token, "litigation"));

const namesWork = (token: Token): boolean =>
  token.kind === "word" &&
  (token.word.is === "indicator" || (token.word.is === "channel" && token.word.channel !== "website"));

/** 机构职能改了地址, 今天看粉丝是9653: words that mend or look at something, where that is the work itself. */
const OF_ITS: readonly (readonly [RegExp, RegExp])[] = [
  [/^disclosure\.institution$/, /^(?:改|换|变动|调整|着改|分工|址|地址|改名|更名|变更)+$/],
  [/^gauge\./, /^(?:看|看看|看到|一眼|看一眼|势|涨势|据|读数)$/],
];
const isOfIts = (text: string, tokens: readonly Token[]): boolean =>
  OF_ITS.some(([key, words]) => words.test(text) && tokens.some((token) => names(token, key)));

const LONGEST_HALF = 4;
/** 4A景区, A4纸, BRT1号线: the other half of a name in figures, right beside it and before what is counted. */
function isOfName(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const isHalf = (one: Token | undefined) => one?.kind === "span" && (one.span === "name" || one.span === "place");
  const next = tokens[at + 1];
  const isNamedDay = next?.kind === "date" && next.when.type === "day" && /^[当那这]/.test(next.text); // 世界水日当天
  return (
    text.length <= LONGEST_HALF &&
    (isHalf(tokens[at - 1]) || isHalf(next) || isNamedDay) &&
    !changesSubject(text) &&
    !ENDS_OTHERWISE.test(text) &&
    tokens.slice(at + 1).some(isNaming)
  );
}

function unexplained(tokens: readonly Token[], clauses: readonly Clause[]): string[] {
  const counts = tokens.some((token) => token.kind === "figure" || isNaming(token));
  const figures = figuresOf(tokens);
  if (figures.length === 0 && SPHERE.test(textOf(tokens))) return [];
  if (figures.length > 0 && figures.every(({ figure }) => figure.type !== "exact")) return []; // asked about anyway
  return tokens.flatMap((token, at) => {
    if (token.kind !== "unknown" || (token.ordinary && !counts)) return [];
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (token.ordinary && next?.kind !== "figure" && tokens.some(namesWork)) return [];
    if (isOfIts(token.text, tokens)) return [];
    if (token.text === "局" && next?.kind === "word" && next.word.is === "channel") return []; // 局抖音号
    if (isOfName(tokens, at)) return [];
    if (isCourt(clauses, token) || isSurnamed(tokens, at)) return [];
    if (/告$/.test(token.text) && (OURS.test(next?.text ?? "") || next?.text === "我局") && clauses.some(isOfLawsuit))
      return []; // 船东告我局
    if (token.text.length <= 4 && OURS.test(before?.text ?? "")) return []; // 我们残联
    if (isWhoApplied(tokens, at, clauses)) return [];
    if (/^[属系]$/.test(token.text) && next && isNaming(next)) return []; // 属行政规范性文件
    if (/^[局委厅院办所站]$/.test(token.text) && next?.kind === "span" && next.span === "place") return []; // 局三楼
    const issued = tokens.slice(at + 1, at + 4).some((one) => one.kind === "span" && one.span === "document-number");
    if (issued && token.text.length < 3) return []; // 国发〔2026〕3号
    if (tokens.slice(0, at).some((one) => INTRODUCES_TOPIC.test(one.text)) && next && !(before?.kind === "figure"))
      return [];
    if (isSubject(tokens, at)) return [];
    return [token.text];
  });
}

/** 其中即办件6件，承诺件4件: the breakdown goes on while nothing new is named. */
const isBreakdown = (clauses: readonly Clause[], at: number): boolean => {
  const tokens = clauses[at]?.tokens ?? [];
  if (at < 1) return false;
  if (isPart(tokens)) return true;
  return (
    tokens.some((token) => token.kind === "figure") &&
    !tokens.some((token) => isNaming(token) || isMark(token, "more")) &&
    isBreakdown(clauses, at - 1)
  );
};

const RECLASSIFIES =
  /^(?:是|属于?|算是?)|^(?:都|全|均)(?:是|属于?|算是?).*(?:告知|通知|公示|备案|年检|年审|换证|补证|初审|预审|评审|核查|草稿|初稿|测试)/;
/** 许可3件，是年检: what it is called may be another kind; posts may be about anything. */
const reclassified = (tokens: readonly Token[]): string[] => {
  const text = textOf(tokens);
  const plain = tokens.some(
    (token) => isNaming(token) || token.kind === "figure" || token.kind === "date" || token.kind === "span",
  );
  return RECLASSIFIES.test(text) && !plain && !/[的了]$/.test(text) && tokens.length > 1 ? [text] : [];
};

/** 过期信息清了26条，都是前年的公示: whatever it was, it went. */
const isAboutCleared = (clauses: readonly Clause[], at: number) =>
  (clauses[at - 1]?.tokens ?? []).some(
    (token) =>
      isMark(token, "cleared", "stale") ||
      (token.kind === "word" && token.word.is === "indicator" && token.word.key === "info.cleared"),
  );

const isAllOfThem = (tokens: readonly Token[]) =>
  /^(?:都|全|均|主要|大多|基本)/.test(textOf(tokens)) && !tokens.some(TIMES_AND_FIGURES);

/** 局本级和房管中心各1条 are two. */
const sumOf = (tokens: readonly Token[]) => {
  const each = tokens.some((token) => isMark(token, "each"));
  const parts = tokens.filter(
    (token) => (token.kind === "break" && token.char === "、") || isMark(token, "link"),
  ).length;
  return tokens.reduce((sum, token) => sum + countOf(token), 0) * (each ? parts + 1 : 1);
};

/** 公众号3条，防汛的2条，医保的1条: parts that add up to the total before them only say what it was made of. */
function addsUp(clauses: readonly Clause[], at: number): boolean {
  const whole = clauses.slice(0, at).findLastIndex(({ tokens }) => tokens.some(isNaming) && sumOf(tokens) > 0);
  if (whole < 0) return false;
  const stop = clauses.slice(whole + 1).findIndex(({ tokens }) => tokens.some(isNaming));
  const parts = clauses.slice(whole + 1, stop < 0 ? undefined : whole + 1 + stop);
  const figures = parts.flatMap(({ tokens }) => tokens);
  return at <= whole + parts.length && sumOf(figures) === sumOf(clauses[whole]?.tokens ?? []);
}

/** 公众号：禁烧通告1条、人居环境1条: each figure under the name has its subject before it. */
const isUnderName = (clauses: readonly Clause[], at: number): boolean => {
  const { tokens = [] } = clauses[at] ?? {};
  const head = clauses.slice(0, at).findLast(({ closed }) => closed === ":");
  return (
    head?.tokens.some((token) => token.kind === "word" && token.word.is === "channel") === true &&
    tokens.some(({ kind }) => kind === "figure") &&
    !tokens.some(isNaming)
  );
};

/** 残联5月汇总, above a numbered list: whose report it is. */
const isHeading = ({ tokens, closed }: Clause, next: Clause | undefined): boolean =>
  closed === "\n" &&
  next?.tokens[0]?.kind === "span" &&
  next.tokens[0].span === "bullet" &&
  !tokens.some((token) => isNaming(token) || token.kind === "figure" || isMark(token, "outsider"));

const isSaidSubject = (clauses: readonly Clause[], at: number): boolean => {
  const { tokens = [] } = clauses[at] ?? {};
  const strangers = tokens.filter(({ kind }) => kind === "unknown").map(({ text }) => text);
  if (strangers.length === 0 || strangers.some(changesSubject)) return false;
  return (!strangers.some(mayChange) && isUnderName(clauses, at)) || addsUp(clauses, at);
};

const ASKS_FOR =
  /^(?:(?:他|她|对方|申请人?)?(?:要求?|想要|索要|申请(?:公开|获取)?|想看|想查|要(?!补|延|撤|件)|要查|要看|查询?|问))(?!撤|延|改)/;
/** 邮寄来一件信息公开申请，要安全评价报告: what the applicant asks for. */
const isRequest = (clauses: readonly Clause[], at: number): boolean => {
  const { tokens = [] } = clauses[at] ?? {};
  const words = textOf(tokens);
  return (
    ASKS_FOR.test(words) &&
    !mayChange(words.replace(ASKS_FOR, "")) &&
    !tokens.some(TIMES_AND_FIGURES) &&
    clauses.slice(0, at).some((one) => one.tokens.some((token) => isMark(token, "application")))
  );
};

const isHan = (char: string) => char >= "\u4e00" && char <= "\u9fff";
const ENDS_OTHERWISE =
  /(?<![集超夜股楼菜城])市$|[局厅委县区镇乡街院所站处科室股组办署府群圈号网台屏栏端]$|(?<!海|预|简|捷|喜)报$/;
/** 公众号2篇，博物馆夜场和非遗集市: what the posts just counted were about. */
function isSubjectOfPosts(clauses: readonly Clause[], at: number): boolean {
  const tokens = clauses[at]?.tokens ?? [];
  const before = clauses[at - 1]?.tokens ?? [];
  const words = textOf(tokens);
  const published = before.some(
    (token) =>
      token.kind === "word" &&
      ((token.word.is === "channel" && token.word.channel !== "website") ||
        (token.word.is === "indicator" &&
          /^(?:disclosure|newmedia|publicity|training|inspection|interaction|service|column)\./.test(token.word.key))),
  );
  return (
    published &&
    before.some(({ kind }) => kind === "figure") &&
    /[\u4e00-\u9fff]{2}|的$/.test(words) && // job fair的 is a subject, zzqx is not known
    words.length > 2 &&
    !changesSubject(words) &&
    !ENDS_OTHERWISE.test(words) &&
    [...words].every((char) => COMMON_CHARACTERS.has(char) || !isHan(char)) &&
    !/[了着过]$/.test(words) &&
    tokens.every(
      (token) =>
        !(token.kind === "word" && /^(?:indicator|channel|other-platform|outcome)$/.test(token.word.is)) &&
        !isMark(token, ...BEARS_ON_FACTS),
    )
  );
}

/** 公众号4条：蓝莓采摘、防溺水、招聘会: a list behind the figure says what each of them was. */
function isListOfSubjects(clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at];
  // 春运购票提醒: 票 is kept nowhere
  const tells = (token: Token) => TIMES_AND_FIGURES(token) && !isMark(token, "foreign");
  if (!clause || !/^[:(,]$/.test(clause.opened) || clause.tokens.some(tells)) return false;
  if (clause.opened === ",") return isSubjectOfPosts(clauses, at);
  const before = clauses.slice(0, at).findLast(({ tokens }) => tokens.some(({ kind }) => kind === "figure"));
  return (
    before?.tokens.some(isNaming) === true &&
    !mayChange(textOf(clause.tokens)) &&
    clause.tokens.every((token) => !isMark(token, "not", "nil", "plan", "aim", "underway", "outsider", "doubt"))
  );
}

/** Is the clause at `at` one in which words nobody knows change nothing? */
function isExplained(clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at];
  return (
    clause === undefined ||
    isRemark(clause, at === 0) ||
    isIdleTalk(clause.tokens) ||
    isBreakdown(clauses, at) ||
    isListOfSubjects(clauses, at) ||
    isRequest(clauses, at) ||
    isCircumstance(clauses, at) ||
    (isAboutCleared(clauses, at) && isAllOfThem(clause.tokens)) ||
    (at === 0 && (isHeading(clause, clauses[1]) || isAfterwards(clause.tokens))) ||
    (isOfOtherThings(clause.tokens) && clauses.some(nextCounts)) ||
    isSaidSubject(clauses, at)
  );
}

export function residueOf(clauses: readonly Clause[]): Residue | null {
  const posts = clauses.some(({ tokens }) =>
    tokens.some((token) => token.kind === "word" && token.word.is === "channel"),
  );
  const words = clauses.flatMap((clause, at) => {
    const kind = at > 0 && !posts && !isAboutCleared(clauses, at) ? reclassified(clause.tokens) : [];
    if (kind.length > 0 && !isRemark(clause, false)) return kind;
    const strange = clause.tokens.some((token) => token.kind === "unknown");
    return strange && !isExplained(clauses, at) ? unexplained(clause.tokens, clauses) : [];
  });
  if (words.length === 0) return null;
  const length = words.join("").length;
  const whole = clauses.reduce(
    (sum, { tokens }) =>
      sum + tokens.reduce((inner, token) => inner + (isMark(token, "filler") ? 0 : token.text.length), 0),
    0,
  );
  return { words: words.join("、"), many: length > MOST || length * 2 > whole };
}
