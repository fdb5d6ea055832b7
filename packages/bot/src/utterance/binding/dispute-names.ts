import type { IndicatorKey } from "@gongkai/schema";
import { ask, indicatorChoices } from "../ask.ts";
import type { Mark } from "../words/mark.ts";
import { asked, type NamingRule, named } from "./name.ts";

const STEPS: readonly (readonly [Mark, string])[] = [
  ["upheld", "upheld"],
  ["corrected", "corrected"],
  ["otherwise", "other"],
  ["undecided", "pending"],
];

/** Reconsiderations and lawsuits. A bare 复议2件 may be new or decided: asked; a bare 0 is a nil of what came in. */
export const disputeOf: NamingRule = ({ keys, marks, text }, { catalogue, value }) => {
  const review = marks.has("review") || keys.some((key) => key.startsWith("review."));
  const litigation = marks.has("litigation") || keys.some((key) => key.startsWith("litigation."));
  const results = STEPS.filter(([mark]) => marks.has(mark));
  if (!review && !litigation) {
    const [result] = results;
    const alone = keys.length === 0 && !marks.has("application") && !marks.has("permit" as Mark);
    return result && alone && result[0] !== "otherwise" && !marks.has("cleared")
      ? { type: "ask", ask: ask("dispute-which", text) }
      : undefined;
  }
  if (keys.some((key) => !/^(?:review|litigation)\./.test(key))) return asked("two-things", text);
  if (review && litigation) return asked("dispute-which", text);
  const family = review ? "review" : "litigation";
  const key = (step: string) => `${family}.${step}` as IndicatorKey; // both families have the same five steps
  const served = marks.has("arrived") && /应诉通知|受理通知/.test(text);
  const decided = results.length === 0 && /判(?!断)|裁定/.test(text) && !/受理/.test(text);
  const ended = results.length === 1 && /结案/.test(text);
  if ((marks.has("step") && !served && !ended) || decided || /驳回|胜诉|败诉|调解书/.test(text))
    return asked(`${family}-step-which`, text);
  const arrived = marks.has("arrived") || marks.has("added");
  const direct = keys[0];
  if (direct && results.length === 0 && !direct.endsWith(".received")) return named(direct);
  if (results.length === 1 && !arrived) return named(key(results[0]?.[1] ?? "other"));
  if (results.length === 0 && (arrived || direct)) return named(direct ?? key("received"));
  if (results.length === 0 && value === 0) return named(key("received"));
  return asked(
    `${family}-step-which`,
    text,
    indicatorChoices(catalogue, [
      [key("received"), "新收", "收到", "新收到", "新收到的", "新来的"],
      [key("upheld"), "维持"],
      [key("corrected"), "纠正"],
      [key("other"), "其他"],
      [key("pending"), "未审结"],
    ]),
  );
};
