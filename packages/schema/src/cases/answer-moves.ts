import { TERMS } from "../calendar/terms.ts";
import { type HolidayCalendar, workingDaysBetween } from "../calendar/working-days.ts";
import { type ApplicationAnswered, type ApplicationStep, ROUGH_OUTCOMES } from "./case-fact.ts";
import { type Course, clockOf, payDue } from "./course.ts";
import { accepted, type Move, type Remark, refused } from "./move.ts";

type Rule = (course: Course, fact: ApplicationAnswered, calendar: HolidayCalendar) => Remark | false | undefined | null;

/** What an answer may not be. The first that objects is told. */
const OBJECTIONS: readonly Rule[] = [
  function answeredAlready({ answer }) {
    return (
      answer && {
        article: TERMS.answer.article,
        says: `这件申请 ${answer.on} 已经办结，一件申请只计一种结果；要改请更正那一条记录。`,
      }
    );
  },
  function answeredBeforeReceipt({ opened, reopenedOn }, { on }) {
    const start = reopenedOn ?? opened.receivedOn;
    return on < start && { article: TERMS.answer.article, says: `申请 ${start} 才收到，答复日期不能更早。` };
  },
  function splitIsPartial(_, { withheld, outcome }) {
    return (
      withheld !== undefined &&
      outcome !== "partial" && {
        article: "条例第三十七条",
        says: "区分处理的只计“部分公开”这一种结果，不计其他情形。",
      }
    );
  },
  function withdrawalIsOther(_, { withdrawn, outcome }) {
    return (
      withdrawn === true &&
      outcome !== "other_misc" && {
        article: "国办公开办函〔2021〕30号 表三",
        says: "申请人撤回申请的，计入（六）其他处理“3.其他”。",
      }
    );
  },
  function uncorrectedAfterItsPeriod({ correction }, { outcome, on }) {
    if (outcome !== "other_nocorrect") return;
    const { article } = TERMS.correctionPeriod;
    if (!correction) return { article, says: "没有要求过补正，不能按逾期不补正结案。" };
    if (correction.receivedOn)
      return { article, says: `${correction.receivedOn} 已经收到补正，不能按逾期不补正结案。` };
    return (
      correction.until !== null &&
      on <= correction.until && { article, says: `补正期限到 ${correction.until}，还没有逾期。` }
    );
  },
  function unclearAfterCorrection({ correction }, { outcome }) {
    return (
      outcome === "unable_unclear" &&
      !correction?.receivedOn && {
        article: TERMS.correctionPeriod.article,
        says: "“补正后申请内容仍不明确”要先有补正；申请人没有补正的，按逾期不补正结案。",
      }
    );
  },
  function unpaidAfterItsPeriod({ fee }, { outcome, on }, calendar) {
    if (outcome !== "other_nofee") return;
    const { article } = TERMS.feePayment;
    if (!fee) return { article, says: "没有发过收费通知，不能按逾期未缴费结案。" };
    if (fee.paidOn) return { article, says: `费用 ${fee.paidOn} 已经缴清，不能按逾期未缴费结案。` };
    const last = payDue(fee, calendar).day;
    return on <= last && { article, says: `缴费期限到 ${last}，还没有逾期。` };
  },
];

/** What a lawful answer should still be told. */
const NOTES: readonly Rule[] = [
  function late(course, { on, withdrawn }, calendar) {
    const due = clockOf(course, calendar)?.due;
    if (withdrawn || due === undefined || on <= due) return;
    const days = workingDaysBetween(due, on, calendar);
    return { article: TERMS.answer.article, says: `答复期限是 ${due}，超期${days}个工作日。` };
  },
  function roughly(_, { outcome }) {
    return (
      ROUGH_OUTCOMES.some((rough) => rough === outcome) && {
        article: "国办公开办函〔2021〕30号 表三",
        says: "请补充属于哪一种具体情形，补充前年报不能定稿。",
      }
    );
  },
  function opinionStillOut({ letters }, { outcome }) {
    return (
      (outcome === "open" || outcome === "partial") &&
      letters.some(({ returned, with: whom }) => returned === null && whom === "third-party") && {
        article: TERMS.thirdParty.article,
        says: "第三方的意见还没有回来，请确认是否可以公开。",
      }
    );
  },
  function reasonsAskedFor(_, { outcome }) {
    return (
      outcome === "refuse_massive" && {
        article: TERMS.massive.article,
        says: "不予处理前应当要求申请人说明理由，请确认已经要求过。",
      }
    );
  },
];

export function answer(course: Course, fact: ApplicationAnswered, calendar: HolidayCalendar): Move {
  for (const objects of OBJECTIONS) {
    const remark = objects(course, fact, calendar);
    if (remark) return refused(remark.article, remark.says);
  }
  const notes = NOTES.map((note) => note(course, fact, calendar) || false);
  return accepted({ ...course, answer: fact }, ...notes);
}

const SERVICE = "国办公开办函〔2016〕235号";

/** The day of service, not of the paper, decides whether the answer was in time. */
export function serve(
  course: Course,
  { on, how }: Extract<ApplicationStep, { step: "served" }>,
  calendar: HolidayCalendar,
): Move {
  if (!course.answer) return refused(SERVICE, "这件申请还没有答复，请先记答复结果。");
  if (course.served) return refused(SERVICE, `答复 ${course.served.on} 已经送达。`);
  if (on < course.answer.on) return refused(SERVICE, `答复 ${course.answer.on} 才作出，送达日期不能更早。`);
  const due = clockOf(course, calendar)?.due;
  return accepted(
    { ...course, served: { on, how: how ?? null } },
    due !== undefined && on > due && { article: SERVICE, says: `以送达日期计算，超过答复期限 ${due}。` },
  );
}
