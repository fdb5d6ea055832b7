import type { App } from "../state/apps.ts";
import type { MenuButton } from "../state/menus.ts";
import { byteLength } from "../wire/byte-limit.ts";
import { type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";

/** What a button of each type must carry. [90231] */
const NEEDS: ReadonlyMap<string, "key" | "url" | "pagepath"> = new Map([
  ["click", "key"],
  ["view", "url"],
  ["scancode_push", "key"],
  ["scancode_waitmsg", "key"],
  ["pic_sysphoto", "key"],
  ["pic_photo_or_album", "key"],
  ["pic_weixin", "key"],
  ["location_select", "key"],
  ["view_miniprogram", "pagepath"],
]);

/** Limits of one level of the menu and the code of each breach. [90231] [90313] */
type Level = Readonly<{ most: number; nameBytes: number; codes: Readonly<Record<Breach, Errcode>> }>;
type Breach = "count" | "type" | "name" | "key" | "url" | "domain";
const TOP: Level = {
  most: 3,
  nameBytes: 16,
  codes: { count: 40016, type: 40017, name: 40018, key: 40019, url: 40020, domain: 40055 },
};
const SUB: Level = {
  most: 5,
  nameBytes: 40,
  codes: { count: 40023, type: 40024, name: 40025, key: 40026, url: 40027, domain: 40054 },
};

type Leaf = Readonly<{ buttons: readonly JsonFields[]; level: Level; app: App }>;

function firstFault({ buttons, level, app }: Leaf): Errcode | undefined {
  const { codes } = level;
  if (buttons.length < 1 || buttons.length > level.most) return codes.count;
  for (const button of buttons) {
    const name = button.text("name") ?? "";
    if (name === "" || byteLength(name) > level.nameBytes) return codes.name;
    const below = button.objects("sub_button");
    const fault =
      level === TOP && below && below.length > 0
        ? firstFault({ buttons: below, level: SUB, app })
        : leafFault(button, level, app);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function leafFault(button: JsonFields, { codes }: Level, app: App): Errcode | undefined {
  const need = NEEDS.get(button.text("type") ?? "");
  if (!need) return codes.type;
  const value = button.text(need) ?? "";
  if (need === "key" && (value === "" || byteLength(value) > 128)) return codes.key;
  if (need !== "url") return value === "" ? codes.url : undefined;
  if (byteLength(value) > 1024 || !URL.canParse(value)) return codes.url;
  return app.trustedDomain !== undefined && new URL(value).host !== app.trustedDomain ? codes.domain : undefined;
}

function asButton(button: JsonFields): MenuButton {
  const below = button.objects("sub_button");
  return {
    name: button.text("name") ?? "",
    ...Object.fromEntries(
      ["type", "key", "url"].flatMap((name) => (button.text(name) ? [[name, button.text(name)]] : [])),
    ),
    ...(below && below.length > 0 ? { sub_button: below.map(asButton) } : {}),
    raw: button.tree,
  };
}

/** The agentid of the query must be the token's app. */
function wrongAgent({ query, app, platform }: AppCall): Errcode | undefined {
  const agentid = Number(query.get("agentid"));
  if (!platform.apps.get(agentid)) return 40056;
  return agentid === app.agentid ? undefined : platform.switches.agentMismatch;
}

const create: Endpoint = {
  method: "POST",
  path: "/cgi-bin/menu/create",
  access: "app",
  answer(call) {
    const wrong = wrongAgent(call);
    if (wrong !== undefined) return refuse(wrong);
    const buttons = call.fields.objects("button") ?? [];
    const fault = firstFault({ buttons, level: TOP, app: call.app });
    if (fault !== undefined) return refuse(fault);
    call.platform.menus.set(call.app.agentid, buttons.map(asButton));
    return ok();
  },
};

const get: Endpoint = {
  method: "GET",
  path: "/cgi-bin/menu/get",
  access: "app",
  answer(call) {
    const wrong = wrongAgent(call);
    if (wrong !== undefined) return refuse(wrong);
    const menu = call.platform.menus.get(call.app.agentid);
    return menu ? ok({ button: menu.map(({ raw }) => raw) }) : refuse(46003);
  },
};

const remove: Endpoint = {
  method: "GET",
  path: "/cgi-bin/menu/delete",
  access: "app",
  answer(call) {
    const wrong = wrongAgent(call);
    if (wrong !== undefined) return refuse(wrong);
    call.platform.menus.remove(call.app.agentid);
    return ok();
  },
};

export const menuEndpoints: readonly Endpoint[] = [create, get, remove];
