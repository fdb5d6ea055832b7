import { textOf, treeOf, treesOf, type XmlTree } from "../wire/xml.ts";

/** Elements that are whole numbers in a card's JSON. */
const NUMBERS = new Set(["type", "style", "mode", "desc_color", "aspect_ratio"]);
const FLAGS = new Set(["disable", "is_checked"]);
/** Repeated siblings in XML, a list in JSON. [90241] */
const LISTS = new Set([
  "action_list",
  "horizontal_content_list",
  "jump_list",
  "vertical_content_list",
  "button_list",
  "option_list",
  "select_list",
]);
/** Names whose JSON spelling has no underline. */
const JOINED = new Map([
  ["KeyName", "keyname"],
  ["AppId", "appid"],
  ["PagePath", "pagepath"],
  ["UserId", "userid"],
  ["CheckBox", "checkbox"],
]);

const snake = (name: string) => JOINED.get(name) ?? name.replace(/(?!^)([A-Z])/g, "_$1").toLowerCase();

/** The PascalCase card of a passive reply as the JSON card of the API. [90241] */
export function cardFromXml(tree: XmlTree): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(tree).map((name) => {
      const key = snake(name);
      if (LISTS.has(key)) return [key, treesOf(tree, name).map(cardFromXml)];
      const text = textOf(tree, name);
      if (text === undefined) return [key, cardFromXml(treeOf(tree, name) ?? {})];
      if (NUMBERS.has(key)) return [key, Number(text)];
      return [key, FLAGS.has(key) ? text === "true" || text === "1" : text];
    }),
  );
}
