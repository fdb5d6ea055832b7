import { CommanderError } from "commander";
import { visible } from "../intake/visible.ts";
import { failureOf, isGoneReader } from "./failure.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { createProgram } from "./program.ts";
import { type World, writeLine } from "./world.ts";

/**
 * Runs one command line, e.g. `["report", "compile", "--year", "2025"]`. The one place where a failure is told to the
 * person at the keyboard. Exit codes are set with `world.exitWith`.
 */
export async function run(words: readonly string[], world: World): Promise<void> {
  try {
    await createProgram(world).parseAsync([...words], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return world.exitWith(error.exitCode === 0 ? 0 : 2); // the help was shown
    if (isGoneReader(error)) return; // what the command had to say of its exit code, it has said
    const { says, code } = failureOf(error);
    world.exitWith(code);
    const told = visible(maskSecrets(says, world.environment));
    await writeLine(world.stderr, told).catch(() => undefined); // nobody is left to be told
  }
}
