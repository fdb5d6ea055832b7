import { Command, type ErrorOptions, type Help, type ParseOptionsResult } from "commander";
import { PlainHelp, pathOf } from "./plain-help.ts";
import { CommandError } from "./world.ts";

/** A command that tells a mistake in one plain Chinese sentence, by commander's code of it. */
export class PlainCommand extends Command {
  #given: readonly string[] = [];

  override createCommand(name?: string): Command {
    return new PlainCommand(name).helpCommand(false); // commander's own is English; --help does the same
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

const isOption = (word: string) => word.startsWith("-");

function unknownOption({ args, options }: Command, _given: readonly string[]): string {
  const known = options.filter(({ hidden }) => !hidden).map(({ long }) => long);
  const choice = known.length > 0 ? `，可以写：${known.join("、")}` : "";
  return `没有“${args.find(isOption) ?? ""}”这个选项${choice}。`;
}

type Tell = (command: Command, given: readonly string[]) => string;

const MISTAKES: Readonly<Record<string, Tell>> = {
  "commander.unknownOption": unknownOption,
  "commander.unknownCommand": (command) => {
    const known = command.commands.map((each) => each.name());
    return `没有“${command.args[0] ?? ""}”这个命令，可以写：${known.join("、")}。`;
  },
  "commander.missingMandatoryOptionValue": (command, given) => {
    // commander asks for what is missing first; who wrote --yaer must be told of --yaer
    if (command.args.some(isOption)) return unknownOption(command, given);
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
