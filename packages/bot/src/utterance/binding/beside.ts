import { isMark, textOf } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import type { Candidate } from "./candidate.ts";
import { type Clause, datesOf, figuresOf, isDone } from "./clause.ts";
import { type Features, featuresOf, isNaming } from "./features.ts";
import { countsPenalties } from "./next-clause.ts";

// Figures that stand beside what is counted and count something else: none of them is an entry.

const OF_THEM = /^(?:是|为|已|已经|来自|涉及|属|属于|关于|反映|均|都)$/;
const OCCASION = /^(?:publicity|training|inspection)\./;
const COMPANY =
  /^(?:电话|来电|问题|诉求|提问|企业|单位|科室|部门|记者|媒体|群众|网友|听众|学员|来访|线索|隐患|整改|材料|资料|手册|问卷|宣传页|宣传单|传单|展板|家|人)$/;
/** 跑了6个所 */
const WENT = /^(?:跑|去|到|走|看|查|抽|转|走访|抽查|检查|覆盖|涉及|参加|参会|到会|参训|听课|听)了?$/;
const FINE = /罚|款|金额|没收/;
const FINED = /^(?:共|各|分别|一共)?罚/;
const HOLDS_PARTS = /^(?:下设|内设|分设|分为|包含|共设)/;

const keyOf = ({ name }: Candidate): string => ("key" in name ? (name.key ?? "") : "");

/** 昨天有个公司递了申请1件, 到3个街道督查1次: who came or was seen, where something else is counted too. */
export function isSomebody(tokens: readonly Token[], { from, figure }: TokenOf<"figure">): boolean {
  const next = tokens[tokens.findIndex((token) => token.from === from) + 1];
  if (next === undefined || figure.unit !== "个") return false;
  if (next.kind === "word" && (next.word.is === "applicant" || next.word.is === "person")) return true;
  return isMark(next, "role", "outsider", "office") || (next.kind === "span" && next.span === "person");
}

/** 留言7条，5条已回: so many of them. */
export const isSomeOfThem = (tokens: readonly Token[]): boolean =>
  tokens[0]?.kind === "figure" && OF_THEM.test(tokens[1]?.text ?? "") && datesOf(tokens).length === 0;

/** 学了5个文件: what was read at a training. */
const isStudied = (token: Token, tokens: readonly Token[]): boolean =>
  isMark(token, "document") && /^(?:学|学习|传达|讲解|解读)/.test(tokens[0]?.text ?? "");

/** 上行风热线，接了8个电话: what is counted at an occasion is not the occasion. */
export function isAttendance(tokens: readonly Token[], occasion: Features | undefined): boolean {
  if (occasion?.keys.length !== 1 || !OCCASION.test(occasion.keys[0] ?? "")) return false;
  const figures = figuresOf(tokens);
  const seen =
    figures.length > 0 && figures.every(({ figure }) => /^(?:个|家|户|所|处|份|张|人|名|位)$/.test(figure.unit));
  return (
    (tokens.some((token) => COMPANY.test(token.text) || isStudied(token, tokens)) ||
      (seen && tokens.some((token) => token.kind === "unknown" || WENT.test(token.text)))) &&
    datesOf(tokens).length === 0 &&
    !tokens.some((token) => isNaming(token) && !isMark(token, "foreign") && !isStudied(token, tokens)) &&
    !tokens.some((token) => isMark(token, "total", "more", "each", "apiece"))
  );
}

/** How many of the clauses that follow only say what each of those just counted was; 0 where they do not add up to it. */
export function partsOf(clauses: readonly Clause[], last: Candidate | undefined): number {
  const total = last?.figure;
  if (total?.type !== "exact" || last?.name.type !== "named" || total.implied) return 0;
  let sum = 0;
  for (const [at, { tokens }] of clauses.entries()) {
    const [figure, second] = figuresOf(tokens);
    const other = tokens.some(
      (token) =>
        token.kind === "date" ||
        (token.kind === "word" && /^(?:applicant|outcome|via)$/.test(token.word.is)) ||
        (isNaming(token) && !isMark(token, "foreign", "info")) ||
        isMark(token, "total", "more", "subset", "not", "plan", "each"),
    );
    if (!figure || second || other || figure.figure.type !== "exact" || figure.figure.unit !== total.unit) return 0;
    sum += figure.figure.value;
    if (sum >= total.value) return sum === total.value && at > 0 ? at + 1 : 0;
  }
  return 0;
}

const OTHER_UNITS = /^(?:parcel|firm|people|share|other)$/;
const isOtherThing = (token: Token | undefined): boolean =>
  token?.kind === "unknown" || (token !== undefined && isMark(token, "noun", "topic", "foreign"));

/** 今天交房300套公租房, 实验二小3个班去水厂参观: counted in other things, before the report begins. */
export function isOfOtherThings(tokens: readonly Token[]): boolean {
  const named = (token: Token) => isNaming(token) && !isMark(token, "foreign");
  if (tokens.some((token) => named(token) || isMark(token, "total", "more", "not", "plan"))) return false;
  const figures = figuresOf(tokens);
  if (figures.length === 0) return false;
  return figures.every((figure) => {
    const at = tokens.findIndex(({ from }) => from === figure.from);
    const told = isOtherThing(tokens[at + 1]) || (figure.figure.unit !== "" && isOtherThing(tokens[at - 1]));
    return (
      OTHER_UNITS.test(figure.figure.measure) ||
      (told && /^(?:个|名|位|张|本|份|台|辆|支|只|把|块|)$/.test(figure.figure.unit))
    );
  });
}

