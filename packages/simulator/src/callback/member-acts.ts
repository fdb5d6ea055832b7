import { type JsonFields, jsonFields } from "../api/json-fields.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/apps.ts";
import type { Member } from "../state/directory.ts";
import type { Message } from "../state/timeline.ts";
import type { Door } from "../wire/envelope.ts";
import type { Element } from "../wire/xml.ts";
import { WrongUse } from "../wrong-use.ts";
import type { ChaosName } from "./chaos.ts";
import type { Delivery } from "./delivery.ts";
import type { Driver } from "./driver.ts";
import { cardClickFields, eventOf, type Selected } from "./inner-event.ts";
import { type Inner, messageOf, type Said } from "./inner-message.ts";
import { acceptAnswer } from "./passive-reply.ts";

/** To which app, and with what chaos; the first app when none is named. */
export type ActOptions = Readonly<{ agentid?: number; chaos?: readonly ChaosName[] }>;
export type Click = Readonly<{ taskId: string; key: string; selected?: Selected }>;

/** What members do in their chat with an app, each of which reaches its callback. */
export function createMemberActs(platform: Platform, driver: Driver) {
  const { apps, directory, ids, timelines } = platform;

  function appOf(agentid: number | undefined): App {
    const app = agentid === undefined ? apps.all()[0] : apps.get(agentid);
    if (app) return app;
    throw new WrongUse(
      agentid === undefined ? "There is no app; give createSimulator one in apps." : `There is no app ${agentid}.`,
    );
  }
  function memberOf(userid: string): Member {
    const member = directory.member(userid);
    if (member) return member;
    throw new WrongUse(`There is no member ${userid}; give createSimulator one in users, or add one.`);
  }

  type Happening = Readonly<{ app: App; inner: Inner; options: ActOptions; spoken?: Message; responseCode?: string }>;
  function send({ app, inner, options, spoken, responseCode }: Happening): Delivery {
    const { userid, event } = inner;
    const code = responseCode === undefined ? {} : { responseCode };
    const answered = { platform, app, userid, ...(event === undefined ? {} : { event }), ...code };
    return driver.send({
      agentid: app.agentid,
      door: doorOf(platform, app),
      inner,
      chaos: options.chaos ?? [],
      accept: (body) => acceptAnswer(answered, body),
      gaveUp: () => {
        if (!spoken) return;
        spoken.state = "undelivered";
        timelines.touch(userid);
      },
    });
  }
  const happen = (userid: string, event: string, fields: readonly Element[], options: ActOptions = {}): Delivery => {
    const app = appOf(options.agentid);
    const member = memberOf(userid);
    const inner = eventOf({
      platform,
      userid: member.userid,
      event,
      fields: [...fields, ["AgentID", app.agentid]],
    });
    return send({ app, inner, options });
  };

  return {
    say(userid: string, words: string | Said, options: ActOptions = {}): Delivery {
      const app = appOf(options.agentid);
      const member = memberOf(userid);
      const said: Said = typeof words === "string" ? { msgtype: "text", content: words } : words;
      const odd =
        options.chaos?.includes("non-numeric-msgid") ||
        ids.chance("odd-msgid") < (driver.rates()["non-numeric-msgid"] ?? 0);
      const msgid = odd ? `CAIQ${ids.bytes("msgid", 16).toString("base64")}` : ids.digits("msgid", 19);
      const { inner, shown } = messageOf({ platform, agentid: app.agentid, userid: member.userid, msgid, said });
      const spoken = timelines.add({
        speaker: app.agentid,
        from: "member",
        via: "member",
        userid: member.userid,
        msgid,
        msgtype: said.msgtype,
        body: shown,
      });
      return send({ app, inner, options, spoken });
    },

    /** Presses a button, an entry of the card's menu, or the submit button with what was selected. */
    click(userid: string, { taskId, key, selected = {} }: Click, options: ActOptions = {}): Delivery {
      const app = appOf(options.agentid);
      const member = memberOf(userid);
      const message = timelines.card(member.userid, app.agentid, taskId);
      if (!message?.card || message.state !== "shown") throw new WrongUse(`${userid} has no card ${taskId} to press.`);
      const card = jsonFields(message.card.card);
      const event = eventOfKey(card, key);
      if (!event) throw new WrongUse(`Card ${taskId} has no button ${key} that calls back.`);
      if (message.card.greyed !== undefined || card.text("replace_text") !== undefined) {
        throw new WrongUse(`Card ${taskId} is closed for ${userid}; its buttons are grey.`);
      }
      const responseCode = platform.codes.mint({
        speaker: app.agentid,
        taskId,
        msgid: message.msgid,
        receivers: timelines.copies(message.msgid).map((copy) => copy.userid),
        clicker: member.userid,
      });
      const fields = cardClickFields({
        agentid: app.agentid,
        key,
        taskId,
        cardType: card.text("card_type") ?? "",
        responseCode,
        selected,
      });
      const inner = eventOf({ platform, userid: member.userid, event, fields });
      return send({ app, inner, options, responseCode });
    },

    /** Presses an entry of the app's menu, by its key or its url. */
    menu(userid: string, keyOrUrl: string, options: ActOptions = {}): Delivery {
      const app = appOf(options.agentid);
      const button = platform.menus.leaves(app.agentid).find(({ key, url }) => key === keyOrUrl || url === keyOrUrl);
      if (!button) throw new WrongUse(`The menu of app ${app.agentid} has no entry ${keyOrUrl}.`);
      return happen(userid, button.type ?? "click", [["EventKey", keyOrUrl]], options);
    },

    enter: (userid: string, options: ActOptions = {}) => happen(userid, "enter_agent", [["EventKey", ""]], options),

    /** Any other event, with its own elements in their order. */
    event: happen,
    appOf,
    memberOf,
  };
}

export type MemberActs = ReturnType<typeof createMemberActs>;

/** Where an app receives; `undefined` while no callback is configured. */
export function doorOf({ corp }: Platform, app: App): Door | undefined {
  if (!app.callbackUrl) return undefined;
  const { callbackUrl: url, token, aesKey, agentid } = app;
  return { url, token, aesKey, receiveId: corp.corpid, form: { as: "xml", corpid: corp.corpid, agentid } };
}

/** The event a key of this card causes, if it is one that calls back. */
function eventOfKey(card: JsonFields, key: string): "template_card_event" | "template_card_menu_event" | undefined {
  const buttons = (card.objects("button_list") ?? []).filter((button) => button.integer("type") !== 1);
  const pressed = [...buttons, ...(card.object("submit_button") ? [card.object("submit_button")] : [])];
  if (pressed.some((button) => button?.text("key") === key)) return "template_card_event";
  const entries = card.object("action_menu")?.objects("action_list") ?? [];
  return entries.some((entry) => entry.text("key") === key) ? "template_card_menu_event" : undefined;
}
