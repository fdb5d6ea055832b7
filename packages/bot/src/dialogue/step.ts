import { canonicalJson } from "@gongkai/schema";
import type { Draft, Target } from "../utterance/meaning.ts";
import { answerAndRest } from "./answer-and-rest.ts";
import { pastedList } from "./batch.ts";
import { answerInContext, caseDeeds } from "./case-deeds.ts";
import { completeEcho } from "./complete-echo.ts";
import type { Conversation, Pending } from "./conversation.ts";
import { trimmed } from "./conversation.ts";
import { denyEcho } from "./deny.ts";
import { findRecords } from "./find-record.ts";
import { hear } from "./hear.ts";
import { keepAsked, listsAsked } from "./list-asked.ts";
import { correctRecord } from "./mend.ts";
import { monthDeed, nothingThisMonth } from "./months.ts";
import { nodOf } from "./nod.ts";
import { isOwnMessage } from "./own-message.ts";
import { optionOf } from "./question.ts";
import { settle } from "./settle.ts";
import { summaryDays } from "./summary-days.ts";
import { tapped } from "./tapped.ts";
import type { Step, Turn, View } from "./turn.ts";
import { inTwo } from "./two-parts.ts";
import { isBareTarget, redo, takeBack, undo } from "./undo.ts";
import { Work } from "./work.ts";

const LAPSES_AFTER = 24 * 3_600_000; // ms: a question nobody answered within a day is let go, and said so

const MOST_REMINDED = 3; // times; a question taken up at every message would be nagging, and it still waits

/** Completes what is already kept: it is not asked again when something else comes between. */
const COMPLETING: ReadonlySet<Pending["at"]> = new Set(["result-row", "lawsuit-route", "lawsuit-original"]);

/** Whether something would be lost if the question went unanswered: only then is it asked again, or missed aloud. */
function isAwaited(pending: Pending): boolean {
  if (pending.at === "draft") {
    const { indicator, quantity, outcome, asks } = pending.drafts[0] ?? { asks: [] };
    return [indicator, quantity, outcome].some((slot) => slot !== undefined) || (asks[0]?.choices.length ?? 0) > 0;
  }
  return !COMPLETING.has(pending.at);
}

/**
 * One turn of talk. No I/O, no clock: the caller writes the plans, keeps `next` and sends what is said.
 * A message already answered changes nothing and says nothing.
 */
export function step(state: Conversation, turn: Turn, view: View): Step {
  if (state.heard.includes(turn.source)) return { next: state, plans: [], say: [], act: "ignore" };
  const work = new Work({ ...state, heard: [turn.source, ...state.heard] }, turn, view);
  letGo(work);
  work.state = { ...work.state, echoed: state.echoed };
  READINGS.some((reading) => reading(work));
  keepAsked(work);
  sayQuestions(work);
  const done = work.finish();
  return { ...done, next: trimmed(done.next) };
}

/** How a message may be taken, the first that fits. A waiting question comes before the message's own meaning. */
const READINGS: readonly ((work: Work) => boolean)[] = [
  tapped,
  asksBack, // before the answer: 有什么区别 may hold the words of a choice
  answersQuestion,
  nods,
  keepsAfterAll,
  monthDeed,
  nothingThisMonth, // before the meaning: 本月无 names no indicator, so alone it would be chat
  summaryDays,
  stepOfCase,
  pastedList, // before the meaning: one unclear line would hold back the whole list
  listsAsked,
  completes, // before the meaning: 网站上 alone would be asked about as a new report
  (work) => {
    hear(work, work.turn.meaning);
    return true;
  },
];

function letGo(work: Work): void {
  const now = Date.parse(work.turn.now);
  const lapsed = work.state.pending.filter(({ askedAt }) => now - Date.parse(askedAt) > LAPSES_AFTER);
  for (const pending of lapsed) {
    if (isAwaited(pending)) work.say.push({ say: "lapsed", words: pending.said.text });
  }
  work.state = { ...work.state, pending: work.state.pending.filter((pending) => !lapsed.includes(pending)) };
}

