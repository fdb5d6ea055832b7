import type { Platform } from "../platform.ts";
import type { AppChat } from "../state/app-chats.ts";
import { userKey } from "../state/directory.ts";
import { type Answer, type AppCall, type Endpoint, ok, refuse } from "./endpoint.ts";
import type { Errcode } from "./errcodes.ts";
import type { JsonFields } from "./json-fields.ts";
import { contentOf, MESSAGE_KINDS } from "./message-kinds.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** What one member receives in all groups; beyond it messages vanish. [90248] */
const PER_MEMBER = [[200, MINUTE]] as const;
/** Changes of groups in an hour. [90245] */
const CHANGES = [[100, HOUR]] as const;
/** Cards and mini programs do not exist in these groups. [90248] */
const NOT_IN_GROUPS = new Set(["miniprogram_notice"]);

/** Only an app that sees the whole corporation may. */
const mayChat = ({ app, platform }: AppCall) => app.canAppchat && platform.apps.seesRoot(app);

type Wanted = Readonly<{ name: string; owner: string; userlist: readonly string[] }>;

function fault({ directory }: Platform, { name, owner, userlist }: Wanted): Errcode | undefined {
  if ([...name].length > 50) return 86004;
  if (userlist.length < 2 || userlist.length > 2000) return 86006;
  if (userlist.some((userid) => !directory.member(userid))) return 86007;
  return userlist.some((userid) => userKey(userid) === userKey(owner)) ? undefined : 86207;
}

const create: Endpoint = {
  method: "POST",
  path: "/cgi-bin/appchat/create",
  access: "app",
  answer(call) {
    if (!mayChat(call)) return refuse(48002);
    const { platform, app, fields } = call;
    const chatid = fields.text("chatid") || platform.ids.text("chatid", 24);
    if (!/^[0-9A-Za-z]{1,32}$/.test(chatid)) return refuse(86001);
    if (platform.appChats.get(chatid)) return refuse(86215);
    const userlist = fields.texts("userlist") ?? [];
    const wanted = { name: fields.text("name") ?? "", owner: fields.text("owner") || (userlist[0] ?? ""), userlist };
    const wrong = fault(platform, wanted);
    if (wrong !== undefined) return refuse(wrong);
    platform.appChats.put({ ...wanted, chatid, agentid: app.agentid });
    return ok({ chatid });
  },
};

/** The group named, if this app made it. */
function own({ platform, app }: AppCall, chatid: string | null | undefined): AppChat | undefined {
  const chat = platform.appChats.get(chatid ?? "");
  return chat?.agentid === app.agentid ? chat : undefined;
}

const update: Endpoint = {
  method: "POST",
  path: "/cgi-bin/appchat/update",
  access: "app",
  answer(call) {
    const { platform, app, fields } = call;
    const chat = own(call, fields.text("chatid"));
    if (!chat) return refuse(86003);
    if (!platform.rates.allows(`appchat-update:${app.agentid}`, CHANGES)) return refuse(45009);
    platform.rates.add(`appchat-update:${app.agentid}`);
    const changed = { ...chat, ...changesIn(chat, fields) };
    const wrong = fault(platform, changed);
    if (wrong !== undefined) return refuse(wrong);
    platform.appChats.put(changed);
    return ok();
  },
};

function changesIn(chat: AppChat, fields: JsonFields): Wanted {
  const gone = new Set((fields.texts("del_user_list") ?? []).map(userKey));
  const stay = [...chat.userlist, ...(fields.texts("add_user_list") ?? [])].filter(
    (userid) => !gone.has(userKey(userid)),
  );
  return {
    name: fields.text("name") ?? chat.name,
    owner: fields.text("owner") ?? chat.owner,
    userlist: [...new Set(stay)],
  };
}

const get: Endpoint = {
  method: "GET",
  path: "/cgi-bin/appchat/get",
  access: "app",
  answer(call) {
    const chat = own(call, call.query.get("chatid"));
    if (!chat) return refuse(86003);
    const { chatid, name, owner, userlist } = chat;
    return ok({ chat_info: { chatid, name, owner, userlist } });
  },
};

const send: Endpoint = {
  method: "POST",
  path: "/cgi-bin/appchat/send",
  access: "app",
  answer(call) {
    const { platform, fields } = call;
    const chat = own(call, fields.text("chatid"));
    if (!chat) return refuse(86003);
    const msgtype = fields.text("msgtype") ?? "";
    const kind = NOT_IN_GROUPS.has(msgtype) ? undefined : MESSAGE_KINDS.get(msgtype);
    if (!kind) return refuse(40008);
    const shaped = kind({ platform, content: contentOf(fields, msgtype) });
    if ("refused" in shaped) return refuse(shaped.refused, shaped.detail);
    return deliver(platform, chat, msgtype, shaped.body);
  },
};

function deliver(platform: Platform, chat: AppChat, msgtype: string, body: JsonFields["tree"]): Answer {
  const msgid = platform.ids.text("msgid", 44);
  for (const userid of chat.userlist) {
    const counter = `appchat:${userKey(userid)}`;
    const within = platform.rates.allows(counter, PER_MEMBER);
    if (within) platform.rates.add(counter);
    else platform.violations.note("message-dropped", `${chat.chatid} to ${userid}`);
    platform.timelines.add({
      speaker: chat.agentid,
      chatid: chat.chatid,
      from: "product",
      via: "api",
      userid,
      msgid,
      msgtype,
      body,
      state: within ? "shown" : "dropped",
    });
  }
  return ok();
}

export const appChatEndpoints: readonly Endpoint[] = [create, update, get, send];
