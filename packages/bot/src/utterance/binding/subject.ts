import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { COMMON_CHARACTERS } from "../words/common-characters.ts";
import type { Clause } from "./clause.ts";
import { names } from "./features.ts";
import { changesSubject, isPlainTalk, mayChange } from "./remark.ts";

const ENDS_A_BODY = /[局厅委科处室股所站队办院校厂司部市县区镇乡村]$/;
const LONGEST_TOPIC = 8;
const LONGEST_WAY = 4;
/** How many tokens of a subject may stand between the verb of publishing and an unknown word. */
const LONGEST_PUBLISHED = 7;
const PUBLISHES = /^(?:发布|推送|推出|推|发|发了|刊发|上传|更新|公开|清理|过期|关于)/;

/** 公众号发布防汛提醒2条: what was published is a subject, where a figure or a word like 信息 closes it. */
function isTopic(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const after = next?.text === "的" ? tokens[at + 2] : next;
  const closed =
    after !== undefined &&
    (after.kind === "figure" ||
      isMark(after, "noun", "info", "topic") ||
      (after.kind === "word" && after.word.is === "indicator" && after.word.key.startsWith("disclosure.")));
  const near = tokens.slice(Math.max(0, at - LONGEST_PUBLISHED), at);
  const before = near.slice(near.findLastIndex((token) => token.kind === "figure" || token.kind === "break") + 1);
  return (
    closed &&
    (tokens[at]?.text.length ?? 0) <= LONGEST_TOPIC &&
    /^[\u4e00-\u9fa5]+$/.test(tokens[at]?.text ?? "") &&
    before.some((token) => token.kind === "word" && PUBLISHES.test(token.text))
  );
}

/** Characters nobody writes every day, but none that denies, and no body's name: 采砂, 扎染. */
const isPlainName = (text: string): boolean =>
  /^[\u4e00-\u9fa5]+$/.test(text) && !mayChange(text) && !ENDS_A_BODY.test(text);

/**
 * 给辖区企业办结许可6件, 重点领域环境保护信息2条: everyday words on the way to the name of what is counted. Behind that
 * name they could be what is counted (公众号投稿3条), and before a public account whose it is.
 */
function isOnTheWay(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const before = tokens[at - 1];
  const behind = tokens.slice(at + 1);
  // 消费季, 湿地: the tail or the head of a word whose other half we know
  const known = (one: Token | undefined) => one !== undefined && (isMark(one, "topic", "noun") || one.text === "地");
  if (text.length < 2 && !known(before) && !known(behind[0])) return false;
  const disclosed = tokens.some((token) => names(token, /^disclosure\./));
  const plain =
    isPlainTalk(text) || isPlainName(text) || (disclosed && !changesSubject(text) && !ENDS_A_BODY.test(text));
  const event = isBeforeEvent(behind) && !changesSubject(text) && !ENDS_A_BODY.test(text);
  if (text.length > LONGEST_TOPIC || !(plain || event)) return false;
  const stop = behind.findIndex((token) => token.kind === "figure" || (token.kind === "break" && token.strength > 1));
  if (isBeforeEvent(behind) && !ENDS_A_BODY.test(text)) return true;
  if (stop < 1 || behind[stop]?.kind !== "figure") return false;
  const discloses = tokens.slice(0, at).some((token) => names(token, /^disclosure\./));
  const way = behind.slice(0, stop);
  if (discloses && way.some((token) => isMark(token, "noun", "topic", "info") || IS_A_NOTICE.test(token.text)))
    return true;
  return way.some(
    (token) =>
      (token.kind === "word" && token.word.is === "indicator") ||
      isMark(token, "info", "application", "column", "cleared"),
  );
}

const IS_A_NOTICE = /^(?:公示|公告|通告)$/;

/** 开了消费季新闻发布会: what the occasion was about, right before its name. */
const isBeforeEvent = (behind: readonly Token[]): boolean => {
  const next = behind.slice(0, LONGEST_WAY).find((token) => !isMark(token, "topic", "noun"));
  return (
    next?.kind === "word" && next.word.is === "indicator" && /^(?:publicity|training|inspection)\./.test(next.word.key)
  );
};

const isDisclosed = (token: Token) =>
  (token.kind === "word" &&
    (token.word.is === "channel" ||
      (token.word.is === "indicator" && /^(?:disclosure|publicity|training)\./.test(token.word.key)))) ||
  isMark(token, "newmedia", "column", "consult");
const isHead = (token: Token) =>
  isMark(token, "noun", "info", "topic", "column", "consult") ||
  (token.kind === "word" &&
    token.word.is === "indicator" &&
    /^(?:disclosure|publicity|training)\./.test(token.word.key));
const ENDS_CLAUSE = (token: Token) => token.kind === "figure" || token.kind === "break" || token.kind === "date";

