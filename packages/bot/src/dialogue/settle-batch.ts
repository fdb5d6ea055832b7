import type { Meaning } from "../utterance/meaning.ts";
import { admit } from "./admit.ts";
import type { Pending } from "./conversation.ts";
import { nodOf } from "./nod.ts";
import { namedOption } from "./question.ts";
import { slotQuestion } from "./questions.ts";
import { answersDraft, askDrafts, settleDraft } from "./settle-draft.ts";
import type { Work } from "./work.ts";

type BatchMatter = Extract<Pending, { at: "batch" }>;

/** The good lines are kept and the open ones asked one by one, or nothing of the list is kept. */
export function settleBatch(
  work: Work,
  pending: BatchMatter,
  key: string | undefined,
  hear: (work: Work, rest: Meaning) => void,
): boolean {
  const { text } = work.turn;
  const nod = nodOf(text);
  const option = key ?? namedOption(text, pending.question.options)?.key;
  const answer = option ?? (nod === "yes" ? "keep" : nod === undefined ? undefined : "hold");
  if (answer === "hold") {
    work.settle(pending.id);
    work.say.push({ say: "held" });
    work.act = "ignore";
    return true;
  }
  if (answer !== "keep" && !answersFirst(work, pending)) return false;
  work.settle(pending.id);
  for (const { items } of pending.rows) for (const item of items) admit(work, item, pending.said);
  askDrafts(
    work,
    pending.rows.flatMap(({ drafts }) => drafts),
    pending.said,
  );
  if (answer === "keep") return true;
  const asked = work.askedNow.find(({ at }) => at === "draft");
  return asked?.at === "draft" && settleDraft(work, asked, undefined, hear);
}

/** 12件, when a line of the list waits for its figure: who answers that keeps the list. */
function answersFirst(work: Work, { rows, ...pending }: BatchMatter): boolean {
  const drafts = rows.flatMap((each) => each.drafts);
  const [ask] = drafts[0]?.asks ?? [];
  if (!drafts[0] || !ask) return false;
  const { meaning } = work.turn;
  const [item, another] = meaning.act === "record" ? meaning.items : [];
  if (item && (another || item.indicator.value !== drafts[0].indicator?.value)) return false; // a report of its own
  return answersDraft(work, { ...pending, at: "draft", drafts, question: slotQuestion(ask, drafts[0]) });
}
