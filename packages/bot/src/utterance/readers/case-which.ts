import type { ApplicantKind, CaseKind, Via } from "@gongkai/schema";
import type { CaseWhich } from "../case-said.ts";
import { isFullName } from "../parsers/person.ts";
import { numeralAt } from "../zh-number.ts";

export type PointedCase = Readonly<{ which: CaseWhich; from: number; to: number }>;

const KIND_OF_LETTER: Readonly<Record<string, CaseKind>> = { a: "application", r: "review", l: "litigation" };
const ZH = "0-9一二三四五六七八九十百零两";

/** A-2026-0012, 〔2026〕12号, 2026年第12号, 2026-012, 第12号, 12号申请. A bare 12号 is a day of the month. */
const NUMBERS: readonly RegExp[] = [
  /(?<letter>[arl])-(?<year>20[0-9]{2})-0*(?<number>[0-9]{1,5})/,
  /[〔[(【](?<year>20[0-9]{2})[〕\])】]第?0*(?<number>[0-9]{1,4})号/,
  /(?<year>20[0-9]{2})年?第0*(?<number>[0-9]{1,4})[号件]/,
  /(?<![0-9])(?<year>20[0-9]{2})-(?<number>0[0-9]{2,3}|[0-9]{3})(?![0-9-])号?/,
  new RegExp(`(?<year>去年|上年|今年)?第0*(?<number>[${ZH}]{1,4})(?:号|件(?!事|套))`),
  /(?<![0-9月年第〔\]])0*(?<number>[0-9]{1,4})号(?=申请|那件|这件|件|案)/,
];

