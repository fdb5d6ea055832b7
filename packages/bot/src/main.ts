import { CommanderError } from "commander";
import { createProgram } from "./command/program.ts";
import { CommandError, type World } from "./command/world.ts";
import { ConfigError } from "./config/config-error.ts";
import { ServerError } from "./server/server-error.ts";
import { StoreError } from "./store/store-error.ts";

/** Resolves at the first Ctrl-C or stop of the service; the second one ends the process at once. */
const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
});

const world: World = {
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => Date.now(),
  exitWith: (code) => {
    process.exitCode = code;
  },
  stopped,
};

// a reader that has gone (`| head`) is no failure of ours
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await createProgram(world).parseAsync(process.argv);
} catch (error) {
  process.exitCode = answer(error);
}

/** The one place where a failed command is told to the person at the keyboard. */
function answer(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has already said it
  if (error instanceof ConfigError) {
    process.stderr.write(`配置不能用，请先改好下面的问题：\n${error.problems.map((problem) => `  ${problem}\n`).join("")}`);
    return 2;
  }
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof StoreError || error instanceof ServerError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  process.stderr.write(`程序出了意外，请把下面这段发给维护人员：\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 70; // EX_SOFTWARE: a fault of ours, not of the person
}
