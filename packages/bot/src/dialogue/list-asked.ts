import { type LocalDate, monthOf, type Period } from "@gongkai/schema";
import type { Query } from "../utterance/meaning.ts";
import type { Work } from "./work.ts";

/** 明细, 列出来看看, 是哪些: a list without a word of what. */
const LISTS =
  /^(?:请|麻烦|帮我|给我|那|再)*(?:把)?(?:这些|它们|这几条|这几件)?(?:的)?(?:看看?一?下?|列一?下|列出来|列一列|发我|展开|要)?(?:这些|它们)?(?:的)?(?:明细|细目|清单|都?(?:是|有|分别是)?哪些|都有哪几[条件]|列出来|列一下|列一列)(?:看看|吧|呢|一下)?[？?。！!]?$/u;

const COUNTED: ReadonlySet<Query["kind"]> = new Set(["count", "progress", "status", "list"]);

/** The period an answer takes when none was named. */
const DEFAULT_PERIOD: Readonly<Partial<Record<Query["kind"], (today: LocalDate) => Period>>> = {
  count: (today) => today.slice(0, 4),
  progress: monthOf,
  status: monthOf,
};

/** 明细, after a figure was told: the records behind that figure. */
export function listsAsked(work: Work): boolean {
  const { asked } = work.state;
  const text = work.turn.text.trim();
  if (asked === null || text === "" || !LISTS.test(text)) return false;
  work.act = "query";
  work.say.push({ say: "answer", query: { ...asked, kind: "list", compare: null } });
  return true;
}

/** The figure told last is the one 明细 asks about. */
export function keepAsked(work: Work): void {
  const told = work.say.findLast((saying) => saying.say === "answer");
  if (told?.say !== "answer" || !COUNTED.has(told.query.kind)) return;
  const { today } = work.view;
  const period = told.query.period ?? DEFAULT_PERIOD[told.query.kind]?.(today) ?? today;
  work.state = { ...work.state, asked: { ...told.query, period } };
}
