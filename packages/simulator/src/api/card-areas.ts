import { byteLength } from "../wire/byte-limit.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";

export const CARD_TYPES = [
  "text_notice",
  "news_notice",
  "button_interaction",
  "vote_interaction",
  "multiple_interaction",
] as const;
export type CardType = (typeof CARD_TYPES)[number];
export const isCardType = (name: string | undefined): name is CardType => CARD_TYPES.some((type) => type === name);

/** One area of a card: which cards have it, and its first fault. [90236] */
export type CardArea = Readonly<{
  name: string;
  on: readonly CardType[];
  fault: (card: JsonFields, type: CardType) => Errcode | undefined;
}>;

const NOTICES = ["text_notice", "news_notice"] as const;
const PRESSABLE = [...NOTICES, "button_interaction"] as const;
const SUBMITTED = ["vote_interaction", "multiple_interaction"] as const;

/** The first fault among the items of a list. */
const firstFault = (items: readonly JsonFields[], fault: (item: JsonFields) => Errcode | undefined) => {
  for (const item of items) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
};
const lacks = (value: string | undefined, bytes = Number.POSITIVE_INFINITY) => !value || byteLength(value) > bytes;
const repeats = (values: readonly (string | undefined)[]) => new Set(values).size < values.length;

/** A jump by `type`: 1 opens a url, 2 a mini program. */
const jumpFault = (item: JsonFields): Errcode | undefined => {
  if (item.integer("type") === 1 && !item.text("url")) return 42028;
  if (item.integer("type") === 2 && !item.text("appid")) return 42030;
  return undefined;
};

const optionsFault = (list: readonly JsonFields[] | undefined, most: number): Errcode | undefined => {
  if (!list || list.length < 1 || list.length > most) return 42037;
  const fault = firstFault(list, (option) => {
    if (lacks(option.text("id"), 128)) return 42040;
    return option.text("text") ? undefined : 42041;
  });
  return fault ?? (repeats(list.map((option) => option.text("id"))) ? 42040 : undefined);
};

const questionFault = (question: JsonFields, most: number): Errcode | undefined =>
  lacks(question.text("question_key"), 1024) ? 42043 : optionsFault(question.objects("option_list"), most);

/** In the order the platform lists them; the first fault is the answer. */
export const CARD_AREAS: readonly CardArea[] = [
  {
    name: "main_title",
    on: CARD_TYPES,
    fault: (card, type) => {
      const title = card.object("main_title")?.text("title");
      const enough = title || (type === "text_notice" && card.text("sub_title_text"));
      return enough ? undefined : 41016;
    },
  },
  {
    name: "horizontal_content_list",
    on: PRESSABLE,
    fault: (card) => {
      const items = card.objects("horizontal_content_list") ?? [];
      if (items.length > 6) return 42035;
      return firstFault(items, (item) => {
        if (!item.text("keyname")) return 42027;
        const type = item.integer("type");
        if (type === 1 && !item.text("url")) return 42028;
        if (type === 2 && !item.text("media_id")) return 42029;
        return type === 3 && !item.text("userid") ? 42050 : undefined;
      });
    },
  },
  {
    name: "jump_list",
    on: NOTICES,
    fault: (card) => {
      const items = card.objects("jump_list") ?? [];
      if (items.length > 3) return 42042;
      return firstFault(items, (item) => (item.text("title") ? jumpFault(item) : 42033));
    },
  },
  {
    name: "card_action",
    on: CARD_TYPES,
    fault: (card, type) => {
      const action = card.object("card_action");
      const required = type === "text_notice" || type === "news_notice";
      if (!action) return required ? 42045 : undefined;
      const kind = action.integer("type") ?? 0;
      if (![0, 1, 2].includes(kind) || (required && kind === 0)) return 42045;
      return jumpFault(action);
    },
  },
  {
    name: "card_image",
    on: ["news_notice"],
    fault: (card) => {
      const image = card.object("card_image");
      if (!image) return card.object("image_text_area")?.text("image_url") ? undefined : 42044;
      return image.text("url") ? undefined : 42044;
    },
  },
  {
    name: "vertical_content_list",
    on: ["news_notice"],
    fault: (card) => {
      const items = card.objects("vertical_content_list") ?? [];
      return items.length > 4 ? 42036 : firstFault(items, (item) => (item.text("title") ? undefined : 42033));
    },
  },
  {
    name: "button_selection",
    on: ["button_interaction"],
    fault: (card) => {
      const selection = card.object("button_selection");
      return selection && questionFault(selection, 10);
    },
  },
  {
    name: "button_list",
    on: ["button_interaction"],
    fault: (card) => {
      const buttons = card.objects("button_list") ?? [];
      if (buttons.length < 1 || buttons.length > 6) return 42039;
      const called = buttons.filter((button) => button.integer("type") !== 1);
      if (repeats(called.map((button) => button.text("key")))) return 42039;
      return firstFault(buttons, (button) => {
        if (!button.text("text")) return 42038;
        if (button.integer("type") === 1) return button.text("url") ? undefined : 42028;
        return lacks(button.text("key"), 1024) ? 42039 : undefined;
      });
    },
  },
  {
    name: "checkbox",
    on: ["vote_interaction"],
    fault: (card) => {
      const checkbox = card.object("checkbox");
      return checkbox ? questionFault(checkbox, 20) : 42043;
    },
  },
  {
    name: "select_list",
    on: ["multiple_interaction"],
    fault: (card) => {
      const lists = card.objects("select_list") ?? [];
      if (lists.length < 1 || lists.length > 3) return 42047;
      return firstFault(lists, (list) => questionFault(list, 10));
    },
  },
  {
    name: "submit_button",
    on: SUBMITTED,
    fault: (card) => {
      const button = card.object("submit_button");
      if (!button?.text("text")) return 42049;
      return lacks(button.text("key"), 1024) ? 42046 : undefined;
    },
  },
  {
    name: "action_menu",
    on: PRESSABLE,
    fault: (card) => {
      const menu = card.object("action_menu");
      if (!menu) return undefined;
      const items = menu.objects("action_list") ?? [];
      if (items.length < 1 || items.length > 3) return 42051;
      const keys = items.map((item) => item.text("key"));
      return keys.some((key) => lacks(key, 1024)) || repeats(keys) ? 42051 : undefined;
    },
  },
];
