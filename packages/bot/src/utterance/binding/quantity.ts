import type { IndicatorKey } from "@gongkai/schema";
import { ask, said } from "../ask.ts";
import type { Ask, Slot } from "../meaning.ts";
import type { Figure } from "../token.ts";
import { familyOf } from "./features.ts";

export type Counted = Readonly<{ quantity: Slot<number>; odd: boolean } | { ask: Ask }>;

/** Far beyond a public body's day or month: `ask` is asked, `odd` is shown on a card. Gauges may be large. */
type Proportion = Readonly<{ odd: number; ask: number }>;
const OCCASIONS: Proportion = { odd: 30, ask: 200 };
const CONTACTS: Proportion = { odd: 3000, ask: 20_000 };
const ANY: Proportion = { odd: 1000, ask: 5000 };
const PROPORTIONS: Readonly<Record<string, Proportion>> = {
  gauge: { odd: 50_000_000, ask: 100_000_000 },
  own: { odd: 1_000_000, ask: 100_000_000 },
  "fee.collected": { odd: 1000, ask: 10_000 },
  "fee.information": { odd: 100_000, ask: 10_000_000 },
  publicity: OCCASIONS,
  training: OCCASIONS,
  inspection: OCCASIONS,
  column: OCCASIONS,
  service: { odd: 10_000, ask: 100_000 },
  interaction: CONTACTS,
  info: CONTACTS,
  doc: { odd: 100, ask: 500 },
};

const isPeople = (key: IndicatorKey) => /followers|visits|^own\./.test(key);

/**
 * Only an exact figure in the indicator's own measure is a quantity. `checked`: the speaker has looked at it again, and
 * its size is no longer asked about.
 */
export function quantityOf(figure: Figure, key: IndicatorKey, words: string, checked?: "checked"): Counted {
  if (figure.type !== "exact")
    return { ask: ask(figure.type === "approximate" ? "quantity-approximate" : "quantity-malformed", words) };
  const { unit } = figure;
  const money = key.startsWith("fee.");
  const spoken = money && unit === "万"; // 收费8.2万 leaves out the 元
  const value = spoken ? Math.round(figure.value * 100) / 1_000_000 : figure.value;
  const none = money && figure.value === 0 && figure.measure === "none"; // nothing has no unit
  const measure = spoken || none ? "money" : figure.measure;
  if (money !== (measure === "money") && !key.startsWith("own."))
    return { ask: ask(money ? "fee-unit" : "unit-other", words) };
  if (measure === "people" && /^(?:training|inspection)\./.test(key))
    return { ask: ask("people-not-occasions", words) };
  if (measure === "people" && !isPeople(key)) return { ask: ask("unit-other", words) };
  if (measure === "share" || measure === "parcel" || measure === "firm" || measure === "other")
    return { ask: ask("unit-other", words) };
  if (key === "permit.decided" && measure === "edition") return { ask: ask("unit-other", words) }; // 许可系统卡了2次
  if (unit === "万字") return { ask: ask("unit-other", words) };
  if (!money && !Number.isInteger(value)) return { ask: ask("quantity-malformed", words) };
  const bounds = PROPORTIONS[key] ?? PROPORTIONS[familyOf(key)] ?? ANY;
  if (value >= bounds.ask && !checked) return { ask: ask("quantity-out-of-proportion", words) };
  const inUnit = key === "fee.information" ? Math.round(value * 1e6) / 100 : value; // figures of money are read in 万元
  return { quantity: said(inUnit, words), odd: value >= bounds.odd };
}
