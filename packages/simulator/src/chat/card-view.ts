import { type JsonFields, jsonFields } from "../api/json-fields.ts";
import type { CardState } from "../state/timeline.ts";
import { isHttp } from "./inline.ts";

export type CardButton = Readonly<{
  text: string;
  key?: string;
  url?: string;
  look: "primary" | "plain" | "danger" | "quiet";
}>;
export type CardQuestion = Readonly<{
  key: string;
  title: string;
  many: boolean;
  /** Shown as radio buttons or boxes; otherwise as a drop-down list. */
  open: boolean;
  disabled: boolean;
  options: readonly Readonly<{ id: string; text: string; chosen: boolean }>[];
}>;
export type CardRow = Readonly<{ name: string; value: string; url?: string }>;

/** A template card as the client lays it out, from top to bottom. */
export type CardView = Readonly<{
  taskId: string;
  source: string;
  title: string;
  desc: string;
  emphasis?: Readonly<{ title: string; desc: string }>;
  quote?: Readonly<{ title: string; text: string }>;
  subTitle: string;
  paragraphs: readonly Readonly<{ title: string; desc: string }>[];
  rows: readonly CardRow[];
  jumps: readonly Readonly<{ title: string; url?: string }>[];
  url?: string;
  questions: readonly CardQuestion[];
  buttons: readonly CardButton[];
  menu: readonly Readonly<{ text: string; key: string }>[];
  /** Set when the buttons are grey: what they say now. */
  closed?: string;
}>;

const LOOKS = ["primary", "primary", "plain", "danger", "quiet"] as const;
const linked = (url: string | undefined) => (isHttp(url) ? { url } : {});

export function cardView({ card, taskId, greyed }: CardState, mediaUrl: (mediaId: string) => string): CardView {
  const fields = jsonFields(card);
  const words = (area: string, name: string) => fields.object(area)?.text(name) ?? "";
  const listed = (name: string) => fields.objects(name) ?? [];
  const closed = greyed ?? fields.text("replace_text");
  return {
    taskId,
    source: words("source", "desc"),
    title: words("main_title", "title"),
    desc: words("main_title", "desc"),
    ...(fields.object("emphasis_content")
      ? { emphasis: { title: words("emphasis_content", "title"), desc: words("emphasis_content", "desc") } }
      : {}),
    ...(fields.object("quote_area")
      ? { quote: { title: words("quote_area", "title"), text: words("quote_area", "quote_text") } }
      : {}),
    subTitle: fields.text("sub_title_text") ?? "",
    paragraphs: listed("vertical_content_list").map((item) => ({
      title: item.text("title") ?? "",
      desc: item.text("desc") ?? "",
    })),
    rows: listed("horizontal_content_list").map((item) => ({
      name: item.text("keyname") ?? "",
      value: item.text("value") ?? "",
      ...(item.integer("type") === 2 ? { url: mediaUrl(item.text("media_id") ?? "") } : linked(item.text("url"))),
    })),
    jumps: listed("jump_list").map((item) => ({ title: item.text("title") ?? "", ...linked(item.text("url")) })),
    ...linked(fields.object("card_action")?.text("url")),
    questions: questionsOf(fields),
    buttons: buttonsOf(fields),
    menu: (fields.object("action_menu")?.objects("action_list") ?? []).map((item) => ({
      text: item.text("text") ?? "",
      key: item.text("key") ?? "",
    })),
    ...(closed === undefined ? {} : { closed }),
  };
}

function buttonsOf(fields: JsonFields): CardButton[] {
  const submit = fields.object("submit_button");
  const own = (fields.objects("button_list") ?? []).map((button): CardButton => {
    const look = LOOKS[button.integer("style") ?? 1] ?? "primary";
    const text = button.text("text") ?? "";
    if (button.integer("type") === 1) return { text, look, ...linked(button.text("url")) };
    return { text, look, key: button.text("key") ?? "" };
  });
  return submit ? [...own, { text: submit.text("text") ?? "", key: submit.text("key") ?? "", look: "primary" }] : own;
}

function questionsOf(fields: JsonFields): CardQuestion[] {
  const box = fields.object("checkbox");
  const lists = [fields.object("button_selection"), ...(fields.objects("select_list") ?? [])];
  const open = box ? [asQuestion(box, true)] : [];
  return [...open, ...lists.flatMap((list) => (list ? [asQuestion(list, false)] : []))];
}

const asQuestion = (question: JsonFields, open: boolean): CardQuestion => ({
  key: question.text("question_key") ?? "",
  title: question.text("title") ?? "",
  many: question.integer("mode") === 1,
  open,
  disabled: question.flag("disable"),
  options: (question.objects("option_list") ?? []).map((option) => ({
    id: option.text("id") ?? "",
    text: option.text("text") ?? "",
    chosen: option.flag("is_checked") || option.text("id") === question.text("selected_id"),
  })),
});
