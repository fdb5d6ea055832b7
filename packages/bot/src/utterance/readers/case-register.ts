import { addDays, daysInMonth, type IndicatorKey, type LocalDate, weekdayOf } from "@gongkai/schema";
import { figuresOf } from "../binding/clause.ts";
import type { CasesAsked } from "../case-said.ts";
import type { Now } from "../dates/when.ts";
import type { Reader, Reading, Said } from "../reading.ts";
import { caseWhich } from "./case-which.ts";

/** 这件怎么算的, 为什么是那天: the due day counted out. */
const WORKING =
  /(?:期限|到期(?:日)?|那天|这天|日子|[这那]件|[号件]).{0,8}(?:怎么|如何|咋)(?:计?算|数|来|得出)(?:出来|的)|为(?:什么|啥)(?:是|到|算到)?.{0,2}(?:那|这)(?:一)?天|为(?:什么|啥).{0,6}到期|(?:逐日|一天一天|每一天).{0,4}(?:算|列|说明)/;
/** 第12号到哪一步了, 张三那件什么情况. */
const COURSE =
  /到(?:了)?(?:哪|什么)(?:一)?(?:步|地步|环节|阶段)|(?:走|办|进行)到哪|(?:什么|啥)(?:情况|进度|状态|时候(?:到期|答复))|进度|进展|怎么样|办得?(?:如何|咋样)|办了(?:哪些|什么)|办理(?:情况|过程|步骤)|几号到期|哪天到期|还(?:剩|有)(?:几|多少)(?:天|个工作日)|答复期限|情况(?=$|\?)/;

const OPEN = /在办|正在办理?|(?:没|未|没有)(?:办结|办完|答复|审结|结案)|待(?:答复|办)|手上还有/;
const OVERDUE = /超期|逾期未?(?:答复|办结)?(?:的|申请)|过期(?:的|没)/;
const CLOSED = /已经?(?:办结|答复|审结|结案)|(?:办结|答复|审结|结案)[了过]的|(?:办结|审结|结案)的/;
/** 张三那件依申请公开，已答复，部分公开: what was done with one of them. */
const ANSWERED = /[那这](?:一)?件|部分公开|予以公开|不予(?:公开|处理)|无法提供/;
const WAITS: readonly (readonly [NonNullable<CasesAsked["waiting"]>, RegExp])[] = [
  ["correction", /等.{0,4}补正|补正(?:中|还没)/],
  ["payment", /等.{0,4}(?:缴|交)费/],
  ["opinion", /等(?:第三方|对方|其他机关|共同制作机关|.{0,4}意见)|征求意见中/],
  ["applicant", /等(?:着)?申请人/],
  ["us", /等我们|该我们/],
];
const ABOUT = /申请|复议|诉讼|案[件子]|哪|谁|的$|\?|吗|几件|多少|到期$/;
const HANDLER =
  /^(?:看看|查一?下?|列出?|现在|目前)?([\u4e00-\u9fa5]{2,4}?)(?:的)?(?:手上|手里|手头|名下|经办|负责|承办)(?:的|还有|有)/;

function dueIn(text: string, { day, year, month }: Now): CasesAsked["due"] | undefined {
  if (!/到期|答复期限/.test(text)) return undefined;
  const week = (after: number) => {
    const monday = addDays(day, 1 - weekdayOf(day) + 7 * after);
    return { from: monday, to: addDays(monday, 6) };
  };
  const on = (one: LocalDate) => ({ from: one, to: one });
  if (/今天/.test(text)) return on(day);
  if (/明天/.test(text)) return on(addDays(day, 1));
  if (/下(?:个)?(?:周|星期|礼拜)/.test(text)) return week(1);
  if (/(?:本|这|这个)(?:周|星期|礼拜)/.test(text)) return week(0);
  if (/(?:本|这个?|当)月/.test(text)) {
    const first = `${day.slice(0, 7)}-01`;
    return { from: first, to: `${day.slice(0, 7)}-${daysInMonth(year, month)}` };
  }
  const within = /(?<![0-9])([0-9]{1,2}|[一二两三五七十])个?(工作日|天|日)(?:之)?内/.exec(text);
  if (within) {
    const said = Number(within[1]) || "〇一二三四五六七八九十".indexOf(within[1] === "两" ? "二" : (within[1] ?? ""));
    return { from: day, to: addDays(day, within[2] === "工作日" ? Math.ceil((said / 5) * 7) : said) };
  }
  return /快|近期|最近|这几天|马上|即将/.test(text) ? { from: day, to: addDays(day, 7) } : undefined;
}

