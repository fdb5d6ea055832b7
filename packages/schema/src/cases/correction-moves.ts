import { TERMS } from "../calendar/terms.ts";
import { dueDate, type HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationStep } from "./case-fact.ts";
import { type Course, freshCourse } from "./course.ts";
import { accepted, type Move, refused } from "./move.ts";

type Step<Name extends ApplicationStep["step"]> = Extract<ApplicationStep, { step: Name }>;
const { article } = TERMS.correctionNotice;

/** 条例第三十条: once, with the items and a reasonable period, within 7 working days. */
export function askCorrection(course: Course, fact: Step<"correction-asked">, calendar: HolidayCalendar): Move {
  if (course.correction)
    return refused(article, `补正只能一次性告知，${course.correction.askedOn} 已经告知过，不能再次要求补正。`);
  if (fact.until && fact.until < fact.on) return refused(article, "补正的期限早于告知的日期，请核对补正期限。");
  const last = dueDate(course.reopenedOn ?? course.opened.receivedOn, TERMS.correctionNotice.length, calendar).day;
  return accepted(
    { ...course, correction: { askedOn: fact.on, until: fact.until ?? null, receivedOn: null } },
    fact.on > last && { article, says: `补正告知应在收到申请之日起7个工作日内（${last} 前）发出，已经超过。` },
    !fact.until && { article, says: "补正告知书要写明合理的补正期限，请补记期限到哪天。" },
  );
}

export function receiveCorrection(course: Course, fact: Step<"correction-received">): Move {
  const { correction } = course;
  if (!correction) return refused(article, "还没有要求过补正，请先记补正告知。");
  if (correction.receivedOn) return refused(article, `补正材料 ${correction.receivedOn} 已经收到，不重复起算期限。`);
  return accepted(
    { ...course, correction: { ...correction, receivedOn: fact.on } },
    correction.until !== null &&
      fact.on > correction.until && {
        article,
        says: `补正晚于告知的期限 ${correction.until}，有正当理由才能继续办理。`,
      },
  );
}

/** The former answer is gone with all that led to it; the whole term runs anew. */
export function reopen(course: Course, fact: Step<"reopened">): Move {
  if (!course.answer) return refused(TERMS.answer.article, "这件申请还没有答复，不需要重新办理。");
  return accepted(freshCourse(course.opened, fact.on));
}
