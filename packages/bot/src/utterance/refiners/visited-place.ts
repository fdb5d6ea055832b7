import { names } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround } from "./clause-around.ts";

const GOES =
  /^(?:到了?|去了?|赴|下到?|进|进了|走进|深入到?|前往|走访了?|跑了?|走了|转了|看了|对|为|给|向|面向|针对|召集|组织|邀请|抽查了?|检查了?)$/;
const VISITED =
  /^(?:乡镇|街道|社区|村|行政村|村居|学校|中小学|幼儿园|医院|卫生院|企业|公司|单位|部门|科室|股室|站所|所|镇|乡|县|区|窗口|网点|工地|项目|景区|园区|机构|商户|门店|商超|超市|市场|基地|合作社|家|户)$/;

/** 督查了4个股室，记1次: the occasions have a figure of their own behind the comma. */
const isCountedBehind = (tokens: readonly Token[], at: number, to: number): boolean => {
  const before = tokens[at - 1];
  const next = tokens.slice(to + 1, to + 4);
  return (
    before !== undefined &&
    (names(before, /^inspection\./) || isMark(before, "done")) &&
    next.some((one) => one.kind === "figure" && one.figure.measure === "edition")
  );
};

/** 到三个乡镇督查, 给5家企业培训: whom it was done for or where; the occasion is counted elsewhere. */
export function isVisited(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "figure" || token.figure.type !== "exact" || token.figure.implied) return false;
  if (!/^(?:个|家|户|所)$/.test(token.figure.unit)) return false;
  const { from, to } = clauseAround(tokens, at);
  const next = tokens[at + 1];
  return (
    (tokens.slice(Math.max(from, at - 2), at).some(({ text }) => GOES.test(text)) || isCountedBehind(tokens, at, to)) &&
    ((next !== undefined && (VISITED.test(next.text) || next.kind === "unknown")) ||
      isMark(next ?? token, "outsider", "topic")) &&
    tokens.some((one, place) => place !== at && one.kind === "figure" && one.figure.measure === "edition") &&
    tokens
      .slice(from, to)
      .some(
        (one) => one.kind === "word" && one.word.is === "indicator" && /^(?:training|inspection)\./.test(one.word.key),
      )
  );
}
