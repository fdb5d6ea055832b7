import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { type Clause, datesOf } from "./clause.ts";

const BODY = /[局委办厅院所站镇乡会部]$|街道$|中心$/;

/** 交通运输局热线席: the desk of it that reports. */
const isDesk = (tokens: readonly Token[], token: Token): boolean =>
  isMark(tokens[0], "outsider") &&
  ((token.kind === "unknown" && /^[席台岗]$/.test(token.text)) ||
    (isMark(token, "hotline") && /[席台岗]/.test(tokens.at(-1)?.text ?? "")));

/** 城关镇办公室: which town it is. */
const isPlaceOf = (token: Token, next: Token | undefined): boolean =>
  token.kind === "unknown" && token.text.length < 4 && /^[镇乡街]/.test(next?.text ?? "") && isMark(next, "outsider");

const REPORTS = /^(?:报送|上报|填报|报数|报表|汇总|统计|月报|数据)$/;

/** 市局通报：, 省厅：: what comes from above is nobody's own report. */
const FROM_ABOVE = /通报|通知|公告|通告|转|要求|消息|新闻|印发|下发|^[省市区县]?[局厅委办]$|上级|领导|兄弟|友邻/;

/** 市商务局办公室：…, 【卫健委】…: the body that reports, named above its report. Undefined: the message opens otherwise. */
export function headingOf({ tokens, opened, closed }: Clause): Readonly<{ body: string }> | undefined {
  if (closed !== ":" && !(opened === "【" && closed === "】")) return undefined;
  if (FROM_ABOVE.test(tokens.map((token) => token.text).join(""))) return undefined;
  const named = tokens.filter(
    (token) =>
      isMark(token, "outsider", "office", "role") ||
      (token.kind === "unknown" && BODY.test(token.text)) ||
      isDesk(tokens, token),
  );
  const rest = tokens.filter(
    (token, at) =>
      !named.includes(token) &&
      !isPlaceOf(token, tokens[at + 1]) &&
      !isMark(token, "filler", "noun", "topic") &&
      !REPORTS.test(token.text),
  );
  if (!named.some((token) => isMark(token, "outsider")) || rest.length > datesOf(tokens).length) return undefined;
  return { body: named.map((token) => token.text).join("") };
}
