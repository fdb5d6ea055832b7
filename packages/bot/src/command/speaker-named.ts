import { visible } from "../intake/visible.ts";
import { CommandError } from "./world.ts";

const LONGEST = 64; // of a member id, as WeCom has it

/** `--by`: the member in whose name something is written; who gives none writes as the import. @throws CommandError */
export function speakerNamed(by: string | undefined): string {
  if (by === undefined) return "import";
  const name = by.trim().toLowerCase();
  if (name === "" || name.length > LONGEST || visible(name) !== name || /\s/u.test(name))
    throw new CommandError(`--by 要写成员的账号，${LONGEST} 个字以内，不能有空格。`);
  return name;
}
