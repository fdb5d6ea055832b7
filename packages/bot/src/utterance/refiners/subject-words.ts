import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";

// Words of ours inside what the work was about: there they name, count and plan nothing.

const HEAD =
  /^(?:推文|推送|文章|稿件|稿子|短?视频|图文|图文消息|信息|消息|动态|海报|通知|公告|公示|提示|提醒|新闻|简讯|帖子?|图解|宣传片|科普|倡议书?|预告|通报|攻略|指南|说明|链接|内容|知识|活动|直播|预警|的)$/;
const PUBLISHES = /^(?:发布|推送|推出|推了?|发了?|发出|刊发|上传|更新了?|转?载)$/;
const ABOUT_INDICATOR = /^(?:permit|penalty|coercion|fee|training|inspection|publicity|service|litigation|review)\./;

const isStop = (token: Token) => token.kind === "figure" || token.kind === "date" || isBreak(token);
const isBreak = (token: Token) => token.kind === "break" && token.strength > 1;
const isPost = (token: Token) =>
  isMark(token, "newmedia") ||
  (token.kind === "word" && token.word.is === "channel" && token.word.channel !== "website");
const isPublished = (token: Token) => token.kind === "word" && token.word.is === "channel";
const ENDS = (token: Token | undefined): boolean => token === undefined || isBreak(token);

/** What a subject may take away from a word: its indicator, its kind, its doubt. What denies or plans keeps its sense. */
const yields = (token: Token): boolean =>
  token.kind === "word" &&
  ((token.word.is === "indicator" && ABOUT_INDICATOR.test(token.word.key)) ||
    token.word.is === "applicant" ||
    isMark(token, "foreign", "chat", "role", "arrived", "answered", "hotline", "consult", "mailbox") ||
    (isMark(token, "doubt") && /^(?:讲|说|讲到|提到)$/.test(token.text)));

const plain = (token: Token): Token =>
  token.kind === "word" || token.kind === "figure" || token.kind === "unknown" || token.kind === "date"
    ? { kind: "word", word: { is: "mark", mark: "topic" }, from: token.from, to: token.to, text: token.text }
    : token;

/** How many tokens a clause is looked over for; what is longer is no sentence anybody says. */
const FARTHEST = 24;

type Stretch = Readonly<{ from: number; to: number }>;

/** The clause that holds `at`. */
function clauseAround(tokens: readonly Token[], at: number): Stretch {
  let from = at;
  while (from > 0 && at - from < FARTHEST && !isBreak(tokens[from - 1] as Token)) from -= 1;
  let to = at;
  while (to < tokens.length && to - at < FARTHEST && !isBreak(tokens[to] as Token)) to += 1;
  return { from, to };
}

/** 发了两条电动车充电桩的推文, 推送培训机构信息2条: from the figure or the verb to the word that closes the subject. */
function subjectOfPost(tokens: readonly Token[], at: number): Stretch | undefined {
  const token = tokens[at];
  const first = at === 0 || isBreak(tokens[at - 1] as Token);
  if (token && first && token.kind === "word") {
    const way = tokens.slice(at, at + FARTHEST);
    const end = way.findIndex((one, place) => one.text === "的" && HEAD.test(way[place + 1]?.text ?? ""));
    const before = way.slice(0, Math.max(end, 0));
    const rest = way.slice(end + 1);
    const clause = rest.slice(0, Math.max(0, rest.findIndex(isBreak)) || undefined);
    if (end > 0 && !before.some((one) => isStop(one) || isPost(one)) && clause.some(isPublished))
      return { from: at, to: at + end };
  }
  const opens =
    token !== undefined &&
    ((token.kind === "figure" && /^(?:count|edition)$/.test(token.figure.measure)) ||
      (token.kind === "word" && PUBLISHES.test(token.text)));
  if (!opens) return undefined;
  const behind = tokens.slice(at + 1, at + FARTHEST);
  const stop = behind.findIndex(isStop);
  const way = stop < 0 ? behind : behind.slice(0, stop);
  const head = way.findLastIndex(({ text }) => HEAD.test(text));
  if (head < 1) return undefined;
  const next = stop < 0 ? undefined : behind[stop];
  if (token.kind === "figure" ? !ENDS(next) : next?.kind !== "figure") return undefined;
  const { from, to } = clauseAround(tokens, at);
  return tokens.slice(from, to).some(isPost) ? { from: at + 1, to: at + 1 + head } : undefined;
}