function listAsked({ text, now, tokens }: Reading): CasesAsked | undefined {
  if (text.length > 30 || !ABOUT.test(text) || /撤[销回]|改成|纠正一下|更正|不是.{1,10}是|导出|打印|下载/.test(text))
    return undefined;
  const due = dueIn(text, now);
  const waits = WAITS.find(([, words]) => words.test(text));
  const anybody = /^(?:现在|目前|都|还)?(?:在)?等(?:着)?谁|(?:在)?等谁/.test(text);
  const handler = /(?:我|咱)(?:的)?(?:手上|手里|手头|名下|经办|负责)/.test(text) ? "我" : HANDLER.exec(text)?.[1];
  const state = OVERDUE.test(text) ? "overdue" : OPEN.test(text) ? "open" : CLOSED.test(text) ? "closed" : undefined;
  if (state === "closed" && ANSWERED.test(text) && !/哪|谁|\?|吗|多少|几/.test(text)) return undefined;
  if (due === undefined && !waits && !anybody && handler === undefined && state === undefined) return undefined;
  const counts = figuresOf(tokens).some((token) => token.figure.measure === "count" && !/内/.test(text));
  if (counts || (state !== undefined && !/申请|依申请|复议|诉讼|案|件|哪|谁|^.{0,6}的$|\?/.test(text)))
    return undefined;
  if (handler !== undefined && !/申请|件|案/.test(text)) return undefined;
  const kind = /复议/.test(text) ? ("review" as const) : /诉讼/.test(text) ? ("litigation" as const) : undefined;
  return {
    show: "list",
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(due ? { due } : {}),
    ...(waits ? { waiting: waits[0] } : {}),
    ...(handler === undefined ? {} : { handler }),
  };
}

function asked(reading: Reading): CasesAsked | undefined {
  const { text, heard, now, tokens } = reading;
  if (text.length > 60) return undefined;
  const [working, course] = [WORKING.test(text), COURSE.test(text)];
  const pointed = working || course ? caseWhich(text, heard.text, now.year)?.which : undefined;
  if (working && !/许可|处罚|指标|口径|网站|解读/.test(text))
    return { show: "working", which: pointed ?? { last: true } };
  if (course && pointed && figuresOf(tokens).every(({ figure }) => figure.measure === "none"))
    return { show: "course", which: pointed };
  return listAsked(reading);
}

/** 复议还有几件没审结: the row of the form that counts the same. */
const pendingOf = (cases: CasesAsked): readonly IndicatorKey[] | null =>
  cases.show === "list" && cases.state === "open" && (cases.kind === "review" || cases.kind === "litigation")
    ? [`${cases.kind}.pending`]
    : null;

function read(reading: Reading): Said | undefined {
  const cases = asked(reading);
  if (!cases) return undefined;
  const query = { kind: "cases", period: null, compare: null, channel: null, scope: null } as const;
  return { act: "query", query: { ...query, indicators: pendingOf(cases), cases } };
}

/** Questions about the register of cases: 在办的申请, 本周到期的, 第12号到哪一步了, 这件怎么算的. */
export const caseRegister: Reader = {
  name: "case-register",
  needs: /[怎如咋为逐到进什啥办走几哪还期情申复诉案谁的?吗多]|一天|每天/,
  read,
};