/** 1条公交线路调整的视频, 两篇医养结合的政策解读: between the figure and what is counted stands what it was about. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  if (!tokens.some(isDisclosed) || changesSubject(text) || !/^[\u4e00-\u9fa5a-z]+$/.test(text)) return false;
  const before = tokens.slice(0, at);
  const figure = before.findLastIndex(ENDS_CLAUSE);
  const opened = tokens[figure];
  if (opened?.kind !== "figure" || !/^(?:count|edition|none)$/.test(opened.figure.measure)) return false;
  if (opened.figure.measure === "none" && (!tokens.some(isPost) || text.length < 2)) return false;
  const behind = tokens.slice(at + 1);
  const stop = behind.findIndex(ENDS_CLAUSE);
  const rest = stop < 0 ? behind : behind.slice(0, stop);
  if (rest.some(isHead) || rest.at(-1)?.text === "的") return true; // 3条饮用水源地保护的
  return tokens.some(isPost) && opened.figure.unit !== "个" && rest.every((token) => token.kind !== "break"); // 微博1条防溺水
}

const isPost = (token: Token) =>
  token.kind === "word" && token.word.is === "channel" && token.word.channel !== "website";

/** 保税仓储政策专栏, 专栏一个 叫审计整改: what a column is called. */
function isNameOfColumn(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  if (text.length > LONGEST_TOPIC) return false;
  const way = tokens.slice(at + 1, at + LONGEST_WAY);
  // 三旧改造专栏: right before the word nothing is mended
  if (mayChange(text.replace(/^叫/, "")) && !(isMark(way[0], "column") && !changesSubject(text))) return false;
  // 公务员招录的专题上线了: everything before 的
  const rest = tokens.slice(at + 1);
  const titled = rest.findIndex((token, place) => isMark(token, "column") && rest[place - 1]?.text === "的");
  const plain = (token: Token) =>
    token.kind === "unknown" ||
    isMark(token, "topic", "noun", "filler", "foreign") ||
    (isMark(token, "verb") && token.text.length < 2);
  if (titled > 0 && tokens.slice(0, at).every(plain) && rest.slice(0, titled).every(plain)) return true;
  const column = way.findIndex((token) => isMark(token, "column"));
  const leads =
    column >= 0 &&
    way.slice(0, column).every((token) => token.kind === "unknown" || isMark(token, "topic", "noun", "filler"));
  const before = tokens.slice(0, at);
  const called = text.startsWith("叫") && before.some((token) => isMark(token, "column") || names(token, /^column\./));
  return leads || (called && before.some(({ kind }) => kind === "figure"));
}

/** 第五次经济普查公报公众号推了2条, 水质公示挂网站1条: what it was about, closed by a noun we know before the place. */
function isBeforePlace(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const place = tokens.findIndex((token) => token.kind === "word" && token.word.is === "channel");
  if (place <= at || changesSubject(text) || !/^[\u4e00-\u9fa5]+$/.test(text) || ENDS_A_BODY.test(text)) return false;
  const isNoun = (token: Token) =>
    (isMark(token, "topic", "noun") && token.text.length > 1) || IS_A_NOTICE.test(token.text);
  return (
    tokens.slice(at + 1, place).some(isNoun) &&
    tokens
      .slice(0, place)
      .every(
        (token) =>
          token.kind === "unknown" ||
          token.kind === "span" ||
          token.kind === "date" ||
          isMark(token, "topic", "noun", "foreign", "filler", "verb", "done", "link"),
      ) &&
    tokens.slice(place).some(({ kind }) => kind === "figure")
  );
}

const OF_A_POST = /^(?:推文|推送|图文|短?视频|海报|动态|科普|提示)$/;
/** 春季防火推文3篇: right before the word for a post that is counted. */
const isOfPost = (tokens: readonly Token[], at: number): boolean => {
  const { text = "" } = tokens[at] ?? {};
  const next = tokens[at + 1];
  const behind = next?.kind === "span" && next.span === "ordinal" ? at + 2 : at + 1; // 月刊第5期推文1条
  const counted = tokens[behind + 1]?.kind === "figure";
  return counted && OF_A_POST.test(tokens[behind]?.text ?? "") && text.length > 1 && isPlainName(text);
};

/** 护照许可230件, 河道采砂许可1件: what was permitted, right before the word. */
function isPermitted(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const way = tokens.slice(at + 1, at + 1 + LONGEST_WAY);
  const permit = way.findIndex(
    (token) => token.kind === "word" && token.word.is === "indicator" && token.word.key === "permit.decided",
  );
  return (
    permit >= 0 &&
    way
      .slice(0, permit)
      .every((token) => token.kind === "unknown" || isMark(token, "filler", "topic", "noun", "verb", "place")) &&
    text.length <= LONGEST_TOPIC &&
    /^[\u4e00-\u9fa5]+$/.test(text) &&
    !changesSubject(text) &&
    !ENDS_A_BODY.test(text)
  );
}

const IS_A_RULE = /^(?:规定|办法|方案|政策|新政|通知|条例|细则|实施细则|规划|标准|措施|制度|指南)$/;

