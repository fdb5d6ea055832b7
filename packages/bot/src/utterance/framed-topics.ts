import { anyOf } from "./any-of.ts";
import { isAccount } from "./binding/beside.ts";
import { countOf, isOwnCount } from "./binding/clause.ts";
import { isNaming, names } from "./binding/features.ts";
import { isMark, textOf } from "./reading.ts";
import type { Token } from "./token.ts";

// What a post, a lesson or a hearing was about stands at a fixed place of the sentence. Whatever its words would mean
// elsewhere (取消, 计划, 怎么办, 非洲猪瘟), there they are a title without its marks: one word, and hidden from the readers
// of the whole text.

type Stretch = readonly [from: number, to: number];
/** Where a frame that is complete at `at` holds its topic; undefined where none is. */
type Frame = (tokens: readonly Token[], at: number) => Stretch | undefined;

const SHORTEST = 4;
const FARTHEST = 12;
const isStop = (token: Token | undefined): boolean =>
  token === undefined ||
  (token.kind === "break" && token.strength > 1) ||
  (token.kind === "question" && token.text === "?");
const isCount = (token: Token | undefined): boolean =>
  token?.kind === "figure" && /^(?:条|篇|个|期|场|次|轮|则|份|)$/.test(token.figure.unit);
const isOccasion = (token: Token | undefined): boolean =>
  token !== undefined && names(token, /^(?:training|publicity\.press|interaction\.opinion)/);

const HOLDS = /^(?:办|开|举办|召开|举行|发起|组织|搞|开展|做|发布)了?$/;
const POSTS = /^(?:发|推|推送|发布|推出|发出|更新|上)了?$/;
/** Opens something said of the posts themselves, or of other work. */
const OPENS_NO_TOPIC = anyOf([
  /没|未|不(?!文明|动产|良|合格|见面|忘初心)|还|待(?!遇|业)|要(?!闻|点)|准备|转(?!基因|型|让|学|移|变|制)|草稿|别(?!墅)|上[个周月]|下[个周月]|昨/,
  /前[天两]|今天|明|重复(?!信访)|测试|误(?!区)|错[了的]|算(?!力)|都|全(?!民|国|市|县|区|年|域|面|程)|是(?!否)|其中|有(?!机|限|害|奖|关)/,
  /含(?!氟|糖)|包括|共(?!同|享|建|富|治|产)|一共|比|较|跟|和(?!谐|美)|另|后来|先(?!进|行|锋)|再(?!就业|生|贷)|又|也|但|结果|刚|已|被|给|让(?!利)|由/,
  /从|在(?!线|校|职|建|押)|用(?!水|电|气|地|药|工)|想|等(?!级)|说|听|按|照|忘|漏|少|多(?!规|证|孩|措|式|发|元|彩)|吧|吗|啊|了|的/,
  /[省市县](?:里|局|厅|政府)?的?|应该|该|怎么(?:写|报|填|记)|兄弟|友邻|隔壁|外单位|其他|上级|辛苦|麻烦|请|记|报|各|分别|阅读|点赞|播放|粉丝/,
]);
const NO_TOPIC = new RegExp(`^(?:${OPENS_NO_TOPIC.source})`);
/** Ends what was done or not done, asked or agreed to. */
const NO_TITLE = /(?:了|过|着|呢|吗|吧|呀|啊|没|不算|作废|待审|未发|没发|删掉|撤回|辛苦|谢谢|收到|查收)$/;

/** Holds what became of the posts, or whose they were. */
const SAYS_OF_THEM = anyOf([
  /没(?:发|推|审|批|签|过|公开|通过|上|成|有)|未(?:发|推|审|批|签|通过)|还没|还在|正在|没[^,。;]{1,3}(?:好|完|成|齐|定)|待(?:审|发|批|签)|定时/,
  /设置了|不算|撤了|删了|转载|转发|重复(?!信访)|[一两二三四五六七八九十0-9][条篇个]是|别人|兄弟|改成|不对|应该是|忘了?报|记得|帮我|阅读量|播放量|点赞|粉丝/,
  /(?:领导|局长|主任|科长|同事)(?:说|没|还|让)|[省市县](?:里|局|厅|融媒)[^,。;]*的$/,
]);
/** Is the stretch words of a title: long enough, no count of its own, no account that acts, nothing said of the record? */
function isTitle(tokens: readonly Token[]): boolean {
  const text = textOf(tokens);
  return (
    text.length >= SHORTEST &&
    !NO_TOPIC.test(text) &&
    !NO_TITLE.test(text) &&
    !SAYS_OF_THEM.test(text) &&
    !(tokens.some((token) => countOf(token) > 0) && tokens.some(isNaming)) && // 网站访问量3万 is a report of its own
    !(tokens.length === 1 && tokens.some(isNaming)) &&
    !tokens.some(
      (token, at) =>
        token.kind === "break" ||
        isOwnCount(token) ||
        (isMark(token, "outsider") && /[局委厅里]$/.test(token.text)) ||
        names(token, /^disclosure\./) || // 公众号推了2条医保解读: a post or an interpretation is asked
        (token.kind === "date" && "period" in token.when && (token.when.period?.length ?? 0) > 7) ||
        isMark(token, "each", "apiece", "more", "subset", "total", "running", "only") ||
        (POSTS.test(token.text) && at > 0),
    )
  );
}

