import {
  type CaseKind,
  type DisputeKind,
  type Fact,
  hasIndicator,
  indicatorOf,
  type LocalDate,
  type Period,
} from "@gongkai/schema";
import type { Item } from "../utterance/meaning.ts";
import type { View } from "./turn.ts";

/** Words that make a figure the total of its period: it is compared with what stands, never just added. */
export const TOTAL_WORDS = /一共|总共|共计|合计|总计|累计|全年|全月|共(?!青|同|享|建|产|和)/u;

const MOST_ROUNDING = 1e-6;

/** The stored whole number for a quantity in the unit of talk; `undefined` when it is no whole number of small units. */
export function storedQuantity(view: View, item: Pick<Item, "indicator" | "quantity">): number | undefined {
  const scaled = item.quantity.value * indicatorOf(view.catalogue, item.indicator.value).scale;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) <= Math.max(MOST_ROUNDING, scaled * 1e-12) && whole >= 0 ? whole : undefined;
}

/** What a figure says in the unit of talk; `undefined` for every other fact, and for an indicator no longer kept. */
export function talkedQuantity({ catalogue }: View, fact: Fact): number | undefined {
  if (fact.kind !== "figure-reported" || !hasIndicator(catalogue, fact.indicator)) return undefined;
  return fact.quantity / indicatorOf(catalogue, fact.indicator).scale;
}

/** 代水产科报, 替法规科填: for whom somebody reports. */
const ON_BEHALF = /(?:代|替|帮)(\p{Script=Han}{1,8}?(?:科|处|室|股|办|中心|大队|站|所))(?:代?报|填|上报|记|：|:)/u;

/**
 * The section an item is counted for: the one it was said for, else the speaker's own; `undefined` when unknown, as it
 * is for a speaker without one.
 */
export function sectionOf(view: View, item: Pick<Item, "section">, words = ""): string | undefined {
  const said = sectionSaid(item, words);
  if (said === undefined) return view.member.section === "" ? undefined : view.member.section;
  const named = view.office.sections.find(
    ({ key, label, aliases }) => key === said || label === said || aliases.includes(said),
  );
  return named?.key ?? view.sections.get(said);
}

/** For whom it was said to be, whether or not there is such a section. */
export const sectionSaid = (item: Pick<Item, "section">, words = ""): string | undefined =>
  item.section?.value ?? ON_BEHALF.exec(words)?.[1];

/** What a section never named may have reported, another one may have reported too. */
export const sameSectionAs = (one: string, other: string): boolean => one === other || one === "" || other === "";

const DAY_LENGTH = 10;
export const isDay = (period: Period): period is LocalDate => period.length === DAY_LENGTH && !period.includes("/");

/** What kind of case an indicator opens. */
export const OPENS: Readonly<Record<string, CaseKind>> = {
  "application.received": "application",
  "review.received": "review",
  "litigation.received": "litigation",
};

/** Results that decide an open reconsideration or lawsuit. */
export const DECIDES: Readonly<
  Record<string, Readonly<{ kind: DisputeKind; result: "upheld" | "corrected" | "other" }>>
> = {
  "review.upheld": { kind: "review", result: "upheld" },
  "review.corrected": { kind: "review", result: "corrected" },
  "review.other": { kind: "review", result: "other" },
  "litigation.upheld": { kind: "litigation", result: "upheld" },
  "litigation.corrected": { kind: "litigation", result: "corrected" },
  "litigation.other": { kind: "litigation", result: "other" },
};

/** The plain figure an item states: a zero of one channel is a figure, because the others may have some. Cases are built where their numbers are known. */
export function figureOf(view: View, item: Item): Fact {
  if (item.nil && item.channel === null) {
    return { kind: "nil-attested", indicator: item.indicator.value, period: item.period.value };
  }
  const quantity = storedQuantity(view, item);
  if (quantity === undefined) throw new Error("check storedQuantity before building the figure");
  return {
    kind: "figure-reported",
    indicator: item.indicator.value,
    quantity,
    period: item.period.value,
    channel: item.channel?.value ?? null,
    outcome: item.outcome?.value ?? null,
  };
}

/** The period a fact counts in; texts have none. */
export function periodOf(fact: Fact): Period | undefined {
  switch (fact.kind) {
    case "figure-reported":
    case "nil-attested":
    case "cell-counted":
      return fact.period;
    case "figure-published":
    case "text-stored":
      return String(fact.year);
    case "application-opened":
    case "review-opened":
    case "litigation-opened":
      return fact.receivedOn;
    case "application-step":
    case "application-answered":
    case "dispute-decided":
      return fact.on;
  }
}

/** The indicator a fact is about, as staff would name it; `undefined` for texts and published figures. */
export function indicatorKeyOf(fact: Fact): string | undefined {
  switch (fact.kind) {
    case "figure-reported":
    case "nil-attested":
      return fact.indicator;
    case "application-opened":
      return "application.received";
    case "application-answered":
      return "application.outcome";
    case "review-opened":
      return "review.received";
    case "litigation-opened":
      return "litigation.received";
    case "dispute-decided":
      return fact.case.startsWith("R") ? `review.${fact.result}` : `litigation.${fact.result}`;
    default:
      return undefined;
  }
}

export const caseOf = (fact: Fact): string | undefined => ("case" in fact ? fact.case : undefined);