/** 控烟规定的图解: the rule that was explained. */
function isExplainedRule(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  if (changesSubject(text) || !/^[\u4e00-\u9fa5a-z]+$/.test(text)) return false;
  const way = tokens.slice(at + 1, at + 1 + LONGEST_WAY);
  const explains = way.findIndex((token) => names(token, /^disclosure\./));
  const between = way.slice(0, Math.max(explains, 0));
  return (
    explains >= 0 &&
    (between.some((token) => IS_A_RULE.test(token.text)) || between.at(-1)?.text === "的") &&
    between.every((token) => token.kind !== "break" && token.kind !== "figure")
  );
}

/** 法院来传票了: who sends a lawsuit; elsewhere a court is another body. */
export const isCourt = (clauses: readonly Clause[], token: Token): boolean =>
  /^(?:区|县|市|中级|人民)*(?:法院|传票|法庭)/.test(token.text) &&
  clauses.some(({ tokens }) =>
    tokens.some(
      (one) =>
        isMark(one, "litigation") ||
        (one.kind === "word" && one.word.is === "indicator" && one.word.key.startsWith("litigation.")),
    ),
  );

const SERVED = /^(?:service|penalty|coercion|interaction)\./;
/** 网上办理社保认证18件: between what is counted and its figure. */
function isServed(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const served = tokens
    .slice(Math.max(0, at - LONGEST_WAY), at)
    .some((token) => token.kind === "word" && token.word.is === "indicator" && SERVED.test(token.word.key));
  const behind = tokens.slice(at + 1, at + LONGEST_WAY);
  return (
    served && !changesSubject(text) && /^[\u4e00-\u9fa5]+$/.test(text) && behind.some(({ kind }) => kind === "figure")
  );
}

const LONGEST_NAME = 6;

/** 在地铁站做培训, 给各乡镇卫生院搞培训: where an occasion was held, and for whom. */
function isVenue(tokens: readonly Token[], at: number): boolean {
  const figure = tokens.findIndex((token) => token.kind === "figure");
  return (
    (tokens[at]?.text.length ?? 0) <= LONGEST_NAME &&
    tokens
      .slice(Math.max(0, at - 6), at)
      .some((token) => /^(?:在|去|到|赴|下|进|走进|前往|来到?|给|为|对|向|面向)了?$/.test(token.text)) &&
    tokens
      .slice(at + 1, at + 7)
      .some(
        (token) =>
          /^(?:做|办|开|搞|弄|举办|举行|召开|组织|开展|进行|讲)了?$/.test(token.text) ||
          (token.kind === "word" &&
            token.word.is === "indicator" &&
            /^(?:training|inspection|publicity)\./.test(token.word.key)),
      ) &&
    (figure < 0 || figure > at)
  );
}

/** 宏远商贸公司申请: the name before the kind of applicant. */
const isCompany = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text.length ?? 0) <= LONGEST_NAME &&
  tokens.some((token) => isMark(token, "application")) &&
  tokens.slice(at + 1, at + 4).some((token) => token.kind === "word" && token.word.is === "applicant") &&
  tokens.slice(Math.max(0, at - 1), at).every((one) => one.kind !== "word" || isMark(one, "arrived", "verb", "filler"));

/** 处罚2件，住建执法大队: the front half of a section's name. */
const isOfSection = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens[at + 1], "office") && (tokens[at]?.text.length ?? 0) <= 4 && !mayChange(tokens[at]?.text ?? "");

const isPlainWord = (text: string): boolean =>
  !ENDS_A_BODY.test(text) && [...text].every((char) => COMMON_CHARACTERS.has(char));

/** 欠缴那家单位的行政处罚, 提取业务: plain words on the way to the name of an indicator, with no verb of their own. */
function isLooseModifier(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  const next = tokens[at + 1];
  if (!next || next.kind === "figure" || next.kind === "break" || /^[了过着]/.test(next.text)) return false;
  if (text.length < 2 || text.length > LONGEST_TOPIC || !isPlainWord(text) || changesSubject(text)) return false;
  const names = tokens
    .slice(at + 1)
    .find((token) => token.kind === "figure" || (token.kind === "break" && token.strength > 1) || isName(token));
  return names !== undefined && isName(names) && names.kind === "word" && names.word.is === "indicator";
}
const isName = (token: Token): boolean =>
  token.kind === "word" && /^(?:indicator|channel|other-platform)$/.test(token.word.is);

/** The unknown words at `at` only say what the work was about, where it was done or for whom. */
export const isSubject = (tokens: readonly Token[], at: number): boolean =>
  [
    isTopic,
    isAttribute,
    isBeforePlace,
    isOfPost,
    isNameOfColumn,
    isExplainedRule,
    isOnTheWay,
    isVenue,
    isCompany,
    isPermitted,
    isServed,
    isOfSection,
    isLooseModifier,
  ].some((is) => is(tokens, at));