/** 罚款5万元: what a penalty came to. */
export const isFine = (tokens: readonly Token[]): boolean =>
  figuresOf(tokens).every(({ figure }) => figure.measure === "money" || figure.unit === "万") &&
  FINE.test(textOf(tokens));

const TAKEN = /罚|没收/;
/** 昨天对某药房罚款5000元，处罚决定1件: what it came to, and when, before how many. */
export const opensPenalty = (tokens: readonly Token[], later: readonly Clause[]): boolean =>
  isFine(tokens) && TAKEN.test(textOf(tokens)) && countsPenalties(later[0]) && !tokens.some(isNaming);

/** 陈局上了行风热线: an occasion that took place. */
export const isHeld = ({ keys }: Features, tokens: readonly Token[]): boolean =>
  keys.length === 1 && /^(?:publicity|training|inspection)\./.test(keys[0] ?? "") && isDone(tokens);
export const isDated = (tokens: readonly Token[]): boolean =>
  datesOf(tokens).length > 0 || /当[天日]|同日/.test(textOf(tokens));
export const isAccount = (token: Token): boolean =>
  token.kind === "word" && token.word.is === "channel" && token.word.channel !== "website";

const ATTACHED = /^(?:另)?(?:附|带|配|含)?(?:附件|附表|附图|配图|插图|链接)(?:有|共)?$/;
/** 意见征集1期，附件3个: what hangs on it. */
const isAttached = (tokens: readonly Token[], last: Candidate): boolean => {
  const [figure, second] = figuresOf(tokens);
  const words = textOf(tokens.filter((token) => token !== figure));
  return (
    last.figure?.type === "exact" &&
    !second &&
    /^(?:个|张|份|幅|条)$/.test(figure?.figure.unit ?? "") &&
    ATTACHED.test(words)
  );
};

const MAY_COME_TO = /^(?:column\.added|gauge\.|penalty\.|interaction\.opinion)/;
/** 处罚1件，罚款5000元; 意见征集1期，收到意见32条; 粉丝20500，净增30: what one of them came to. */
export function isAttribute(tokens: readonly Token[], last: Candidate): boolean {
  if (isAttached(tokens, last)) return true;
  const key = keyOf(last);
  if (!MAY_COME_TO.test(key)) return false;
  const figures = figuresOf(tokens).map(({ figure }) => figure);
  const { keys, marks } = featuresOf(tokens);
  if (key === "column.added") return HOLDS_PARTS.test(textOf(tokens));
  if (key.startsWith("gauge.")) return marks.has("increase") && keys.length === 0 && !marks.has("followers");
  if (key === "penalty.decided")
    return (
      figures.every(
        ({ measure, unit }) =>
          measure === "money" || unit === "万" || (measure === "none" && FINED.test(textOf(tokens))),
      ) &&
      keys.every((one) => one === key) &&
      FINE.test(textOf(tokens))
    );
  return (
    key === "interaction.opinion_solicitation" && marks.has("gathered") && keys.length === 0 && figures.length === 1
  );
}

const countOf = ({ figure }: TokenOf<"figure">) =>
  figure.type === "exact" && /^(?:count|edition|none)$/.test(figure.measure) ? figure.value : Number.NaN;
const POINTS_BACK = /^[那这](?:几)?$/;

/**
 * 提案答复2件，加装电梯那俩: those that were just counted. 公众号2条，一条讲寒假安全一条讲招聘: of what they were, where the
 * parts add up to the total.
 */
export function isBackwards(tokens: readonly Token[], { figure: total, name }: Candidate): boolean {
  if (total?.type !== "exact" || name.type !== "named") return false;
  if (datesOf(tokens).length > 0 || tokens.some((token) => isNaming(token) || isMark(token, "total", "more", "subset")))
    return false;
  const figures = figuresOf(tokens);
  const back = figures.every(({ from }) =>
    POINTS_BACK.test(tokens[tokens.findIndex((token) => token.from === from) - 1]?.text ?? ""),
  );
  if (back) return figures.every((figure) => countOf(figure) <= total.value);
  const narrows = tokens.some((token) => token.kind === "word" && /^(?:applicant|outcome|via)$/.test(token.word.is));
  const sum = figures.reduce((all, figure) => all + countOf(figure), 0);
  return figures.length > 1 && sum === total.value && !narrows;
}

/** 重点领域4条：住房、教育、医疗、环保各1条: the list only says what the total was made of. */
export function isListOfTotal({ tokens, opened }: Clause, last: Candidate): boolean {
  const [figure, second] = figuresOf(tokens).map((token) => token.figure);
  const total = last.figure;
  if (!/^[:(,]$/.test(opened) || second || figure?.type !== "exact" || total?.type !== "exact" || tokens.some(isNaming))
    return false;
  const parts =
    tokens.filter((token) => (token.kind === "break" && token.char === "、") || isMark(token, "link")).length + 1;
  return tokens.some((token) => isMark(token, "each")) && parts > 1 && parts * figure.value === total.value;
}
