import {
  type ApplicationCase,
  type ApplicationFact,
  addDays,
  applicationOf,
  CASE_STEPS,
  type CaseFact,
  type CaseId,
  caseIdOf,
  caseOf,
  type DisputeFact,
  disputeOf,
  type LocalDate,
  nextInDispute,
  nextStep,
  type RecordId,
  type Remark,
  yearOf,
} from "@gongkai/schema";
import { TestLedger } from "./a-ledger.ts";
import { answerOf, disputeOpened, otherwise, stepOf, type Wish } from "./case-wishes.ts";

type Kept = { record: RecordId; fact: CaseFact; withdrawn: boolean };
const isDispute = (fact: CaseFact): fact is DisputeFact => !fact.kind.startsWith("application");
const isApplication = (fact: CaseFact): fact is ApplicationFact => !isDispute(fact);
const irregularIn = (facts: readonly CaseFact[]) => caseOf(facts)?.irregular.length ?? facts.length;

/** An office that keeps its applications and disputes as cases and writes only what the law lets it write. */
export class CaseDesk {
  readonly ledger = new TestLedger();
  /** What was written, and of what kind. */
  readonly written: string[] = [];
  /** What was refused, with the reason told. */
  readonly refused: Readonly<{ what: string } & Remark>[] = [];
  today: LocalDate;
  readonly #cases = new Map<CaseId, Kept[]>();
  /** Applications as they stand; one is built anew after its records changed. */
  readonly #applications = new Map<CaseId, ApplicationCase | undefined>();
  readonly #careless: boolean;

  /** `careless`: corrections, withdrawals and restorations are written whatever the law says of what is left. */
  constructor(firstDay: LocalDate, { careless = false } = {}) {
    this.today = firstDay;
    this.#careless = careless;
  }

  try(one: Wish): void {
    this.today = addDays(this.today, one.after);
    const on = addDays(this.today, -one.late);
    if (one.what === "open") this.#open(one, on);
    else if (one.what === "sue") this.#sue(one, on);
    else if (one.what === "decide") this.#decide(one, on);
    else if (one.what === "correct") this.#correct(one);
    else if (one.what === "withdraw" || one.what === "restore") this.#takeBack(one);
    else this.#goOn(one, on);
  }

  #standing(id: CaseId): CaseFact[] {
    return (this.#cases.get(id) ?? []).flatMap((line) => (line.withdrawn ? [] : [line.fact]));
  }

  #applicationAt(id: CaseId): ApplicationCase | undefined {
    if (!this.#applications.has(id))
      this.#applications.set(id, applicationOf(this.#standing(id).filter(isApplication)));
    return this.#applications.get(id);
  }

  #id(kind: "application" | "review" | "litigation", on: LocalDate): CaseId {
    return caseIdOf(kind, yearOf(on), this.#cases.size + 1);
  }

  #tell(states: Parameters<TestLedger["tell"]>[0]): RecordId {
    return this.ledger.tell(states, { writtenAt: `${this.today}T10:00:00+08:00` });
  }

  #keep(what: string, fact: CaseFact): void {
    const facts = this.#standing(fact.case);
    const next = isDispute(fact)
      ? nextInDispute(disputeOf(facts.filter((one) => !isApplication(one))), fact)
      : nextStep(this.#applicationAt(fact.case), fact);
    if (next.kind === "refused") {
      this.refused.push({ what, article: next.article, says: next.says });
      return;
    }
    this.written.push(fact.kind === "application-answered" ? fact.outcome : what);
    const kept = this.#cases.get(fact.case) ?? [];
    kept.push({ record: this.#tell(fact), fact, withdrawn: false });
    this.#cases.set(fact.case, kept);
    this.#applications.delete(fact.case);
  }

  #open({ what, applicant }: Wish, receivedOn: LocalDate): void {
    const id = this.#id("application", receivedOn);
    this.#keep(what, { kind: "application-opened", case: id, applicant, via: "online", receivedOn });
  }

  #sue(one: Wish, receivedOn: LocalDate): void {
    const id = this.#id(one.route === "review" ? "review" : "litigation", receivedOn);
    this.#keep(one.what, disputeOpened(one, id, this.#application(one, false)?.case ?? null, receivedOn));
  }

  #decide({ what, which, result }: Wish, on: LocalDate): void {
    const disputes = [...this.#cases.keys()].filter((id) => !id.startsWith("A"));
    const id = disputes[which % disputes.length];
    if (id) this.#keep(what, { kind: "dispute-decided", case: id, result, on });
  }

  /** An open application where one is wanted and there is any; sometimes whichever. */
  #application({ which }: Wish, wanted: boolean): ApplicationCase | undefined {
    const all = [...this.#cases.keys()].flatMap((id) => this.#applicationAt(id) ?? []);
    const fit = which % 4 === 0 ? all : all.filter(({ state }) => (state === "open") === wanted);
    return fit[which % fit.length] ?? all[which % all.length];
  }

  #goOn(one: Wish, on: LocalDate): void {
    const application = this.#application(one, one.what !== "served" && one.what !== "reopened");
    if (!application) return;
    const step = CASE_STEPS.find((known) => known === one.what);
    this.#keep(one.what, step ? stepOf(step, one, application.case, on) : answerOf(one, application, on));
  }

  #line({ which }: Wish, withdrawn: boolean): Kept | undefined {
    const lines = [...this.#cases.values()].flat().filter((line) => line.withdrawn === withdrawn);
    return lines[which % lines.length];
  }

  /** Whether the case of a line may hold these facts: none is unlawful that was lawful before. */
  #allows(what: string, line: Kept, facts: readonly CaseFact[]): boolean {
    const lawful = facts.length === 0 || irregularIn(facts) <= irregularIn(this.#standing(line.fact.case));
    if (!lawful) this.written.push(`${this.#careless ? "careless" : "refused"} ${what}`);
    return lawful || this.#careless;
  }

  #correct(one: Wish): void {
    const line = this.#line(one, false);
    if (!line) return;
    const becomes = otherwise(line.fact, one);
    const kept = this.#cases.get(line.fact.case) ?? [];
    const facts = kept.flatMap((each) => (each === line ? [becomes] : each.withdrawn ? [] : [each.fact]));
    if (("receivedOn" in becomes ? becomes.receivedOn : becomes.on) > this.today) return;
    if (!this.#allows(one.what, line, facts)) return;
    line.fact = becomes;
    this.#applications.delete(becomes.case);
    this.written.push(one.what);
    this.#tell({ kind: "corrected", target: line.record, becomes });
  }

  #takeBack(one: Wish): void {
    const restores = one.what === "restore";
    const line = this.#line(one, restores);
    if (!line) return;
    const kept = this.#cases.get(line.fact.case) ?? [];
    const facts = kept.flatMap((each) => ((each === line ? restores : !each.withdrawn) ? [each.fact] : []));
    if (!this.#allows(one.what, line, facts)) return;
    line.withdrawn = !restores;
    this.#applications.delete(line.fact.case);
    this.written.push(one.what);
    this.#tell({ kind: restores ? "restored" : "withdrawn", target: line.record });
  }
}

/** A desk after all its wishes. */
export function deskAfter(wishes: readonly Wish[], firstDay: LocalDate, how?: { careless: boolean }): CaseDesk {
  const desk = new CaseDesk(firstDay, how);
  for (const one of wishes) desk.try(one);
  return desk;
}
