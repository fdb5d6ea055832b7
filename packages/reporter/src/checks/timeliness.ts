import { type ApplicationCase, dueDate, type HolidayCalendar, type LocalDate, TERMS } from "@gongkai/schema";
import { type Check, explain, mustFix, notRun } from "./check.ts";
import type { LedgerSide } from "./checked-report.ts";

/** 31 January for a department, 31 March for the whole government. No rule moves either for a weekend. */
const lastDay = (year: number, kind: "department" | "government" | null): LocalDate =>
  kind === "government" ? `${year + 1}-03-31` : `${year + 1}-01-31`;

export const publishedInTime: Check = {
  id: "D1",
  basis: "条例第四十九条",
  run: ({ year, kind, publishedOn, ledger }) => {
    const due = lastDay(year, kind);
    if (publishedOn !== null) return publishedOn <= due ? [] : [mustFix(`${publishedOn} 才公布，法定期限是 ${due}。`)];
    const today = ledger?.today ?? null;
    if (today === null) return [notRun("不知道哪天公布，期限没有核对。")];
    return today <= due ? [] : [explain(`${due} 的法定公布期限已经过了，请尽快公布并说明。`)];
  },
};

/** Only an office that closes months at all can have left one open. */
export const monthsClosed: Check = {
  id: "D2",
  basis: "办公室约定：月度数据在截止日前锁定",
  run: ({ ledger, year }) => {
    if (!ledger) return [notRun("没有台账，月度锁定没有核对。")];
    const closed = ledger.figures.closedMonths;
    if (closed.length === 0) return [];
    const open = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`).filter(
      (month) => !closed.includes(month) && (ledger.today === null || month < ledger.today.slice(0, 7)),
    );
    return open.length === 0
      ? []
      : [explain(`${open.map((month) => `${Number(month.slice(5))}月`).join("、")}还没有锁定，数字还可能变。`)];
  },
};

const concerns = ({ receivedOn, outcome }: ApplicationCase, year: number) =>
  receivedOn.startsWith(`${year}-`) || (outcome?.on.startsWith(`${year}-`) ?? false);
const recordsOf = ({ figures }: LedgerSide, id: string) =>
  figures.caseFacts.filter(({ fact }) => fact.case === id).map(({ record }) => record);

/** 补正 notices sent after 7 working days, and extensions nobody is known to have approved. */
function lateOrUnapproved({ case: id, receivedOn, facts }: ApplicationCase, calendar: HolidayCalendar): string[] {
  const last = dueDate(receivedOn, TERMS.correctionNotice.length, calendar).day;
  return facts.flatMap((fact) => {
    if (fact.kind !== "application-step") return [];
    if (fact.step === "correction-asked" && fact.on > last)
      return [`申请 ${id} 于 ${fact.on} 才告知补正，应当在 ${last} 前告知，请说明。`];
    if (fact.step === "extended" && !fact.approvedOn)
      return [`申请 ${id} 于 ${fact.on} 延期，没有记录政府信息公开工作机构负责人哪天同意，请补记。`];
    return [];
  });
}

/** Answered late, extended without approval, corrected too late or twice: steps the law does not allow. */
export const stepsLawful: Check = {
  id: "D9",
  basis: "条例第三十条、第三十三条",
  run: ({ ledger, year }) => {
    if (!ledger) return [notRun("没有申请台账，办理期限没有核对。")];
    return ledger.cases.flatMap((application) => {
      if (application.kind !== "application" || !concerns(application, year)) return [];
      const records = recordsOf(ledger, application.case);
      const late = application.late
        ? [
            explain(
              `申请 ${application.case} 于 ${application.answeredOn} 答复，期限是 ${application.due}，超期了，请说明。`,
              { records },
            ),
          ]
        : [];
      const irregular = application.irregular.map(({ says, article }) =>
        explain(`申请 ${application.case}：${says}（${article}）`, { records }),
      );
      const unwarranted = lateOrUnapproved(application, ledger.calendar).map((says) => explain(says, { records }));
      return [...late, ...irregular, ...unwarranted];
    });
  },
};
