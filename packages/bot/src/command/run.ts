import { CommanderError } from "commander";
import { visible } from "../intake/visible.ts";
import { failureOf, isGoneReader } from "./failure.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { createProgram } from "./program.ts";
import { type World, writeLine } from "./world.ts";

/**
 * Runs one command line, e.g. `["report", "compile", "--year", "2025"]`. The one place where a failure is told to the
 * person at the keyboard. Exit codes are set with `world.exitWith`. Returns whether the command ended by itself; one
 * that was cut short may leave servers and connections open.
 */
export async function run(words: readonly string[], world: World): Promise<boolean> {
  try {
    await createProgram(world).parseAsync([...words], { from: "user" });
    return true;
  } catch (error) {
    if (error instanceof CommanderError) {
      world.exitWith(error.exitCode === 0 ? 0 : 2); // the help was shown
      return true;
    }
    if (isGoneReader(error)) return false; // what the command had to say of its exit code, it has said
    const { says, code } = failureOf(error);
    world.exitWith(code);
    const told = visible(maskSecrets(says, world.environment));
    await writeLine(world.stderr, told).catch(() => undefined); // nobody is left to be told
    return false;
  }
}
