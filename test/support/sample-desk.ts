import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type Keyboard, type Said, type } from "./at-the-keyboard.ts";

export type Desk = Readonly<{
  /** A fresh path that does not exist yet, inside the file's own temporary directory. */
  path: (name: string) => string;
  /** A copy of the sample's data directory that a test may write to. */
  copy: () => string;
  /** Runs a command on the sample; nothing of it may be written. */
  onSample: (words: readonly string[], keyboard?: Keyboard) => Promise<Said>;
}>;

/** Writes the sample office once for a file of tests and clears everything away after it. */
export function sampleDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), "gongkai-desk-"));
  const sample = join(root, "sample");
  let copies = 0;
  beforeAll(async () => {
    const { code, err } = await type(["sample", "--data", sample]);
    if (code !== 0 || err !== "") throw new Error(`the sample was not written: ${err}`);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    path: (name) => join(root, name),
    copy() {
      copies += 1;
      const data = join(root, `copy-${copies}`);
      cpSync(sample, data, { recursive: true });
      return data;
    },
    onSample: (words, keyboard) => type([...words, "--data", sample], keyboard),
  };
}
