import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { type Clause, isDone } from "./clause.ts";
import { featuresOf, isNaming } from "./features.ts";
import { isRemark } from "./remark.ts";

/** How a clause stands to the facts. Only `told` may be written. */
export type Mood =
  | "told"
  | "aim" // 应发10条, 目标100
  | "plan"
  | "compare" // 去年同期20件
  | "elsewhere" // 省厅发了3条
  | "hearsay"
  | "doubt"
  | "underway"
  | "denied"
  | "step";

const GIVES_OBJECT =
  /^(?:向|给|对|接受|配合|转|陪同|帮|替|代|为|和|与|同|联合|参加|迎接|采访|按|根据|按照|与|和|跟|经|由|报|在)$/;

/** Another body is the one who did it, unless it is only named in passing (向省厅, 配合市局). */
function isElsewhere(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token, index) => isMark(token, "outsider") && !namesDocument(tokens[index + 1]));
  if (at < 0) return false;
  const before = tokens[at - 1];
  if (before && isMark(before, "repost")) return false;
  return !(before && GIVES_OBJECT.test(before.text)) && !tokens.slice(0, at).some(isNaming);
}

/** 中央一号文件解读, 省政府《通知》解读: the body only says whose document it is. */
const namesDocument = (next: Token | undefined) =>
  next !== undefined &&
  ((next.kind === "span" && /^(?:title|document-number)$/.test(next.span)) || isMark(next, "document", "topic"));

/** A body named in passing: whose work it is stays open. */
const namesOutsider = (tokens: readonly Token[]) =>
  tokens.some((token, at) => isMark(token, "outsider") && !namesDocument(tokens[at + 1]));

const SOON = /^(?:大?后天|明[天日早晚晨儿]|下周|下个?月|下个?星期|下个?礼拜|tomorrow|next)/;

export function moodOf(clause: Clause): Mood {
  const { tokens } = clause;
  if (isRemark(clause, false)) return "told";
  const { marks } = featuresOf(tokens);
  if (marks.has("aim")) return "aim";
  if (marks.has("compare")) return "compare";
  if (marks.has("doubt")) return "doubt";
  if (marks.has("hearsay")) return "hearsay";
  if (marks.has("outsider")) {
    if (isElsewhere(tokens)) return "elsewhere";
    if (namesOutsider(tokens) && tokens.some(isNaming)) return "doubt";
  }
  if (marks.has("plan")) return isDone(tokens) ? "doubt" : "plan";
  const soon = tokens.some((token) => token.kind === "date" && token.when.type === "ahead" && SOON.test(token.text));
  if (soon && !isDone(tokens)) return "plan";
  if (marks.has("underway")) return "underway";
  if (marks.has("step")) return "step";
  if (marks.has("not") || marks.has("except")) return "denied";
  return "told";
}