/** 处罚决定书〔2026〕15号, 政府令第15号: numbers of documents, not of cases. */
const OF_A_DOCUMENT = /[书字文函发令证照许罚政办局规]$|公告$|通知$|合同$|文件$|编号$/;
const NAMES_A_DOCUMENT = /^(?:建议|提案|议案|代表建议|文|公告|令|通知|决定书|楼|线|院|台风)/;
const BEFORE_NUMBER = /(?:行政)?(复议|诉讼)(?:案件?|申请)?[〔[(]?$/;

function numberOf(text: string, at: number): number | undefined {
  const numeral = numeralAt(text, at);
  return numeral?.type === "exact" && Number.isSafeInteger(numeral.value) ? numeral.value : undefined;
}

function byNumber(text: string, thisYear: number): PointedCase | undefined {
  for (const pattern of NUMBERS) {
    const match = pattern.exec(text);
    const groups = match?.groups;
    if (!match || !groups?.number) continue;
    const number = numberOf(groups.number, 0);
    const [before, behind] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (number === undefined || number === 0 || OF_A_DOCUMENT.test(before) || NAMES_A_DOCUMENT.test(behind)) continue;
    const { year } = groups;
    const said = year === undefined ? null : /^20/.test(year) ? Number(year) : thisYear - (year === "今年" ? 0 : 1);
    const word = BEFORE_NUMBER.exec(text.slice(0, match.index))?.[1];
    const kind = groups.letter
      ? KIND_OF_LETTER[groups.letter]
      : word && (word === "复议" ? ("review" as const) : ("litigation" as const));
    const which = { number: { year: said, number }, ...(kind ? { kind } : {}) };
    return { which, from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}

const APPLICANTS: readonly (readonly [ApplicantKind, RegExp])[] = [
  ["law", /律所|律师事务所|法律服务/],
  ["res", /科研|高校|大学|研究院|研究所/],
  ["npo", /公益|协会|基金会|社会组织/],
  ["biz", /企业|公司/],
  ["nat", /个人|自然人|公民|市民|群众/],
];
const CAME = "(?:来|交|提交?|递|寄|送|收|收到|发|申请|提出|递交)?(?:过来|来)?的?";
const VIAS: readonly (readonly [Via, RegExp])[] = [
  ["online", new RegExp(`^(?:从|在|通过)?(?:网上|网络|在线|网站|邮箱|电子邮件|线上)${CAME}$`)],
  ["mail", new RegExp(`^(?:邮寄|信函|寄|挂号信?|快递|邮政|ems)${CAME}$`)],
  ["in_person", new RegExp(`^(?:在)?(?:当面|现场|上门|窗口|本人)${CAME}$`)],
  ["fax", new RegExp(`^传真${CAME}$`)],
];
const LAST = /^(?:刚才|刚刚|刚|上面|前面|刚才说|刚说|就|还是|对|给|把|对了)?$/;
/** 刚才那件, 张三那件, 个人那件, 促消费资金那件. */
const THAT_ONE =
  /([\u4e00-\u9fa5·a-z0-9()]{0,20}?)的?(?:[那这](?:一)?(?:件(?!事)|个(?=申请|案))|该(?:件|申请))(?:申请)?/;
const OF_SOMEBODY =
  /^(?:给|把|对|向)?((?!在办|超期|到期|逾期|本周|本月|收到|今天|昨天|所有|全部|信息|公开|政府|快|未|没|待|新|这|那|有|又)[\u4e00-\u9fa5·]{2,4}?)的(?:依申请|信息公开申请|申请)/;
const LEADING_VERBS = /^(?:给|把|对|向|关于|就|今天|昨天|前天|已经|已|我们|我局|然后|还有|收到|答复|办结|送达)+/;
/** 9月3日给渔业公司那件作了答复: the day is of the answer. */
const DAY_OF_THE_STEP = /^(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号](?=给|把|对|向|就)/;
/** 上个月传真来的那件: about when it came in, which is no name of it. */
const CAME_IN = /^(?:上个?月|这个月|本月|上周|前几天|前两天|[0-9]{1,2}月份?(?![0-9一二三四五六七八九十]))/;
/** 那件申请, and no word that it was the last one. */
const ANY_OPEN = { last: true, vaguely: true } as const;
/** 王某申请那件 is 王某. */
const ITS_KIND = /的?(?:依申请(?:公开)?|信息公开申请|申请)$/;
const PREVIOUS = /上一件|前一件|最近那件|最后那件/;

/** The person or thing a case sentence names: 张三那件…, 小张的申请…. */
export function spokenApplicant(text: string): string | undefined {
  const said = (THAT_ONE.exec(text)?.[1] ?? OF_SOMEBODY.exec(text)?.[1])
    ?.replace(LEADING_VERBS, "")
    .replace(ITS_KIND, "");
  return said === undefined || LAST.test(said) || said.length < 2 ? undefined : said;
}

const BY_NAME = /^([\u4e00-\u9fa5]{2,3}?)(?:自己|主动|已经?)?(?:撤回|撤了|补正|缴费|交费|交来|缴了|交了)/;

/** 王某撤回申请了: the applicant acts, and is named by it. An officer who agreed to something is none. */
function actingApplicant(text: string): PointedCase | undefined {
  const acting = BY_NAME.exec(text)?.[1];
  const said =
    acting !== undefined && (isFullName(acting) || /某$|^[小老阿]/.test(acting))
      ? acting
      : /((?![是为由有叫个在])[\u4e00-\u9fa5]某某?)(?!局|科|公司|企业|单位|律所|大学|协会|[\u4e00-\u9fa5]{1,6}(?:公司|企业|协会|大学|律所))/.exec(
          text,
        )?.[1];
  return said === undefined
    ? undefined
    : { which: { who: said }, from: text.indexOf(said), to: text.indexOf(said) + said.length };
}

/** The case a sentence points at, and where in the text. Undefined: at none. `titles`: the text with 《》 in it. */
export function caseWhich(text: string, titles: string, thisYear: number): PointedCase | undefined {
  const numbered = byNumber(text, thisYear);
  if (numbered) return numbered;
  const previous = PREVIOUS.exec(text);
  if (previous) return { which: { last: true }, from: previous.index, to: previous.index + previous[0].length };
  const titled = /《([^《》]{1,120})》的?(?:那|这)(?:一)?[件个]/.exec(titles);
  if (titled?.[1]) return { which: { who: titled[1] }, from: titled.index, to: titled.index + titled[0].length };
  const that = THAT_ONE.exec(text) ?? OF_SOMEBODY.exec(text);
  if (!that) return actingApplicant(text);
  const raw = that[1] ?? "";
  const bare = raw.replace(DAY_OF_THE_STEP, "").replace(LEADING_VERBS, "");
  const said = bare.replace(ITS_KIND, "").replace(CAME_IN, "");
  const to = that.index + that[0].length;
  const from = that.index + that[0].indexOf(raw) + raw.length - bare.length;
  if (LAST.test(said)) return { which: said === "" && that[0].includes("那") ? ANY_OPEN : { last: true }, from, to };
  if (/^(?:行政)?复议(?:案)?$/.test(said)) return { which: { kind: "review", last: true }, from, to };
  if (/^(?:行政)?诉讼(?:案)?$/.test(said)) return { which: { kind: "litigation", last: true }, from, to };
  const applicant = APPLICANTS.find(([, words]) => words.test(said) && said.length <= 8)?.[0];
  if (applicant) return { which: { applicant }, from, to };
  const via = VIAS.find(([, words]) => words.test(said))?.[0];
  if (via) return { which: { via }, from, to };
  return said.length >= 2 ? { which: { who: said }, from, to } : { which: { last: true }, from, to };
}
