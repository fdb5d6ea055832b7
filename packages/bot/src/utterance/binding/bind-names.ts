import { isMark, textOf } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { type Candidate, emptyFeatures, namesThing, narrows, under } from "./candidate.ts";
import { type Clause, datesOf, figuresOf, isOwnCount } from "./clause.ts";
import { isSubjectOf } from "./content.ts";
import { isToday, uncertain } from "./dating.ts";
import { type Features, featuresOf, isNaming, names } from "./features.ts";
import type { Gathering } from "./gathering.ts";
import { isWho } from "./inherit.ts";
import { countsBare, nextCounts, nextTold } from "./next-clause.ts";
import { isRemark } from "./remark.ts";

/** 都放在重点领域栏目里了, 算重点领域, 归在一般信息: under which name what was published is filed. */
const FILES_UNDER =
  /^按.{2,14}(?:计|算|记|统计|归类)$|^(?:都|全|均|也|就)*(?:算|归|属于?|放|列|计|划|统计)(?:在|到|入|进|为|作|于|成|类)*/;
/** 网站公开3条低保公示，重点领域的 */
const IS_OF = /^[\u4e00-\u9fa5]{2,8}的$/;
const isFiled = ({ keys: [key, other], channels, text }: Features): boolean =>
  other === undefined &&
  channels.length === 0 &&
  key?.startsWith("disclosure.") === true &&
  (FILES_UNDER.test(text) || IS_OF.test(text));
/** Published on the website or elsewhere counted in nobody's table, as far as it was told. */
const isUnfiled = ({ name }: Candidate): boolean =>
  name.type === "empty" ||
  name.type === "foreign" ||
  (name.type === "ask" && /^(?:website-which|information-which|column-which|not-kept)$/.test(name.ask.why));
const asFiled = (own: Features, { features }: Candidate): Features => {
  const { keys, text } = own;
  return { ...features, keys, text: `${features.text}${text}`, marks: emptyFeatures.marks };
};

/** 公众号2条（周二发的）: nothing but the day of what stands before the bracket. */
const isDayInBrackets = ({ tokens, opened, closed }: Clause): boolean =>
  opened === "(" &&
  closed === ")" &&
  datesOf(tokens).length === 1 &&
  tokens.every((token) => token.kind === "date" || token.kind === "break" || isMark(token, "filler", "verb", "done"));

/** Where something was put on the website, and nothing about what it was. */
const isOnlySite = ({ keys, channels }: Features): boolean => keys.length === 0 && channels.join() === "website";
const namesDisclosure = (clause: Clause | undefined): boolean =>
  clause?.tokens.some((token) => names(token, /^disclosure\./)) === true &&
  featuresOf(clause.tokens).channels.length === 0;

const isDisclosure = (key: string): boolean => key.startsWith("disclosure.");
const goesToSite = (clause: Clause | undefined): boolean =>
  clause !== undefined && figuresOf(clause.tokens).length === 0 && isOnlySite(featuresOf(clause.tokens));

/** 收到1件，一位老人家在网上申请的: what came in was an application. */
const APPLIED = /(?:申请|提出|递交申请)的$/;
/** 局长信箱，就是领导信箱，回了4封: the name in other words. */
const SAYS_AGAIN = /^(?:就是|也就是|即|叫)$/;
const isSame = ({ keys: [key, other] }: Features, { keys }: Features): boolean =>
  key !== undefined && other === undefined && keys.length === 1 && keys[0] === key;
const whoBefore = (clause: Clause | undefined): Features["applicants"] | null => {
  const features = clause && featuresOf(clause.tokens);
  return features && isWho(features) ? features.applicants : null;
};

const isCountedBare = (clauses: readonly Clause[], index: number): boolean => {
  const next = nextTold(clauses, index);
  return next !== undefined && countsBare(next);
};

const isOnlyWay = ({ tokens }: Clause): boolean => {
  const { keys, channels, applicants, outcomes } = featuresOf(tokens);
  return keys.length + channels.length + applicants.length + outcomes.length + figuresOf(tokens).length === 0;
};

