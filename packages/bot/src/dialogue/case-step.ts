import type { CaseId, Fact, LocalDate } from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import { caseLabel, casesNamed, openOf } from "./case-names.ts";
import type { CaseStepChoice, Said } from "./conversation.ts";
import { isOpen } from "./mend.ts";
import { caseQuestion, stepQuestion } from "./questions.ts";
import type { KnownCase } from "./turn.ts";
import type { Work } from "./work.ts";

/** What a sentence says happened to an application; several steps where its words leave it open. */
export type SpokenStep =
  | Readonly<{ steps: readonly CaseStepChoice[] }>
  | Readonly<{ extended: number | null }>
  | Readonly<{ withdrawn: true }>;

const WE_ASKED =
  /(我们|我局|我方|本局|我办|本机关|我单位|发了|发出|发的|下了|下达|寄出|送达|要求|让他|让她|通知他|通知她)/u;
const THEY_GAVE = /(交来|交了|交的|提交|寄来|送来|补来|补齐|收到|材料|他补|她补|申请人补|对方补|补交)/u;
const EXTENSION_DAYS = /延(?:期|长)(?:了|答复)?(\d{1,2})个?(?:工作日|天)/u;

/** 补正, 延期, 征求意见, 撤回申请: steps of a case, which no count may be made of. */
export function spokenStep(text: string): SpokenStep | undefined {
  if (/补正/u.test(text)) {
    const [asked, gave] = [WE_ASKED.test(text), THEY_GAVE.test(text)];
    if (asked && !/收到|交来|寄来/u.test(text)) return { steps: ["correction-asked"] };
    if (gave && !asked) return { steps: ["correction-received"] };
    return { steps: ["correction-asked", "correction-received"] };
  }
  if (/征求(?:第三方)?意见|征求了?第三方|发函征求/u.test(text)) {
    if (/收到|回复|反馈|回来/u.test(text)) return { steps: ["consultation-returned"] };
    if (/发|送|寄|去了/u.test(text)) return { steps: ["consultation-sent"] };
    return { steps: ["consultation-sent", "consultation-returned"] };
  }
  if (/(?:批准|同意|决定|办理?了?|已)?.{0,4}延(?:期|长)(?:答复|办理)?/u.test(text) && !/不延期|没延期/u.test(text)) {
    const days = EXTENSION_DAYS.exec(text)?.[1];
    return { extended: days === undefined ? null : Number(days) };
  }
  return /(?:撤回|撤销)了?(?:这件|那件|他的|她的)?(?:政府信息公开)?申请|申请(?:人)?(?:已|自己)?撤回/u.test(text)
    ? { withdrawn: true }
    : undefined;
}

/** The person a case sentence names: 张三那件…, 小张的申请…. */
export function spokenApplicant(text: string): string | undefined {
  return (
    /(?:^|[，,。\s给对把向])((?![给对把向])[\p{Script=Han}·]{2,6}?)的?(?:那|这)(?:一)?(?:件|个)/u.exec(text)?.[1] ??
    /^([\p{Script=Han}·]{2,4}?)的?(?:申请|依申请)/u.exec(text)?.[1]
  );
}

/** Deals with a sentence about a step of an open application. False when it is about none. */
export function caseStep(work: Work, text: string, said: Said): boolean {
  const spoken = spokenStep(text);
  const open = openOf(work.view, "application");
  if (!spoken || open.length === 0) return false;
  const who = spokenApplicant(text);
  const named = who === undefined ? open : casesNamed(open, who);
  const [only] = named;
  if (!only) return false;
  if (named.length > 1) {
    const labels = named.map((known) => caseLabel(work.view, known));
    const question = caseQuestion(labels, { words: text, who: who ?? null, named: named.length });
    work.wait(
      { at: "which-case-for-step", among: named.map(({ id }) => id), on: work.view.today, words: text },
      question,
      said,
      "target",
    );
    return true;
  }
  stepOf(work, only, spoken, said);
  return true;
}

export function stepOf(work: Work, known: KnownCase, spoken: SpokenStep, said: Said): void {
  const on = work.view.today;
  if ("withdrawn" in spoken) {
    keepCaseFact(
      work,
      { kind: "application-answered", case: known.id, outcome: "other_misc", on, withdrawn: true },
      said,
    );
  } else if ("extended" in spoken) {
    keepCaseFact(
      work,
      { kind: "application-step", case: known.id, step: "extended", on, days: spoken.extended ?? 20 },
      said,
    );
  } else if (spoken.steps.length === 1 && spoken.steps[0]) {
    keepStep(work, known.id, spoken.steps[0], on, said);
  } else {
    const question = stepQuestion(spoken.steps, known.id);
    work.wait({ at: "which-step", case: known.id, on, steps: spoken.steps }, question, said, "intent");
  }
}

export function keepStep(work: Work, id: CaseId, step: CaseStepChoice, on: LocalDate, said: Said): void {
  keepCaseFact(work, { kind: "application-step", case: id, step, on, days: null }, said);
}

function keepCaseFact(work: Work, fact: Fact, said: Said): void {
  if (!isOpen(work, [fact])) return;
  work.keep(fact, ITEM_OF_STEP(said.text, work.view.today), { section: work.view.member.section, said });
}

/** A step counts nothing; the echo needs only its day and words. */
const ITEM_OF_STEP = (text: string, today: LocalDate): Item => ({
  indicator: { value: "application.received", certainty: "implied", text: "" },
  quantity: { value: 1, certainty: "implied", text: "" },
  period: { value: today, certainty: "implied", text: "" },
  channel: null,
  nil: false,
  applicant: null,
  via: null,
  outcome: null,
  who: null,
  subject: null,
  actor: null,
  section: null,
  text,
});
