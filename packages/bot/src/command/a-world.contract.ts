import { PassThrough } from "node:stream";
import type { World } from "./world.ts";

/** A machine for one command, with nothing in its environment; `said` is what was printed since it was last asked. */
export function aWorld(now = "2026-01-09T10:00:00+08:00"): World & { readonly said: () => string } {
  const stdout = new PassThrough();
  return {
    environment: {},
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    now: () => Date.parse(now),
    exitWith: () => {},
    stopped: () => new Promise(() => {}),
    said: () => String(stdout.read() ?? ""),
  };
}
