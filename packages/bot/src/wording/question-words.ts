import { APPLICANT_LABELS, CHANNEL_LABELS, RESULT_GROUP_LABELS } from "@gongkai/schema";
import type { Line } from "../dialogue/line.ts";
import type { Asked, CardReason } from "../dialogue/question.ts";
import { indicatorKeyOf, periodOf } from "../dialogue/stated-fact.ts";
import type { Change } from "../utterance/meaning.ts";
import { askWords } from "./ask-words.ts";
import { batchWords } from "./batch-words.ts";
import { bulletWords, linesWords, lineWords } from "./echo-words.ts";
import { caseNumberWords, indicatorFor, outcomeWords, type Speaking, whatWords } from "./fact-words.ts";
import { periodWords } from "./period-words.ts";

const quoted = (words: string): string => (words.trim() === "" ? "" : `“${words.trim().slice(0, 40)}”`);

const CARD_REASONS: Readonly<Record<CardReason, (words: string) => string>> = {
  homophone: () => "这句话里像是有错别字，我这样理解，对吗？",
  "unusual-size": () => "这个数比平常大很多，请核对：",
  "far-off": () => "这个数比以往报过的大很多，请核对：",
  residue: () => "这句话有些地方没看明白，我这样理解，对吗？",
  stutter: () => "这句话里有重复，我这样理解，对吗？",
  "said-before": () => "今天已经记过一句同样的话。这是另外的吗？",
  "unknown-section": (words) => `${quoted(words)}里的科室没有找到，先记在您的科室名下，可以吗？`,
  "same-again": () => "是在刚才那一项上再加吗？",
  "month-not-over": () => "这个月还没有过完，确认把下面各项都报为无吗？",
};

const OF_ITS_WORDS: ReadonlySet<string> = new Set(["subset-counted", "body-whose"]);

/** The sentence for a question. The choices follow it, numbered. */
export function questionWords(asked: Asked, speaking: Speaking): string {
  switch (asked.name) {
    case "card":
      return `${CARD_REASONS[asked.because](asked.words)}\n${bulletWords(asked.lines, speaking)}`;
    case "batch":
      return batchWords(asked.rows, asked.again, speaking);
    case "slot": {
      // of a total and its part the part is in question, of another name the name
      const clause = quoted(OF_ITS_WORDS.has(asked.why) ? asked.words : asked.clause);
      const what = asked.indicator === null ? "" : indicatorFor(speaking.catalogue, asked.indicator).label;
      return askWords(asked.about, asked.why, clause, what);
    }
    case "overlap": {
      const standing = bulletWords(asked.standing, speaking);
      const period = periodOf(asked.fact) ?? "";
      const stated = `${whatWords(asked.fact, speaking)}，${periodWords(period, speaking.today)}`;
      if (asked.nil) return `您说${stated}，可是已经记过：\n${standing}\n以哪个为准？`;
      return `同一时期已经记过：\n${standing}\n这次说的是：${stated}。要怎么记？`;
    }
    case "which-year":
      return asked.month
        ? `${quoted(asked.words)}和今年1月的数对不上，记到哪一年？`
        : `${quoted(asked.words)}像是全年的数，记到哪一年？`;
    case "which-section":
      return whichSectionWords(asked, speaking);
    case "reopening":
      return reopeningWords(asked, speaking);
    case "which-record":
      return whichRecordWords(asked, speaking);
    case "which-case":
      if (asked.named > 1) return `${quoted(asked.words)}对得上的申请有${asked.named}件，是哪一件？`;
      if (asked.who !== null) return `没有找到${asked.who}的申请。是下面哪一件？`;
      return `${quoted(asked.words)}是哪一件？`;
    case "which-step":
      return `${caseWords(asked.case, speaking)}：是哪一种情况？办理期限的算法不一样。`;
    case "which-outcome":
      return `${caseWords(asked.case, speaking)}：是哪一种办理结果？`;
    case "which-decision":
      return `${caseNumberWords(asked.case)}${asked.kind === "review" ? "行政复议" : "行政诉讼"}：结果在表四里算哪一种？`;
    case "result-row":
      return `${caseWords(asked.case, speaking)}：${outcomeWords(asked.group)}的具体理由是哪一项？（已先记为${RESULT_GROUP_LABELS[asked.group].replace(/^（.）/u, "")}）`;
    case "correct-what":
      if (asked.lines.length > 1)
        return `要改哪一条？请连第几条一起说，例如“第2条改成5”。\n${linesWords(asked.lines, speaking)}`;
      return `“${linesWords(asked.lines, speaking)}”要改成什么？请说改正后的数，例如“改成5条”。`;
    case "lawsuit-route":
      return "这件诉讼是未经复议直接起诉，还是复议后起诉？";
    case "lawsuit-original":
      return "这件诉讼里，我们是作出原行政行为的机关吗？（只有原行为机关统计）";
    case "denied":
      return "好的，没有记。应该怎么记？请重新说一遍，或者只说不对的地方。";
    default:
      return asked satisfies never;
  }
}

