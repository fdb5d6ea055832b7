import { type Command, Help, type Option } from "commander";

const WIDE = /[\u1100-\u115f\u2e80-\uffdc]/; // East Asian wide and full-width forms take two columns of a terminal

/** Help as a Chinese reader expects it; commander's own knows only English headings and narrow letters. */
export class PlainHelp extends Help {
  override formatHelp(command: Command, helper: Help): string {
    const width = helper.padWidth(command, helper);
    const item = (term: string, says: string) => helper.formatItem(term, width, says, helper);
    const part = (heading: string, items: readonly string[]) => (items.length > 0 ? [heading, ...items, ""] : []);
    return [
      `用法：${helper.commandUsage(command)}`,
      "",
      helper.commandDescription(command),
      "",
      ...part(
        "参数：",
        helper.visibleArguments(command).map((each) => item(helper.argumentTerm(each), each.description)),
      ),
      ...part(
        "选项：",
        helper.visibleOptions(command).map((each) => item(helper.optionTerm(each), helper.optionDescription(each))),
      ),
      ...part(
        "命令：",
        helper.visibleCommands(command).map((each) => item(helper.subcommandTerm(each), each.description())),
      ),
    ].join("\n");
  }

  override commandUsage(command: Command): string {
    const takes = command.commands.length > 0 ? ["<命令>"] : [];
    return [pathOf(command), ...argumentsOf(command), ...takes, "[选项]"].join(" ");
  }

  override subcommandTerm(command: Command): string {
    return [command.name(), ...argumentsOf(command)].join(" ");
  }

  override optionDescription(option: Option): string {
    const usual = option.defaultValue === undefined ? "" : `（默认 ${option.defaultValue}）`;
    return `${option.mandatory ? "必写。" : ""}${option.description}${usual}`;
  }

  /** Chinese has no spaces to break at; the terminal breaks where the line is full. */
  override boxWrap(text: string): string {
    return text;
  }

  override displayWidth(text: string): number {
    return [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
  }
}

/** `gongkai report export` */
export function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

const argumentsOf = (command: Command): string[] =>
  command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`));
