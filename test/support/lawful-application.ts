import {
  type ApplicantKind,
  type ApplicationCase,
  type ApplicationFact,
  addDays,
  type CaseId,
  type LocalDate,
  nextStep,
  type ResultRow,
} from "@gongkai/schema";

/** An application of one kind taken through the steps its outcome needs, each weighed by the law before the next. */
export function lawfulApplication(
  id: CaseId,
  { applicant, receivedOn }: Readonly<{ applicant: ApplicantKind; receivedOn: LocalDate }>,
  outcome: ResultRow | null,
  on: LocalDate,
): readonly ApplicationFact[] {
  const step = { kind: "application-step", case: id, days: null } as const;
  const soon = addDays(receivedOn, 3);
  const before: ApplicationFact[] = [];
  if (outcome === "other_nocorrect" || outcome === "unable_unclear")
    before.push({ ...step, step: "correction-asked", on: soon, until: addDays(soon, 10) });
  if (outcome === "unable_unclear") before.push({ ...step, step: "correction-received", on: addDays(soon, 5) });
  if (outcome === "other_nofee")
    before.push({
      ...step,
      step: "fee-noticed",
      on: soon,
      mode: "per-page",
      count: 57,
      amount: 27_000,
      reachedOn: soon,
    });
  const facts: ApplicationFact[] = [
    { kind: "application-opened", case: id, applicant, via: "online", receivedOn },
    ...before,
    ...(outcome ? [{ kind: "application-answered", case: id, outcome, on } as const] : []),
  ];
  let current: ApplicationCase | undefined;
  for (const fact of facts) {
    const next = nextStep(current, fact);
    if (next.kind === "refused") throw new Error(`${fact.kind} of ${id}: ${next.says}`);
    current = next.case;
  }
  return facts;
}
