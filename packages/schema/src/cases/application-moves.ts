import type { HolidayCalendar } from "../calendar/working-days.ts";
import { answer, serve } from "./answer-moves.ts";
import type { ApplicationAnswered, ApplicationStep } from "./case-fact.ts";
import { letterArrived, letterReturned, sendLetter } from "./consultation-moves.ts";
import { askCorrection, receiveCorrection, reopen } from "./correction-moves.ts";
import type { Course } from "./course.ts";
import { extend } from "./extension-move.ts";
import { noticeFee, payFee } from "./fee-moves.ts";
import { type Move, refused } from "./move.ts";

/** One fact upon the course of its application. Only service and reopening follow an answer. */
export function move(course: Course, fact: ApplicationStep | ApplicationAnswered, calendar: HolidayCalendar): Move {
  if (fact.kind === "application-answered") return answer(course, fact, calendar);
  const start = course.reopenedOn ?? course.opened.receivedOn;
  if (fact.on < start) return refused("条例第三十一条", `申请 ${start} 才收到，这一步的日期不能更早。`);
  if (fact.step === "served") return serve(course, fact, calendar);
  if (fact.step === "reopened") return reopen(course, fact);
  if (course.answer)
    return refused("条例第三十三条", `这件申请 ${course.answer.on} 已经办结，要继续办理请先记重新办理。`);
  switch (fact.step) {
    case "correction-asked":
      return askCorrection(course, fact, calendar);
    case "correction-received":
      return receiveCorrection(course, fact);
    case "consultation-sent":
      return sendLetter(course, fact, calendar);
    case "consultation-received":
      return letterArrived(course, fact);
    case "consultation-returned":
      return letterReturned(course, fact, calendar);
    case "extended":
      return extend(course, fact, calendar);
    case "fee-noticed":
      return noticeFee(course, fact, calendar);
    case "fee-paid":
      return payFee(course, fact, calendar);
    default:
      return fact satisfies never; // a new step breaks the build here
  }
}
