import { CHANNEL_LABELS } from "@gongkai/schema";
import type { About, Ask, Hearing, Meaning, Oddity, Slot } from "./meaning.ts";
import { takenOf } from "./taken.ts";
import { workedOut } from "./understand.ts";

const ABOUT: Readonly<Record<About, string>> = {
  indicator: "记到哪一项没说清，或有两种理解",
  quantity: "缺一个确切的数",
  period: "日期没说清，或不能记",
  channel: "发布渠道没说清",
  unit: "数的单位不是这一项的单位",
  target: "不清楚指哪一条记录",
  intent: "不清楚是不是已经做完的本单位工作",
  applicant: "申请人类别没说",
  outcome: "办理结果没说",
  section: "科室没说清",
};
const ODDITIES: Readonly<Record<Oddity["why"], string>> = {
  homophone: "像是同音字",
  "unusual-size": "数字明显偏大",
  residue: "有没看懂的词",
  stutter: "同样的话说了两遍",
  "said-before": "今天报过同样的话",
};

const asked = ({ about, words, choices }: Ask): string[] => [
  `要问：${ABOUT[about]}${words === "" ? "" : `（“${words}”）`}`,
  ...(choices.length > 0 ? [`可选：${choices.map(({ label }) => label).join("、")}`] : []),
];
const spoken = (name: string, slot: Slot<string | number> | null) =>
  slot === null ? [] : [`${name} ${slot.value}${slot.certainty === "implied" ? "（未说，按今天）" : ""}`];

function conclusionOf(meaning: Meaning): string[] {
  switch (meaning.act) {
    case "record":
      return [
        ...meaning.items.map(
          (item) =>
            `记录：${[...spoken("数量", item.quantity), ...spoken("日期", item.period), ...(item.channel ? [CHANNEL_LABELS[item.channel.value]] : [])].join("，")}（“${item.text}”）`,
        ),
        ...meaning.oddities.map(({ why, words }) => `先请您核对：${ODDITIES[why]}（“${words}”）`),
      ];
    case "ask":
      return [
        ...(meaning.sure.length > 0 ? [`其中 ${meaning.sure.length} 项已能确定，可先记下`] : []),
        ...asked(meaning.ask),
      ];
    case "correct":
      return ["更正一条已有的记录"];
    case "undo":
      return [meaning.redo ? "恢复撤销的记录" : "撤销一条记录"];
    case "query":
      return ["查询，不记账"];
    case "export":
      return ["要一份文件，不记账"];
    case "text":
      return [`保存报告正文：${meaning.key}`];
    case "help":
      return ["问用法，不记账"];
    case "ignore":
      return ["与记账无关，不记"];
  }
}

/** What each part of a message was taken for, and why something was asked; one line each, for people. */
export function explain(hearing: Hearing): string[] {
  const { meaning, reading } = workedOut(hearing);
  return [...takenOf(reading).map(({ text, as }) => `“${text}”：${as}`), ...conclusionOf(meaning)];
}
