import { groupOfRow, RESULT_ROWS } from "@gongkai/schema";
import type { Meaning } from "../utterance/meaning.ts";
import type { Pending } from "./conversation.ts";
import { nodOf } from "./nod.ts";
import { saysMore, speaksOf } from "./own-message.ts";
import { namedOption } from "./question.ts";
import { settle } from "./settle.ts";
import type { Turn } from "./turn.ts";
import { inTwo } from "./two-parts.ts";
import type { Work } from "./work.ts";

/** Matters whose own readers look after what else an answer says. */
const OWN_READERS: ReadonlySet<Pending["at"]> = new Set(["draft", "denied", "batch"]);
const MORE: ReadonlySet<Meaning["act"]> = new Set(["record", "ask", "correct", "undo", "export", "query"]);

/**
 * 替换，另外处罚3件; 就是这些，还有培训1场: an answer in its very words and a report after it. The question is settled,
 * then the rest is heard as a message of its own. False: the message is not built so, and nothing was changed.
 */
export function answerAndRest(work: Work, pending: Pending, hear: (work: Work, rest: Meaning) => void): boolean {
  const parts = OWN_READERS.has(pending.at) ? undefined : inTwo(work.turn.text);
  if (!parts) return false;
  const [head, rest] = [partOf(work.turn, parts[0]), partOf(work.turn, parts[1])];
  const named = namedOption(head.text, pending.question.options) !== undefined || speaksOf(head, pending, work.view);
  if (!named && nodOf(head.text) === undefined) return false;
  const again = answersAgain(rest, pending);
  if (again === "other") return false;
  const repeats = again === "same" || speaksOf(rest, pending, work.view); // 替换，一共20件
  if (!repeats && (!MORE.has(rest.meaning.act) || !saysMore(rest))) return false;
  if (!named && rest.meaning.act === "query") return false; // 可以，今年处罚多少件: a courtesy before a question
  if (!work.onPart(head.text, head.meaning, () => settle(work, pending, undefined, hear))) return false;
  if (repeats) return true;
  work.onPart(rest.text, rest.meaning, () => {
    const [asked] = work.askedNow;
    if (asked?.at !== "denied" || !settle(work, asked, undefined, hear)) hear(work, rest.meaning);
  });
  return true;
}

/** How the case in question was answered, as far as it was said. */
function answerIn(pending: Pending): string | undefined {
  if (pending.at === "which-case") return pending.item.outcome?.value;
  if (pending.at !== "which-case-for-step") return undefined;
  const [deed, another] = pending.deeds;
  return deed?.do === "answered" && deed.outcome.kind === "row" && !another ? deed.outcome.row : undefined;
}

/** 是，今天答复，部分公开: the same answer again; 是，不予公开 another one, which a yes does not cover. */
function answersAgain({ meaning }: Turn, pending: Pending): "same" | "other" | undefined {
  const answer = answerIn(pending);
  if (answer === undefined || meaning.act !== "ask") return undefined;
  const outcomes = meaning.drafts.flatMap(({ outcome, quantity }) => (outcome && !quantity ? [outcome.value] : []));
  if (outcomes.length === 0) return undefined;
  const row = RESULT_ROWS.find((each) => each === answer);
  const group = row && groupOfRow(row);
  return outcomes.every((outcome) => outcome === answer || outcome === group) ? "same" : "other";
}

const partOf = (turn: Turn, text: string): Turn => ({ ...turn, text, meaning: turn.read(text) });
