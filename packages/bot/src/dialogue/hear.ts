import { yearOf } from "@gongkai/schema";
import type { Item, Meaning, Query } from "../utterance/meaning.ts";
import { numeralAt } from "../utterance/zh-number.ts";
import { admit, readBack } from "./admit.ts";
import { inCaseTerms } from "./case-terms.ts";
import { pinned } from "./case-which.ts";
import { moreOfTheSame, sameFigure } from "./complete-echo.ts";
import { correctsAndReports } from "./correction-and-more.ts";
import { isFarOff } from "./far-off.ts";
import { meantAsCorrection } from "./meant-as-correction.ts";
import { correct } from "./mend.ts";
import { slotQuestion } from "./questions.ts";
import { saidBefore } from "./said-before.ts";
import { inSamePeriod, onSameDay } from "./same-day.ts";
import { askChange, changeBy } from "./settle-change.ts";
import { askDrafts } from "./settle-draft.ts";
import { splitLast } from "./split-record.ts";
import { storedQuantity } from "./stated-fact.ts";
import { swapRecords } from "./swap-records.ts";
import { redo, undo } from "./undo.ts";
import { totalOfYear } from "./which-year.ts";
import type { Work } from "./work.ts";

const REPORT_SEASON_ENDS = 6; // up to June the report being written is last year's

/** Acts on what a message means. */
export function hear(work: Work, heard: Meaning): void {
  const meaning = inCaseTerms(work, heard);
  switch (meaning.act) {
    case "record":
      record(work, meaning);
      break;
    case "ask":
      ask(work, meaning);
      break;
    case "correct":
      if (correctsAndReports(work, hear)) break;
      correct(work, meaning.target, meaning.set, work.said);
      for (const { target, set } of meaning.also ?? []) correct(work, target, set, work.said);
      break;
    case "undo":
      if (meaning.redo) redo(work, meaning.target, work.said);
      else undo(work, meaning.target, work.said);
      break;
    case "query":
      work.act = "query";
      if (allowed(work, "ask"))
        work.say.push({ say: "answer", query: aboutCases(work, own(meaning.query, work.turn.text)) });
      break;
    case "export":
      exportFile(work, meaning);
      break;
    case "text":
      storeText(work, meaning);
      break;
    case "help":
      work.act = "help";
      work.say.push({ say: "help", topic: meaning.topic, question: work.state.pending[0]?.question ?? null });
      break;
    case "ignore":
      if (CASES_ASKED.test(work.turn.text) && allowed(work, "ask")) {
        work.act = "query";
        work.say.push({ say: "answer", query: OPEN_CASES });
        break;
      }
      if (!work.wroteFacts) work.act = "ignore";
      work.say.push({ say: "friendly", why: meaning.why });
      break;
    default:
      meaning satisfies never;
  }
}

function record(work: Work, { items: told, oddities }: Extract<Meaning, { act: "record" }>): void {
  const items = inSamePeriod(work, told);
  if (repairs(work, items) || (oddities.length === 0 && meantAsCorrection(work, items))) return;
  const [odd] = oddities;
  if (odd) readBack(work, items, work.said, odd.why);
  else if (saidBefore(work)) readBack(work, items, work.said, "said-before");
  else if (items.some((item) => isFarOff(work.view, item))) readBack(work, items, work.said, "far-off");
  else for (const item of items) admit(work, item, work.said);
}

const NOT_BUT =
  /(?:不是|不止|没有)(\d+(?:\.\d+)?|[一二两三四五六七八九十百零]{1,6})\D{0,3}?[，,]?(?:而|应该|应当)?(?:是|有)/u;

