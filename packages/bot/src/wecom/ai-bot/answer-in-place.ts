import { createHash } from "node:crypto";
import type { AnswerHandle } from "../message-base.ts";
import type { SendOptions } from "../message-send.ts";
import { WecomError } from "../wecom-error.ts";
import type { BotLink } from "./bot-link.ts";
import type { BotWords } from "./bot-words.ts";

/** A stream must end 360 s after the question (document/path/100719); one begun too late is dropped in silence. */
const IN_TIME_MS = 330_000;
/** A welcome has five seconds (document/path/101027). */
const WELCOME_MS = 4_500;
/** The handle is old, unknown, answered, or its stream is over (document/path/101463). */
const GONE = [846604, 846605, 846606, 846608];
const ANSWERED = 846606;

/** Handles answered by this process; a message is answered in its place once, later words are pushed. */
export type SpentHandles = Readonly<{
  has: (handle: string) => boolean;
  add: (handle: string) => void;
  drop: (handle: string) => void;
}>;

export function createSpentHandles(most = 10_000): SpentHandles {
  const spent = new Set<string>();
  return {
    has: (handle) => spent.has(handle),
    add(handle) {
      spent.add(handle);
      const [oldest] = spent;
      if (spent.size > most && oldest !== undefined) spent.delete(oldest);
    },
    drop: (handle) => void spent.delete(handle),
  };
}

type Moment = Readonly<{ now: number; spent: SpentHandles; options: SendOptions }>;

/** True when the words stand where the question was asked; false when they have to be said some other way. */
export async function answerInPlace(
  link: BotLink,
  answer: AnswerHandle | null,
  words: BotWords,
  { now, spent, options }: Moment,
): Promise<boolean> {
  const frame = answer && spokenAs(answer, words, now);
  if (!frame || spent.has(answer.handle)) return false;
  spent.add(answer.handle);
  try {
    await link.reply(answer.handle, frame.cmd, frame.body);
    return true;
  } catch (error) {
    if (!(error instanceof WecomError) || error.errcode === null) {
      spent.drop(answer.handle); // unknown whether it arrived: the next try repeats the same stream
      throw error;
    }
    if (error.errcode === ANSWERED && options.mayHaveArrived) return true;
    if (GONE.includes(error.errcode)) return false;
    throw error;
  }
}

function spokenAs({ as, handle, since }: AnswerHandle, words: BotWords, now: number) {
  if (as === "welcome" && now - since < WELCOME_MS) {
    const { markdown, ...other } = words;
    const body = markdown ? { msgtype: "text", text: markdown } : other;
    return words.msgtype === "markdown" || words.msgtype === "template_card"
      ? ({ cmd: "aibot_respond_welcome_msg", body } as const)
      : undefined;
  }
  if (as !== "message" || now - since > IN_TIME_MS) return undefined;
  if (!words.markdown) return { cmd: "aibot_respond_msg", body: words } as const;
  const id = createHash("sha256").update(handle).digest("hex").slice(0, 32);
  const stream = { id, finish: true, content: words.markdown.content }; // whole and finished in its first frame
  return { cmd: "aibot_respond_msg", body: { msgtype: "stream", stream } } as const;
}
