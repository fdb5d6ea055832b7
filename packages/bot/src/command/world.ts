import type { Readable, Writable } from "node:stream";

/** What a command sees of the machine; tests give their own. */
export type World = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Epoch milliseconds. */
  now: () => number;
  /** The exit code: 1 findings, refused or failed; 2 wrong use or bad input among good; 70 a fault of ours. */
  exitWith: (code: 0 | 1 | 2 | 70) => void;
  /** From now on a request to stop, by the person or the system, resolves this instead of ending the process. */
  stopped: () => Promise<void>;
}>;

/** A mistake of the person at the keyboard: one plain sentence with what to do next, and an exit code. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: 1 | 2;

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
