import {
  type CaseId,
  DISPUTE_RESULTS,
  type DisputeKind,
  type Fact,
  groupOfRow,
  type Month,
  RESULT_ROWS,
  type ResultGroup,
  type ResultRow,
  type RoughOutcome,
} from "@gongkai/schema";
import type { Ask, Draft, Item } from "../utterance/meaning.ts";
import {
  ANOTHER_LABEL,
  HOLD_LABEL,
  keepLinesLabel,
  LATER_LABEL,
  LAWSUIT_LABELS,
  type Label,
  NO_LABEL,
  NONE_LABEL,
  ORIGINAL_LABELS,
  OVERLAP_LABELS,
  REPEATED_LABEL,
  ROW_LABELS,
  STEP_ANSWERS,
  YES_LABEL,
} from "../wording/answer-labels.ts";
import { outcomeLabel, RESULT_LABELS } from "../wording/case-words.ts";
import type { ShownRow } from "./batch.ts";
import type { CaseStepChoice } from "./conversation.ts";
import type { Line } from "./line.ts";
import type { CardReason, Option, Question, Upon } from "./question.ts";

const option = (key: string, { label, also }: Label): Option => ({ key, label, also });

export const cardQuestion = (lines: readonly Line[], because: CardReason, words: string): Question => ({
  asked: { name: "card", lines, because, words },
  options:
    because === "said-before"
      ? [option("yes", ANOTHER_LABEL), option("no", REPEATED_LABEL)]
      : [option("yes", YES_LABEL), option("no", NO_LABEL)],
});

export function batchQuestion(rows: readonly ShownRow[], again: boolean): Question {
  const good = rows.filter(({ lines }) => lines.length > 0).length;
  return {
    asked: { name: "batch", rows, again },
    options: [option("keep", keepLinesLabel(good)), option("hold", HOLD_LABEL)],
  };
}

/** The next open slot of a draft; its choices are the parser's. */
export const slotQuestion = (ask: Ask, draft: Pick<Draft, "text" | "indicator">): Question => ({
  asked: {
    name: "slot",
    about: ask.about,
    why: ask.why,
    words: ask.words,
    clause: draft.text,
    indicator: draft.indicator?.value ?? null,
  },
  options: ask.choices.map((choice, place) => option(String(place), { label: choice.label, also: choice.also ?? [] })),
});

export const overlapQuestion = (item: Item, fact: Fact, standing: readonly Line[]): Question => ({
  asked: { name: "overlap", nil: item.nil, fact, standing },
  options: item.nil
    ? [option("replace", OVERLAP_LABELS.nil), option("same", OVERLAP_LABELS.stays)]
    : (["replace", "add", "same"] as const).map((key) => option(key, OVERLAP_LABELS[key])),
});

/** @param years last year and this one; a figure said for January is put into the January of one of them. */
export function yearQuestion(item: Item, years: readonly number[]): Question {
  const month = item.period.certainty === "said";
  return {
    asked: { name: "which-year", words: item.text, month },
    options: years.map((year, place) =>
      option(String(year), {
        label: month ? `记到${year}年1月` : place === 0 ? `记到${year}年` : "记到今天",
        also: [
          `${year}年`,
          `${year}`,
          `${year % 100}年`,
          ...(place === 0 ? ["去年", "上年", "去年1月", "去年全年", "全年"] : ["今年", "今天", "今年1月"]),
        ],
      }),
    ),
  };
}

const MOST_SECTIONS = 8; // more are named, not chosen

export function sectionQuestion(
  lines: readonly Line[],
  unknown: string | null,
  sections: readonly Readonly<{ key: string; label: string; aliases: readonly string[] }>[],
): Question {
  const choices = sections.length <= MOST_SECTIONS;
  return {
    asked: { name: "which-section", lines, unknown, choices },
    options: choices ? sections.map(({ key, label, aliases }) => option(key, { label, also: aliases })) : [],
  };
}

export const reopeningQuestion = (month: Month, lines: readonly Line[]): Question => ({
  asked: { name: "reopening", month, lines },
  options: [option("no", { label: "不打开", also: ["不用打开", "算了", "取消"] })],
});

const ALL_LABEL: Label = {
  label: "全部撤销",
  also: ["全部", "都撤了", "都撤销", "都", "都不要了", "两条都撤", "全撤"],
};
const THIS_ONE = ["对", "是的", "就是这条", "是这条", "就是它"];
const NOT_THIS = ["不对", "不是这条", "都不是", "不用"];

/** One option a record, a yes where it is only one; `labels` say what the records are. */
export function recordQuestion(upon: Upon, lines: readonly Line[], labels: readonly string[]): Question {
  const asked = { name: "which-record", upon, lines } as const;
  const [only, another] = labels;
  if (only !== undefined && another === undefined) {
    const yes = { label: "是", also: [...THIS_ONE, only] };
    return { asked, options: [option("0", yes), option("none", { label: "不是", also: NOT_THIS })] };
  }
  const several = upon.do === "withdraw" || upon.do === "deny" ? [option("all", ALL_LABEL)] : [];
  const each = labels.map((label, place) => option(String(place), { label, also: [] }));
  return { asked, options: [...each, ...several, option("none", NONE_LABEL)] };
}

export const caseQuestion = (
  labels: readonly Label[],
  of: Readonly<{ words: string; who: string | null; named: number }>,
): Question => ({
  asked: { name: "which-case", ...of },
  options: [...labels.map((label, place) => option(String(place), label)), option("none", NONE_LABEL)],
});

export const stepQuestion = (steps: readonly CaseStepChoice[], id: CaseId): Question => ({
  asked: { name: "which-step", case: id },
  options: steps.map((step) => option(step, STEP_ANSWERS[step])),
});

export const rowQuestion = (group: ResultGroup, id: CaseId): Question => ({
  asked: { name: "result-row", case: id, group },
  options: [
    ...RESULT_ROWS.filter((row) => groupOfRow(row) === group).flatMap((row) => {
      const label = ROW_LABELS[row];
      return label ? [option(row, label)] : [];
    }),
    option("later", LATER_LABEL),
  ],
});

/** `likely`: the side of table 四 offered first. */
export const routeQuestion = (likely: "direct" | "after" | null = null): Question => ({
  asked: { name: "lawsuit-route" },
  options: [
    ...(likely === "after" ? (["after", "direct"] as const) : (["direct", "after"] as const)).map((route) =>
      option(route, LAWSUIT_LABELS[route]),
    ),
    option("later", LATER_LABEL),
  ],
});

/** Rows of table 三, or its groups where nothing narrower was said. */
export const outcomeQuestion = (choices: readonly (ResultRow | RoughOutcome)[], id: CaseId): Question => ({
  asked: { name: "which-outcome", case: id },
  options: [...choices.map((choice) => option(choice, outcomeLabel(choice))), option("none", NONE_LABEL)],
});

export const decisionQuestion = (kind: DisputeKind, id: CaseId): Question => ({
  asked: { name: "which-decision", case: id, kind },
  options: DISPUTE_RESULTS.map((result) => option(result, RESULT_LABELS[result])),
});

export const changeQuestion = (lines: readonly Line[]): Question => ({
  asked: { name: "correct-what", lines },
  options: [],
});

export const originalQuestion = (): Question => ({
  asked: { name: "lawsuit-original" },
  options: [option("yes", ORIGINAL_LABELS.yes), option("no", ORIGINAL_LABELS.no), option("later", LATER_LABEL)],
});

export const deniedQuestion = (lines: readonly Line[]): Question => ({ asked: { name: "denied", lines }, options: [] });