function whichSectionWords(
  { lines, unknown, choices }: Extract<Asked, { name: "which-section" }>,
  speaking: Speaking,
): string {
  const head = unknown === null ? "" : `没有找到“${unknown}”。`;
  const which = lines.length === 1 ? "这条记到哪个科室？" : `这${lines.length}条记到哪个科室？`;
  const how = choices ? "" : "请回复科室名称。";
  return `${head}${which}${how}\n${bulletWords(lines, speaking)}`;
}

function reopeningWords({ month, lines }: Extract<Asked, { name: "reopening" }>, speaking: Speaking): string {
  const name = periodWords(month, speaking.today);
  if (lines.length === 0) return `为什么要打开${name}？请用一句话说明原因。`;
  return `${name}已经结账。为什么要打开补记？说明原因后就记下：\n${bulletWords(lines, speaking)}`;
}

function whichRecordWords({ lines, upon }: Extract<Asked, { name: "which-record" }>, speaking: Speaking): string {
  const [only] = lines;
  if (only && lines.length === 1) {
    const shown = lineWords(only, speaking);
    if (upon.do === "correct") return `是把“${shown}”${changeWords(upon.set, lines, speaking)}吗？`;
    return upon.do !== "restore" ? `是撤销“${shown}”吗？` : `是恢复“${shown}”吗？`;
  }
  if (upon.do === "correct") return `有${lines.length}条可能是，要把哪一条${changeWords(upon.set, lines, speaking)}？`;
  if (upon.do === "change-by")
    return `有${lines.length}条可能是，哪一条${upon.by > 0 ? "少" : "多"}报了${Math.abs(upon.by)}？`;
  if (upon.do === "deny") return "哪一条不对？";
  return upon.do === "withdraw" ? "要撤销哪一条？" : "要恢复哪一条？";
}

/** 改成5条, 改到3月2日, 改为决策预公开. */
function changeWords(set: Change, lines: readonly Line[], speaking: Speaking): string {
  const keys = lines.map(({ fact }) => indicatorKeyOf(fact));
  const [key] = set.indicator === undefined ? keys : [set.indicator];
  const same = key !== undefined && (set.indicator !== undefined || keys.every((each) => each === key));
  const unit = same ? indicatorFor(speaking.catalogue, key).unit : "";
  const parts = [
    set.indicator === undefined ? null : indicatorFor(speaking.catalogue, set.indicator).label,
    set.quantity === undefined ? null : `${set.quantity}${unit}`,
    set.period === undefined ? null : periodWords(set.period, speaking.today),
    set.channel ? CHANNEL_LABELS[set.channel] : null,
    set.applicant === undefined ? null : APPLICANT_LABELS[set.applicant],
    set.outcome === undefined ? null : outcomeWords(set.outcome),
    set.row === undefined ? null : outcomeWords(set.row),
  ].filter((part) => part !== null);
  return `改成${parts.join("、")}`;
}

const caseWords = (id: string, { nameOf }: Speaking): string => {
  const name = nameOf(id);
  return name === null ? `政府信息公开申请（${caseNumberWords(id)}）` : `${name}的申请`;
};
