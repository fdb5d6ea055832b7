import {
  APPLICANT_LABELS,
  type ApplicationCase,
  type Case,
  DISPUTE_BLOCK_LABELS,
  DISPUTE_RESULT_LABELS,
  type DisputeCase,
  type HolidayCalendar,
  hookOfRow,
  isCaseFact,
  type LocalDate,
  type Office,
  SERVICE_RULES,
  type StandingFact,
  type Via,
  type Waiting,
  workingDaysBetween,
  yearOf,
} from "@gongkai/schema";
import type { Register, RegisterColumn } from "../document/register.ts";
import { caseStepWords, numbered, outcomeWords } from "./case-words.ts";
import { sectionLabel } from "./record-row.ts";

export type CasesToList = Readonly<{
  cases: readonly Case[];
  /** Who told each step, and for which section. */
  standing: Iterable<StandingFact>;
  office: Pick<Office, "sections">;
  /** Member id → name; who is not in it is printed by id. */
  people: ReadonlyMap<string, string>;
  year: number;
  today: LocalDate;
  calendar: HolidayCalendar;
}>;

const column = (label: string, width: number, align: RegisterColumn["align"] = "center"): RegisterColumn => ({
  label,
  width,
  align,
});

/** Received in the year, or still open when it began. */
const isOfYear = (known: Case, year: number): boolean => {
  if (yearOf(known.receivedOn) === year) return true;
  if (yearOf(known.receivedOn) > year) return false;
  const ended = known.kind === "application" ? known.outcome?.on : known.decided?.on;
  return ended === undefined || yearOf(ended) >= year;
};

/**
 * 台账 of a year's cases, a sheet each for applications, their steps, and disputes. It holds what the ledger holds: no
 * applicant's name, no contact, no words anybody typed.
 */
export function caseRegisters(listing: CasesToList): readonly Register[] {
  const mine = listing.cases.filter((known) => isOfYear(known, listing.year));
  const handling = handlersOf(listing);
  const applications = mine.filter((known) => known.kind === "application");
  const disputes = mine.filter((known) => known.kind !== "application");
  return [
    applicationRegister(applications, listing, handling),
    stepRegister(mine, listing),
    disputeRegister(disputes, handling),
  ];
}

type Handling = ReadonlyMap<string, Readonly<{ section: string; person: string }>>;

function handlersOf({ standing, office, people }: CasesToList): Handling {
  const handlers = new Map<string, { section: string; person: string }>();
  for (const { fact, record } of standing) {
    if (!isCaseFact(fact) || !("receivedOn" in fact)) continue;
    const person = people.get(record.by) ?? record.by;
    handlers.set(fact.case, { section: sectionLabel(record.section, office), person });
  }
  return handlers;
}

const VIAS: Readonly<Record<Via, string>> = {
  in_person: "当面提交",
  mail: "邮寄",
  online: "网上提交",
  fax: "传真",
  other: "其他方式",
};
const STATES = { open: "在办", answered: "已答复", withdrawn: "申请人撤回", abandoned: "不再处理" } as const;
const WAITS: Readonly<Record<Waiting["what"], string>> = {
  answer: "等本机关答复",
  correction: "等申请人补正",
  payment: "等申请人缴费",
  opinion: "等对方意见",
};

function remainder({ state, due }: ApplicationCase, { today, calendar }: CasesToList): number | null {
  if (state !== "open" || due === null) return null;
  return due >= today ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);
}

function applicationRegister(cases: readonly ApplicationCase[], listing: CasesToList, handling: Handling): Register {
  return {
    id: "applications",
    name: "申请台账",
    columns: [
      column("编号", 9),
      column("收到", 8),
      column("申请人类型", 8),
      column("提交方式", 7),
      column("科室", 9),
      column("经办", 6),
      column("状态", 7),
      column("等谁", 8),
      column("答复期限", 9),
      column("剩余工作日", 7),
      column("补正", 8),
      column("征求意见", 8),
      column("延长工作日", 7),
      column("收费通知（元）", 8),
      column("办理结果", 16, "left"),
      column("依据", 14, "left"),
      column("答复日期", 8),
      column("送达", 10),
      column("是否超期", 6),
    ],
    rows: cases.map((known) => {
      const { course, outcome } = known;
      const { correction, letters, extension, fee, served } = course;
      const handler = handling.get(known.case);
      return [
        numbered(known.case),
        known.receivedOn,
        known.applicant === null ? "待补" : APPLICANT_LABELS[known.applicant],
        known.via === null ? "" : VIAS[known.via],
        handler?.section ?? "",
        handler?.person ?? "",
        STATES[known.state],
        known.waiting === null ? "" : WAITS[known.waiting.what],
        known.due === null ? "" : `${known.due}${known.clock?.provisional ? "（暂定）" : ""}`,
        remainder(known, listing),
        correction === null ? "" : (correction.receivedOn ?? "已告知"),
        letters.length === 0 ? "" : `${letters.length}封`,
        extension === 0 ? null : extension,
        fee === null ? null : fee.amount / 100, // kept in fen
        course.answer ? outcomeWords(course.answer.outcome) : "",
        outcome?.row ? hookOfRow(outcome.row) : "",
        outcome?.on ?? "",
        served === null ? "" : `${served.on}${served.how === null ? "" : ` ${SERVICE_RULES[served.how].label}`}`,
        known.late || (remainder(known, listing) ?? 0) < 0 ? "超期" : "",
      ];
    }),
  };
}

function stepRegister(cases: readonly Case[], { standing, people }: CasesToList): Register {
  const ids = new Set(cases.map((known) => known.case));
  const told = [...standing].filter(({ fact }) => isCaseFact(fact) && ids.has(fact.case));
  const rows = told.flatMap(({ fact, record, seq }) => {
    const step = caseStepWords(fact);
    return step === undefined ? [] : [{ ...step, seq, by: people.get(record.by) ?? record.by }];
  });
  rows.sort((one, other) => order(one.case, other.case) || order(one.on, other.on) || one.seq - other.seq);
  return {
    id: "case-steps",
    name: "办理步骤",
    columns: [
      column("编号", 16),
      column("日期", 9),
      column("步骤", 34, "left"),
      column("记录人", 7),
      column("账本序号", 7),
    ],
    rows: rows.map(({ label, on, what, by, seq }) => [label, on, what, by, seq]),
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function disputeRegister(cases: readonly DisputeCase[], handling: Handling): Register {
  return {
    id: "disputes",
    name: "复议诉讼",
    columns: [
      column("类别", 8),
      column("编号", 10),
      column("收到", 8),
      column("针对的申请", 10),
      column("表四位置", 12),
      column("原行为机关", 8),
      column("结果", 12),
      column("计入", 8),
      column("结案日期", 8),
      column("经办", 7),
    ],
    rows: cases.map((known) => [
      known.kind === "review" ? "行政复议" : "行政诉讼",
      numbered(known.case),
      known.receivedOn,
      known.against === null ? "" : numbered(known.against),
      known.block === null ? "待补" : DISPUTE_BLOCK_LABELS[known.block],
      known.counts === null ? "待补" : known.counts ? "是" : "否，不统计",
      known.decided === null ? "尚未审结" : (known.decided.decision ?? DISPUTE_RESULT_LABELS[known.decided.result]),
      known.decided === null ? "" : DISPUTE_RESULT_LABELS[known.decided.result],
      known.decided?.on ?? "",
      handling.get(known.case)?.person ?? "",
    ]),
  };
}
