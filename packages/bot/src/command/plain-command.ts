import { Command, type ErrorOptions, type Help, type ParseOptionsResult } from "commander";
import { PlainHelp, pathOf } from "./plain-help.ts";
import { CommandError } from "./world.ts";

/** A command that tells a mistake in one plain Chinese sentence, by commander's code of it. */
export class PlainCommand extends Command {
  #given: readonly string[] = [];

  override createCommand(name?: string): PlainCommand {
    return new PlainCommand(name);
  }

  override createHelp(): Help {
    return new PlainHelp();
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    this.#given = args;
    return super.parseOptions(args);
  }

  /** @throws CommandError, always: the person's mistake and where to look. */
  override error(_english: string, options?: ErrorOptions): never {
    const tell = MISTAKES[options?.code ?? ""] ?? (() => "命令写得不对。");
    throw new CommandError(`${tell(this, this.#given)}用法和例子：${pathOf(this)} --help`);
  }
}

type Tell = (command: Command, given: readonly string[]) => string;

const MISTAKES: Readonly<Record<string, Tell>> = {
  "commander.unknownOption": (command) => {
    const unknown = command.args.find((word) => word.startsWith("-")) ?? "";
    const known = command.options.filter(({ hidden }) => !hidden).map(({ long }) => long);
    return `没有“${unknown}”这个选项${known.length > 0 ? `，可以写：${known.join("、")}` : ""}。`;
  },
  "commander.unknownCommand": (command) => {
    const known = command.commands.map((each) => each.name());
    return `没有“${command.args[0] ?? ""}”这个命令，可以写：${known.join("、")}。`;
  },
  "commander.missingMandatoryOptionValue": (command) => {
    const absent = command.options.filter(
      (option) => option.mandatory && command.getOptionValue(option.attributeName()) === undefined,
    );
    return `还要写 ${absent.map(({ flags }) => flags).join("、")}。`;
  },
  "commander.missingArgument": (command) => {
    const absent = command.registeredArguments.slice(command.args.length).filter(({ required }) => required);
    return `还要写${absent.map((each) => `<${each.name()}>`).join("")}。`;
  },
  "commander.optionMissingArgument": (_command, given) => `${given.at(-1) ?? ""} 后面要写内容。`,
  "commander.excessArguments": (command) =>
    `多写了“${command.args.slice(command.registeredArguments.length).join(" ")}”，请去掉；名称里有空格时要加引号。`,
};
