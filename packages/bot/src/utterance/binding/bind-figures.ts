import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import {
  isAccount,
  isAttendance,
  isAttribute,
  isBackwards,
  isDated,
  isFine,
  isHeld,
  isListOfTotal,
  isOfOtherThings,
  opensPenalty,
} from "./beside.ts";
import { under } from "./candidate.ts";
import { type Clause, datesOf, figuresOf } from "./clause.ts";
import { isToday, uncertain } from "./dating.ts";
import { distribute } from "./distribute.ts";
import { featuresOf, isNaming } from "./features.ts";
import type { Gathering } from "./gathering.ts";
import { countsBare, nextCounts } from "./next-clause.ts";
import { OWN, ownFigures } from "./own-figures.ts";
import { splitAfterFigures, splitBeforeFigures, splitFigures } from "./split-figures.ts";

const CONVERTED = /^(?:折合?|折算|合|即|也就是|就是)(?:约|成|为)?[0-9.]{1,12}(?:万元?|元)$/;
const COUNTS_AS =
  /^(?:就|都|也|全)?(?:算|按|记|计)(?:是|作|成)?[0-9一二两三四五六七八九十]{1,3}[条篇个件次期场份][哈吧啊哦呢]?$/;
const THAT_IS_ALL =
  /^(?:[今昨前]天|今儿|昨儿)?(?:总共|一共|拢共)?(?:就|只有|就只有|也就)(?:这|那)?[0-9一二两三四五六七八九十]{1,3}[条篇个件次期场份封][了啊哈吧]?$/;
const STATES_NIL =
  /^(?:就|给|我|先|都|请|帮我|麻烦)*(?:报|记|填|写|登|算)(?:个|上|成|为)?(?:0|零)(?:就行|即可|吧|了|好了)?$/;

/** A clause with figures: each is bound to what it counts, or seen to stand beside what is counted. */
export function bindFigures(gathering: Gathering, clause: Clause, index: number, later: readonly Clause[]): void {
  const { tokens } = clause;
  const last = gathering.candidates.at(-1);
  if (last && (isListOfTotal(clause, last) || isAttribute(tokens, last) || isBackwards(tokens, last))) return;
  // 收费3600元，折0.36万元: the same sum in another unit
  if (last?.figure?.type === "exact" && CONVERTED.test(textOf(tokens)) && figuresOf(tokens)[0]?.figure.type === "exact")
    if (
      figuresOf(tokens).every(
        ({ figure }) => figure.type === "exact" && last.figure?.type === "exact" && figure.value === last.figure.value,
      )
    )
      return;
  // 传了两段视频，算两条哈: the same figure, as it counts
  const [again] = figuresOf(tokens);
  if (last?.figure?.type === "exact" && COUNTS_AS.test(textOf(tokens)) && again?.figure.type === "exact")
    if (again.figure.value === last.figure.value) return;
  // 微博发了一条，今天就这一条: all of them, once more
  if (last?.figure?.type === "exact" && THAT_IS_ALL.test(textOf(tokens)) && again?.figure.type === "exact")
    if (again.figure.value === last.figure.value) {
      if (last.dates.length === 0) last.dates = datesOf(tokens);
      return;
    }
  // 没有制定规范性文件，报个0: the same nil in figures
  if (last?.nil && STATES_NIL.test(textOf(tokens))) return;
  // 下了处罚决定，罚款5万元，1件: what it came to stands before how many
  if (gathering.topic?.keys.join() === "penalty.decided" && isFine(tokens)) return;
  if (!last?.figure && opensPenalty(tokens, later)) {
    gathering.pendingDates = datesOf(tokens);
    return;
  }
  // 上周五陈局上了行风热线，当天微博发了2条: the occasion was one, and the posts stand for themselves
  const dated = () => isDated(tokens) || gathering.pendingDates.every(isToday);
  if (
    gathering.topic &&
    !gathering.topicColon &&
    dated() &&
    isHeld(gathering.topic, gathering.topicTokens) &&
    tokens.some(isAccount)
  ) {
    gathering.lacking.push({ tokens: gathering.topicTokens, clause: gathering.topicAt });
    gathering.topic = null;
  }
  // 申请1件，一家软件公司提的: who applied
  const [one, second] = figuresOf(tokens);
  const own = featuresOf(tokens);
  const applied = last?.features.marks.has("application") && own.applicants.length === 1;
  const site = (token: Token) =>
    token.kind === "word" && token.word.is === "channel" && token.word.channel === "website";
  const names = () => /^申请人/.test(textOf(tokens)) || !tokens.some((token) => isNaming(token) && !site(token));
  if (last && applied && !second && one && /^[个家位名]$/.test(one.figure.unit) && names()) {
    gathering.rename(last, under(last.features, { ...own, keys: [] }));
    return;
  }
  // 清理了一批过期信息，40条: how many were in the lot
  const bare =
    one && !second && !tokens.some(isNaming) && one.figure.measure === "count" && datesOf(tokens).length === 0;
  if (last?.figure?.type === "exact" && last.figure.measure === "parcel" && bare) {
    gathering.candidates[gathering.candidates.length - 1] = { ...last, figure: one.figure };
    return;
  }
  const stretches = distribute(tokens, gathering.pendingDates.length > 0 ? gathering.pendingDates : gathering.dates);
  if (stretches === "unclear") {
    gathering.trouble ??= {
      why: tokens.some(isNaming) || gathering.topic ? "two-bindings" : "indicator-missing",
      words: textOf(tokens),
    };
    return;
  }
  if (stretches) {
    for (const stretch of stretches) gathering.add(stretch, clause, index, true);
    return;
  }
  const figures = ownFigures(tokens, own);
  const aside =
    figures.every(({ figure }) => !OWN.has(figure.measure)) &&
    !tokens.some(isNaming) &&
    !tokens.some((token) => isMark(token, "total"));
  if (aside && !gathering.topic && last?.figure) return; // 培训1次，50人参加
  // 交房300套，公众号发了1条; 督查：去了3所学校，算1次
  if (
    isOfOtherThings(tokens) &&
    (last?.figure || later.some(nextCounts) || (gathering.topic && later.some(countsBare)))
  ) {
    // 昨天交房300套，公众号发了1条: whether on that day too is not said
    const days = datesOf(tokens).filter((date) => !isToday(date));
    if (!last && days.length > 0) gathering.pendingDates = days.map(uncertain);
    return;
  }
  if (!gathering.topicColon && isAttendance(tokens, gathering.topic ?? last?.features)) {
    if (gathering.topic) gathering.lacking.push({ tokens: gathering.topicTokens, clause: gathering.topicAt });
    gathering.topic = null;
    return;
  }
  if (figures.length < 2) {
    gathering.add(tokens, clause, index);
    return;
  }
  const split = splitFigures(tokens, gathering.catalogue);
  if (split === "two") gathering.trouble ??= { why: "two-bindings", words: textOf(tokens) };
  else
    for (const stretch of split ?? splitBeforeFigures(tokens) ?? splitAfterFigures(tokens))
      gathering.add(stretch, clause, index);
}
