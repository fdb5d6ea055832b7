import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { SerifSlice } from "./serif-slices.ts";

export type TypesetJob = Readonly<{
  /** Typst source. */
  source: string;
  inputs: Readonly<Record<string, string>>;
  slices: readonly SerifSlice[];
  /** Characters no slice has; only fonts of the machine may. */
  uncovered?: readonly string[];
  /** A document of pages, or the first page painted as PNG, so many pixels wide. */
  into: Readonly<{ pdf: "a-2a" }> | Readonly<{ png: number }>;
}>;

/**
 * `failed` is Typst's own account, for a developer. `plain`: this machine has no Typst of its own, and the one that
 * runs anywhere was used: shipped fonts only, and a PDF that is tagged but not marked as an archive.
 */
export type Typeset = (Readonly<{ made: Uint8Array }> | Readonly<{ failed: string }>) & Readonly<{ plain?: boolean }>;

const Answer = z.object({
  id: z.number(),
  made: z.instanceof(Uint8Array).optional(),
  failed: z.string().optional(),
  plain: z.boolean().optional(),
});
type Waiting = Readonly<{ resolve: (typeset: Typeset) => void; reject: (error: unknown) => void }>;

/** From src/render/typst and from dist/render/typst alike. */
const WORKER = new URL("../../../worker/typst-worker.mjs", import.meta.url);

/**
 * Typst is synchronous and would stop the event loop for as long as it sets a page; one worker does all the work of
 * this process, one job after the other, and keeps no process alive.
 */
export class Typesetter {
  readonly #file: URL;
  readonly #portable: boolean;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;

  /** `portable`: not the machine's own Typst even where there is one. */
  constructor({ file = WORKER, portable = false }: Readonly<{ file?: URL; portable?: boolean }> = {}) {
    this.#file = file;
    this.#portable = portable;
  }

  /** Rejects when the worker cannot start or dies; the next job starts another. */
  typeset(job: TypesetJob): Promise<Typeset> {
    this.#worker ??= this.#started();
    const worker = this.#worker;
    worker.ref();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job });
    });
  }

  #started(): Worker {
    const worker = new Worker(this.#file, { workerData: { portable: this.#portable } });
    worker.on("message", (message: unknown) => {
      const { id, made, failed, plain = false } = Answer.parse(message);
      this.#waiting.get(id)?.resolve(made ? { made, plain } : { failed: failed ?? "no answer", plain });
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    });
    worker.on("error", (error) => this.#lost(worker, error));
    worker.on("exit", (code) => this.#lost(worker, new Error(`the typesetting worker ended with code ${code}`)));
    return worker;
  }

  #lost(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return; // it ends after its error, when another may be at work already
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#worker = undefined;
  }
}

const typesetter = new Typesetter();
export const typeset = (job: TypesetJob): Promise<Typeset> => typesetter.typeset(job);
