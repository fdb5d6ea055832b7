import { textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { isHandedOn } from "./circumstance.ts";
import { datesOf, isDone, isOwnCount } from "./clause.ts";
import { putsInDoubt } from "./doubted.ts";
import { names } from "./features.ts";
import { type Heard, hasFigure } from "./known-part.ts";
import { PUT_OFF } from "./mood.ts";

/** 3条排好了，明早发: what was done so far was no publishing. */
const PUBLISHES_LATER = /^[^再继接还另]*(?:发布?|推送?|上传?|上线|公布|公开|挂网?|刊)(?:出去|出来|一下)?$/;
const PUBLISHED = /(?:发|推|上|挂|公开|公布|刊登|更新|转)(?:布|送|传|线|出|网)?(?:完|好)?[了过]/;

const COURT_SPOKE =
  /^(?:法院|法庭|复议机关|[一二]审|今天|昨天|上午|下午|终于|刚)*(?:已经?)?(?:判|裁定|裁决)(?:下来|完|出来)?了?$/;
const saysResult = ({ clause }: Heard) =>
  clause.tokens.some((token) => names(token, /^(?:review|litigation)\.(?:upheld|corrected|other)$/));

const channelsOf = ({ clause }: Heard): readonly string[] =>
  clause.tokens.flatMap((token) => (token.kind === "word" && token.word.is === "channel" ? [token.word.channel] : []));

const isOnOtherDay = ({ clause }: Heard, days: readonly string[]): boolean => {
  const own = datesOf(clause.tokens);
  return own.length > 0 && own.every(({ text }) => !days.includes(text));
};
const keysOf = ({ clause }: Heard): readonly string[] =>
  clause.tokens.flatMap((token) => (token.kind === "word" && token.word.is === "indicator" ? [token.word.key] : []));
const isOfOtherKind = (told: Heard, other: Heard): boolean => {
  const [own, others] = [keysOf(told), keysOf(other)];
  return own.length > 0 && others.length > 0 && !own.some((key) => others.includes(key));
};

const NOTHING_YET =
  /^(?:还|也|都)*(?:没有?|未)(?:发|推|更新?|动|上|挂|弄|有|办|开)?(?:呢|了)?$|^(?:没发|没有|没推|没更新|没动)$/;
/** 周一两条，周二没发，周三一条: a day without any, between days that had some. */
export const isEmptyDay = (one: Heard, told: readonly Heard[]): boolean => {
  const days = datesOf(one.clause.tokens).map(({ text }) => text);
  const words = textOf(one.clause.tokens.filter((token) => token.kind !== "date"));
  const bare = NOTHING_YET.test(words);
  return (
    /^(?:denied|plan|underway)$/.test(one.mood) &&
    bare &&
    days.length > 0 &&
    told.every((other) => isOnOtherDay(other, days))
  );
};

/** 许可的数等张姐对完再报: of other work; 应付检查 names none. */
const namesOther = (token: Token): boolean =>
  token.kind === "word" &&
  (token.word.is === "channel" || (token.word.is === "indicator" && !token.word.key.startsWith("inspection.")));

/** 早上报过一遍了, 等复核完了才算: no count of its own, and no place of another post. */
const isDoubt = ({ clause: { tokens } }: Heard): boolean =>
  !tokens.some((token) => isOwnCount(token) || namesOther(token)) && putsInDoubt(textOf(tokens));

/** Is the fact of a told clause overshadowed by a clause without a figure (明天发, 听说的)? */
export function shadowOver(heard: readonly Heard[]): Heard | undefined {
  const doubted = heard.length > 1 ? heard.find(isDoubt) : undefined;
  if (doubted) return { ...doubted, mood: "doubt" };
  if (heard.every(({ mood }) => mood === "told")) return undefined;
  const told = heard.filter((one) => one.mood === "told" && hasFigure(one));
  const done = told.every(({ clause }) => isDone(clause.tokens));
  const published = told.some(({ clause }) => PUBLISHED.test(textOf(clause.tokens)));
  return heard.find((one) => {
    const words = textOf(one.clause.tokens);
    if (one.mood === "plan" && PUT_OFF.test(words)) return true; // 老师没来改天了
    if (hasFigure(one) || one.mood === "told" || one.mood === "compare") return false;
    if (isEmptyDay(one, told)) return false;
    if (one.mood === "step" && told.some(({ clause }) => isHandedOn(one.clause.tokens, clause.tokens))) return false;
    if (one.mood === "step" && COURT_SPOKE.test(words) && told.some(saysResult)) return false;
    if ((one.mood === "plan" || one.mood === "aim") && done) return !published && PUBLISHES_LATER.test(words);
    const own = channelsOf(one);
    if (
      one.mood === "denied" &&
      own.length > 0 &&
      told.every((other) => channelsOf(other).length > 0 && !channelsOf(other).some((channel) => own.includes(channel)))
    )
      return false; // 没走公众号，只在微博发了1条
    if ((one.mood === "denied" || one.mood === "underway") && told.every((other) => isOfOtherKind(other, one)))
      return false; // 政协提案公开了3件，人大建议还没弄完
    if (one.mood === "denied" && /^(?:别的|其他|其它)?没(?:有)?(?:了|别的了?|其他的?了?)?$/.test(words)) return false;
    return true;
  });
}