const OF_WHEN = /^(?:都|全|均)?(?:是)?[^,。;]{2,8}的(?:数|数据|数字|账|事儿?|量)?$/;
/** 教师节的 says of what. */
const PLAIN_WHEN = /^(?:昨|前|今|上|去年|本|周|星期|礼拜|[0-9一二三四五六七八九十]{1,4}[月号日年])/;
const saysWhen = (tokens: readonly Token[], dates: readonly TokenOf<"date">[]): boolean =>
  OF_WHEN.test(textOf(tokens)) && dates.every(({ text }) => PLAIN_WHEN.test(text));
const sameDays = (before: readonly TokenOf<"date">[], behind: readonly TokenOf<"date">[]): boolean =>
  behind.every(({ when }) => before.some((one) => JSON.stringify(one.when) === JSON.stringify(when)));
const isDispute = ({ marks }: Features): boolean => marks.has("review") || marks.has("litigation");
const disputes = ({ marks }: Features): Mark => (marks.has("review") ? "review" : "litigation");
/** 昨天下乡督查，去了四个所，记督查1次; 把过期公告清掉了，共清理过期信息11条: what was done is told first, then counted by its name. */
const isCountedLater = (own: Features, clauses: readonly Clause[], index: number, dated: boolean): boolean => {
  const tokens =
    clauses.slice(index + 1, index + 1 + FARTHEST).find((one) => one.tokens.some(isOwnCount))?.tokens ?? [];
  if (tokens.length === 0 || tokens.some((token) => isMark(token, "more", "subset", "running"))) return false;
  if (dated && datesOf(tokens).length > 0) return false;
  const { keys, marks } = featuresOf(tokens);
  const proposals = own.marks.has("proposal") && keys.some((key) => /_proposal$/.test(key));
  const cleared = own.marks.has("cleared") && own.marks.has("stale") && keys.includes("info.cleared");
  const same = own.keys.length > 0 && own.keys.every((key) => keys.includes(key));
  return cleared || proposals || same || (isDispute(own) && marks.has(disputes(own)));
};
/** In how many clauses the count is looked for. */
const FARTHEST = 3;

const ENDINGS = ["upheld", "corrected", "otherwise", "undecided"] as const;

/** What was published has a place; a training or a permit has none, and a channel beside it is another thing. */
const hasPlace = ({ name }: Candidate): boolean =>
  !("key" in name) || name.key === undefined || /^(?:disclosure|newmedia|info|column|gauge)\./.test(name.key);

