import type { Member } from "@gongkai/schema";
import { converse } from "../deeds/converse.ts";
import type { Message, PressedCard } from "../deeds/message.ts";
import { putReply } from "../deeds/replies.ts";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import type { Tap } from "../dialogue/turn.ts";
import type { Handle } from "../inbox/work-off.ts";
import type { WaitingMessage } from "../store/inbox-port.ts";
import { isMenuKey, type MenuKey } from "../wecom/menu.ts";
import { WecomMessage } from "../wecom/message.ts";
import {
  FILE_WORDS,
  NOTHING_TICKED_WORDS,
  OTHER_WORDS,
  PICTURE_WORDS,
  REPORT_WORDS,
  VOICE_WORDS,
  WELCOME_WORDS,
} from "../wording/reception-words.ts";
import { pressed } from "./pressed.ts";

/** What a message or event of the platform is to us: words to be understood, a tap, words to be said, or nothing. */
type Received = Readonly<{ text: string } | { tap: Tap; card: PressedCard } | { say: string } | { nothing: true }>;

/** A tap on the menu is the sentence one would have typed. */
const MENU_WORDS: Readonly<Record<MenuKey, Received>> = {
  report: { say: REPORT_WORDS },
  progress: { text: "本月进度" },
  undo: { text: "撤销" },
  export: { text: "导出年报" },
  help: { text: "帮助" },
};

function readAs(message: WecomMessage): Received {
  switch (message.kind) {
    case "text":
      return { text: message.content };
    case "voice":
      return message.transcript === null ? { say: VOICE_WORDS } : { text: message.transcript };
    case "image":
    case "video":
      return { say: PICTURE_WORDS };
    case "file":
      return { say: FILE_WORDS };
    case "location":
    case "link":
      return { say: OTHER_WORDS };
    case "menu-click":
      return isMenuKey(message.key) ? MENU_WORDS[message.key] : { nothing: true };
    case "card-click":
    case "card-menu": {
      const { tap, card } = pressed(message);
      return tap ? { tap, card } : { say: NOTHING_TICKED_WORDS };
    }
    case "subscribe":
      return { say: WELCOME_WORDS };
    case "enter-agent": // an app's is told at every entry, the AI bot's once a day
      return message.door.kind === "ai-bot" ? { say: WELCOME_WORDS } : { nothing: true };
    case "unknown":
      return message.event === "" ? { say: OTHER_WORDS } : { nothing: true }; // an event is nobody's sentence
    default:
      return { nothing: true };
  }
}

/** The way of a message from the inbox to the talk of its organ. */
export function createReception(offices: ReadonlyMap<string, TalkingOffice>, now: () => number): Handle {
  return async function receive(tx, waiting) {
    const office = offices.get(waiting.organ);
    if (!office) throw new Error(`organ ${waiting.organ} has messages waiting but is not configured in this process`);
    const received = WecomMessage.parse(JSON.parse(waiting.payload));
    const what = readAs(received);
    if ("nothing" in what) return "nothing";
    const member = memberOf(office, waiting);
    const message = messageOf(waiting, received, what, now());
    // a stranger is turned away by the talk itself, whatever was sent
    if (!("say" in what) || !member?.active) return (await converse(tx, office, member, message)).act;
    await putReply(tx, office.office.key, message, what.say, now());
    return "told";
  };
}

const memberOf = ({ members }: TalkingOffice, { from }: WaitingMessage): Member | undefined =>
  members().find(({ id }) => id === from);

function messageOf(
  { key, from, sentAt }: WaitingMessage,
  { door }: WecomMessage,
  what: Exclude<Received, { nothing: true }>,
  now: number,
): Message {
  return {
    source: key,
    from,
    text: "text" in what ? what.text : "",
    now: new Date(sentAt).toISOString(),
    writtenAt: new Date(now).toISOString(),
    ...("tap" in what && { tap: what.tap, card: what.card }),
    ...(door.kind === "ai-bot" && { door }),
  };
}
