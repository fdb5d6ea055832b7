import type { ContractEntry, ContractLine } from "@gongkai/bot";

/** What a careful clerk agreed on for one message. `accept` names every act that is no fault. */
export type Expectation = Readonly<{
  act: ContractLine["act"];
  accept?: readonly ContractLine["act"][];
  entries: readonly ContractEntry[];
  entries_alt?: readonly (readonly ContractEntry[])[];
  may_record?: readonly ContractEntry[];
  query?: Readonly<{ indicators: readonly string[] | null; period: string | null }>;
  /** `period` null: none was said; absent: not scored. */
  export?: Readonly<{ period?: string | null }>;
  correct?: Readonly<{ target: Readonly<Record<string, unknown>>; set: Readonly<Record<string, unknown>> }>;
}>;
export type CorpusLine = Readonly<{
  id: string;
  now: string;
  text: string;
  expect: Expectation;
  note: string;
  tags: readonly string[];
}>;

/** `silent-wrong` is the one grave fault: something is in the ledger that the clerk would not have written. */
export type Verdict =
  | "right"
  | "no-fault"
  | "overask"
  | "partial"
  | "wrong-act"
  | "missed"
  | "wrong-card"
  | "silent-wrong";

const close = (left: unknown, right: unknown) =>
  typeof left === "number" && typeof right === "number" ? Math.abs(left - right) < 1e-6 : left === right;

/** The channel tells posts apart; for disclosures the website is the same as none said; elsewhere it is not kept. */
function sameChannel(gold: ContractEntry, heard: ContractEntry): boolean {
  if (gold.indicator === "newmedia.post") return gold.channel === heard.channel;
  if (!/^(?:disclosure|info|column)\./.test(gold.indicator)) return true;
  return (gold.channel ?? "website") === (heard.channel ?? "website");
}

function sameEntry(gold: ContractEntry, heard: ContractEntry): boolean {
  const month = gold.period_default === true && heard.period === gold.period.slice(0, 7);
  return (
    gold.indicator === heard.indicator &&
    close(gold.quantity, heard.quantity) &&
    (gold.period === heard.period || month) &&
    sameChannel(gold, heard) &&
    (gold.applicant === undefined || gold.applicant === heard.applicant) &&
    (gold.outcome === undefined || gold.outcome === heard.outcome)
  );
}

/** Two entries for one cell are one; readings of a gauge are not added. */
function summed(entries: readonly ContractEntry[]): ContractEntry[] {
  const cells = new Map<string, ContractEntry>();
  for (const [at, entry] of entries.entries()) {
    const cell = [entry.indicator, entry.period, entry.channel, entry.applicant, entry.outcome].join("|");
    const key = entry.indicator.startsWith("gauge.") ? `${cell}|${at}` : cell;
    const before = cells.get(key);
    cells.set(key, before ? { ...before, quantity: before.quantity + entry.quantity } : entry);
  }
  return [...cells.values()];
}

function sameList(gold: readonly ContractEntry[], heard: readonly ContractEntry[]): boolean {
  const left = [...summed(heard)];
  const wanted = summed(gold);
  if (wanted.length !== left.length) return false;
  return wanted.every((one) => {
    const at = left.findIndex((other) => sameEntry(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function ofCorrection({ correct }: Expectation, line: ContractLine): Verdict {
  if (!correct) return "right";
  const { set = {}, target = {} } = line.correct ?? {};
  if (Object.entries(correct.set).some(([key, value]) => !close(value, set[key]))) return "silent-wrong";
  const strays = ["indicator", "period"].some(
    (key) => correct.target[key] && target[key] && correct.target[key] !== target[key],
  );
  if (strays) return "silent-wrong";
  return correct.target.indicator && !target.indicator && !target.ref ? "partial" : "right";
}

function ofQuery({ query }: Expectation, line: ContractLine): Verdict {
  const keys = (list: readonly string[] | null | undefined) => [...(list ?? [])].sort().join();
  if (query?.indicators && keys(query.indicators) !== keys(line.query?.indicators)) return "partial";
  return query?.period && query.period !== line.query?.period ? "partial" : "right";
}

/** The wrong year's file is as useless as none. */
function ofExport({ export: wanted }: Expectation, line: ContractLine): Verdict {
  if (wanted?.period === undefined) return "right";
  return (line.export?.period ?? null) === wanted.period ? "right" : "partial";
}

/** One message judged: what was written first, then whether a question was due, then the rest. */
export function verdictOn({ expect: gold }: CorpusLine, line: ContractLine): Verdict {
  const accepted = gold.accept ?? [gold.act];
  const lists = [...(gold.act === "record" ? [gold.entries] : []), ...(gold.entries_alt ?? [])];
  if (line.act === "record") {
    if (line.entries.length === 0) return "missed";
    if (accepted.includes("record") && lists.some((list) => sameList(list, line.entries))) return "right";
    return line.confirm ? "wrong-card" : "silent-wrong";
  }
  if (line.act === "ask") {
    const certain = gold.may_record ?? (accepted.includes("record") ? lists.flat() : []);
    if (!summed(line.entries).every((one) => certain.some((other) => sameEntry(other, one)))) return "silent-wrong";
    if (!accepted.includes("ask")) return "overask";
    return gold.act === "ask" ? "right" : "no-fault";
  }
  if (line.act === "correct" || line.act === "undo") {
    if (!accepted.includes(line.act)) return "silent-wrong";
    return line.act === "correct" ? ofCorrection(gold, line) : "right";
  }
  if (accepted.includes(line.act) && line.act === "export") return ofExport(gold, line);
  if (accepted.includes(line.act))
    return line.act === "query" ? ofQuery(gold, line) : line.act === gold.act ? "right" : "no-fault";
  return /^(?:record|correct|undo)$/.test(gold.act) ? "missed" : "wrong-act";
}
