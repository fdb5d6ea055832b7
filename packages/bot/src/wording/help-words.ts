import type { Question } from "../dialogue/question.ts";
import type { Speaking } from "./fact-words.ts";
import { questionWords } from "./question-words.ts";

const HELP = [
  "有做完的工作，一句话告诉我就行：",
  "· 今天门户网站发了3条政策解读",
  "· 3月行政许可26件，处罚2件",
  "· 收到依申请公开1件，张三，个人，网上提交",
  "· 3月没有行政强制；本月无",
  "报错了：撤销；改成5条；第2条改成昨天的。",
  "想查：本月进度；今年许可多少件，同比呢；谁还没报；年报现在能出吗。",
  "要文件：导出年报；导出2月月报。",
  "局领导和政务公开办要小结：每周一给我发周报；月底小结发我；不用发周报了。",
].join("\n");

/** Differences people ask about while a question waits. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "made-or-repealed": "制定是今年新印发的规范性文件，废止是今年宣布失效的，年报里分两栏。",
  "hotline-which": "咨询热线是群众来电咨询，按件记；行风热线是上节目，按次记。",
};

export function helpWords(topic: string | null, question: Question | null, speaking: Speaking): string {
  if (question === null) return HELP;
  const { asked } = question;
  const difference = asked.name === "slot" ? DIFFERENCES[asked.why] : undefined;
  if (difference !== undefined) return difference;
  return topic === null ? `我刚才问的是：${questionWords(asked, speaking)}` : HELP;
}
