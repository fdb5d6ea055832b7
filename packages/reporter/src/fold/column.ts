const CHUNK = 4096;
const NARROW_MOST = 65_535;

/**
 * A growing list of whole numbers from 0, two bytes each; a chunk that meets a greater one is kept in eight.
 * A million records fold in little memory because nothing is an object until somebody asks for it.
 */
export class Column {
  readonly #chunks: (Uint16Array | Float64Array)[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length % CHUNK === 0) this.#chunks.push(new Uint16Array(CHUNK));
    this.#length += 1;
    this.set(this.#length - 1, value);
  }

  at(index: number): number {
    return this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK] ?? 0;
  }

  set(index: number, value: number): void {
    const place = Math.floor(index / CHUNK);
    const chunk = this.#chunks[place];
    if (!chunk) throw new Error(`place ${index} is not in the column yet; push it first`);
    if (value <= NARROW_MOST || chunk instanceof Float64Array) chunk[index % CHUNK] = value;
    else {
      const wide = Float64Array.from(chunk);
      wide[index % CHUNK] = value;
      this.#chunks[place] = wide;
    }
  }
}
