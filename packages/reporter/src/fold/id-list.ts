import type { RecordId } from "@gongkai/schema";

const CHUNK = 4096;

/** A growing list of record ids in chunks: an array that doubles would hold room for half as many again. */
export class IdList {
  readonly #chunks: RecordId[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(id: RecordId): void {
    if (this.#length % CHUNK === 0) this.#chunks.push(new Array<RecordId>(CHUNK));
    const chunk = this.#chunks.at(-1);
    if (chunk) chunk[this.#length % CHUNK] = id;
    this.#length += 1;
  }

  at(index: number): RecordId | undefined {
    return this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK];
  }
}
