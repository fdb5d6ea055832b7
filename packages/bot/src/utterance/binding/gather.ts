import type { Catalogue } from "@gongkai/schema";
import type { Why } from "../ask.ts";
import { isMark, textOf } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import { partsOf } from "./beside.ts";
import { bindFigures } from "./bind-figures.ts";
import { bindNames } from "./bind-names.ts";
import { type Candidate, under } from "./candidate.ts";
import { type Clause, datesOf, figuresOf, isOwnCount } from "./clause.ts";
import { distributeNil } from "./distribute.ts";
import { featuresOf, isNaming, isOccasion, names } from "./features.ts";
import { Gathering } from "./gathering.ts";
import { withinTotal } from "./within-total.ts";

export type Gathered = Readonly<{
  candidates: readonly Candidate[];
  /** Named without a figure: 许可办完了. */
  lacking: readonly Readonly<{ tokens: readonly Token[]; clause: number }>[];
  /** A date in a clause of its own at the end governs everything. */
  trailing: readonly TokenOf<"date">[];
  trouble: Readonly<{ why: Why; words: string }> | null;
}>;

const isNil = (tokens: readonly Token[]) => tokens.some((token) => isMark(token, "nil"));

const ENDS = ["upheld", "corrected", "otherwise", "undecided"] as const;
const isDispute = ({ tokens }: Clause) => tokens.some((token) => isMark(token, "litigation", "review"));
const countsDispute = ({ tokens }: Clause) => tokens.some((token) => names(token, /^(?:review|litigation)\./));
const isEnding = ({ tokens }: Clause) =>
  tokens.some((token) => isMark(token, ...ENDS) || /^(?:判|结果)/.test(token.text)) &&
  figuresOf(tokens).length === 0 &&
  !tokens.some((token) => isNaming(token) && !isMark(token, ...ENDS));

const isClosed = ({ tokens }: Clause) =>
  /^(?:审结|办结|结案|结|结了)/.test(tokens[0]?.text ?? "") && figuresOf(tokens).length === 1 && !tokens.some(isNaming);

/** Two breaths as one. */
const inOne = (before: Clause, { tokens, closed }: Clause): Clause => ({
  ...before,
  tokens: [...before.tokens, ...tokens],
  closed,
});

/** 行政诉讼上周三判了，维持，1件: one sentence in three breaths. */
function inOneBreath(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length < 2 || !clauses.some((clause) => isDispute(clause) || countsDispute(clause))) return clauses;
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    // 行政复议新收2件，审结1件，维持: how the one that was closed ended
    const closes = before && isClosed(before) && joined.some(countsDispute) && isEnding(clause);
    if (before && closes && clause.opened === ",") {
      joined[joined.length - 1] = inOne(before, clause);
      continue;
    }
    const open = before && isDispute(before) && figuresOf(before.tokens).length === 0 && before.closed !== ":";
    const goesOn = isEnding(clause) || (figuresOf(clause.tokens).length === 1 && !clause.tokens.some(isNaming));
    const ended = before?.tokens.some((token) => isMark(token, ...ENDS)) || isEnding(clause);
    if (before && open && goesOn && ended && clause.opened === ",") joined[joined.length - 1] = inOne(before, clause);
    else joined.push(clause);
  }
  return joined;
}

const isDocument = (token: Token) =>
  isMark(token, "normative", "regulation", "document") || (token.kind === "span" && token.span === "document-number");
const isFate = (token: Token) => isMark(token, "made", "repealed");
/** 某号文今天废止，属规范性文件，计1件: whose fate is told first, then what it is and how many. */
function ofOneDocument(clauses: readonly Clause[]): readonly Clause[] {
  if (!clauses.some(({ tokens }) => tokens.some(isFate))) return clauses;
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    const open = before?.tokens.some(isFate) && before.tokens.some(isDocument) && figuresOf(before.tokens).length === 0;
    const counts =
      figuresOf(clause.tokens).length === 1 && /^[件份个部]?$/.test(figuresOf(clause.tokens)[0]?.figure.unit ?? "");
    const tells = clause.tokens.every((token) => !isFate(token) && (!isNaming(token) || isDocument(token)));
    if (before && open && clause.opened === "," && tells && (counts || clause.tokens.some(isDocument)))
      joined[joined.length - 1] = inOne(before, clause);
    else joined.push(clause);
  }
  return joined;
}

