import { type CellId, CHANNELS, type Channel, type IndicatorKey, isCellId } from "@gongkai/schema";

/** What a counted record is about. Records of one subject add up; all else about them is the period. */
export type Subject =
  | Readonly<{ kind: "figure"; indicator: IndicatorKey; channel: Channel | null; section: string }>
  | Readonly<{ kind: "nil"; indicator: IndicatorKey; section: string }>
  | Readonly<{ kind: "cell"; cell: CellId; section: string }>;

/** Place 0: the record counts nothing by itself (withdrawn, or a fact of another kind). */
export const NO_SUBJECT = 0;

const VARIANTS: readonly (Channel | null)[] = [null, ...CHANNELS];
export const NIL_VARIANT = VARIANTS.length;
export const variantOfChannel = (channel: Channel | null): number => VARIANTS.indexOf(channel);

function describe(section: string, name: string, variant: number): Subject {
  if (isCellId(name)) return { kind: "cell", cell: name, section };
  const indicator = name as IndicatorKey; // the ledger's contract: an indicator key unless it is a cell
  if (variant === NIL_VARIANT) return { kind: "nil", indicator, section };
  return { kind: "figure", indicator, channel: VARIANTS[variant] ?? null, section };
}

/** Every subject met so far, by a small number from 1. */
export class SubjectTable {
  readonly #places = new Map<string, Map<string, number[]>>();
  readonly #subjects: Subject[] = [];

  /** A table indexed by place needs this many rows. */
  get length(): number {
    return this.#subjects.length + 1;
  }

  /** `name` is a cell id or an indicator key; `variant` tells its channels and its nils apart. */
  placeOf(section: string, name: string, variant: number): number {
    let names = this.#places.get(section);
    if (!names) {
      names = new Map();
      this.#places.set(section, names);
    }
    let variants = names.get(name);
    if (!variants) {
      variants = Array(NIL_VARIANT + 1).fill(NO_SUBJECT);
      names.set(name, variants);
    }
    const known = variants[variant];
    if (known) return known;
    this.#subjects.push(describe(section, name, variant));
    variants[variant] = this.#subjects.length;
    return this.#subjects.length;
  }

  /** Each subject with its place. */
  *[Symbol.iterator](): Generator<readonly [place: number, subject: Subject]> {
    for (const [index, subject] of this.#subjects.entries()) yield [index + 1, subject];
  }

  at(place: number): Subject {
    const subject = this.#subjects[place - 1];
    if (!subject) throw new Error(`no subject at ${place}; places come from placeOf`);
    return subject;
  }
}
