import {
  compileFold,
  compileMonth,
  type DocumentTree,
  documentOf,
  type Figures,
  Fold,
  inOfficeLook,
  isDraft,
  ledgerRegister,
  type MonthReport,
  type OfficeTemplates,
  type Register,
  type Report,
} from "@gongkai/reporter";
import { type ChainedRecord, type LocalDate, type Month, type Span, StandingFacts } from "@gongkai/schema";
import { calendarOf, type Organ } from "../config/organ.ts";
import type { LedgerReader } from "../store/ledger-port.ts";
import { LedgerBook } from "./ledger-book.ts";

const DEFAULT_LOOK: OfficeTemplates = { narrative: {} };

/** One organ's ledger as pages and files see it: folded once for as long as nothing new is written. */
export class OrganDesk {
  readonly organ: Organ;
  readonly #book: LedgerBook;
  readonly #templates: OfficeTemplates;
  #length = 0;
  #folding: Promise<FoldedLedger>;

  /** `templates`: the office's own look; the default one when left out. */
  constructor(reader: LedgerReader, organ: Organ, templates: OfficeTemplates = DEFAULT_LOOK) {
    this.organ = organ;
    this.#templates = templates;
    this.#book = new LedgerBook(reader, organ.office.key);
    this.#folding = FoldedLedger.of([], organ, templates);
  }

  /** The ledger as it stands now. Who looks while it is being folded waits for the same fold. */
  async look(): Promise<FoldedLedger> {
    const records = await this.#book.records();
    if (this.#length !== records.length) {
      this.#length = records.length;
      this.#folding = FoldedLedger.of([...records], this.organ, this.#templates);
    }
    return this.#folding;
  }
}

const SLICE = 2_000; // records folded before other requests have a turn
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A ledger that does not grow any more: its figures and reports are computed once a year of it. */
export class FoldedLedger {
  readonly records: readonly ChainedRecord[];
  readonly standing = new StandingFacts();
  readonly byId = new Map<string, ChainedRecord>();
  readonly #organ: Organ;
  /** The office's own look. */
  readonly templates: OfficeTemplates;
  readonly #fold: Fold;
  readonly #figures = new Map<number, Figures>();
  readonly #reports = new Map<string, Report>();

  private constructor(records: readonly ChainedRecord[], organ: Organ, templates: OfficeTemplates) {
    this.records = records;
    this.#organ = organ;
    this.templates = templates;
    this.#fold = new Fold({ office: organ.office, catalogue: organ.catalogue });
  }

  /** Folds the records a few thousand at a time. */
  static async of(
    records: readonly ChainedRecord[],
    organ: Organ,
    templates: OfficeTemplates = DEFAULT_LOOK,
  ): Promise<FoldedLedger> {
    const folded = new FoldedLedger(records, organ, templates);
    for (const [at, chained] of records.entries()) {
      folded.standing.add(chained);
      folded.byId.set(chained.record.id, chained);
      folded.#fold.add(chained);
      if (at % SLICE === SLICE - 1) await breath();
    }
    for (const _slice of folded.#fold.settling()) await breath();
    return folded;
  }

  figures(year: number): Figures {
    const known = this.#figures.get(year) ?? this.#fold.figures(year);
    this.#figures.set(year, known);
    return known;
  }

  /** `today` decides the rules about deadlines. */
  report(year: number, today: LocalDate): Report {
    const key = `${year} ${today}`;
    const { office, settings } = this.#organ;
    const wanted = { office, year, today, templates: this.templates.narrative, calendar: calendarOf(settings) };
    const known = this.#reports.get(key) ?? compileFold(this.#fold, wanted);
    this.#reports.set(key, known);
    return known;
  }

  /** The document as it may go out: a draft for as long as something must be mended. */
  document(year: number, today: LocalDate): DocumentTree {
    const report = this.report(year, today);
    return inOfficeLook(documentOf(report, { draft: isDraft(report) }), this.#organ.office, this.templates);
  }

  /** `people`: member id → name. */
  month(month: Month, today: LocalDate, people: ReadonlyMap<string, string>): MonthReport {
    return compileMonth({
      fold: this.#fold,
      office: this.#organ.office,
      month,
      standing: this.standing,
      people,
      today,
    });
  }

  /** What stands for a year, or for some days of it, as a list. */
  ledger(year: number, people: ReadonlyMap<string, string>, span?: Span): Register {
    const { office, catalogue } = this.#organ;
    return ledgerRegister({ standing: this.standing, office, catalogue, people, year, ...(span ? { span } : {}) });
  }
}
