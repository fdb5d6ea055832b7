import type { Platform } from "../platform.ts";
import type { Element } from "../wire/xml.ts";
import { headOf, type Inner, innerXml } from "./inner-message.ts";

type Happening = Readonly<{ platform: Platform; userid: string; event: string; fields: readonly Element[] }>;

/** An event as the app receives it. [90240] */
export function eventOf({ platform, userid, event, fields }: Happening): Inner {
  return {
    userid,
    event,
    message: innerXml([...headOf({ platform, userid, msgtype: "event" }), ["Event", event], ...fields]),
  };
}

/** The chosen option ids of each question of a card. */
export type Selected = Readonly<Record<string, readonly string[]>>;

export type CardClick = Readonly<{
  agentid: number;
  key: string;
  taskId: string;
  cardType: string;
  responseCode: string;
  selected: Selected;
}>;

/** Fields of template_card_event and template_card_menu_event, in the order of the sample. [90240] */
export function cardClickFields({ agentid, key, taskId, cardType, responseCode, selected }: CardClick): Element[] {
  const items = Object.entries(selected).map(
    ([question, options]): Element => [
      "SelectedItem",
      [
        ["QuestionKey", question],
        ["OptionIds", options.map((option): Element => ["OptionId", option])],
      ],
    ],
  );
  return [
    ["EventKey", key],
    ["TaskId", taskId],
    ["CardType", cardType],
    ["ResponseCode", responseCode],
    ["AgentID", agentid],
    ...(items.length > 0 ? ([["SelectedItems", items]] as const) : []),
  ];
}
