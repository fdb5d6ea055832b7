import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Clause } from "./clause.ts";

/** Signs that could undo or change what is reported: a clause that holds one is no mere remark. */
const TURNS =
  /(?<![请休放病事年寒暑婚产])假(?![期日条])|[没未不非无退废撤免缓拟将待删改换漏另除仅只约错误几某别重再还又]|取消|作废|停发|停办|暂停|准备|计划|已报|报过|记过|上次|左右|转发|转载|测试|市局|省厅|黄了|泡汤/;
const EXPLAINS =
  /^(?:.{1,3}的(?:都|全|均|基本)?是|因为|由于|为了|原因是|起因是|目的是|缘于|鉴于|(?:都|全|均|主要|大多|基本|内容|主题|题目|标题)*(?:是|为)?(?:关于|有关|围绕|针对|反映|咨询|询问|问的?|讲的?|谈的?|介绍|宣传|涉及|主题)|.{2,6}(?:主持|主讲|授课)的?$)/;
const LEADS = /后台|旧账|台账|系统|值班|值守|当班|整理|盘点|清点|核对|翻了/;
const LABEL =
  /^(?![市县区省镇乡街村])(?:财务|综合|业务|宣传|人事|后勤|法规|[\u4e00-\u9fa5]{1,4}(?:科|室|处|股|组|办|窗口|员))$/;
const LONGEST_LEAD = 10;

const bears = (token: Token) =>
  token.kind === "figure" ||
  token.kind === "question" ||
  (token.kind === "word" && /^(?:indicator|channel|other-platform|outcome)$/.test(token.word.is)) ||
  isMark(token, "outsider", "hearsay", "plan", "aim", "underway", "step", "nil", "not", "running", "repost", "compare");

/**
 * A clause between stops that explains (都是反映停车难的), leads in (刚看了后台) or labels (财务：) and changes no
 * figure. `first` is true for the clause the message opens with.
 */
export function isRemark({ tokens, closed }: Clause, first: boolean): boolean {
  const words = tokens.map((token) => token.text).join("");
  if (TURNS.test(words) || tokens.some(bears)) return false;
  if (first && closed === ":" && LABEL.test(words)) return true;
  if (first && closed !== "" && words.length <= LONGEST_LEAD && LEADS.test(words)) return true;
  return !tokens.some((token) => token.kind === "date") && EXPLAINS.test(words);
}
