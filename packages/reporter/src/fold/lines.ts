import type { ChainedRecord, Fact, Month, RecordId } from "@gongkai/schema";
import { Adjustments } from "./adjustments.ts";
import { Column } from "./column.ts";
import { IdList } from "./id-list.ts";
import { PeriodTable } from "./period-table.ts";
import { NIL_VARIANT, NO_SUBJECT, SubjectTable, variantOfChannel } from "./subject-table.ts";

/** A fact that is no plain count: a case, a published figure, a text. */
export type OtherFact = Exclude<Fact, { kind: "figure-reported" | "nil-attested" | "cell-counted" }>;

/** A line as it stands. */
type Reading = Readonly<{
  subject: number;
  period: number;
  quantity: number;
  other: OtherFact | undefined;
  section: string;
}>;

/**
 * The facts that stand, one line per record as first written, in ledger order: three columns of small numbers beside
 * the record's id. Withdrawals, restorations and corrections arrive later and are played over the lines by `settling`.
 */
export class Lines {
  readonly ids = new IdList();
  readonly subject = new Column();
  readonly period = new Column();
  readonly quantity = new Column();
  readonly subjects = new SubjectTable();
  readonly periods = new PeriodTable();
  /** Months closed and not reopened since. */
  readonly closedMonths = new Set<Month>();
  readonly #others = new Map<number, Readonly<{ fact: OtherFact; section: string }>>();
  readonly #adjustments = new Adjustments<Reading>({
    ids: this.ids,
    reading: (line) => this.#reading(line),
    rewrite: (line, fact) => this.#write(line, fact, this.#reading(line).section),
    blank: (line) => this.#blank(line),
    restore: (line, reading) => this.#restore(line, reading),
  });
  #lastSeq = 0;
  #version = 0;

  constructor() {
    this.periods.placeOf("2008"); // place 0, for lines without a period
  }

  get length(): number {
    return this.ids.length;
  }

  /** Another number after every record added: figures taken before it are of the past. */
  get version(): number {
    return this.#version;
  }

  add({ seq, record }: Pick<ChainedRecord, "seq" | "record">): void {
    if (seq <= this.#lastSeq) throw new Error(`record ${seq} came after ${this.#lastSeq}; add records in ledger order`);
    this.#lastSeq = seq;
    this.#version += 1;
    const { states } = record;
    switch (states.kind) {
      case "withdrawn":
      case "restored":
      case "corrected":
        this.#adjustments.add(states);
        return;
      case "month-closed":
        this.closedMonths.add(states.month);
        return;
      case "month-reopened":
        this.closedMonths.delete(states.month);
        return;
      default:
        this.ids.push(record.id);
        this.subject.push(NO_SUBJECT);
        this.period.push(0);
        this.quantity.push(0);
        this.#write(this.length - 1, states, record.section);
    }
  }

  /** Facts that are no plain counts, in ledger order. */
  facts(): [line: number, fact: OtherFact][] {
    return [...this.#others].sort(([left], [right]) => left - right).map(([line, { fact }]) => [line, fact]);
  }

  /** Plays what changes earlier lines over them, yielding now and then so that the caller may let others run. */
  settling(): Generator<void> {
    return this.#adjustments.settling();
  }

  /** Brings every line to its standing form; cheap when nothing is pending. */
  settle(): void {
    for (const _ of this.settling());
  }

  idAt(line: number): RecordId {
    const id = this.ids.at(line);
    if (id === undefined) throw new Error(`no line ${line}; lines come from the columns`);
    return id;
  }

  /** Section of the record a line came from; empty where it is withdrawn or without one. */
  sectionAt(line: number): string {
    return this.#reading(line).section;
  }

  #write(line: number, fact: Fact, section: string): void {
    switch (fact.kind) {
      case "figure-reported":
        this.#count(line, section, fact.indicator, variantOfChannel(fact.channel), fact.period, fact.quantity);
        return;
      case "nil-attested":
        this.#count(line, section, fact.indicator, NIL_VARIANT, fact.period, 0);
        return;
      case "cell-counted":
        this.#count(line, section, fact.cell, 0, fact.period, fact.quantity);
        return;
      default:
        this.#blank(line);
        this.#others.set(line, { fact, section });
    }
  }

  #count(line: number, section: string, name: string, variant: number, period: string, quantity: number): void {
    if (this.#others.size > 0) this.#others.delete(line);
    this.subject.set(line, this.subjects.placeOf(section, name, variant));
    this.period.set(line, this.periods.placeOf(period));
    this.quantity.set(line, quantity);
  }

  /** The line counts nothing: its record is withdrawn. */
  #blank(line: number): void {
    this.#others.delete(line);
    this.subject.set(line, NO_SUBJECT);
    this.period.set(line, 0);
    this.quantity.set(line, 0);
  }

  #reading(line: number): Reading {
    const subject = this.subject.at(line);
    const other = this.#others.get(line);
    const section = other?.section ?? (subject === NO_SUBJECT ? "" : this.subjects.at(subject).section);
    return { subject, period: this.period.at(line), quantity: this.quantity.at(line), other: other?.fact, section };
  }

  #restore(line: number, { subject, period, quantity, other, section }: Reading): void {
    this.#blank(line);
    this.subject.set(line, subject);
    this.period.set(line, period);
    this.quantity.set(line, quantity);
    if (other) this.#others.set(line, { fact: other, section });
  }
}
