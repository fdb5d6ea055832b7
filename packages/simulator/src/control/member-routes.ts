import { z } from "zod";
import type { SaidToBot } from "../aibot/bot-message.ts";
import { DISTURBANCES, FORGERIES } from "../callback/chaos.ts";
import type { Delivery } from "../callback/delivery.ts";
import type { Said } from "../callback/inner-message.ts";
import { WrongUse } from "../wrong-use.ts";
import { type Route, readAs } from "./route.ts";

const Act = {
  agentid: z.int().optional(),
  chaos: z.array(z.enum([...DISTURBANCES, ...FORGERIES])).optional(),
  wait: z.boolean().optional(),
};
/** To an AI bot instead of an app, in a group when `chatid` is given. */
const ToBot = { bot: z.string().optional(), chatid: z.string().optional() };

const SayText = z.strictObject({ ...Act, ...ToBot, msgtype: z.literal("text").default("text"), content: z.string() });
const SayMedia = z.strictObject({
  ...Act,
  ...ToBot,
  msgtype: z.enum(["image", "voice", "video", "file"]),
  filename: z.string().optional(),
  base64: z.base64().optional(),
});
const SayPlace = z.strictObject({
  ...Act,
  ...ToBot,
  msgtype: z.literal("location"),
  latitude: z.number(),
  longitude: z.number(),
  label: z.string(),
});
const Say = z.union([SayText, SayMedia, SayPlace]);
type SayBody = z.output<typeof Say>;

const ClickBody = z.strictObject({
  ...Act,
  bot: z.string().optional(),
  taskId: z.string(),
  key: z.string(),
  selected: z.record(z.string(), z.array(z.string())).optional(),
});
const EnterBody = z.strictObject({ ...Act, bot: z.string().optional() });
const MenuBody = z.strictObject({ ...Act, key: z.string() });

/** Absent options stay absent. */
const options = ({ agentid, chaos }: Pick<SayBody, "agentid" | "chaos">) => ({
  ...(agentid === undefined ? {} : { agentid }),
  ...(chaos === undefined ? {} : { chaos }),
});

const file = ({ base64, filename }: z.output<typeof SayMedia>) => ({
  ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, "base64") }),
  ...(filename === undefined ? {} : { filename }),
});

function toApp(said: SayBody): Said {
  switch (said.msgtype) {
    case "text":
      return { msgtype: "text", content: said.content };
    case "location":
      return { msgtype: "location", latitude: said.latitude, longitude: said.longitude, label: said.label };
    default:
      return { msgtype: said.msgtype, ...file(said) };
  }
}

function toBot(said: SayBody): SaidToBot {
  if (said.msgtype === "text") return { msgtype: "text", content: said.content };
  if (said.msgtype === "location" || said.msgtype === "voice") {
    throw new WrongUse(`A bot takes text, pictures, files and films here, not ${said.msgtype}.`);
  }
  return { msgtype: said.msgtype, ...file(said) };
}

/** The delivery's ids at once, or its report when `wait` is asked for. */
const told = async ({ settled, ...delivery }: Delivery, wait: boolean | undefined) => (wait ? await settled : delivery);

/** What members do and see. */
export const memberRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/_sim/users/:id/say",
    answer: ({ control, body }, id) => {
      const said = readAs(Say, body);
      const { bot, chatid, wait } = said;
      if (bot === undefined) return told(control.say(id, toApp(said), options(said)), wait);
      return told(control.bots.say(id, bot, toBot(said), chatid === undefined ? {} : { chatid }), wait);
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/click",
    answer: ({ control, body }, id) => {
      const { taskId, key, selected = {}, bot, ...act } = readAs(ClickBody, body);
      const click = { taskId, key, selected };
      return told(
        bot === undefined ? control.click(id, click, options(act)) : control.bots.click(id, bot, click),
        act.wait,
      );
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/menu",
    answer: ({ control, body }, id) => {
      const { key, ...act } = readAs(MenuBody, body);
      return told(control.menu(id, key, options(act)), act.wait);
    },
  },
  {
    method: "POST",
    path: "/_sim/users/:id/enter",
    answer: ({ control, body }, id) => {
      const { bot, ...act } = readAs(EnterBody, body);
      return told(bot === undefined ? control.enter(id, options(act)) : control.bots.enter(id, bot), act.wait);
    },
  },
  {
    method: "GET",
    path: "/_sim/users/:id/timeline",
    answer: ({ control, query }, id) => {
      const speaker = query.get("speaker");
      if (speaker === null) return control.timeline(id);
      return control.timeline(id, /^\d+$/.test(speaker) ? Number(speaker) : speaker);
    },
  },
  { method: "GET", path: "/_sim/users", answer: ({ platform }) => platform.directory.members() },
];