const ASKING_BACK = /区别|不一样|不同|什么意思|怎么分|怎么选|怎么算|选哪个/u;

/** 有什么区别, while a question waits: the choices are explained. */
function asksBack(work: Work): boolean {
  const [pending] = work.state.pending;
  const { meaning } = work.turn;
  if (meaning.act === "query" && meaning.query.cases) return false; // 这件怎么算的 asks for its day
  if (!pending || work.turn.text.length > 12 || !ASKING_BACK.test(work.turn.text)) return false;
  work.act = "help";
  work.say.push({ say: "help", topic: null, question: pending.question });
  return true;
}

function answersQuestion(work: Work): boolean {
  const [pending] = work.state.pending;
  if (!pending) return false;
  if (takesBackAsked(work, pending)) return true;
  if (mendsKnown(work, pending)) return false;
  if (mendsAgain(work, pending)) return true;
  if (!isOwnMessage(work.turn, pending, work.view) && settle(work, pending, undefined, hear)) return true;
  return answerAndRest(work, pending, hear);
}

/** 昨天的解读实际是3篇, while a part of them is asked about: a record that stands is meant. */
function mendsKnown({ turn: { meaning }, view, state }: Work, { at }: Pending): boolean {
  if (meaning.act !== "correct" || at !== "draft" || isBareTarget(meaning.target)) return false;
  return findRecords(view, state, meaning.target).sure;
}

/** 改成7月25号, while it is asked which record is to become so: said once more, and still open. */
function mendsAgain(work: Work, pending: Pending): boolean {
  const { meaning } = work.turn;
  if (pending.at !== "which-record" || pending.upon.do !== "correct" || meaning.act !== "correct") return false;
  if (canonicalJson(meaning.set) !== canonicalJson(pending.upon.set)) return false;
  const [only, another] = pending.among.map((id) => work.view.find(id));
  if (!only || another || only.withdrawn) return isBareTarget(meaning.target);
  work.settle(pending.id); // the only one it could be, said again
  correctRecord(work, only, pending.upon.set, pending.said);
  return true;
}

const BARE_UNDO = 3; // characters; 撤销已记的 names a choice

const TAKES_BACK = /删|撤[掉了下]|去掉/;
/** 撤销 right after a question: what was just said is let go, not the record before it. */
function takesBackAsked(work: Work, pending: Pending): boolean {
  const { meaning, text } = work.turn;
  if (meaning.act !== "undo" || meaning.redo) return false;
  if (takesBackCounted(work, meaning.target)) return true;
  if (work.state.echoed) return false;
  if (!pending.id.startsWith(`${work.state.heard[1]}#`)) return false;
  // 24号那条许可撤掉: a record by its name
  if (!isBareTarget(meaning.target) && findRecords(work.view, work.state, meaning.target).records.length > 0)
    return false;
  if (text.trim().length > BARE_UNDO && optionOf(text, pending.question.options)) return false;
  work.settle(pending.id);
  const wrong = pending.at === "correct-what" ? work.view.find(pending.record) : undefined;
  if (wrong && !wrong.withdrawn && TAKES_BACK.test(text)) {
    takeBack(work, [wrong], work.said); // 对，删掉, in answer to what the record should be
    return true;
  }
  // 撤销 in answer to 要撤销哪些 means the last one
  if (pending.question.asked.name === "slot" && pending.question.asked.about === "target") return false;
  work.act = "undo";
  work.say.push({ say: "dropped", words: pending.said.text });
  hearBehind(work);
  return true;
}

