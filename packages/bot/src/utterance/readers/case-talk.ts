import { groupOfRow, type LocalDate, outcomeOfWords } from "@gongkai/schema";
import { ask } from "../ask.ts";
import type { CaseDeed, CaseEvent, CaseSaid, CaseWhich } from "../case-said.ts";
import { anchorDates } from "../dates/anchor.ts";
import { dateAt } from "../dates/date-at.ts";
import type { Now } from "../dates/when.ts";
import type { Item } from "../meaning.ts";
import type { Reader, Reading, Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { decided, disputed } from "./case-disputes.ts";
import { STEP_PARSERS } from "./case-steps.ts";
import { caseWhich } from "./case-which.ts";
import { report } from "./report.ts";

/** What is wanted, due or not so yet has not happened. */
const PLANNED =
  /准备|打算|计划|拟(?!稿)|要不要|是否|能不能|可不可以|吗$|\?|还没|尚未|没有?(?:收到|发出?|寄出?|交来|送达|告知|延期)|(?:明天|后天|下周|下个?月|过几天).{0,12}(?:发|寄|送|征求|延期|答复)|需要(?!加工|汇总|重新统计|另)|应(?:该|当)|不用|不必|如果|要是|万一|催|记得|提醒|想(?!要)|要求撤/;
/** Work of other kinds has papers that are served, withdrawn and numbered too. */
const OTHER_WORK = /处罚|行政许可|许可证|强制执行|执照|合同|招标|工单|信访件|提案|建议案/;
/** 人大代表提的那件建议，办理答复公开了1件: a proposal is answered too. */
const OF_DEPUTIES = /人大|政协|(?:市|县|区|省)?(?:人大)?代表|委员|提案/;
const OF_APPLICATIONS = /申请|补正|第三方|依申请|公开|答复/;

/** 复议维持的那件改成纠正: a record is mended, and nothing went on in the case. */
const MENDS_A_RECORD = /(?:改|更正|修改)(?:成|为)|(?:搞|弄|记|报|写|填|录|登)错了|该(?:算|归)(?!谁)/;

type DayRole = "on" | "until" | "approved";
type SpokenDay = Readonly<{ role: DayRole; day: LocalDate | null; ahead: boolean }>;
type Part = Readonly<{ text: string; days: readonly SpokenDay[] }>;

const LAST_DAY = /(?:之?前|以前|为?止)$/;
const LAST_DAY_BEFORE = /(?:期限|截止|限期|限|截至|最迟)[^,。;]{0,6}$/;
const LAST_DAY_AFTER = /^(?:之?前|以前|止|截止|为止|内)/;

/** 3月25日前 names its day as the last one. */
function dayOf({ text, when: said }: Extract<Token, { kind: "date" }>, now: Now): Pick<SpokenDay, "day" | "ahead"> {
  const when = LAST_DAY.test(text) ? (dateAt(text.replace(LAST_DAY, ""), 0, now)?.when ?? said) : said;
  switch (when.type) {
    case "day":
      return { day: when.period, ahead: false };
    case "open":
      return { day: when.past, ahead: false };
    case "ahead":
      return { day: when.period?.length === 10 ? when.period : null, ahead: true };
    default:
      return { day: null, ahead: false };
  }
}

function roleOf(part: string, from: number, to: number): DayRole {
  if (
    LAST_DAY.test(part.slice(from, to)) ||
    LAST_DAY_BEFORE.test(part.slice(0, from)) ||
    LAST_DAY_AFTER.test(part.slice(to))
  )
    return "until";
  return /批|同意|审批|签字/.test(part) && !/第三方|对方/.test(part) ? "approved" : "on";
}

/** The sentence at its commas, without the words that point at the case and without its days. */
function partsOf({ text, tokens, now }: Reading, skip: Readonly<{ from: number; to: number }>): readonly Part[] {
  const outside = tokens.filter(({ from, to }) => to <= skip.from || from >= skip.to);
  const dates = anchorDates(outside, now).filter((token) => token.kind === "date");
  const parts: Part[] = [];
  for (const match of text.matchAll(/[^,;。!:\n]+/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const own = dates.filter((token) => token.from >= from && token.to <= to);
    const days = own.map((token) => ({
      role: roleOf(match[0], token.from - from, token.to - from),
      ...dayOf(token, now),
    }));
    const hidden = [...own, skip].filter((span) => span.to > from && span.from < to).sort((a, b) => b.from - a.from);
    let rest = match[0];
    for (const span of hidden)
      rest = rest.slice(0, Math.max(0, span.from - from)) + rest.slice(Math.min(to, span.to) - from);
    parts.push({ text: rest.trim(), days });
  }
  return parts;
}

const UNCORRECTED = /(?:不|未|没有?)补正|补正.{0,3}(?:还是|仍|依然)/;
const UNPAID = /(?:未|没有?|不)(?:按期|按时|按通知)?(?:缴|交)(?:纳)?(?:费|清)/;
const AFTER_ITS_PERIOD = /逾期|过期|超期|期满|到期|不再处理|结案|办结|一直|还是|仍|依然|答复/;
/** Words that make a reason an answer. A reason alone (信访, 案卷) may be mere talk of the case. */
const ANSWERS =
  /(?:公开|提供|处理)(?!信息|申请|办|人|部门)|答复|办结|决定|结案|告知|不掌握|不存在|没有(?:这|该|相关|此)|没这个|另行制作|不归我|不属于|出版物|重复申请/;
const COUNTED = /(?<![第那这])(?:[0-9]+|[一二三四五六七八九十两几]+)[件起宗](?!事|套)/;

/** 补正通知书发了，3月5日; 延期20个工作日，今天已告知: a day after the step it belongs to. */
const DAY_OF_THE_STEP = /^.{0,2}$|^(?:已经?)?(?:告知|通知|发出|寄出|送达)/;

type Taken = { on: LocalDate | null; dayUnclear: boolean; event: CaseEvent };

/** 补正通知书发了，限15日内补正 is one step, told in two parts. */
const isSame = (before: CaseEvent, { do: after }: CaseEvent): boolean =>
  before.do === after || (after.endsWith("-unclear") && before.do.split("-")[0] === after.split("-")[0]);

const OF_DISPUTES = /复议|诉讼|起诉|被诉|应诉|法院|判决|裁定|[一二]审/;

/** Events of the sentence in order, each with the day said beside it. Undefined: something of it lies ahead. */
function eventsOf(parts: readonly Part[], whole: string, pointed: boolean): Taken[] | undefined {
  if (parts.some(({ days }) => days.some(({ role, ahead }) => ahead && role !== "until"))) return undefined;
  const ofRole = (role: DayRole) => parts.flatMap(({ days }) => days).find((each) => each.role === role)?.day ?? null;
  const [until, approvedOn] = [ofRole("until"), ofRole("approved")];
  const taken: Taken[] = [];
  const left: Part[] = [];
  let carried: SpokenDay | undefined;
  const put = (event: CaseEvent, day: SpokenDay | undefined) => {
    taken.push({ event, on: day?.day ?? null, dayUnclear: day !== undefined && day.day === null });
  };
  // 复议申请人撤回了 ends the dispute, not the application
  const dispute = OF_DISPUTES.test(whole) ? (decided(whole, pointed) ?? disputed(whole, pointed)) : undefined;
  for (const part of dispute ? [] : parts) {
    const said = part.days.find(({ role }) => role === "on");
    const closing = UNCORRECTED.test(part.text) || UNPAID.test(part.text);
    const clause = { text: part.text, until, approvedOn };
    const event = closing
      ? undefined
      : STEP_PARSERS.reduce<CaseEvent | undefined>((found, parse) => found ?? parse(clause, whole), undefined);
    const last = taken.at(-1);
    if (event && !taken.some((each) => isSame(each.event, event))) put(event, said ?? carried);
    else if (!event) left.push(part);
    if (said && !event && last && last.on === null && !last.dayUnclear && DAY_OF_THE_STEP.test(part.text)) {
      last.on = said.day;
      last.dayUnclear = said.day === null;
    } else if (said) carried = said;
  }
  const rest = left.map(({ text }) => text).join(",");
  const day = (dispute ? parts : left).flatMap(({ days }) => days).find(({ role }) => role === "on") ?? carried;
  if (dispute) put(dispute, day);
  else if (pointed || UNCORRECTED.test(rest) || UNPAID.test(rest)) {
    const answer = answerIn(rest, taken.length > 0);
    if (answer) put(answer, day);
  }
  return taken;
}

/** The answer among what no step took; a reason without a word of answering comes back as one to be asked about. */
function answerIn(rest: string, besideSteps: boolean): CaseEvent | undefined {
  if ((UNCORRECTED.test(rest) || UNPAID.test(rest)) && !AFTER_ITS_PERIOD.test(rest)) return undefined;
  const outcome = outcomeOfWords(rest);
  if (outcome.kind === "unknown")
    return !besideSteps && /答复了|已答复|答复完|办结了|已办结|结案|回复了|(?<!撤|退|寄|收|取)回了/.test(rest)
      ? { do: "answered", outcome, withheld: null }
      : undefined;
  if (!ANSWERS.test(rest) && !AFTER_ITS_PERIOD.test(rest)) {
    if (besideSteps) return undefined;
    const candidates = outcome.kind === "row" ? [{ row: outcome.row, hook: outcome.hook }] : outcome.candidates;
    return { do: "answered", outcome: { kind: "ask", candidates }, withheld: null };
  }
  const partial = outcome.kind === "row" && outcome.row === "partial";
  const others = partial
    ? outcomeOfWords(rest.replace(/部分(?:不予?)?公开|区分处理|公开了?一部分|一部分公开/g, ""))
    : null;
  const withheld = others && others.kind !== "unknown" ? others : null;
  return { do: "answered", outcome, withheld };
}

/** What makes a step one of an application although no case is pointed at. */
const OF_ITSELF: Readonly<Partial<Record<CaseEvent["do"], RegExp>>> = {
  "correction-asked": /补正/,
  "correction-received": /补正/,
  "correction-unclear": /补正/,
  "consultation-sent": /第三方|(?:共同|联合)制作/,
  "consultation-received": /第三方|征求意见(?:函|书)/,
  "consultation-returned": /第三方|征求意见|逾期/,
  "consultation-unclear": /第三方/,
  extended: /答复|申请人|工作日/,
  "fee-noticed": /收费通知|信息处理费/,
  "fee-paid": /申请人|信息处理费/,
  answered: /补正|缴费|交费/,
  served: /(?:答复|告知)书|申请人/,
  withdrawn: /申请/,
  decided: /复议|诉讼|法院|判决|裁定|[一二]审/,
};

/** Every step told without its case holds one of these. */
const OF_CASES =
  /补正|第三方|共同|联合|意见|逾期|答复|申请|工作日|收费通知|信息处理费|[缴交]费|告知书|复议|诉讼|法院|判决|裁定|[一二]审/;

function read(reading: Reading): Said | undefined {
  const { text, heard, now } = reading;
  if (PLANNED.test(text) || text.length > 200 || MENDS_A_RECORD.test(text)) return undefined;
  if (OTHER_WORK.test(text) && !OF_APPLICATIONS.test(text)) return undefined;
  if (OF_DEPUTIES.test(text) && !text.includes("申请")) return undefined;
  const pointed = caseWhich(text, heard.text, now.year);
  if (!pointed && !OF_CASES.test(text)) return undefined;
  const parts = partsOf(reading, pointed ?? { from: 0, to: 0 });
  const plain = parts.map((part) => part.text).join(",");
  const taken = eventsOf(parts, plain, pointed !== undefined);
  if (!taken || taken.length === 0) return undefined;
  if (!pointed && (COUNTED.test(plain) || !taken.every(({ event }) => OF_ITSELF[event.do]?.test(plain))))
    return undefined;
  const deeds = taken.map(({ event, on, dayUnclear }): CaseDeed => ({ ...event, on, dayUnclear }));
  const question = ask("case-event", heard.raw.trim());
  const said = { which: pointed ? whichOf(pointed, reading) : null, deeds, text: heard.raw.trim() };
  // 复议维持 is a decision where disputes are kept as cases, and half a count where they are not
  const count = taken.some(({ event }) => event.do === "decided") ? report.read(reading) : undefined;
  if (count?.act === "ask") return { ...count, case: said };
  const counts = answerOf(said, now.day);
  return {
    act: "ask",
    sure: [],
    drafts: [{ text: heard.raw.trim(), asks: [question] }],
    ask: question,
    case: said,
    ...(counts ? { counts } : {}),
  };
}

/** 张三那件今天答复了，不予公开: one application answered, and how. Undefined: whose, how or when is not said. */
function answerOf({ which, deeds, text }: CaseSaid, today: LocalDate): Item | undefined {
  const [deed, another] = deeds;
  if (!deed || another || deed.do !== "answered" || deed.dayUnclear || deed.outcome.kind === "unknown")
    return undefined;
  if (which?.who === undefined || !/答复|告知|决定/.test(text)) return undefined;
  const groups = new Set(
    deed.outcome.kind === "row"
      ? [groupOfRow(deed.outcome.row)]
      : deed.outcome.candidates.map(({ row }) => groupOfRow(row)),
  );
  const [outcome] = groups;
  if (!outcome || groups.size > 1) return undefined;
  const spoken = <T>(value: T) => ({ value, certainty: "said", text }) as const;
  return {
    indicator: spoken("application.outcome"),
    quantity: spoken(1),
    period: deed.on === null ? { value: today, certainty: "implied", text: "" } : spoken(deed.on),
    channel: null,
    nil: false,
    applicant: null,
    via: null,
    outcome: spoken(outcome),
    who: spoken(which.who),
    subject: null,
    actor: null,
    section: null,
    text,
  };
}

/** 2月20日收到的那件 is told by its day. */
function whichOf({ which, from, to }: NonNullable<ReturnType<typeof caseWhich>>, { tokens, now }: Reading): CaseWhich {
  if (which.who === undefined || !/(?:收到|来|提交|申请)$/.test(which.who)) return which;
  const dated = anchorDates(tokens, now).find((token) => token.kind === "date" && token.from >= from && token.to <= to);
  const day = dated?.kind === "date" ? dayOf(dated, now).day : null;
  return day === null ? which : { receivedOn: day };
}

/** Steps of an application, decisions on disputes: what no count may be made of. */
export const caseTalk: Reader = {
  name: "case-talk",
  needs:
    /[第那这该号》某撤缴交-]|[上前]一件|补正|共同|联合|意见|逾期|答复|申请|工作日|费|告知书|复议|诉讼|法院|判决|裁定|[一二]审/,
  read,
};
