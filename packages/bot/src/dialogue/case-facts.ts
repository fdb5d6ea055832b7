import {
  type CaseId,
  dueDate,
  type Fact,
  feePerPage,
  type LocalDate,
  type Remark,
  shanghaiDay,
  TERMS,
} from "@gongkai/schema";
import type { CaseDeed } from "../utterance/case-said.ts";
import { caseNow } from "./case-course.ts";
import type { CaseStepChoice, Said } from "./conversation.ts";
import type { Work } from "./work.ts";

type Step = Extract<Fact, { kind: "application-step" }>;
type Answered = Extract<Fact, { kind: "application-answered" }>;

/** What a deed comes to: a fact, a step whose words leave it open, or something the law wants to be said with it. */
export type DeedFact =
  | Readonly<{ kind: "fact"; fact: Step | Answered; remarks: readonly Remark[] }>
  | Readonly<{ kind: "which-step"; steps: readonly CaseStepChoice[] }>
  | Readonly<{ kind: "lacks" } & Remark>;

type Plain = Exclude<CaseDeed["do"], "answered" | "disputed" | "decided">;
export type PlainDeed = Extract<CaseDeed, { do: Plain }>;

/** The day a deed was done: as said, else the day the words were said. */
export const dayOfDeed = (deed: CaseDeed, said: Said): LocalDate => deed.on ?? shanghaiDay(said.at);

const fact = (kept: Step | Answered, ...remarks: readonly (Remark | false)[]): DeedFact => ({
  kind: "fact",
  fact: kept,
  remarks: remarks.filter((remark) => remark !== false),
});

export function factOfDeed(work: Work, id: CaseId, deed: PlainDeed, on: LocalDate): DeedFact {
  const step = { kind: "application-step", case: id, on, days: null } as const;
  switch (deed.do) {
    case "correction-asked": {
      const until = deed.until ?? (deed.within === null ? null : dueDate(on, deed.within, work.view.calendar).day);
      return fact({ ...step, step: "correction-asked", ...(until === null ? {} : { until }) });
    }
    case "correction-received":
    case "consultation-received":
      return fact({ ...step, step: deed.do });
    case "reopened": {
      const because = undoneBy(work, id);
      return fact({ ...step, step: "reopened", ...(because === undefined ? {} : { because }) });
    }
    case "correction-unclear":
      return { kind: "which-step", steps: ["correction-asked", "correction-received"] };
    case "consultation-unclear":
      return { kind: "which-step", steps: ["consultation-sent", "consultation-returned"] };
    case "consultation-sent":
      return fact({ ...step, step: "consultation-sent", ...(deed.with === null ? {} : { with: deed.with }) });
    case "consultation-returned":
      return fact({ ...step, step: deed.do, ...(deed.opinion === null ? {} : { opinion: deed.opinion }) });
    case "extended":
      return extended(step, deed);
    case "fee-noticed":
      return feeNoticed(step, deed);
    case "fee-paid":
      return fact({ ...step, step: "fee-paid", ...(deed.amount === null ? {} : { amount: deed.amount }) });
    case "served":
      return fact({ ...step, step: "served", ...(deed.how === null ? {} : { how: deed.how }) });
    case "withdrawn":
      return fact({ kind: "application-answered", case: id, outcome: "other_misc", on, withdrawn: true });
    default:
      return deed satisfies never;
  }
}

/** The last dispute decided against the answer. */
function undoneBy(work: Work, id: CaseId): CaseId | undefined {
  const undoing = work.view.cases.flatMap(({ id: dispute, opened: { fact: opening } }) => {
    if (!("against" in opening) || opening.against !== id) return [];
    const known = caseNow(work, dispute);
    return known && known.kind !== "application" && known.decided?.result === "corrected" ? [known] : [];
  });
  return undoing.sort((one, other) => ((one.decided?.on ?? "") < (other.decided?.on ?? "") ? 1 : -1))[0]?.case;
}

type Base = Pick<Step, "kind" | "case" | "on"> & Readonly<{ days: null }>;

/** 条例第三十三条第二款: approved by the head of the disclosure office and told to the applicant. */
function extended(step: Base, deed: Extract<PlainDeed, { do: "extended" }>): DeedFact {
  const { article } = TERMS.extension;
  const { days, approved, told } = deed;
  if (!approved)
    return { kind: "lacks", article, says: "延长答复要经政府信息公开工作机构负责人同意，请连同谁批的一起说。" };
  if (!told) return { kind: "lacks", article, says: "延长答复要告知申请人，请告知以后再记，并说明哪天告知的。" };
  if (days === null) return { kind: "lacks", article, says: "请说明延长几个工作日，最长20个工作日。" };
  if (days < 1 || days > TERMS.extension.length)
    return { kind: "lacks", article, says: `延长的期限最长20个工作日，不能延长${days}个。` };
  return fact({ ...step, step: "extended", days, approvedOn: deed.approvedOn ?? step.on });
}

const YUAN = 100; // fen

/** A sum by pages that nobody said is worked out; one that was said is compared with the tiers. */
function feeNoticed(step: Base, deed: Extract<PlainDeed, { do: "fee-noticed" }>): DeedFact {
  const { count } = deed;
  const mode = deed.mode ?? undefined;
  const byPages = mode === "per-page" && count !== null && count > 0 ? feePerPage(count) : null;
  const amount = deed.amount ?? byPages;
  const kept: Step = {
    ...step,
    step: "fee-noticed",
    ...(mode ? { mode } : {}),
    ...(amount === null ? {} : { amount }),
    ...(count !== null && count > 0 ? { count } : {}),
  };
  return fact(
    kept,
    byPages !== null &&
      amount !== byPages && {
        article: "国办函〔2020〕109号第五条",
        says: `按量${count}页应收${byPages / YUAN}元，通知写的是${(amount ?? 0) / YUAN}元，请核对。`,
      },
  );
}