/** A clause without a figure is a topic for what follows, an attribute of what came before, or lacks its figure. */
export function bindNames(gathering: Gathering, clause: Clause, index: number, clauses: readonly Clause[]): void {
  const next = nextTold(clauses, index);
  const { tokens } = clause;
  const own = featuresOf(tokens);
  const numbered = tokens.some((one) => one.kind === "span" && /^(?:document-number|title)$/.test(one.span));
  if (numbered && own.marks.has("made") !== own.marks.has("repealed"))
    gathering.issued = own.marks.has("made") ? "made" : "repealed";
  const thing = namesThing(tokens);
  const applied = gathering.candidates.at(-1);
  if (applied?.features.marks.has("application") && /^申请人/.test(own.text) && own.applicants.length === 1) {
    gathering.rename(applied, under(applied.features, { ...own, keys: [] })); // 申请人是家培训公司
    return;
  }
  const last = gathering.candidates.at(-1);
  const nextHasFigure = next !== undefined && figuresOf(next.tokens).length > 0;
  const nextIsBare = nextHasFigure && !namesThing(next.tokens);
  const lastIsBare = last !== undefined && last.name.type === "empty";
  const dates = datesOf(tokens);
  const behind = last?.clause === index - 1 && clauses[index - 1]?.closed === "(";
  if (last && behind && last.dates.length === 0 && isDayInBrackets(clause)) {
    last.dates = dates;
    gathering.datedInBrackets = true;
    return;
  }
  if (last && isUnfiled(last) && isFiled(own) && !nextHasFigure) {
    // 昨天和前天各2条，算重点领域: every figure of that clause
    for (const one of gathering.candidates.filter((each) => each.clause === last.clause && isUnfiled(each)))
      gathering.rename(one, asFiled(own, one));
    return;
  }
  // 部门预算公开1条，官网财政专栏: where it stands
  const column = own.marks.has("column") && !own.marks.has("added") && own.keys.length === 0 && !nextHasFigure;
  if (column && last?.name.type === "named" && last.name.key.startsWith("disclosure.") && dates.length === 0) {
    gathering.rename(last, { ...last.features, channels: [...last.features.channels, ...own.channels] });
    return;
  }
  // 昨天没来，公众号2条: the date belongs to something else
  const aside =
    clause.closed !== ":" &&
    !(clause.closed === "\n" && next?.tokens[0]?.kind === "span" && next.tokens[0].span === "bullet") &&
    !numbered &&
    !dates.every(isToday) &&
    !/^(?:算|记|按|计)/.test(next ? textOf(next.tokens) : "") && // …大讲堂上周五办完了，算培训1次
    !/(?:这块儿?|这边|方面|口子?)$/.test(own.text) && // 上个月水行政这块
    !(own.marks.has("arrived") && own.marks.has("step")) && // 上周五法院送来应诉通知
    !isRemark(clause, index === 0) &&
    !tokens.some(isNaming) &&
    tokens.some((one) => isMark(one, "nil", "chat", "not"));
  // 许可6件，加上昨天的: which of them belongs to which day is not said
  const nameless = !tokens.some(isNaming);
  if (
    dates.length > 0 &&
    last &&
    !nextHasFigure &&
    nameless &&
    tokens.some((one) => isMark(one, "subset", "more", "except"))
  )
    gathering.trouble ??= { why: "period-which", words: textOf(tokens) };
  // 昨天处罚2件，上月的数: of which day it is
  if (
    last &&
    last.dates.length > 0 &&
    nameless &&
    !nextHasFigure &&
    saysWhen(tokens, dates) &&
    !sameDays(last.dates, dates)
  )
    gathering.trouble ??= { why: "period-which", words: textOf(tokens) };
  if (dates.length > 0) gathering.pendingDates = aside ? dates.map(uncertain) : dates;
  // 法院判了行政诉讼1件，维持: how it ended, in the next breath
  const open = last?.name.type === "ask" && /^(?:review|litigation)-step-which$/.test(last.name.ask.why);
  const goesOn = ENDINGS.some((mark) => own.marks.has(mark)) || (own.marks.has("arrived") && own.marks.has("step"));
  const own_ = own.keys.every((key) => /^(?:permit|penalty|coercion)\./.test(key)) ? { ...own, keys: [] } : own;
  if (last && open && goesOn && own_.keys.length === 0) {
    gathering.rename(last, under(own_, last.features)); // 维持咱的处罚决定
    return;
  }
  // 公告清掉15条，都过期了的: why they were cleared
  if (last && own.marks.has("stale") && last.name.type === "ask" && last.name.ask.why === "cleared-what") {
    gathering.rename(last, under(own, last.features));
    return;
  }
  // 12号3条13号2条，都是公众号的: the name of everything before it
  if (lastIsBare && tokens.some(isNaming) && !nextHasFigure && /^(?:都|均|全)/.test(own.text)) {
    for (const one of gathering.candidates)
      if (one.name.type === "empty") gathering.rename(one, under(one.features, own));
    return;
  }
  // 决策预公开3条，意见征集1期，都是今天在网站发的: where all of them went that have a place
  const placed = own.channels.length === 1 && own.keys.length === 0 && /^(?:都|均|全)/.test(own.text) && !nextHasFigure;
  if (placed && gathering.candidates.some((one) => hasPlace(one) && one.features.channels.length === 0)) {
    for (const one of gathering.candidates)
      if (hasPlace(one) && one.features.channels.length === 0) gathering.rename(one, under(one.features, own));
    return;
  }
  if (thing && last && isSubjectOf(last, clause)) return;
  // 清理过期信息14条，旧版指南都下架了: what went
  const went = own.marks.has("cleared") && own.keys.length === 0 && dates.length === 0 && !nextHasFigure;
  if (went && last?.name.type === "named" && last.name.key === "info.cleared") return;
  // 6路车改道，公众号推了1条: what the report is about to tell of
  const strange = own.marks.has("foreign") && own.keys.length === 0 && own.channels.length === 0;
  if (!last && strange && clause.closed === "," && nextCounts(next) && dates.length === 0) return;
  if (thing) {
    if (lastIsBare) {
      gathering.rename(last, under(last.features, own));
      return;
    }
    if (!last && isCountedLater(own, clauses, index, dates.length > 0)) return;
    const sameAsLast =
      last !== undefined &&
      own.keys.length > 0 &&
      own.keys.every(
        (key) => last.features.keys.includes(key) || (last.name.type === "named" && last.name.key === key),
      );
    if (sameAsLast && !nextIsBare && dates.length === 0) return;
    // 那个图解，今天挂到门户网站上，就一条: where it went, and then how many
    const site = !last && own.channels.length === 0 && namesDisclosure(clause) && goesToSite(next);
    // 收到一家企业的信息公开申请，邮寄来的，1件: how it came, and then how many
    const way = !last && own.marks.has("application") && next && isOnlyWay(next) ? featuresOf(next.tokens).vias : [];
    if (way.length > 0 && next && isCountedBare(clauses, clauses.indexOf(next))) {
      gathering.topic = { ...own, vias: [...own.vias, ...way] };
      gathering.topicAt = index;
      gathering.topicColon = false;
      gathering.topicTokens = tokens;
      return;
    }
    if (nextIsBare || clause.closed === ":" || (site && next && isCountedBare(clauses, clauses.indexOf(next)))) {
      const { topic, topicAt } = gathering;
      const who = own.marks.has("application") && own.applicants.length === 0 ? whoBefore(clauses[index - 1]) : null;
      const onSite = topic !== null && topicAt === index - 1 && isOnlySite(topic) && namesDisclosure(clause);
      // 自然人，依申请公开，昨天收到1件: who applied stands first
      gathering.topic = onSite ? under(own, topic) : who ? { ...own, applicants: who } : own;
      gathering.topicAt = index;
      gathering.topicColon = clause.closed === ":";
      gathering.topicTokens = tokens;
      return;
    }
    const aboutLast =
      last !== undefined &&
      /^application\.|^(?:review|litigation)\./.test("key" in last.name ? (last.name.key ?? "") : "");
    if (aboutLast && (own.marks.has("application") || own.outcomes.length > 0))
      gathering.rename(last, under(last.features, own));
    else if (next && SAYS_AGAIN.test(next.tokens[0]?.text ?? "") && isSame(own, featuresOf(next.tokens))) return;
    else if (isCountedLater(own, clauses, index, dates.length > 0)) return;
    else if (clause.opened !== "【") gathering.lacking.push({ tokens, clause: index }); // 【信息报送】 is a heading
    return;
  }
  const { topic: named } = gathering;
  if (
    !last &&
    named &&
    nextTold(clauses, gathering.topicAt) === clause &&
    goesToSite(clause) &&
    named.keys.some(isDisclosure)
  ) {
    gathering.topic = under(own, named);
    gathering.topicAt = index;
    return;
  }
  // 官网发了评估报告，主动公开一般信息，1条: what it was is said in the next breath
  if (!last && isOnlySite(own) && namesDisclosure(next)) {
    gathering.topic = own;
    gathering.topicAt = index;
    gathering.topicTokens = tokens;
    return;
  }
  if (tokens.some(isNaming) || own.applicants.length > 0 || own.vias.length > 0 || own.marks.has("answered")) {
    const application =
      last?.features.marks.has("application") || last?.features.keys.some((key) => key.startsWith("application."));
    if (lastIsBare || (last && application))
      gathering.rename(
        last,
        under(last.features, {
          ...own,
          marks: new Set([
            ...[...own.marks].filter((mark) => mark === "answered" || mark === "step"),
            ...(last.features.marks.has("arrived") && APPLIED.test(own.text) ? (["application"] as const) : []),
          ]),
        }),
      );
    else if (last && own.channels.length > 0 && !nextIsBare && last.features.channels.length === 0 && hasPlace(last))
      gathering.rename(last, under(last.features, own));
    else if (last && own.channels.length > 0 && last.features.channels.join() === own.channels.join()) return;
    else if (nextHasFigure && gathering.topic && !last && narrows(tokens) && own.channels.length === 0) {
      gathering.topic = under(own, gathering.topic); // 收到信息公开申请，个人的，1件
      gathering.topicAt = index;
    } else if (nextHasFigure) {
      gathering.topic = own;
      gathering.topicAt = index;
      gathering.topicColon = clause.closed === ":";
      gathering.topicTokens = tokens;
    } else if (clause.opened !== "【" && (own.channels.length > 0 || own.outcomes.length > 0 || tokens.some(isNaming)))
      gathering.lacking.push({ tokens, clause: index });
  }
}
