import {
  APPLICANT_KINDS,
  APPLICANT_LABELS,
  type ApplicantKind,
  type CaseFact,
  type CaseId,
  type CaseKind,
  CONSULTED,
  type Consulted,
  caseIdOf,
  DISPUTE_RESULT_LABELS,
  DISPUTE_RESULTS,
  decisionsOf,
  FEE_MODES,
  type FeeMode,
  feePerPage,
  groupOfRow,
  type LocalDate,
  OPINIONS,
  type Opinion,
  outcomeOfWords,
  RESULT_ROWS,
  ROUGH_OUTCOMES,
  SERVICE_RULES,
  SERVICE_WAYS,
  type ServiceWay,
  type Statement,
  VIAS,
  type Via,
} from "@gongkai/schema";
import type { Organ } from "../config/organ.ts";
import type { PersonalDetail } from "../store/ledger-port.ts";
import { type RowStep, STEP_WORDS, stepNamed } from "./case-steps.ts";
import type { Field, TextRow } from "./columns.ts";
import { type Found, is, wrong } from "./found.ts";
import { dayAheadOf, dayOf } from "./row-period.ts";

type Cells = TextRow["cells"];
type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

const APPLICANTS: Words<ApplicantKind> = {
  nat: [APPLICANT_LABELS.nat, "个人"],
  biz: [APPLICANT_LABELS.biz, "企业", "公司"],
  res: [APPLICANT_LABELS.res, "高校"],
  npo: [APPLICANT_LABELS.npo, "社会组织"],
  law: [APPLICANT_LABELS.law, "律所", "律师事务所"],
  oth: [APPLICANT_LABELS.oth],
};
const VIA_WORDS: Words<Via> = {
  in_person: ["当面", "当面提交", "现场"],
  mail: ["邮寄", "信函"],
  online: ["网上", "网上提交", "网络", "电子邮件"],
  fax: ["传真"],
  other: ["其他", "其他方式"],
};
const CONSULTED_WORDS: Words<Consulted> = { "third-party": ["第三方"], "co-producer": ["共同制作机关", "其他机关"] };
const OPINION_WORDS: Words<Opinion> = { agrees: ["同意"], objects: ["不同意"], silent: ["逾期", "逾期未答复"] };
const MODE_WORDS: Words<FeeMode> = { "per-item": ["按件"], "per-page": ["按量"] };
const ROUTE_WORDS: Words<"direct" | "after"> = {
  direct: ["未经复议直接起诉", "直接起诉"],
  after: ["复议后起诉"],
};
const YES: readonly string[] = ["是", "原行为机关"];
const NO: readonly string[] = ["否", "不是", "复议机关"];

/** One of a few values by any of its words; `undefined` for an empty cell. */
function among<Value extends string>(
  cells: Cells,
  field: Field,
  values: readonly Value[],
  words: Words<Value>,
): Found<Value | undefined> {
  const text = cells[field];
  if (text === undefined) return is(undefined);
  const value = values.find((each) => each === text || words[each].includes(text));
  if (value !== undefined) return is(value);
  const known = values.map((each) => words[each][0] ?? each).join("、");
  return wrong(field, `不认识“${text}”，可写：${known}`);
}

const CASE = /^(?:(申请|(?:行政)?复议|(?:行政)?诉讼|[arl])[-— ]?)?(20[0-9]{2})[-年]?第?0*([0-9]{1,5})[号件]?$/i;
const KIND_OF: Readonly<Record<string, CaseKind>> = {
  申: "application",
  a: "application",
  r: "review",
  l: "litigation",
};

/** 2025-012, 申请2025-012, R-2025-0001; what names no kind is an application unless the step is one of a dispute. */
function caseIn(text: string, field: Field, implied: CaseKind): Found<CaseId> {
  const match = CASE.exec(text.trim());
  if (!match?.[2] || !match[3] || Number(match[3]) === 0)
    return wrong(field, `“${text}”不是案件编号，写法如 2025-012、复议2025-001、诉讼2025-001`);
  const said = match[1]?.toLowerCase() ?? "";
  const kind = /复议/.test(said) ? "review" : /诉讼/.test(said) ? "litigation" : (KIND_OF[said.charAt(0)] ?? implied);
  return is(caseIdOf(kind, Number(match[2]), Number(match[3])));
}

const PLACE: Readonly<Record<string, CaseKind>> = { A: "application", R: "review", L: "litigation" };

