import { type Fact, hasIndicator, indicatorOf } from "@gongkai/schema";
import type { Change } from "../utterance/meaning.ts";
import type { Saying } from "./saying.ts";
import { indicatorKeyOf, isDay, OPENS, storedQuantity } from "./stated-fact.ts";
import type { View } from "./turn.ts";

type Refusal = Extract<Saying, { say: "cannot-change" }>["what"];
export type Changed = Readonly<{ fact: Fact }> | Readonly<{ refused: Refusal }>;
type Figure = Extract<Fact, { kind: "figure-reported" | "nil-attested" }>;

const said = <T>(value: T) => ({ value, certainty: "said", text: "" }) as const;

function changedFigure(view: View, fact: Figure, set: Change): Changed {
  const key = set.indicator ?? fact.indicator;
  if (!hasIndicator(view.catalogue, key) || !hasIndicator(view.catalogue, fact.indicator)) {
    throw new Error(`a standing fact names the indicator ${fact.indicator}, which the catalogue does not have`);
  }
  if (OPENS[key] && key !== fact.indicator) return { refused: "case-count" }; // a month's count may be another count
  const indicator = indicatorOf(view.catalogue, key);
  const stored = fact.kind === "nil-attested" ? 0 : fact.quantity;
  const talk = set.quantity ?? stored / indicatorOf(view.catalogue, fact.indicator).scale;
  const quantity = storedQuantity(view, { indicator: said(key), quantity: said(talk) });
  if (quantity === undefined) return { refused: "whole-number" };
  const period = set.period ?? fact.period;
  const stated = fact.kind === "figure-reported" ? fact.channel : null;
  const channel = indicator.channels ? (set.channel === undefined ? stated : set.channel) : null;
  if (quantity === 0 && channel === null) {
    return indicator.nil ? { fact: { kind: "nil-attested", indicator: key, period } } : { refused: "nil-gauge" };
  }
  const outcome = fact.kind === "figure-reported" ? (set.outcome ?? fact.outcome) : null;
  return { fact: { kind: "figure-reported", indicator: key, quantity, period, channel, outcome } };
}

/** The fact with a change in it, or why it cannot be changed so. */
export function changedFact(view: View, fact: Fact, set: Change): Changed {
  if (fact.kind === "figure-reported" || fact.kind === "nil-attested") return changedFigure(view, fact, set);
  const own = indicatorKeyOf(fact);
  if ((set.indicator !== undefined && set.indicator !== own) || (set.quantity !== undefined && set.quantity !== 1))
    return { refused: "case-count" };
  if (set.period !== undefined && !isDay(set.period)) return { refused: "case-day" };
  switch (fact.kind) {
    case "application-opened": {
      if (set.outcome !== undefined) return { refused: "case-answered" };
      const { applicant = fact.applicant, period = fact.receivedOn } = set;
      return { fact: { ...fact, applicant, receivedOn: period } };
    }
    case "application-answered": {
      const rows = { granted: "open", partial: "partial" } as const;
      const group = set.outcome;
      const outcome = group === "granted" || group === "partial" ? rows[group] : group;
      return { fact: { ...fact, outcome: set.row ?? outcome ?? fact.outcome, on: set.period ?? fact.on } };
    }
    case "application-step":
    case "dispute-decided":
      return { fact: { ...fact, on: set.period ?? fact.on } };
    case "review-opened":
    case "litigation-opened":
      return { fact: { ...fact, receivedOn: set.period ?? fact.receivedOn } };
    default:
      return { refused: "case-channel" };
  }
}