/** 67条那个别记了, while 意见征集收到意见67条 waits and no record has 67: that question is let go. */
function takesBackCounted(work: Work, target: Target): boolean {
  const { quantity } = target;
  if (quantity === undefined || findRecords(work.view, work.state, target).sure) return false;
  const told = new RegExp(`(?<![0-9.])${quantity}(?![0-9.])`);
  const waiting = work.state.pending.find(({ at, said }) => at === "draft" && told.test(said.text.normalize("NFKC")));
  if (!waiting) return false;
  work.settle(waiting.id);
  work.act = "undo";
  work.say.push({ say: "dropped", words: waiting.said.text });
  return true;
}

/** 全年那个数别记了，先报12月的许可9件: the report behind it is one of its own. */
function hearBehind(work: Work): void {
  const [head, rest] = inTwo(work.turn.text) ?? ["", ""];
  if (head === "" || work.turn.read(head).act !== "undo") return;
  const meaning = work.turn.read(rest);
  if (meaning.act === "record" || (meaning.act === "ask" && meaning.sure.length > 0))
    work.onPart(rest, meaning, () => hear(work, meaning));
}

/** 不是12件, 不是许可: the echo is denied, and what it should be is not yet said. */
const DENIES_PART = /^(?:不是|并不是|没有)[^，,。；;是]{1,10}$/u;

/** A bare 对, 不是 or 取消 with nothing waiting is about the echo just given. */
function nods(work: Work): boolean {
  const { text, meaning } = work.turn;
  const nod = DENIES_PART.test(text.trim()) && meaning.act === "ask" ? "no" : nodOf(text);
  if (nod === undefined || !work.state.echoed) return false;
  if (nod === "no") return denyEcho(work);
  if (nod === "drop") undo(work, { text: work.turn.text }, work.said);
  else work.say.push({ say: "agreed" });
  return true;
}

const KEEPS =
  /^(?:算了|哎|嗯|不|还是|那|就|先|[，,。\s])*(?:留着|保留|留下|别撤|不撤|别删|不删)(?:吧|了|呗|先)*[。！!\s]*$/u;
/** 算了，还是留着吧, right behind what was taken back: it stands again. */
function keepsAfterAll(work: Work): boolean {
  const [last] = work.state.done;
  const tookBack = last !== undefined && last.withdrawn.length > 0 && last.source === work.state.heard[1];
  if (!tookBack || !KEEPS.test(work.turn.text.trim())) return false;
  redo(work, { text: work.turn.text }, work.said);
  return true;
}

/** A few words without a work of their own fill what the echo just given left open. */
function completes(work: Work): boolean {
  const { meaning } = work.turn;
  if (meaning.act === "ignore") return completeEcho(work);
  // 今天审核信息十几条 is a report whose figure is open
  const open = (draft: Draft) =>
    !draft.quantity && !draft.asks.some(({ about }) => draft.indicator && about === "quantity");
  const bare = meaning.act === "ask" && meaning.sure.length === 0 && meaning.drafts.every(open);
  return bare && completeEcho(work);
}

function stepOfCase(work: Work): boolean {
  const { meaning } = work.turn;
  if (meaning.act === "ask" && meaning.case !== undefined && caseDeeds(work, meaning.case)) return true;
  return answerInContext(work);
}

/** The newest question is asked; one that was interrupted is taken up again. */
function sayQuestions(work: Work): void {
  const [asked] = work.askedNow;
  if (asked) {
    work.say.push({ say: "ask", id: asked.id, question: asked.question });
    return;
  }
  const waiting = work.state.pending.find((each) => isAwaited(each) && (each.reminded ?? 0) < MOST_REMINDED);
  const explained = work.say.some((saying) => saying.say === "help" && saying.question !== null);
  if (!waiting || explained) return;
  const chat = work.say.findIndex((saying) => saying.say === "friendly");
  if (chat >= 0) work.say.splice(chat, 1); // the question is answer enough to a remark
  const pending = work.state.pending.map((each) =>
    each === waiting ? { ...each, reminded: (each.reminded ?? 0) + 1 } : each,
  );
  work.state = { ...work.state, pending };
  work.say.push({ say: "still-waiting", id: waiting.id, question: waiting.question, words: waiting.said.text });
}