/** 昨天的许可不是5件是7件, when 5 stand for that day: the record is mended, not another one added. */
function repairs(work: Work, items: readonly Item[]): boolean {
  const said = NOT_BUT.exec(work.turn.text.normalize("NFKC"))?.[1];
  const numeral = said === undefined ? undefined : numeralAt(said, 0);
  const denied = numeral?.type === "exact" ? numeral.value : undefined;
  const [item, another] = items;
  if (denied === undefined || !item || another) return false;
  const { indicator, period, channel, quantity } = item;
  const stored = storedQuantity(work.view, { indicator, quantity: { ...quantity, value: denied } });
  const standing = [...work.view.standing].filter(
    ({ fact }) =>
      fact.kind === "figure-reported" &&
      fact.indicator === indicator.value &&
      fact.quantity === stored &&
      fact.period === period.value &&
      (channel === null || fact.channel === channel.value),
  );
  if (standing.length === 0) return false;
  correct(
    work,
    { indicator: indicator.value, period: period.value, quantity: denied, text: item.text },
    { quantity: quantity.value },
    work.said,
  );
  return true;
}

function ask(
  work: Work,
  { sure, drafts, ask: question, target, parts, by, swaps }: Extract<Meaning, { act: "ask" }>,
): void {
  const [draft] = drafts;
  const alone = sure.length === 0 && drafts.length === 1;
  if (alone && draft && (moreOfTheSame(work, draft) || sameFigure(work, draft))) return;
  if (parts && splitLast(work, parts)) return;
  if (swaps && swapRecords(work, swaps)) return;
  if (by !== undefined && changeBy(work, target, by)) return;
  if (question.why === "correct-what" && askChange(work, target)) return;
  for (const item of sure) admit(work, item, work.said);
  if (drafts.length > 0) {
    const { view, turn } = work;
    askDrafts(
      work,
      onSameDay(work, drafts).map((each) => totalOfYear(view, each, turn.text) ?? each),
      work.said,
    );
    return;
  }
  if (!work.wroteFacts) work.act = "ask";
  work.asks.push(question.about);
  work.say.push({ say: "ask", id: null, question: slotQuestion(question, { text: question.words }) });
}

function allowed(
  work: Work,
  right: "ask" | "store-text" | "export-annual" | "export-month" | "export-ledger",
): boolean {
  if (work.view.may(right, {})) return true;
  work.say.push({ say: "not-allowed", deed: right });
  return false;
}

/** 快到期的申请, 还有几件没答复: the open cases and their clocks. */
const CASES_ASKED =
  /(?:到期|超期|逾期|在办|没答复|未答复|没办结).{0,4}(?:申请|依申请)|申请.{0,6}(?:到期|超期|逾期|没答复|未答复)/u;
const OPEN_CASES: Query = { kind: "cases", indicators: null, period: null, compare: null, channel: null, scope: null };

/** 还有什么没报 asks for oneself; 谁还没报 asks for the office. */
const own = (query: Query, text: string): Query =>
  query.kind === "missing" &&
  query.scope === null &&
  /什么|我|咱|哪些项|哪几项/u.test(text) &&
  !/谁|科室?没|各科/u.test(text)
    ? { ...query, scope: "me" }
    : query;

/** 这件 is the case spoken of last. */
const aboutCases = ({ view, state }: Work, query: Query): Query =>
  query.cases ? { ...query, cases: pinned(view, state, query.cases) } : query;

const EXPORT_RIGHTS = {
  annual: "export-annual",
  month: "export-month",
  ledger: "export-ledger",
  cases: "export-ledger",
} as const;

function exportFile(work: Work, { wants }: Extract<Meaning, { act: "export" }>): void {
  work.act = "export";
  if (!allowed(work, EXPORT_RIGHTS[wants.what])) return;
  work.plans.push({ do: "send-file", wants });
  work.say.push({ say: "file-coming", wants });
}

function storeText(work: Work, { key, text }: Extract<Meaning, { act: "text" }>): void {
  work.act = "ignore";
  if (!allowed(work, "store-text")) return;
  const { today } = work.view;
  const year = Number(today.slice(5, 7)) <= REPORT_SEASON_ENDS ? yearOf(today) - 1 : yearOf(today);
  work.writeText({ kind: "text-stored", year, key, text });
  work.say.push({ say: "text-stored", year, key, length: text.length });
}
