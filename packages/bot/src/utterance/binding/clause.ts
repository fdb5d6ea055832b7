import { isMark } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import { isNaming, isOccasion } from "./features.ts";
import { withoutNameBrackets } from "./name-brackets.ts";

/** A stretch between commas, or what such a stretch falls into. `opened` and `closed` are the signs around it. */
export type Clause = Readonly<{ tokens: readonly Token[]; opened: string; closed: string }>;

/** What a token counts: nothing, where it is no exact figure. */
export const countOf = (token: Token): number =>
  token.kind === "figure" && token.figure.type === "exact" ? token.figure.value : 0;

const OWN_UNITS: ReadonlySet<string> = new Set("条篇件次场期起封宗份则通");
/** A figure in a unit that what we keep is counted in. */
export const isOwnCount = (token: Token): boolean => token.kind === "figure" && OWN_UNITS.has(token.figure.unit);

export const figuresOf = (tokens: readonly Token[]): TokenOf<"figure">[] =>
  tokens.filter((token) => token.kind === "figure");
export const datesOf = (tokens: readonly Token[]): TokenOf<"date">[] => tokens.filter((token) => token.kind === "date");

/** 了, 完, 过 on the verb itself, or a word of completion. */
export const isDone = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      isMark(token, "done") ||
      (token.kind === "word" && token.word.is === "indicator" && /[了过]/.test(token.text)) ||
      (isMark(token, "verb", "only", "added", "answered", "arrived", "reviewed", "cleared", "made", "repost") &&
        /[了完过]$/.test(token.text)),
  );

const STARTS_DONE = /^(?:实际|实际完成|已|已经|其实|完成|完成了|已完成|实发|实办|现已|只发了)$/;

/** How far ahead a clause is looked over for its own figure. */
const NEARBY = 12;

/** What the clause that is being gathered holds so far; kept while it grows, so that long messages stay cheap. */
type Holding = {
  figures: number;
  naming: boolean;
  intent: boolean;
  apiece: boolean;
  opensWithDate: boolean | null;
  occasion: boolean;
  /** 前天没发 */
  denied: boolean;
};
const nothing = (): Holding => ({
  figures: 0,
  naming: false,
  intent: false,
  apiece: false,
  opensWithDate: null,
  occasion: false,
  denied: false,
});

function hold(holding: Holding, token: Token): void {
  const naming = isNaming(token);
  if (token.kind === "figure") holding.figures += 1;
  if (naming) holding.naming = true;
  if (isOccasion(token)) holding.occasion = true;
  if (isMark(token, "aim", "plan")) holding.intent = true;
  if (isMark(token, "apiece")) holding.apiece = true;
  if (isMark(token, "not", "nil") && holding.opensWithDate) holding.denied = true;
  if (token.kind === "date" || naming || token.kind === "figure") holding.opensWithDate ??= token.kind === "date";
}

const TELLS = /^(?:讲|讲的|讲了|谈|谈的|谈了|聊|聊的|聊了|介绍|通报)$/;

const isNilOnly = ([nil, next]: readonly Token[]) =>
  nil !== undefined &&
  isMark(nil, "nil") &&
  (next === undefined ||
    next.kind === "unknown" ||
    isMark(next, "chat") ||
    (next.kind === "break" && next.strength > 1));

/** 上行风热线讲了一期补贴: how often it was spoken at. */
const isCounted = ([done, figure]: readonly Token[]): boolean =>
  figure?.kind === "figure" && isMark(done, "done") && /^[期次场]$/.test(figure.figure.unit);

/** Does a new clause begin at `token` although no comma stands there? */
function splitsBefore(token: Token, started: boolean, holding: Holding, rest: () => readonly Token[]): boolean {
  if (token.kind === "span" && token.span === "bullet") return started;
  // 开了一场新闻发布会就讲补贴的, 接受采访谈民宿
  if (
    (holding.figures > 0 ? holding.naming : holding.occasion) &&
    TELLS.test(token.text) &&
    rest().length > 1 &&
    !isCounted(rest())
  )
    return true;
  if (token.kind === "date" && holding.denied) return true; // 前天没发 昨天一条
  // 没有处罚也没有规章: the second denial is of what stands behind it
  if (
    /^也$/.test(token.text) &&
    holding.naming &&
    isMark(rest()[0], "nil", "not") &&
    rest()[1] &&
    isNaming(rest()[1] as Token)
  )
    return true;
  if (holding.figures === 0) return false;
  if (token.kind === "unknown" && holding.naming && /^(?:问|反映)/.test(token.text)) return true; // 接了11个 问水管的多
  if (isMark(token, "subset", "compare")) return true;
  if (STARTS_DONE.test(token.text) && holding.intent) return true;
  // 办结3件待办2件: what is still open stands for itself, if it has a figure of its own
  if (isMark(token, "plan", "underway", "aim")) {
    const near = rest();
    const stop = near.findIndex((one) => one.kind === "break" && one.strength > 1);
    return figuresOf(stop < 0 ? near : near.slice(0, stop)).length > 0;
  }
  if (isMark(token, "more")) return true;
  if (token.kind === "date" && isMark(rest()[0], "not", "nil")) return true; // 公众号 周一两条 周二没发
  // 留言六条全是问噪音的: what they were about stands for itself
  if (/^[全都均净]$/.test(token.text) && /^(?:是|问|反映|咨询)/.test(rest()[0]?.text ?? "")) return true;
  // 意见征集1期收到意见43条: what came of it has a figure of its own
  if (isMark(token, "gathered") || (isMark(token, "arrived") && isMark(rest()[0] ?? token, "gathered"))) return true;
  // 处罚一个强制没有: a nil stands for itself
  if (isNaming(token) && holding.naming && !holding.apiece && rest()[0] && isNilOnly(rest())) return true;
  // 咨询2条 信箱1封 均为今日: a day for everything before it
  if (token.text === "均" || token.text === "均为")
    return rest().find((one) => !/^[为是]$/.test(one.text))?.kind === "date";
  if (isMark(token, "total")) return holding.naming;
  if (holding.apiece) return false; // 分别为12件、3件
  if (isMark(token, "link")) return rest()[0]?.kind !== "figure" && rest().length > 0;
  if (token.kind === "break" && token.char === "、") return true;
  return token.kind === "date" && holding.opensWithDate === true;
}

export function clausesOf(all: readonly Token[]): Clause[] {
  const tokens = withoutNameBrackets(all);
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let holding = nothing();
  let opened = "";
  const close = (sign: string) => {
    if (current.length > 0) clauses.push({ tokens: current, opened, closed: sign });
    else if (clauses.length > 0 && sign === ":") {
      const last = clauses.pop();
      if (last) clauses.push({ ...last, closed: sign });
    }
    current = [];
    holding = nothing();
    opened = sign;
  };
  for (const [index, token] of tokens.entries()) {
    const opensFigure =
      token.kind === "break" &&
      token.char === ":" &&
      tokens[index + 1]?.kind === "figure" &&
      tokens[index - 1]?.kind === "word" &&
      holding.naming;
    if (token.kind === "break" && token.strength > 1 && !opensFigure) close(token.char);
    else {
      const rest = () => tokens.slice(index + 1, index + 1 + NEARBY);
      if (splitsBefore(token, current.length > 0, holding, rest)) close("");
      if (token.kind === "break" && current.length === 0) continue;
      current.push(token);
      hold(holding, token);
    }
  }
  close("");
  return clauses;
}
