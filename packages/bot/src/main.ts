import { run } from "./command/run.ts";
import type { World } from "./command/world.ts";

const world: World = {
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => Date.now(),
  exitWith: (code) => {
    process.exitCode = code;
  },
  // only who waits for it takes the signals over: any other command ends at the first Ctrl-C
  stopped: () =>
    new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};

// a stream that breaks is told to whoever writes to it; without a listener it would end the process in the middle
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on("error", () => undefined);

const ended = await run(process.argv.slice(2), world);
if (!ended) process.exit(); // with the code told; what was begun must not keep a failed command alive
