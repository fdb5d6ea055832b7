import type { JsonFields } from "./json-fields.ts";

/** Characters the client shows before it folds or cuts (字 in [90236]); nothing is refused for them. */
const SHOWN: readonly (readonly [path: string, characters: number])[] = [
  ["source.desc", 20],
  ["main_title.title", 36],
  ["main_title.desc", 44],
  ["emphasis_content.title", 14],
  ["emphasis_content.desc", 22],
  ["sub_title_text", 160],
  ["horizontal_content_list.keyname", 5],
  ["horizontal_content_list.value", 30],
  ["jump_list.title", 18],
  ["vertical_content_list.title", 38],
  ["vertical_content_list.desc", 160],
  ["button_selection.option_list.text", 16],
  ["button_list.text", 10],
  ["checkbox.option_list.text", 17],
  ["submit_button.text", 10],
];
/** Cards that ask a question have other lengths for their title. */
const SHOWN_ON_QUESTIONS = [
  ["main_title.title", 16],
  ["main_title.desc", 160],
] as const;

/** One remark for every text the client will not show whole. */
export function shownTooLong(card: JsonFields): string[] {
  const type = card.text("card_type") ?? "";
  const asks = type === "vote_interaction" || type === "multiple_interaction";
  const own = new Map<string, number>([...SHOWN, ...(asks ? SHOWN_ON_QUESTIONS : [])]);
  if (type === "multiple_interaction") own.set("main_title.title", 36);
  return [...own].flatMap(([path, most]) =>
    textsAt(card.tree, path.split("."))
      .filter((text) => [...text].length > most)
      .map((text) => `${path}: ${[...text].length} of ${most} characters`),
  );
}

function textsAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return typeof value === "string" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return textsAt(Object.getOwnPropertyDescriptor(value, name)?.value, rest);
}
