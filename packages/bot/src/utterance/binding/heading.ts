import { isMark } from "../reading.ts";
import { type Clause, datesOf } from "./clause.ts";

const BODY = /[局委办厅院所站镇乡会部]$|街道$|中心$/;

const REPORTS = /^(?:报送|上报|填报|报数|报表|汇总|统计|月报|数据)$/;

/** 市局通报：, 省厅：: what comes from above is nobody's own report. */
const FROM_ABOVE = /通报|通知|公告|通告|转|要求|消息|新闻|印发|下发|^[省市区县]?[局厅委办]$|上级|领导|兄弟|友邻/;

/** 市商务局办公室：…, 【卫健委】…: the body that reports, named above its report. Undefined: the message opens otherwise. */
export function headingOf({ tokens, opened, closed }: Clause): Readonly<{ body: string }> | undefined {
  if (closed !== ":" && !(opened === "【" && closed === "】")) return undefined;
  if (FROM_ABOVE.test(tokens.map((token) => token.text).join(""))) return undefined;
  const named = tokens.filter(
    (token) => isMark(token, "outsider", "office", "role") || (token.kind === "unknown" && BODY.test(token.text)),
  );
  const rest = tokens.filter(
    (token) => !named.includes(token) && !isMark(token, "filler", "noun", "topic") && !REPORTS.test(token.text),
  );
  if (!named.some((token) => isMark(token, "outsider")) || rest.length > datesOf(tokens).length) return undefined;
  return { body: named.map((token) => token.text).join("") };
}
