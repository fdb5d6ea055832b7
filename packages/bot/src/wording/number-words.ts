import type { Indicator } from "@gongkai/schema";

/** A stored whole number in the unit of talk, without trailing zeros: 82 000 000 分 is 82 when the unit is 万元… */
export function amountWords(stored: number, indicator: Pick<Indicator, "scale" | "unit">): string {
  const value = stored / indicator.scale;
  const digits = Math.round(Math.log10(indicator.scale));
  const text = digits > 0 ? value.toFixed(digits).replace(/\.?0+$/, "") : String(value);
  return `${text}${indicator.unit}`;
}

/** A signed share in per cent with at most one decimal: +12.5%. */
export function shareWords(now: number, before: number): string {
  const share = Math.round(((now - before) / before) * 1000) / 10;
  if (share === 0) return "持平";
  return share > 0 ? `增长${share}%` : `下降${-share}%`;
}
