import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../packages/bot/bin/gongkai.mjs", import.meta.url));

export type Running = Readonly<{
  /** Resolves to the first capture of `pattern` in what the command prints. */
  says: (pattern: RegExp) => Promise<string>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}>;

/** Starts `gongkai …` as a person would; stands on what `npm test` has built. */
export function runCommand(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    says: (pattern) => printing(child, pattern, () => printed, listeners),
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await ended;
    },
  };
}

function printing(
  child: ChildProcess,
  pattern: RegExp,
  printed: () => string,
  listeners: Set<() => void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = pattern.exec(printed());
      if (!found) return;
      listeners.delete(look);
      resolve(found[1] ?? found[0]);
    };
    listeners.add(look);
    child.once("exit", (code) => reject(new Error(`the command ended with ${code} and said:\n${printed()}`)));
    look();
  });
}
