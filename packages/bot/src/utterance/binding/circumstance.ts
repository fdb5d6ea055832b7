import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { isAttendance } from "./beside.ts";
import type { Clause } from "./clause.ts";
import { featuresOf, isNaming, isOccasion, names } from "./features.ts";
import { isWhereTheyWent, nextCounts } from "./next-clause.ts";
import { changesSubject } from "./remark.ts";

export const TIMES_AND_FIGURES = (token: Token) =>
  token.kind === "figure" || token.kind === "date" || token.kind === "question" || isNaming(token);

/** 跑了城关所和河东所, behind the occasion that took place there. */
const isVenueOfIt = (clauses: readonly Clause[], at: number): boolean => {
  const { tokens = [] } = clauses[at] ?? {};
  const before = clauses.slice(0, at).findLast((one) => one.tokens.some(isNaming))?.tokens ?? [];
  if (!before.some(isOccasion)) return false;
  if (isWhereTheyWent(tokens)) return true;
  return before.some(({ kind }) => kind === "figure") && isAttendance(tokens, featuresOf(before));
};

const REORGANISED =
  /换|变|调整|更名|改名|合并|划转|搬|新设|增设|成立|挂牌|调走|调来|退休|上任|到任|分工|升格|整合|撤并|任命|接任|履新/;
/** 分管领导换了，机构职能更新1条: why it was brought up to date. */
const isWhyUpdated = (clauses: readonly Clause[], at: number): boolean => {
  const { tokens = [] } = clauses[at] ?? {};
  return (
    REORGANISED.test(textOf(tokens)) &&
    !tokens.some((token) => TIMES_AND_FIGURES(token) || isMark(token, "not", "nil", "plan", "doubt")) &&
    [clauses[at - 1], clauses[at + 1]].some((one) =>
      one?.tokens.some((token) => names(token, /^disclosure\.institution$/)),
    )
  );
};

const HANDED_ON = /^(?:已经?|都|全部?|均|当天|也|及时|现)*转(?:给|交|办|到|送|派|发给|至)?了?.{0,12}$/;
/** 留言5条，都转给业务科室了: what became of what came in. */
export const isHandedOn = (tokens: readonly Token[], cameIn: readonly Token[]): boolean =>
  HANDED_ON.test(textOf(tokens)) &&
  !tokens.some(TIMES_AND_FIGURES) &&
  cameIn.some((token) => names(token, /^interaction\./));

/** 危房改造补助今天公示了，重点领域2条: what went out, before it is counted by its kind. */
const isAnnouncement = (clauses: readonly Clause[], at: number): boolean => {
  const [clause, next] = [clauses[at], clauses[at + 1]];
  const words = textOf(clause?.tokens ?? []);
  return (
    /(?:公示|公布|公开|发布|挂网|上网|挂出来|发出来)了$/.test(words) &&
    !clause?.tokens.some((token) => token.kind === "figure" || isNaming(token)) &&
    !changesSubject(words) &&
    nextCounts(next) &&
    next?.tokens.some((token) => names(token, /^disclosure\./)) === true
  );
};

/** 今天护士节: what day it is. */
const isNamedDay = ([date, name, ...more]: readonly Token[]): boolean =>
  date?.kind === "date" &&
  name?.kind === "unknown" &&
  /^[\u4e00-\u9fa5]{2,6}[节日]$/.test(name.text) &&
  more.every((token) => isMark(token, "filler", "done"));

/** Where, why and on which day it was, and what became of it: told beside what was counted, and changes nothing. */
export const isCircumstance = (clauses: readonly Clause[], at: number): boolean =>
  isVenueOfIt(clauses, at) ||
  isWhyUpdated(clauses, at) ||
  isNamedDay(clauses[at]?.tokens ?? []) ||
  isAnnouncement(clauses, at) ||
  isHandedOn(clauses[at]?.tokens ?? [], clauses[at - 1]?.tokens ?? []);
