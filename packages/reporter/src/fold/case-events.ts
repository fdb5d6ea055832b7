import type { BuiltInIndicator, LocalDate } from "@gongkai/schema";
import { applicationsIn } from "./applications.ts";
import { type Dispute, disputesIn } from "./disputes.ts";
import type { Lines } from "./lines.ts";

/** Something that happened to a case, as the indicator people ask for it by. */
export type CaseEvent = Readonly<{
  indicator: BuiltInIndicator;
  line: number;
  on: LocalDate /** Line that opened the case. */;
  opening: number;
}>;

/** Receipts, answers and decisions, one each; a lawsuit another body has to count is left out. */
export function caseEventsIn(lines: Lines): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const { line, receivedOn, answer } of applicationsIn(lines).cases) {
    events.push({ indicator: "application.received", line, on: receivedOn, opening: line });
    if (answer) events.push({ indicator: "application.outcome", line: answer.line, on: answer.on, opening: line });
  }
  for (const dispute of countedDisputes(lines)) {
    const { kind, line, receivedOn, decision } = dispute;
    events.push({ indicator: `${kind}.received`, line, on: receivedOn, opening: line });
    if (decision)
      events.push({ indicator: `${kind}.${decision.result}`, line: decision.line, on: decision.on, opening: line });
  }
  return events;
}

export const countedDisputes = (lines: Lines): Dispute[] =>
  disputesIn(lines).cases.filter(({ original }) => original !== false);