/** One step of a case as a row tells it. Whether the law allows it is weighed with the ledger. */
export function caseRow(cells: Cells, organ: Organ, today: LocalDate): Found<Statement> {
  const named = stepNamed(cells.step);
  if (!named)
    return wrong("step", cells.step ? `不认识“${cells.step}”这一步，可写：${STEP_WORDS.join("、")}` : "没有写");
  const id = caseIn(cells.case ?? "", "case", named.kind ?? "application");
  if ("wrong" in id) return id;
  const kind = PLACE[id.value.charAt(0)] ?? "application";
  const ofDispute = named.step === "disputed" || named.step === "decided";
  if (ofDispute !== (kind !== "application") || (named.kind && named.kind !== kind))
    return wrong("case", `“${cells.step}”这一步不是“${cells.case}”这类案件的，请核对编号`);
  const on = dayOf(cells.period, today);
  if ("wrong" in on) return on;
  return stepFact(named.step, { cells, organ, today, id: id.value, on: on.value });
}

type Row = Readonly<{ cells: Cells; organ: Organ; today: LocalDate; id: CaseId; on: LocalDate }>;

function stepFact(step: RowStep, row: Row): Found<CaseFact> {
  const { cells, id, on } = row;
  const base = { kind: "application-step", case: id, on, days: null } as const;
  switch (step) {
    case "opened":
      return opened(row);
    case "correction-asked": {
      if (cells.until === undefined) return is({ ...base, step });
      const until = dayAheadOf(cells.until, "until");
      return "wrong" in until ? until : is({ ...base, step, until: until.value });
    }
    case "correction-received":
    case "consultation-received":
    case "reopened":
      return is({ ...base, step });
    case "consultation-sent": {
      const whom = among(cells, "with", CONSULTED, CONSULTED_WORDS);
      return "wrong" in whom ? whom : is({ ...base, step, ...(whom.value ? { with: whom.value } : {}) });
    }
    case "consultation-returned": {
      const opinion = among(cells, "opinion", OPINIONS, OPINION_WORDS);
      return "wrong" in opinion ? opinion : is({ ...base, step, ...(opinion.value ? { opinion: opinion.value } : {}) });
    }
    case "extended":
      return extended(row);
    case "fee-noticed":
      return feeNoticed(row);
    case "fee-paid": {
      const amount = fenOf(cells.amount);
      return "wrong" in amount
        ? amount
        : is({ ...base, step, ...(amount.value === undefined ? {} : { amount: amount.value }) });
    }
    case "served": {
      const how = among(cells, "how", SERVICE_WAYS, SERVICE_WORDS);
      return "wrong" in how ? how : is({ ...base, step, ...(how.value ? { how: how.value } : {}) });
    }
    case "answered":
      return answered(row);
    case "withdrawn":
      return is({ kind: "application-answered", case: id, outcome: "other_misc", on, withdrawn: true });
    case "disputed":
      return disputed(row);
    case "decided":
      return decided(row);
  }
}

const SERVICE_WORDS: Words<ServiceWay> = {
  direct: [SERVICE_RULES.direct.label, "当面"],
  "other-agency": [SERVICE_RULES["other-agency"].label, "委托送达"],
  post: [SERVICE_RULES.post.label, "邮寄"],
  electronic: [SERVICE_RULES.electronic.label, "电子邮件"],
};

function opened({ cells, id, on }: Row): Found<CaseFact> {
  const applicant = among(cells, "applicant", APPLICANT_KINDS, APPLICANTS);
  if ("wrong" in applicant) return applicant;
  if (applicant.value === undefined) return wrong("applicant", "没有写，它决定计入表三哪一列");
  const via = among(cells, "via", VIAS, VIA_WORDS);
  if ("wrong" in via) return via;
  const fact = { case: id, applicant: applicant.value, via: via.value ?? null, receivedOn: on };
  return is({ kind: "application-opened", ...fact });
}

function extended({ cells, id, on, today }: Row): Found<CaseFact> {
  if (!/^\d{1,2}$/.test(cells.days ?? "")) return wrong("days", "要写延长几个工作日，1 到 20 的整数");
  const days = Number(cells.days);
  if (days < 1 || days > 20) return wrong("days", "延长的期限最长不得超过20个工作日（条例第三十三条）");
  const approved = dayOf(cells.approved, today, "approved");
  if ("wrong" in approved) return approved;
  return is({ kind: "application-step", case: id, step: "extended", on, days, approvedOn: approved.value });
}

