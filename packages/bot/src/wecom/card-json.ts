import type { z } from "zod";
import type { Card } from "./card.ts";
import { BUTTON_STYLES, type Button, type Row, type Selection, type Source } from "./card-parts.ts";

type Json = Readonly<Record<string, unknown>>;

const COLOURS = ["grey", "black", "red", "green"] as const;
const CARD_TYPES = {
  buttons: "button_interaction",
  notice: "text_notice",
  multiple: "multiple_interaction",
  vote: "vote_interaction",
} as const satisfies Record<Card["kind"], string>;

/** The card as the platform wants it (document/path/90236). Absent parts are left out, not null. */
export function cardJson(card: Card): Json {
  const common = present({
    card_type: CARD_TYPES[card.kind],
    task_id: card.taskId,
    source: card.source && sourceJson(card.source),
    main_title: present({ title: card.title, desc: card.text }),
  });
  return { ...common, ...bodyJson(card) };
}

function bodyJson(card: Card): Json {
  switch (card.kind) {
    case "buttons":
      return present({
        ...noticeParts(card),
        button_selection: card.selection && selectionJson(card.selection),
        button_list: card.buttons.map(buttonJson),
        card_action: card.url && { type: 1, url: card.url },
        replace_text: card.replaced,
      });
    case "notice":
      return present({
        ...noticeParts(card),
        emphasis_content: card.emphasis && present({ title: card.emphasis.title, desc: card.emphasis.text }),
        jump_list: listed(card.links.map(({ text, url }) => ({ type: 1, title: text, url }))),
        card_action: { type: 1, url: card.url },
      });
    case "multiple":
      return present({
        select_list: card.selections.map(selectionJson),
        submit_button: card.submit,
        replace_text: card.replaced,
      });
    case "vote":
      return present({ checkbox: ballotJson(card.ballot), submit_button: card.submit, replace_text: card.replaced });
    default:
      return card satisfies never;
  }
}

function noticeParts({ menu, quote, subtitle, rows }: Extract<Card, { kind: "buttons" | "notice" }>): Json {
  return {
    action_menu: menu && { desc: menu.hint, action_list: menu.choices },
    quote_area:
      quote && present({ type: quote.url ? 1 : 0, url: quote.url, title: quote.title, quote_text: quote.text }),
    sub_title_text: subtitle,
    horizontal_content_list: listed(rows.map(rowJson)),
  };
}

const sourceJson = ({ text, colour }: z.infer<typeof Source>): Json => ({
  desc: text,
  desc_color: COLOURS.indexOf(colour),
});

function rowJson({ name, value, url, member }: z.infer<typeof Row>): Json {
  if (member !== undefined) return { type: 3, keyname: name, value, userid: member };
  return url === undefined ? { keyname: name, value } : { type: 1, keyname: name, value, url };
}

function buttonJson(button: z.infer<typeof Button>): Json {
  const style = BUTTON_STYLES.indexOf(button.style) + 1;
  if (button.does === "open") return { type: 1, text: button.text, style, url: button.url };
  return { type: 0, text: button.text, style, key: button.key };
}

function selectionJson({ key, title, options, selected, disabled }: z.infer<typeof Selection>): Json {
  return present({ question_key: key, title, selected_id: selected, disable: disabled, option_list: options });
}

function ballotJson({ key, many, options, disabled }: Extract<Card, { kind: "vote" }>["ballot"]): Json {
  const option_list = options.map(({ id, text, checked }) => present({ id, text, is_checked: checked }));
  return present({ question_key: key, mode: many ? 1 : 0, disable: disabled, option_list });
}

const listed = <T>(items: readonly T[]) => (items.length === 0 ? undefined : items);

function present(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