/** 办了1场X培训, 发起X意见征集1期 */
const ofOccasion: Frame = (tokens, at) => {
  if (!isOccasion(tokens[at])) return undefined;
  const next = tokens[at + 1];
  if (!isStop(next) && !isCount(next)) return undefined;
  for (let from = at - 1; from >= 0 && at - from < FARTHEST; from -= 1) {
    const token = tokens[from];
    if (!token || isStop(token)) return undefined;
    if (HOLDS.test(token.text) || (isMark(token, "done") && HOLDS.test(tokens[from - 1]?.text ?? ""))) {
      const verb = isMark(tokens[from + 1], "done") ? from + 1 : from;
      return [isCount(tokens[verb + 1]) ? verb + 2 : verb + 1, at];
    }
  }
  return undefined;
};

const IS_A_POST = /^(?:推文|图文|短?视频|海报|稿子|文章|消息|动态|微视频|短片|宣传片)$/;
/** 公众号推了2条X, 微博发了1条X的推文 */
const ofPosts: Frame = (tokens, at) => {
  const verb = isMark(tokens[at - 1], "done") ? tokens[at - 2] : tokens[at - 1];
  const counted = tokens[at];
  if (counted?.kind !== "figure" || !/^[条篇个则期]?$/.test(counted.figure.unit) || !POSTS.test(verb?.text ?? ""))
    return undefined;
  const near = tokens.slice(Math.max(0, at - FARTHEST), at);
  const own = near.slice(near.findLastIndex(isStop) + 1);
  if (!own.some(isAccount)) return undefined;
  let to = at + 1;
  while (!isStop(tokens[to]) && to - at <= FARTHEST) to += 1;
  if (!isStop(tokens[to])) return undefined;
  if (IS_A_POST.test(tokens[to - 1]?.text ?? "")) to -= 1;
  if (tokens[to - 1]?.text === "的") to -= 1;
  return [at + 1, to];
};

/** 网站上了X的政策解读1条 */
const ofExplained: Frame = (tokens, at) => {
  const token = tokens[at];
  if (!token || !names(token, /^disclosure\./) || tokens[at - 1]?.text !== "的" || !isCount(tokens[at + 1]))
    return undefined;
  for (let from = at - 2; from >= 0 && at - from < FARTHEST; from -= 1) {
    const one = tokens[from];
    if (!one || isStop(one)) return undefined;
    if (/^(?:发布?|上|网站上|官网上|挂|刊发|公开|推|登)了?$/.test(one.text))
      return [isMark(tokens[from + 1], "done") ? from + 2 : from + 1, at - 1];
  }
  return undefined;
};

/** X的事，昨天公众号发了2条 */
const ofMatter: Frame = (tokens, at) => {
  if (tokens[at]?.text !== "," || at < 2 || at >= FARTHEST) return undefined;
  const [of, matter] = [tokens[at - 2], tokens[at - 1]];
  if (!/^的?(?:事|事儿|事情)$/.test(matter?.text ?? "")) return undefined;
  return [0, of?.text === "的" ? at - 2 : at - 1];
};

/** 上了行风热线，谈X */
const ofTalk: Frame = (tokens, at) => {
  if (!TALKS.test(tokens[at]?.text ?? "") || !isStop(tokens[at - 1])) return undefined;
  let to = at + 1;
  while (!isStop(tokens[to]) && to - at <= FARTHEST) to += 1;
  return isStop(tokens[to]) && tokens.slice(0, at).some((token) => names(token, /^publicity\./))
    ? [at + 1, to]
    : undefined;
};
const TALKS = /^(?:谈|聊|讲|谈的是|聊的是|讲的是|主要谈|主要聊)$/;

const NONE: readonly Frame[] = [];
const OF_FIGURES: readonly Frame[] = [ofPosts];
const OF_INDICATORS: readonly Frame[] = [ofOccasion, ofExplained];
const OF_STOPS: readonly Frame[] = [ofMatter];
const OF_TALK: readonly Frame[] = [ofTalk];
/** The frames that may be complete at a token. */
function framesAt(token: Token): readonly Frame[] {
  if (token.kind === "figure") return OF_FIGURES;
  if (token.kind === "break") return token.char === "," ? OF_STOPS : NONE;
  if (token.kind === "word" && token.word.is === "indicator") return OF_INDICATORS;
  return /^[谈聊讲主]/.test(token.text) ? OF_TALK : NONE;
}
/** A frame holds one of these. */
const MAY_FRAME = /培训|发布会|征集|征求|推|发|上|挂|刊|公开|登|更新|的事|谈|聊|讲/;

const TOPIC = { is: "mark", mark: "topic" } as const;
const asTopic = (tokens: readonly Token[]): Token => {
  const [first] = tokens as readonly [Token];
  return { kind: "word", word: TOPIC, from: first.from, to: tokens.at(-1)?.to ?? first.to, text: textOf(tokens) };
};

/** The tokens with every framed topic as one word, and those words alone: what a reader of the whole text is not to see. */
export function withFramedTopics(
  tokens: readonly Token[],
  text: string,
): Readonly<{ tokens: readonly Token[]; topics: readonly Token[] }> {
  if (!MAY_FRAME.test(text)) return { tokens, topics: [] };
  const framed: Token[] = [];
  const topics: Token[] = [];
  let done = 0;
  for (let at = 0; at < tokens.length; at += 1)
    for (const frame of framesAt(tokens[at] as Token)) {
      const [from, to] = frame(tokens, at) ?? [0, 0];
      if (from < done || to <= from || !isTitle(tokens.slice(from, to))) continue;
      const topic = asTopic(tokens.slice(from, to));
      framed.push(...tokens.slice(done, from), topic);
      topics.push(topic);
      done = to;
      break;
    }
  return topics.length === 0 ? { tokens, topics } : { tokens: [...framed, ...tokens.slice(done)], topics };
}
