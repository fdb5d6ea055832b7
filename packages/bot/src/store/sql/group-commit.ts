import { StoreError } from "../store-error.ts";

type Waiting<Item, Answer> = Readonly<{
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}>;

/** A batch stays short enough that one commit of it does not hold up the event loop. */
const MOST_IN_A_BATCH = 500;
/** So many callers are worth their commit; the first of them waits for no more. */
const ENOUGH_FOR_A_BATCH = 64;

/**
 * Everything handed in while a commit is running goes into the next one, and each caller hears only after the commit
 * that holds its item. One bad item fails alone: its batch is then committed one by one.
 */
export class GroupCommit<Item, Answer> {
  readonly #commitAll: (items: readonly Item[]) => Promise<Answer[]>;
  readonly #waiting: Waiting<Item, Answer>[] = [];
  #running: Promise<void> | undefined;

  /** @param commitAll answers in the order of the items; when it rejects, none of them was committed. */
  constructor(commitAll: (items: readonly Item[]) => Promise<Answer[]>) {
    this.#commitAll = commitAll;
  }

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything handed in so far was answered. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#commit(this.#waiting.splice(0, MOST_IN_A_BATCH));
    }
    this.#running = undefined;
  }

  /** Lets callers join for as long as every turn of the event loop brings one more. */
  async #gather(): Promise<void> {
    for (let before = 0; before < this.#waiting.length && before < ENOUGH_FOR_A_BATCH; ) {
      before = this.#waiting.length;
      await new Promise(setImmediate);
    }
  }

  async #commit(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#commitAll(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer); // one answer an item, by contract
    } catch (reason) {
      const worldIsBroken = reason instanceof StoreError; // then no item is to blame and trying each would only take longer
      if (batch.length === 1 || worldIsBroken) for (const { reject } of batch) reject(reason);
      else for (const one of batch) await this.#commit([one]);
    }
  }
}
