import { TERMS } from "../calendar/terms.ts";
import type { HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationStep } from "./case-fact.ts";
import { type Course, clockOf } from "./course.ts";
import { accepted, type Move, refused } from "./move.ts";

const { article, length: LONGEST } = TERMS.extension;

/** 条例第三十三条第二款: approved by the head of the disclosure office, told to the applicant, 20 working days at most. */
export function extend(
  course: Course,
  { on, days, approvedOn }: Extract<ApplicationStep, { step: "extended" }>,
  calendar: HolidayCalendar,
): Move {
  if (days === null) return refused(article, "请说明延长几个工作日。");
  if (!approvedOn) return refused(article, "延长答复要经政府信息公开工作机构负责人同意，请说明哪天同意的。");
  if (approvedOn > on) return refused(article, `负责人 ${approvedOn} 才同意，不能在此之前告知申请人延长。`);
  const due = clockOf(course, calendar)?.due;
  if (!due) return refused(article, "正在等申请人补正或者缴费，答复期限没有在走，不需要延长。");
  if (on > due) return refused(article, `答复期限 ${due} 已过，过期后不能再延长。`);
  const extension = course.extension + days;
  if (extension > LONGEST)
    return refused(
      article,
      `延长的期限合计最长20个工作日，已经延长${course.extension}个，还能延长${LONGEST - course.extension}个。`,
    );
  return accepted({ ...course, extension });
}