const GOES =
  /^(?:到了?|去了?|赴|下到?|进|进了|走进|深入到?|前往|走访了?|给|对|为|向|面向|针对|召集|组织|邀请|抽查了?|检查了?)$/;
const VISITED =
  /^(?:乡镇|街道|社区|村|行政村|村居|学校|中小学|幼儿园|医院|卫生院|企业|公司|单位|部门|科室|股室|站所|所|镇|乡|县|区|窗口|网点|工地|项目|景区|园区|机构|商户|门店|商超|超市|市场|基地|合作社|家|户)$/;

/** 督查了4个股室，记1次: the occasions have a figure of their own behind the comma. */
const isCountedBehind = (tokens: readonly Token[], at: number, to: number): boolean => {
  const before = tokens[at - 1];
  const next = tokens.slice(to + 1, to + 4);
  return (
    before !== undefined &&
    (names(before, /^inspection\./) || isMark(before, "done")) &&
    next.some((one) => one.kind === "figure" && one.figure.measure === "edition")
  );
};

/** 到三个乡镇督查, 给5家企业培训: whom it was done for or where; the occasion is counted elsewhere. */
function isVisited(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "figure" || token.figure.type !== "exact" || token.figure.implied) return false;
  if (!/^(?:个|家|户|所)$/.test(token.figure.unit)) return false;
  const { from, to } = clauseAround(tokens, at);
  const next = tokens[at + 1];
  return (
    (tokens.slice(Math.max(from, at - 2), at).some(({ text }) => GOES.test(text)) || isCountedBehind(tokens, at, to)) &&
    ((next !== undefined && VISITED.test(next.text)) || isMark(next ?? token, "outsider")) &&
    tokens
      .slice(from, to)
      .some(
        (one) => one.kind === "word" && one.word.is === "indicator" && /^(?:training|inspection)\./.test(one.word.key),
      )
  );
}

/** 处罚超载车辆2件: whom or what it was imposed on. */
function isObject(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at] ?? BLANK, "foreign")) return false;
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .findLast((token) => names(token, ENFORCES) || token.kind === "break");
  const next = tokens[at + 1];
  return (
    before !== undefined &&
    before.kind === "word" &&
    next?.kind === "figure" &&
    /^(?:件|起|宗|例)$/.test(next.figure.unit)
  );
}
/** 重点领域4条，工程招标的2条: of which kind some of them were. */
function isKindOfPart(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at] ?? BLANK, "foreign") || tokens[at + 1]?.text !== "的" || tokens[at + 2]?.kind !== "figure")
    return false;
  const { from, to } = clauseAround(tokens, at);
  return from > 1 && !tokens.slice(from, to).some(isAnyName);
}
const BLANK: Token = { kind: "unknown", from: 0, to: 0, text: "" };

/** 推文2篇，一篇招募志愿者: what one of the posts before was about. */
function isOneOfPosts(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at] ?? BLANK, "foreign", "chat")) return false;
  const { from, to } = clauseAround(tokens, at);
  if (from < 2 || tokens[from]?.kind !== "figure" || tokens.slice(from, to).some(isAnyName)) return false;
  const before = clauseAround(tokens, from - 2);
  return tokens.slice(before.from, before.to).some(isPost);
}

const PUT_TOGETHER = /^(?:拼成|合成|拼|做成|合并成?|整合成?|汇成|凑成)$/;
/** 三张图拼成一条: what it was made of. */
const isMaterial = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "figure" &&
  tokens.slice(at + 1, at + 4).some(({ text }) => PUT_TOGETHER.test(text)) &&
  tokens.slice(at + 2, at + 7).some(({ kind }) => kind === "figure");

const LOOKS_INTO = /^(?:查处?了?|查获了?|检查了?|巡查了?|抽查了?|发现了?|查到了?|查实了?|扣押了?|查扣了?)$/;
const ENFORCES = /^(?:penalty|coercion)\./;
const names = (token: Token, pattern: RegExp) =>
  token.kind === "word" && token.word.is === "indicator" && pattern.test(token.word.key);
const isAnyName = (token: Token) =>
  token.kind === "word" && (token.word.is === "indicator" || token.word.is === "channel");

