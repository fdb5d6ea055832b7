import type { ContractLine } from "@gongkai/bot";
import { expect, test } from "vitest";
import { type CorpusLine, type Expectation, type Verdict, verdictOn } from "./verdict.ts";

const post = (quantity: number, period = "2026-03-04", channel: string | null = "wechat") => ({
  indicator: "newmedia.post",
  quantity,
  period,
  channel,
});
const gold = (expectation: Partial<Expectation>): CorpusLine => ({
  id: "t",
  now: "2026-03-04T10:30:00+08:00",
  text: "",
  note: "",
  tags: ["plain"],
  expect: { act: "record", entries: [post(3)], ...expectation },
});
const heard = (line: Partial<ContractLine>): ContractLine => ({ act: "record", entries: [post(3)], ...line });

// biome-ignore format: the columns are the test
const TABLE: readonly (readonly [Partial<Expectation>, Partial<ContractLine>, Verdict, string])[] = [
  [{}, {}, "right", "the very entry"],
  [{}, { entries: [post(2), post(1)] }, "right", "two entries of one cell are their sum"],
  [{}, { entries: [post(4)] }, "silent-wrong", "another figure"],
  [{}, { entries: [post(4)], confirm: true }, "wrong-card", "another figure, but shown first"],
  [{}, { entries: [post(3, "2026-03")] }, "silent-wrong", "a stated day is not its month"],
  [{ entries: [{ ...post(3), period_default: true }] }, { entries: [post(3, "2026-03")] }, "right", "an unstated day may be its month"],
  [{}, { entries: [post(3, "2026-03-04", "weibo")] }, "silent-wrong", "the channel tells posts apart"],
  [{}, { act: "ask", entries: [] }, "overask", "a question nobody needed"],
  [{ accept: ["record", "ask"] }, { act: "ask", entries: [] }, "no-fault", "a question that is no fault"],
  [{ act: "ask", entries: [] }, {}, "silent-wrong", "a question was due"],
  [{ act: "ask", entries: [], may_record: [post(3)] }, { act: "ask", entries: [post(3)] }, "right", "the certain part may be written"],
  [{ act: "ask", entries: [] }, { act: "ask", entries: [post(3)] }, "silent-wrong", "nothing was certain"],
  [{ act: "query", entries: [], query: { indicators: null, period: "2026" } }, { act: "query", entries: [] }, "partial", "the period is missing"],
  [{ act: "export", entries: [], export: { period: "2025" } }, { act: "export", entries: [], export: {} }, "partial", "the year of the file is lost"],
  [{ act: "export", entries: [], export: { period: null } }, { act: "export", entries: [], export: { period: "2025" } }, "partial", "a year nobody said"],
  [{ act: "export", entries: [], export: { period: "2025" } }, { act: "export", entries: [], export: { period: "2025" } }, "right", "the year that was asked for"],
  [{ act: "undo", entries: [] }, { act: "ignore", entries: [] }, "missed", "a withdrawal passed over"],
  [{ act: "ignore", entries: [] }, { act: "undo", entries: [] }, "silent-wrong", "an undo nobody wanted changes the ledger"],
];

test.each(TABLE)("%j against %j is %s: %s", (expectation, line, verdict) => {
  expect(verdictOn(gold(expectation), heard(line))).toBe(verdict);
});
