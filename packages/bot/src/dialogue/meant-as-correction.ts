import type { Item } from "../utterance/meaning.ts";
import { askWhich } from "./mend.ts";
import { standingOf } from "./standing-records.ts";
import { talkedQuantity } from "./stated-fact.ts";
import type { Work } from "./work.ts";

/** 许可是102: said of what it is, not of what was done. */
const COPULA = /^[^\d]{1,14}(?:是|为)\d[\d.,万w]*[条件个篇次期场份封起人元]?[，,。.!！\s]?[^\d]*$/u;
const MORE = /又|再|还有|另外|加上|追加/u;

/**
 * 不好意思，许可是102, when this speaker has just reported 120 permits: asked whether that record is to become so. False:
 * it is a report.
 */
export function meantAsCorrection(work: Work, items: readonly Item[]): boolean {
  const [item, another] = items;
  const text = work.turn.text.normalize("NFKC");
  if (!item || another || item.period.certainty === "said" || MORE.test(text)) return false;
  if (!COPULA.test(text.replace(/[零一二三四五六七八九十百千两]+/gu, "1"))) return false;
  const [done] = work.state.done;
  const same = standingOf(work.view, done?.recorded ?? []).filter(
    ({ fact }) =>
      fact.kind === "figure-reported" &&
      fact.indicator === item.indicator.value &&
      (item.channel === null || fact.channel === item.channel.value),
  );
  const [only, second] = same;
  if (!work.state.echoed || !only || second || talkedQuantity(work.view, only.fact) === item.quantity.value)
    return false;
  if (item.indicator.value.startsWith("gauge.")) return false; // a later reading stands for itself
  askWhich(work, [only], { do: "correct", set: { quantity: item.quantity.value } }, work.said);
  return true;
}
