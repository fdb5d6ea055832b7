import type { Readable, Writable } from "node:stream";

/** What a command sees of the machine; tests give their own. */
export type World = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Epoch milliseconds. */
  now: () => number;
  /** The exit code of a command that ends well and yet has something to tell: 1 findings, 2 bad input among good. */
  exitWith: (code: 0 | 1 | 2) => void;
  /** Resolves when the person or the system asks the program to stop. */
  stopped: Promise<void>;
}>;

/** A mistake of the person at the keyboard: one plain sentence with what to do next, and an exit code. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: number;

  /** @param exitCode 2 for wrong use, 1 when the work was refused or failed. */
  constructor(says: string, exitCode: 1 | 2 = 2, options?: ErrorOptions) {
    super(says, options);
    this.exitCode = exitCode;
  }
}

/** Writes one line and waits until it is taken, so that a slow reader is not flooded. */
export function writeLine(stream: Writable, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