const BODIES = /(?:家|个|户|所)(?:单位|部门|企业|公司|学校|机构|乡镇|社区|村)?$/;
/** 20家单位的部门预算，网站公开了1条: whose it was; how many is said in the next breath. */
const withoutOwners = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.map((clause, at) => {
    const [owners, second] = clauses[at + 1] ? figuresOf(clause.tokens) : [];
    if (!owners || second) return clause;
    const of = clause.tokens.findIndex((token) => token.text === "的");
    const owned = clause.tokens.slice(of + 1);
    const next = clauses[at + 1];
    const counted = next !== undefined && figuresOf(next.tokens).some(({ figure }) => /[条件份项]/.test(figure.unit));
    // 收到一家生物公司递的申请，1件: who applied
    const applied = clause.tokens.some((token) => isMark(token, "application"));
    const applicant = clause.tokens.some((token) => token.kind === "word" && token.word.is === "applicant");
    if (/^一[家位名个]$/.test(owners.text) && counted && applied && applicant)
      return { ...clause, tokens: clause.tokens.filter((token) => token !== owners) };
    return of > 0 && counted && BODIES.test(owners.text) && owned.length === 1 && owned.some(isNaming)
      ? { ...clause, tokens: owned }
      : clause;
  });

const READ =
  /^(?:总?阅读(?:量|数)?|点赞(?:数|量)?|播放量?|浏览量?|转发(?:数|量)?|评论(?:数|量)?|在看(?:数)?|观看(?:量|数)?|点击量?)$/;
const FARTHEST = 4;
/** 其中1条阅读量过了10万: how often it was read stands beside how many there were. */
function withoutReads(clause: Clause): Clause {
  const { tokens } = clause;
  if (figuresOf(tokens).length < 2) return clause;
  const from = tokens.findIndex(({ text }) => READ.test(text));
  const way = from < 0 ? -1 : tokens.slice(from, from + FARTHEST).findIndex(({ kind }) => kind === "figure");
  const reads = tokens[from + way];
  if (from < 0 || way < 0 || reads?.kind !== "figure" || /^[条篇个件期]$/.test(reads.figure.unit)) return clause;
  return { ...clause, tokens: [...tokens.slice(0, from), ...tokens.slice(from + way + 1)] };
}

const FOR_OTHERS = /^(?:替|帮|代|给)/;
/** 替三个同事报一下今天的：…: for how many people somebody reports. */
function withoutColleagues(clause: Clause): Clause {
  const { tokens } = clause;
  const at = tokens.findIndex(({ kind }) => kind === "figure");
  const people = isMark(tokens[at + 1], "role", "office") && FOR_OTHERS.test(tokens.map(({ text }) => text).join(""));
  return at > 0 && people && !tokens.some(isNaming)
    ? { ...clause, tokens: tokens.filter((_, place) => place !== at) }
    : clause;
}

const GUESTS = /^(?:媒体|记者|单位|部门|企业|股长|科长|局长|副局长|主任|领导|同事|人|工作人员|专家)/;
/** 接受了三家媒体的采访，计3次; 局长带着两个股长去的: who was there, where the occasion is counted in the next breath. */
function withoutGuests(clause: Clause, next: Clause | undefined): Clause {
  const { tokens } = clause;
  const [only, second] = figuresOf(tokens);
  if (!only || second || !/^[家个位名]$/.test(only.figure.unit) || !tokens.some(isOccasion)) return clause;
  const at = tokens.indexOf(only);
  const guests = GUESTS.test(tokens[at + 1]?.text ?? "");
  const led = /^(?:带|带着|带了|陪|陪同|领着)$/.test(tokens[at - 1]?.text ?? "");
  const counted = next?.tokens.some(isOwnCount) && !next.tokens.some(isNaming);
  return guests && (led || counted) ? { ...clause, tokens: tokens.filter((token) => token !== only) } : clause;
}

/** 粉丝昨天涨势不错，现在读数是9653: the reading is of now, whatever day was spoken of before. */
const readsNow = ({ name, tokens }: Candidate): boolean =>
  "key" in name &&
  name.key?.startsWith("gauge.") === true &&
  tokens.some(({ text }) => /^(?:现在|目前|眼下|此刻)/.test(text));

/** 去年规范性文件没制定，也没废止: the other step of the same documents. */
const deniesStep = ({ tokens }: Clause, last: Candidate | undefined): boolean =>
  last?.name.type === "named" &&
  last.name.key.startsWith("doc.") &&
  /没有?(?:废止|制定|制发|出台|印发)/.test(textOf(tokens));

const isNothing = (token: Token) =>
  token.kind === "figure" && token.figure.type === "exact" && token.figure.value === 0;
