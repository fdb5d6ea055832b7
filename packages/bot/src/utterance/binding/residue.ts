import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Clause } from "./clause.ts";
import { isNaming } from "./features.ts";
import { isIdleTalk, isPlainTalk, isRemark } from "./remark.ts";

const INTRODUCES_TOPIC = /^(?:关于|有关|围绕|针对|题为|名为|主题为|主题|标题|就|对)$/;
const MOST = 8;

/** Characters no lexicon knows. A few are shown on a card, many are asked about. */
export type Residue = Readonly<{ words: string; many: boolean }>;

const LONGEST_TOPIC = 6;
const PUBLISHES = /^(?:发布|推送|推出|推|发|发了|刊发|上传|更新|公开|清理|过期|关于)/;

/** 公众号发布防汛提醒2条: what was published is a subject, where a figure or a word like 信息 closes it. */
function isTopic(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  const closed =
    after !== undefined &&
    (after.kind === "figure" ||
      isMark(after, "noun", "info", "topic") ||
      (after.kind === "word" && after.word.is === "indicator" && after.word.key.startsWith("disclosure.")));
  const before = tokens.slice(Math.max(0, at - 3), at);
  return (
    closed &&
    /^[\u4e00-\u9fa5]+$/.test(tokens[at]?.text ?? "") &&
    before.some((token) => token.kind === "word" && PUBLISHES.test(token.text))
  );
}

/**
 * 给辖区企业办结许可6件, 重点领域环境保护信息2条: everyday words on the way to the name of what is counted. Behind that
 * name they could be what is counted (公众号投稿3条), and before a public account whose it is.
 */
function isOnTheWay(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  if (text.length < 2 || text.length > LONGEST_TOPIC || !isPlainTalk(text)) return false;
  const behind = tokens.slice(at + 1);
  const stop = behind.findIndex((token) => token.kind === "figure" || (token.kind === "break" && token.strength > 1));
  if (stop < 1 || behind[stop]?.kind !== "figure") return false;
  const discloses = tokens
    .slice(0, at)
    .some(
      (token) => token.kind === "word" && token.word.is === "indicator" && token.word.key.startsWith("disclosure."),
    );
  const way = behind.slice(0, stop);
  if (discloses && way.some((token) => isMark(token, "noun", "topic", "info"))) return true;
  return way.some(
    (token) => (token.kind === "word" && token.word.is === "indicator") || isMark(token, "info", "application"),
  );
}

const LONGEST_NAME = 6;

/** 在地铁站做培训: where an occasion was held. */
function isVenue(tokens: readonly Token[], at: number): boolean {
  const figure = tokens.findIndex((token) => token.kind === "figure");
  return (
    (tokens[at]?.text.length ?? 0) <= LONGEST_NAME &&
    tokens
      .slice(Math.max(0, at - 4), at)
      .some((token) => /^(?:在|去|到|赴|下|进|走进|前往|来到?)了?$/.test(token.text)) &&
    tokens
      .slice(at + 1, at + 4)
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

/** 含延续3件: what a part is called changes nothing, for a part is never added. */
const isPart = (tokens: readonly Token[]) =>
  tokens.some((token) => isMark(token, "subset") && /^(?:其中|含|包含|包括|里面|内含|含有)/.test(token.text));

function unexplained(tokens: readonly Token[]): string[] {
  const counts = tokens.some((token) => token.kind === "figure" || isNaming(token));
  return tokens.flatMap((token, at) => {
    if (token.kind !== "unknown" || (token.ordinary && !counts)) return [];
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const issued = tokens.slice(at + 1, at + 4).some((one) => one.kind === "span" && one.span === "document-number");
    if (issued && token.text.length < 3) return []; // 国发〔2026〕3号
    if (token.text.length <= LONGEST_TOPIC && isTopic(tokens, at)) return [];
    if (tokens.slice(0, at).some((one) => INTRODUCES_TOPIC.test(one.text)) && after && !(before?.kind === "figure"))
      return [];
    if (isOnTheWay(tokens, at) || isVenue(tokens, at) || isCompany(tokens, at)) return [];
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
  const text = tokens.map((token) => token.text).join("");
  const plain = tokens.some(
    (token) => isNaming(token) || token.kind === "figure" || token.kind === "date" || token.kind === "span",
  );
  return RECLASSIFIES.test(text) && !plain && !/[的了]$/.test(text) && tokens.length > 1 ? [text] : [];
};

export function residueOf(clauses: readonly Clause[]): Residue | null {
  const posts = clauses.some(({ tokens }) =>
    tokens.some((token) => token.kind === "word" && token.word.is === "channel"),
  );
  const words = clauses.flatMap((clause, at) =>
    at > 0 && !posts && reclassified(clause.tokens).length > 0 && !isRemark(clause, false)
      ? reclassified(clause.tokens)
      : isRemark(clause, at === 0) || isIdleTalk(clause.tokens) || isBreakdown(clauses, at)
        ? []
        : unexplained(clause.tokens),
  );
  if (words.length === 0) return null;
  const length = words.join("").length;
  const whole = clauses.reduce(
    (sum, { tokens }) =>
      sum + tokens.reduce((inner, token) => inner + (isMark(token, "filler") ? 0 : token.text.length), 0),
    0,
  );
  return { words: words.join("、"), many: length > MOST || length * 2 > whole };
}
