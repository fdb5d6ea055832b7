import type { ChainedRecord } from "@gongkai/schema";
import type { LedgerReader } from "../store/ledger-port.ts";

const PAGE = 2_000; // rows a read may take at once without holding up other requests

/**
 * An organ's records in this process's memory. Committed records never change, so only the new ones are read;
 * what another process wrote is there at the next look.
 */
export class LedgerBook {
  readonly #reader: LedgerReader;
  readonly #organ: string;
  readonly #records: ChainedRecord[] = [];
  #reading: Promise<void> = Promise.resolve();

  constructor(reader: LedgerReader, organ: string) {
    this.#reader = reader;
    this.#organ = organ;
  }

  /** Every record written so far, in chain order. */
  async records(): Promise<readonly ChainedRecord[]> {
    const look = this.#reading.then(() => this.#catchUp());
    this.#reading = look.catch(() => undefined); // whoever asked is told; the next look tries again
    await look;
    return this.#records;
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const page = await this.#reader.recordsAfter(this.#organ, this.#records.at(-1)?.seq ?? 0, PAGE);
      for (const record of page) this.#records.push(record);
      if (page.length < PAGE) return;
      await breath(); // an embedded ledger answers at once: without it nobody else would have a turn
    }
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
