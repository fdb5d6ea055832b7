import { z } from "zod";
import type { Caller } from "./api-call.ts";

// Platform limits (document/path/90231): one to three at the top, one to five below; a name at the top takes 16 bytes,
// one below 40; a key 128 bytes.

const MENU_KEYS = ["report", "progress", "undo", "export", "help"] as const;
export type MenuKey = (typeof MENU_KEYS)[number];

type MenuButton = Readonly<{ name: string; key: MenuKey }>;
type MenuColumn = MenuButton | Readonly<{ name: string; buttons: readonly MenuButton[] }>;

/** The app's menu at the bottom of the chat; a tap comes back as a `menu-click` with the key. */
export const MENU: readonly MenuColumn[] = [
  { name: "我要报", key: "report" },
  { name: "进度", key: "progress" },
  {
    name: "更多",
    buttons: [
      { name: "撤销上一条", key: "undo" },
      { name: "导出年报", key: "export" },
      { name: "使用说明", key: "help" },
    ],
  },
];

export function isMenuKey(key: string): key is MenuKey {
  return MENU_KEYS.some((known) => known === key);
}

/** Replaces the app's menu; the same menu again changes nothing. */
export async function createMenu(call: Caller, agentid: string): Promise<void> {
  const json = { button: MENU.map(columnJson) };
  await call({ api: "/cgi-bin/menu/create", query: { agentid }, json, answer: z.looseObject({}) });
}

const buttonJson = ({ name, key }: MenuButton) => ({ type: "click", name, key });

function columnJson(column: MenuColumn) {
  return "key" in column ? buttonJson(column) : { name: column.name, sub_button: column.buttons.map(buttonJson) };
}
