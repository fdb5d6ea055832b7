import type { FigureId } from "@gongkai/schema";
import type { Tally } from "./figure.ts";
import type { Lines } from "./lines.ts";

/** Figures of reports already published: opening balances and 同比. Stated twice, the later one stands. */
export class Published {
  readonly #years = new Map<number, Map<FigureId, { line: number; quantity: number }>>();

  constructor(lines: Lines) {
    for (const [line, fact] of lines.facts()) {
      if (fact.kind !== "figure-published") continue;
      const year = this.#years.get(fact.year) ?? new Map();
      this.#years.set(fact.year, year.set(fact.figure, { line, quantity: fact.quantity }));
    }
  }

  get years(): number[] {
    return [...this.#years.keys()];
  }

  figuresOf(year: number): readonly FigureId[] {
    return [...(this.#years.get(year)?.keys() ?? [])];
  }

  at(year: number, figure: FigureId): Tally | undefined {
    const stated = this.#years.get(year)?.get(figure);
    if (!stated) return undefined;
    return { value: stated.quantity, terms: (add) => add(stated.line, stated.quantity) };
  }
}
