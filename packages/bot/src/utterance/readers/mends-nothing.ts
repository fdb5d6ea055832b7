import { figuresOf, isDone } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";

/** 粉丝数更新为31205: the new reading of a gauge mends nothing. */
export const isReading = (tokens: readonly Token[]) =>
  tokens.some(
    (token) =>
      isMark(token, "followers") ||
      (token.kind === "word" && token.word.is === "indicator" && token.word.key.startsWith("gauge.")),
  );

/** 今天那个公众号发了两条, 信乡昨天回了三封: what was done and how much; 那个 points at nothing. */
export const isReportUpTo = (before: readonly Token[], text: string): boolean =>
  figuresOf(before).length > 0 &&
  before.some((token) => (isMark(token, "done") || /^[发推回接办开上]了$/.test(token.text)) && token.kind === "word") &&
  !/刚才|刚刚|上一|[报记录填登](?:的|了|过)|那[条笔]|这[条笔]|改/.test(text);

const OF_A_RECORD =
  /数|量|日期|时间|日子|收到日|渠道|平台|指标|类型|类别|申请人|结果|单位|条|件|记录|期间|月份|种类|项目|名称|答复|申请/;
/** 值班电话改成8732215了, 小赵座机换成8806了: what is mended is no record. */
export function isOfSomethingElse(before: readonly Token[], text: string): boolean {
  if (before.some((token) => isNaming(token) || token.kind === "date" || token.kind === "figure")) return false;
  const filler = before.filter((token) => isMark(token, "filler", "repair", "doubt", "role", "that-one"));
  const left = filler.reduce((rest, token) => rest.replace(token.text, ""), text).replace(/[^\u4e00-\u9fa5]/g, "");
  return left.length > 1 && !OF_A_RECORD.test(left) && !/误|错|滑/.test(left);
}

const POINTS = /刚|上一|[那这][一0-9两三]?[条笔件]|前面|最后|[报记录填登]的/;
/** 昨天那个发布会，哦不对，培训，办了一场: a report that mends its own name. */
export function mendsItsName(text: string, tokens: readonly Token[], at: number): boolean {
  if (POINTS.test(text) || /[是应改成为]/.test(text.slice(at))) return false;
  const anew = tokens.filter((token) => token.from >= at);
  return isDone(anew) && anew.some(isNaming);
}
