import type { World } from "./world.ts";

/** One line that counts up on a terminal, and silence in a pipe. */
export function progressLine({ stderr, now }: World, what: string) {
  const onTerminal = "isTTY" in stderr && stderr.isTTY === true;
  let told = 0;
  return {
    tell(done: number, of: number): void {
      if (!onTerminal || (done < of && now() - told < 100)) return; // ten times a second is enough to see it move
      told = now();
      stderr.write(`\r${what}… ${Math.floor((done / of) * 100)}%`);
    },
    end(): void {
      if (onTerminal) stderr.write("\r\u001b[K");
    },
  };
}
