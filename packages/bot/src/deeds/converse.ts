import { type Fact, type Member, shanghaiDay, shanghaiTime } from "@gongkai/schema";
import { answerQuery } from "../answers/answer-query.ts";
import { readConversation } from "../dialogue/conversation.ts";
import { isLedgerPlan, type LedgerPlan } from "../dialogue/plan.ts";
import { step } from "../dialogue/step.ts";
import type { Step, View } from "../dialogue/turn.ts";
import type { Transaction } from "../store/home.ts";
import { type Context, type Effects, sayWords } from "../wording/say-words.ts";
import { STRANGER_WORDS } from "../wording/stranger-words.ts";
import { runningTotals, type Touched, watchFigures } from "./effects.ts";
import { keepMisses } from "./keep-misses.ts";
import type { Message } from "./message.ts";
import { tellOthers } from "./notices.ts";
import { perform } from "./perform.ts";
import { putCharts, putFiles, putReply, putStamp } from "./replies.ts";
import { repliesOf } from "./spoken-replies.ts";
import { chooseSummary } from "./summary-choices.ts";
import { sectionLabel, type TalkingOffice } from "./talking-office.ts";
import { stampOf, tapWords } from "./tap-words.ts";
import { viewOf } from "./view-of.ts";

/** What a turn came to. The reply and everything else to be sent is in the outbox already. */
export type Turned = Readonly<{
  act: Step["act"];
  /** What was said to the speaker; empty when the message had already been answered. */
  say: readonly string[];
  step: Step | null;
  view: View | null;
}>;

/**
 * The whole turn: reads the talk and the ledger, understands, steps, and writes records, talk and outbox rows in the
 * given transaction. Called twice with the same message it acts once.
 * @throws StoreError from the home; then nothing of the turn is kept.
 */
export async function converse(
  tx: Transaction,
  office: TalkingOffice,
  member: Member | undefined,
  heard: Message,
): Promise<Turned> {
  const at = Date.parse(heard.writtenAt ?? heard.now);
  if (!member?.active) {
    await putReply(tx, office.office.key, heard, STRANGER_WORDS, at);
    return { act: "ignore", say: [STRANGER_WORDS], step: null, view: null };
  }
  const reflection = await office.mirror.catchUp(tx);
  const view = await viewOf(tx, office, reflection, member, shanghaiDay(heard.now));
  const state = readConversation(await tx.talkOf(office.office.key, member.id));
  const message = heard.tap ? { ...heard, text: tapWords(heard.tap, state) } : heard;
  const hearingOf = (text: string) => ({ text, now: message.now, vocabulary: office.vocabulary });
  const meaning = office.reads.understand(hearingOf(message.text));
  const stepped = step(
    state,
    {
      source: message.source,
      text: message.text,
      now: shanghaiTime(message.now),
      tap: message.tap ?? null,
      meaning,
      answer: (draft, text = message.text) => office.reads.answer(draft, hearingOf(text)),
      read: (text) => office.reads.understand(hearingOf(text)),
    },
    view,
  );
  if (stepped.say.length === 0 && stepped.plans.length === 0) return { act: "ignore", say: [], step: stepped, view };

  const plans = stepped.plans.filter(isLedgerPlan);
  const watch = watchFigures(office, reflection.fold, touchedBy(plans, view));
  const scene = {
    office: office.office,
    member,
    source: message.source,
    writtenAt: shanghaiTime(at),
    find: view.find,
    closed: view.closed,
  };
  await perform(tx, scene, plans);
  for (const plan of stepped.plans)
    if (plan.do === "choose-summary") await chooseSummary(tx, office.office.key, member.id, plan.chosen, at);
  const now = await office.mirror.catchUp(tx);
  const after = plans.length === 0 ? view : await viewOf(tx, office, now, member, view.today);
  const effects: Effects = { moved: watch.after(), running: runningTotals(office, now.fold, factsOf(plans)) };

  const answered = stepped.say.flatMap((saying) =>
    saying.say === "answer" ? [answerQuery(office, now, after, saying.query)] : [],
  );
  const context = contextOf(office, [after, view], effects, answered.map(({ words }) => words).join("\n"));
  const say = stepped.say.map((saying) => sayWords(saying, context));
  const listed = answered.findLast(({ records }) => records.length > 0)?.records ?? stepped.next.listed;
  const next = { ...stepped.next, listed };

  await tx.keepTalk(office.office.key, member.id, JSON.stringify(next), at);
  if (message.tap)
    await putStamp(
      tx,
      office.office.key,
      message,
      { stamp: stampOf(message.tap, state, stepped), text: say[0] ?? "" },
      at,
    );
  await putReply(tx, office.office.key, message, repliesOf(message.source, stepped, say, context), at);
  await putFiles(tx, office.office.key, message, stepped.plans, view.today, at);
  const charts = office.pictures ? answered.flatMap(({ chart }) => chart ?? []) : [];
  await putCharts(tx, office.office.key, message, charts, at);
  await tellOthers(tx, office, member, message, stepped, context, at);
  await keepMisses(tx, office, message, meaning, stepped, after, at);
  return { act: stepped.act, say, step: { ...stepped, next }, view: after };
}

/** @param views the ledger after the turn and before it: what was taken back is still called by its name. */
function contextOf(
  office: TalkingOffice,
  views: readonly [View, View],
  effects: Effects,
  answerWords: string,
): Context {
  return {
    catalogue: office.catalogue,
    today: views[0].today,
    nameOf: (id) => nameFor(views[0], id) ?? nameFor(views[1], id),
    effects,
    sectionLabel: (key) => sectionLabel(office, key),
    hasHead: (key) =>
      office.members().some(({ section, roles, active }) => active && section === key && roles.includes("head")),
    answerWords,
  };
}

/** An applicant's name, for those who handle the case. */
function nameFor(view: View, id: string): string | null {
  const known = view.cases.find((each) => each.id === id);
  if (!known) return null;
  const { by, section } = known.opened.record;
  return view.may("name-applicants", { by, section }) ? known.named.name : null;
}

/** The facts a turn writes. */
const factsOf = (plans: readonly LedgerPlan[]): readonly Fact[] =>
  plans.flatMap(({ states }) => {
    if (states.kind === "corrected") return [states.becomes];
    if (states.kind === "withdrawn" || states.kind === "restored") return [];
    return states.kind === "month-closed" || states.kind === "month-reopened" ? [] : [states];
  });

/** The facts a turn writes, mends or takes away, with the applicant whose column of table 三 they move. */
function touchedBy(plans: readonly LedgerPlan[], view: View): readonly Touched[] {
  const targets = plans.flatMap(({ states }) => {
    const found = "target" in states ? view.find(states.target) : undefined;
    return found ? [found.fact] : [];
  });
  return [...factsOf(plans), ...targets].map((fact) => ({ fact, applicant: applicantOf(fact, view) }));
}

function applicantOf(fact: Fact, view: View): Touched["applicant"] {
  if (fact.kind === "application-opened") return fact.applicant;
  const known = "case" in fact ? view.cases.find(({ id }) => id === fact.case) : undefined;
  return known?.opened.fact.kind === "application-opened" ? known.opened.fact.applicant : null;
}
