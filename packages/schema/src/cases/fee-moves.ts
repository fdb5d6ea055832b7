import { TERMS } from "../calendar/terms.ts";
import type { HolidayCalendar } from "../calendar/working-days.ts";
import type { ApplicationStep } from "./case-fact.ts";
import { type Course, clockOf, payDue } from "./course.ts";
import { accepted, type Move, refused } from "./move.ts";

type Step<Name extends ApplicationStep["step"]> = Extract<ApplicationStep, { step: Name }>;
const { article } = TERMS.feeNotice;
const yuan = (fen: number) => String(fen / 100);

/** One notice in one mode, sent inside the answer's term, naming the amount. */
export function noticeFee(course: Course, fact: Step<"fee-noticed">, calendar: HolidayCalendar): Move {
  if (course.fee) return refused(article, `${course.fee.noticedOn} 已经发过收费通知，一件申请只能按一种方式收一次费。`);
  const { mode, amount, reachedOn } = fact;
  if (!mode || amount === undefined) return refused(article, "收费通知要写明按件还是按量、收多少元。");
  if (amount === 0) return refused(article, "收费金额是0元，不需要发收费通知。");
  if (reachedOn && reachedOn < fact.on) return refused(article, "申请人收到通知的日期早于发出日期，请核对。");
  const due = clockOf(course, calendar)?.due;
  if (!due) return refused(article, "正在等申请人补正，收到补正后再发收费通知。");
  if (fact.on > due) return refused(article, `收费通知要在答复期限内发出，期限 ${due} 已过。`);
  return accepted({
    ...course,
    fee: { mode, amount, noticedOn: fact.on, reachedOn: reachedOn ?? null, paid: 0, paidOn: null },
  });
}

/** The answer's term starts anew on the day the whole amount is paid. */
export function payFee(course: Course, fact: Step<"fee-paid">, calendar: HolidayCalendar): Move {
  const { fee } = course;
  if (!fee) return refused(article, "还没有发过收费通知，请先记收费通知。");
  const left = fee.amount - fee.paid;
  if (fee.paidOn) return refused(article, `费用 ${fee.paidOn} 已经缴清。`);
  const amount = fact.amount ?? left;
  if (amount > left) return refused(article, `还应缴${yuan(left)}元，缴费${yuan(amount)}元多了，请核对。`);
  if (amount === 0) return refused(article, "缴费金额不能是0元。");
  const paid = fee.paid + amount;
  const last = payDue(fee, calendar).day;
  return accepted(
    { ...course, fee: { ...fee, paid, paidOn: paid === fee.amount ? fact.on : null } },
    fact.on > last && { article, says: `缴费期限 ${last} 已过，申请人逾期缴费。` },
    paid < fee.amount && { article, says: `还差${yuan(fee.amount - paid)}元，缴清后重新起算答复期限。` },
  );
}
