import { hasIndicator, indicatorOf } from "@gongkai/schema";
import type { View } from "./turn.ts";

/** Units people use for one another; 个 and 项 are said of anything. */
const FAMILIES: readonly string[] = ["条篇则", "件起宗份笔", "次场期回", "人名", "元"];
const COUNTED = /[\d零一二两三四五六七八九十百千万]([条篇则件起宗份笔次场期回人名元])/gu;

/** Calls are counted in 次 as well as in 件. */
const CALLS = /^interaction\.(?:hotline|online)_consult$/;

const familyOf = (unit: string): string | undefined => FAMILIES.find((family) => family.includes(unit.slice(-1)));

/** 发了3条 is no figure of 行政处罚, which comes in 件: whether words count in another unit than the indicator does. */
export function clashesInUnit({ catalogue }: View, indicator: string, words: string): boolean {
  if (!hasIndicator(catalogue, indicator)) return false;
  if (CALLS.test(indicator)) return false; // 热线87次
  const own = familyOf(indicatorOf(catalogue, indicator).unit);
  const said = [...words.normalize("NFKC").matchAll(COUNTED)].map(([, unit = ""]) => familyOf(unit));
  return own !== undefined && said.length > 0 && said.every((family) => family !== own);
}
