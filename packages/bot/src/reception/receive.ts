import type { Member } from "@gongkai/schema";
import { converse, type Turned } from "../deeds/converse.ts";
import type { Message } from "../deeds/message.ts";
import { putReply } from "../deeds/replies.ts";
import type { TalkingOffice } from "../deeds/talking-office.ts";
import type { Tap } from "../dialogue/turn.ts";
import type { Handle } from "../inbox/work-off.ts";
import { outboxRows } from "../outbox/body.ts";
import { monthPressOf } from "../outbox/month-card.ts";
import type { Transaction } from "../store/home.ts";
import type { WaitingMessage } from "../store/inbox-port.ts";
import { isMenuKey, type MenuKey } from "../wecom/menu.ts";
import { WecomMessage } from "../wecom/message.ts";
import { MONTH_CARD_DONE, monthTapWords } from "../wording/month-card-words.ts";
import {
  FILE_WORDS,
  OTHER_WORDS,
  PICTURE_WORDS,
  REPORT_WORDS,
  VOICE_WORDS,
  WELCOME_WORDS,
} from "../wording/reception-words.ts";

/** What a message or event of the platform is to us: words to be understood, words to be said, or nothing. */
type Received = Readonly<{ text: string; tap?: Tap } | { say: string } | { nothing: true }>;

/** A tap on the menu is the sentence one would have typed. */
const MENU_WORDS: Readonly<Record<MenuKey, Received>> = {
  report: { say: REPORT_WORDS },
  progress: { text: "本月进度" },
  undo: { text: "撤销" },
  export: { text: "导出年报" },
  help: { text: "帮助" },
};

function received(message: WecomMessage): Received {
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
      return pressed(message.key);
    case "subscribe":
      return { say: WELCOME_WORDS };
    case "unknown":
      return message.event === "" ? { say: OTHER_WORDS } : { nothing: true }; // an event is nobody's sentence
    default:
      return { nothing: true };
  }
}

/** A tap on a card; who pressed it is asked for the right like anybody who writes. */
function pressed(key: string): Received {
  const press = monthPressOf(key);
  return press ? { tap: { tap: "month", ...press }, text: monthTapWords(press.does) } : { nothing: true };
}

/** The way of a message from the inbox to the talk of its organ. */
export function createReception(offices: ReadonlyMap<string, TalkingOffice>, now: () => number): Handle {
  return async function receive(tx, waiting) {
    const office = offices.get(waiting.organ);
    if (!office) throw new Error(`organ ${waiting.organ} has messages waiting but is not configured in this process`);
    const event = WecomMessage.parse(JSON.parse(waiting.payload));
    const what = received(event);
    if ("nothing" in what) return "nothing";
    const member = memberOf(office, waiting);
    const tap = "tap" in what ? what.tap : undefined;
    const message = { ...messageOf(waiting, "text" in what ? what.text : "", now()), ...(tap ? { tap } : {}) };
    // a stranger is turned away by the talk itself, whatever was sent
    if ("text" in what || !member?.active) {
      const turned = await converse(tx, office, member, message);
      if (event.kind === "card-click") await greyCard(tx, waiting, event, turned, now());
      return turned.act;
    }
    await putReply(tx, office.office.key, message, what.say, now());
    return "told";
  };
}

/** A card whose zeros were written shows it, to whoever pressed it. The click's code is good for this once. */
async function greyCard(
  tx: Transaction,
  { organ, key, from, sentAt }: WaitingMessage,
  { responseCode }: Extract<WecomMessage, { kind: "card-click" }>,
  { step }: Turned,
  now: number,
): Promise<void> {
  if (responseCode === "" || !step?.plans.some((plan) => plan.do === "attest-nil")) return;
  const handle = { from: "click", code: responseCode, mintedAt: sentAt } as const;
  const body = { kind: "card-update", handle, face: { replaceName: MONTH_CARD_DONE }, otherwise: null } as const;
  await tx.put(outboxRows({ organ, key: `${key}/card`, to: from, body }), now);
}

const memberOf = ({ members }: TalkingOffice, { from }: WaitingMessage): Member | undefined =>
  members().find(({ id }) => id === from);

const messageOf = ({ key, from, sentAt }: WaitingMessage, text: string, now: number): Message => ({
  source: key,
  from,
  text,
  now: new Date(sentAt).toISOString(),
  writtenAt: new Date(now).toISOString(),
});