/** 查处一起无证经营, 处罚1件: what was looked into; its outcome is counted in the next breath. */
function caseLookedInto(tokens: readonly Token[], at: number): Stretch | undefined {
  if (!LOOKS_INTO.test(tokens[at]?.text ?? "") && !/^查/.test(tokens[at]?.text ?? "")) return undefined;
  const { from, to } = clauseAround(tokens, at);
  const own = tokens.slice(from, to);
  if (own.some(isAnyName) || own.some((token) => isMark(token, "total", "running", "not", "plan"))) return undefined;
  if (own.filter(({ kind }) => kind === "figure").length !== 1) return undefined;
  const next = clauseAround(tokens, Math.min(to + 1, tokens.length - 1));
  const after = tokens.slice(next.from, next.to);
  const counted = after.some((token) => token.kind === "figure") && after.some((token) => names(token, ENFORCES));
  return to < tokens.length && counted ? { from: at, to } : undefined;
}

/** 决策预公开1条，停车场收费: a charge without its money is what the thing was about. */
function isChargeAsSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !names(token, /^fee\./)) return false;
  const { from, to } = clauseAround(tokens, at);
  const own = tokens.slice(from, to);
  if (from === 0 || own.length < 2 || own.some((one) => one.kind === "figure" || one.kind === "date")) return false;
  if (own.some((one) => isMark(one, "done", "nil", "not", "verb", "arrived"))) return false;
  const before = clauseAround(tokens, from - 2);
  return tokens
    .slice(before.from, before.to)
    .some((one) => names(one, /^(?:disclosure|interaction|publicity)\./) || isPost(one));
}

const AFTER_REVIEW =
  /^(?:其中)?(?:退回|打回|驳回|退了|退改|返工|不通过|未通过|没通过|通过|修改)(?:修改|重写|重改)?了?$/;

/** 审核信息20条，退回2条: what became of some of them. */
function afterReview(tokens: readonly Token[], at: number): Stretch | undefined {
  if (tokens[at]?.kind !== "figure") return undefined;
  const { from, to } = clauseAround(tokens, at);
  if (from < 2) return undefined;
  const words = tokens
    .slice(from, at)
    .map(({ text }) => text)
    .join("");
  if (!AFTER_REVIEW.test(words) || to - at > 2) return undefined;
  const before = clauseAround(tokens, from - 2);
  const reviewed = tokens.slice(before.from, before.to);
  return reviewed.some((one) => isMark(one, "reviewed") || names(one, /^info\.reviewed$/)) &&
    reviewed.some(({ kind }) => kind === "figure")
    ? { from, to }
    : undefined;
}

/** 一篇讲殡葬改革: what one of them was about. */
const saysOf = (tokens: readonly Token[], at: number): boolean =>
  /^(?:讲|说|讲的|说的)$/.test(tokens[at]?.text ?? "") && tokens[at - 1]?.kind === "figure";

const OF_A_TIME =
  /^(?:情况|数据|统计|公报|月报|周报|日报|总结|排名|指数|价格|简报|通报|预报|预告|安排|值班表|问答|解答|目录|清单|名单|结果)$/;
/** 发布5月份空气质量情况: the month belongs to what was published. */
function isTimeOfSubject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "date" || (token.when.type !== "month" && token.when.type !== "long")) return false;
  const { from, to } = clauseAround(tokens, at);
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

const MAY_OPEN = /^[审查检巡抽发扣退打驳返不未没通修其]/;

/** Takes from the words inside a subject what they would mean elsewhere; every offset stays. */
export function withSubjects(tokens: readonly Token[]): readonly Token[] {
  const marked = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token && isTimeOfSubject(tokens, at)) marked.add(at);
    if (!token || (token.kind !== "figure" && token.kind !== "word" && token.kind !== "unknown")) continue;
    const subject = token.kind === "unknown" ? undefined : subjectOfPost(tokens, at);
    if (subject)
      for (let one = subject.from; one < subject.to; one += 1) if (yields(tokens[one] as Token)) marked.add(one);
    if (isVisited(tokens, at)) marked.add(at).add(at + 1);
    if (
      isChargeAsSubject(tokens, at) ||
      saysOf(tokens, at) ||
      isMaterial(tokens, at) ||
      isObject(tokens, at) ||
      isKindOfPart(tokens, at) ||
      isOneOfPosts(tokens, at)
    )
      marked.add(at);
    const whole = MAY_OPEN.test(token.text) ? caseLookedInto(tokens, at) : afterReview(tokens, at);
    if (whole) for (let one = whole.from; one < whole.to; one += 1) if (tokens[one]?.kind !== "date") marked.add(one);
  }
  return marked.size === 0 ? tokens : tokens.map((token, at) => (marked.has(at) ? plain(token) : token));
}