/** 270, 270.5 in 元; undefined for an empty cell. */
function fenOf(text: string | undefined): Found<number | undefined> {
  if (text === undefined) return is(undefined);
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return wrong("amount", `“${text}”不是以元计的金额，请只写数字`);
  return is(Math.round(Number(text) * 100));
}

function feeNoticed({ cells, id, on }: Row): Found<CaseFact> {
  const mode = among(cells, "mode", FEE_MODES, MODE_WORDS);
  if ("wrong" in mode) return mode;
  const amount = fenOf(cells.amount);
  if ("wrong" in amount) return amount;
  if (cells.count !== undefined && !/^[1-9]\d{0,5}$/.test(cells.count)) return wrong("count", "要写整数");
  const count = cells.count === undefined ? undefined : Number(cells.count);
  const worked = mode.value === "per-page" && count !== undefined ? feePerPage(count) : undefined;
  const sum = amount.value ?? worked;
  return is({
    kind: "application-step",
    case: id,
    step: "fee-noticed",
    on,
    days: null,
    ...(mode.value ? { mode: mode.value } : {}),
    ...(sum === undefined ? {} : { amount: sum }),
    ...(count === undefined ? {} : { count }),
  });
}

function answered({ cells, id, on }: Row): Found<CaseFact> {
  const text = cells.outcome;
  if (!text) return wrong("outcome", "没有写，例如“予以公开”“商业秘密”“本机关不掌握”");
  const outcome = RESULT_ROWS.find((row) => row === text) ?? outcomeIn(text);
  if (!outcome)
    return wrong("outcome", `“${text}”看不出是表三哪一种结果，请写得具体一些，例如“商业秘密”“本机关不掌握”`);
  return is({ kind: "application-answered", case: id, outcome, on });
}

/** The row plain words mean, or the group that all rows they may mean lie in. */
function outcomeIn(text: string) {
  const heard = outcomeOfWords(text);
  if (heard.kind === "row") return heard.row;
  if (heard.kind === "unknown") return text === "其他" ? ("other_misc" as const) : undefined;
  const groups = new Set(heard.candidates.map(({ row }) => groupOfRow(row)));
  const [only] = groups;
  return groups.size === 1 && heard.candidates.length > 1 ? ROUGH_OUTCOMES.find((rough) => rough === only) : undefined;
}

function disputed({ cells, id, on }: Row): Found<CaseFact> {
  const attacked = cells.against === undefined ? is(null) : caseIn(cells.against, "against", "application");
  if ("wrong" in attacked) return attacked;
  const against = attacked.value;
  if (against !== null && !against.startsWith("A")) return wrong("against", "要写申请的编号，写法如 2025-012");
  if (id.startsWith("R")) return is({ kind: "review-opened", case: id, against, receivedOn: on });
  const route = among(cells, "route", ["direct", "after"], ROUTE_WORDS);
  if ("wrong" in route) return route;
  const { original: side } = cells;
  if (side !== undefined && !YES.includes(side) && !NO.includes(side)) return wrong("original", "可写：是、否");
  const original = side === undefined ? null : YES.includes(side);
  return is({ kind: "litigation-opened", case: id, against, receivedOn: on, route: route.value ?? null, original });
}

function decided({ cells, organ, id, on }: Row): Found<CaseFact> {
  const text = cells.outcome;
  if (!text) return wrong("outcome", "没有写，例如“维持”“责令重新答复”");
  const table = decisionsOf(id.startsWith("R") ? "review" : "litigation", organ.settings.decisions);
  const line = table.find(({ decision }) => decision === text);
  const result =
    line?.result ?? DISPUTE_RESULTS.find((each) => each === text || DISPUTE_RESULT_LABELS[each].includes(text));
  if (!result) return wrong("outcome", `不认识“${text}”，可写：${table.map(({ decision }) => decision).join("、")}`);
  return is({ kind: "dispute-decided", case: id, result, on, ...(line ? { decision: line.decision } : {}) });
}

/** Who applied, how to reach him and for what, where the row says so. */
export function personOf({ name, contact, subject }: Cells, states: Statement): PersonalDetail | null {
  if (states.kind !== "application-opened" || (!name && !contact && !subject)) return null;
  return { case: states.case, name: name ?? null, contact: contact ?? null, subject: subject ?? null };
}
