import { names } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround, isAnyName, type Stretch } from "./clause-around.ts";

const ENFORCES = /^(?:penalty|coercion)\./;

const LOOKS_INTO: ReadonlySet<string> = new Set(
  "检查 检查了 巡查 巡查了 抽查 抽查了 发现 发现了 扣押 扣押了".split(" "),
);

/** 查处一起无证经营, 处罚1件: what was looked into; its outcome is counted in the next breath. */
export function caseLookedInto(tokens: readonly Token[], at: number): Stretch | undefined {
  const text = tokens[at]?.text ?? "";
  if (!text.startsWith("查") && !LOOKS_INTO.has(text)) return undefined;
  const { from, to } = clauseAround(tokens, at);
  const own = tokens.slice(from, to);
  if (own.some(isAnyName) || own.some((token) => isMark(token, "total", "running", "not", "plan"))) return undefined;
  if (own.filter(({ kind }) => kind === "figure").length !== 1) return undefined;
  const next = clauseAround(tokens, Math.min(to + 1, tokens.length - 1));
  const after = tokens.slice(next.from, next.to);
  const counted = after.some((token) => token.kind === "figure") && after.some((token) => names(token, ENFORCES));
  return to < tokens.length && counted ? { from: at, to } : undefined;
}

/** 处罚超载车辆2件: whom or what it was imposed on. */
export function isObject(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at], "foreign")) return false;
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .findLast((token) => names(token, ENFORCES) || token.kind === "break");
  const next = tokens[at + 1];
  const { from } = clauseAround(tokens, at);
  const own = tokens.slice(from, at);
  const counted = own.findLast((token) => token.kind === "figure");
  // 处罚了2件 渣土车撒漏
  if (
    counted &&
    own.some((token) => names(token, ENFORCES)) &&
    counted === own.findLast((token) => token.kind !== "break" && token.kind !== "unknown")
  )
    return true;
  return (
    before !== undefined &&
    before.kind === "word" &&
    next?.kind === "figure" &&
    /^(?:件|起|宗|例)$/.test(next.figure.unit)
  );
}

const AFTER_REVIEW =
  /^(?:其中)?(?:退回|打回|驳回|退了|退改|返工|不通过|未通过|没通过|通过|修改)(?:修改|重写|重改)?了?$/;

/** 审核信息20条，退回2条: what became of some of them. */
export function afterReview(tokens: readonly Token[], at: number): Stretch | undefined {
  if (tokens[at]?.kind !== "figure") return undefined;
  const { from, to } = clauseAround(tokens, at);
  if (from < 2) return undefined;
  const words = tokens
    .slice(from, at)
    .map(({ text }) => text)
    .join("");
  if (!AFTER_REVIEW.test(words) || to - at > 2) return undefined;
  const before = clauseAround(tokens, from - 2);
  const reviewed = tokens.slice(before.from, before.to);
  return reviewed.some((one) => isMark(one, "reviewed") || names(one, /^info\.reviewed$/)) &&
    reviewed.some(({ kind }) => kind === "figure")
    ? { from, to }
    : undefined;
}
