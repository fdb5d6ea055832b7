/**
 * One at a time per name within this process, so that those who wait for an organ's lock do not each hold a
 * connection of the pool while they wait.
 */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    const settled = turn
      .catch(() => undefined) // the caller hears of it; the next in the lane need not
      .then(() => {
        if (this.#last.get(name) === settled) this.#last.delete(name);
      });
    this.#last.set(name, settled);
    return turn;
  }
}