/** 8月没有行政强制，0件; 按0件报: the nil in other words. */
const saysNilAgain = ({ tokens }: Clause, last: Candidate | undefined): boolean =>
  last?.figure === null &&
  last.nil &&
  tokens.some(isNothing) &&
  figuresOf(tokens).every((token) => isNothing(token) || token.figure.unit === "项") &&
  !tokens.some((token) => isNaming(token) || token.kind === "date");

/** 上周四新闻发布会，局长亲自出席，记一场: what was named and what was counted, with other words between. */
function withoutCounted(gathering: Gathering): Gathered["lacking"] {
  const { candidates, lacking } = gathering;
  const [only, another] = lacking;
  const [counted, more] = candidates;
  if (!only || another || !counted || more || counted.name.type !== "empty" || counted.clause < only.clause)
    return lacking;
  const named = featuresOf(only.tokens);
  if (named.keys.length !== 1 || named.channels.length > 0) return lacking;
  gathering.rename(counted, under(counted.features, named));
  return [];
}

const WENT_TO = /^(?:跑|去|到|走|看|查)了?[0-9一二三四五六七八九十两]{1,3}[个家所处]/;

/** Goes through the told clauses in order and binds every figure to what it counts. */
export function gather(told: readonly Clause[], catalogue: Catalogue): Gathered {
  const clauses = withoutOwners(ofOneDocument(inOneBreath(told)))
    .map((clause) => withoutColleagues(withoutReads(clause)))
    .map((clause, at, all) => withoutGuests(clause, all[at + 1]));
  const gathering = new Gathering(catalogue, withinTotal(clauses));
  const named = clauses.findLastIndex(({ tokens }) => tokens.some(isOwnCount) && tokens.some(isNaming));
  let parts = 0;
  for (const [index, clause] of clauses.entries()) {
    // 留言2封，一封说停车，一封说退票: each of those that were counted
    if (parts === 0) parts = partsOf(clauses.slice(index), gathering.candidates.at(-1));
    if (parts > 0) {
      parts -= 1;
      continue;
    }
    if (saysNilAgain(clause, gathering.candidates.at(-1))) continue;
    // 昨天下乡督查，去了四个所，记督查1次
    if (index > 0 && gathering.candidates.length === 0 && index < named && WENT_TO.test(textOf(clause.tokens)))
      continue;
    const before = gathering.candidates.length;
    const nil = isNil(clause.tokens) && figuresOf(clause.tokens).length === 0 && clause.tokens.some(isNaming);
    const bareNil =
      isNil(clause.tokens) &&
      figuresOf(clause.tokens).length === 0 &&
      !nil &&
      (gathering.topic !== null || deniesStep(clause, gathering.candidates.at(-1)));
    const nils = distributeNil(clause.tokens);
    if (nils) for (const stretch of nils) gathering.add(stretch, clause, index, true);
    else if (figuresOf(clause.tokens).length > 0) bindFigures(gathering, clause, index, clauses.slice(index + 1));
    else if (nil || bareNil) gathering.add(clause.tokens, clause, index);
    else bindNames(gathering, clause, index, clauses);
    for (const candidate of gathering.candidates.slice(before)) {
      // 昨天微博3条，今天微博2条抖音1条: what was dated last in the clause dates the rest of it
      if (candidate.dates.length > 0) {
        gathering.dates = candidate.dates;
        gathering.pendingDates = candidate.dates;
      } else if (readsNow(candidate)) candidate.dates = [];
      else if (gathering.pendingDates.length > 0) candidate.dates = gathering.pendingDates;
      else candidate.dates = gathering.dates;
    }
    if (gathering.candidates.length > before) {
      if (gathering.pendingDates.length > 0 && gathering.dates.length === 0) gathering.dates = gathering.pendingDates;
      gathering.pendingDates = gathering.candidates.at(-1)?.dates ?? [];
      gathering.dates = gathering.pendingDates;
    }
  }
  const { candidates } = gathering;
  const lacking = withoutCounted(gathering);
  const undated = gathering.datedInBrackets ? candidates.find(({ dates }) => dates.length === 0) : undefined;
  const trouble =
    gathering.trouble ?? (undated ? { why: "period-which" as const, words: undated.features.text } : null);
  const lastClause = candidates.at(-1)?.clause ?? -1;
  const trailing = clauses.slice(lastClause + 1).flatMap((clause) => datesOf(clause.tokens));
  return { candidates, lacking, trailing, trouble };
}
