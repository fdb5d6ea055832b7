import type { Fact } from "@gongkai/schema";
import type { Line } from "../dialogue/line.ts";
import { isDay } from "../dialogue/stated-fact.ts";
import { indicatorFor, type Speaking } from "./fact-words.ts";

/** Why a figure that was kept moves no figure of the report, or not the one people expect. */
function noteOf(fact: Fact, { catalogue }: Speaking): string | null {
  if (fact.kind !== "figure-reported") return null;
  const { indicator, channel, period } = fact;
  if (indicator === "disclosure.key_area") return "重点领域信息不另计入主动公开总数。";
  if (indicator.startsWith("disclosure.") && channel !== null && channel !== "website") {
    return "不是在门户网站发布的，不计入主动公开总数。";
  }
  if (indicatorFor(catalogue, indicator).rollUp === "monthly-latest" && isDay(period)) {
    return "这是当天的读数，不计入年报。月底请报全月的数。";
  }
  if (indicator === "application.outcome") return "还没有填进表三：请先登记这件申请，再说办理结果。";
  if (indicator.startsWith("litigation.")) return "还没有填进表四：请先登记这件诉讼。";
  return null;
}

/** Each note once, in the order of the lines it is about. */
export const noteLines = (lines: readonly Line[], speaking: Speaking): string[] => [
  ...new Set(lines.flatMap(({ fact }) => noteOf(fact, speaking) ?? [])),
];
