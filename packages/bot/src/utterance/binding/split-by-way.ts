import { isMark } from "../reading.ts";
import { type Candidate, figureOf, keyOf, sumOf } from "./candidate.ts";

// Parts of a total that say by which way or on which account: none of them is a post of its own.

/** 发了4条图解，官网3条，微博1条: the same things by channel; a post of them may count as well (conventions 16, 23). */
export function byChannel(whole: Candidate, rest: readonly Candidate[]): boolean {
  if (!keyOf(whole)?.startsWith("disclosure.") || whole.features.channels.length > 0) return false;
  const stop = rest.findIndex(
    ({ features, more }) => more || features.keys.length > 0 || features.channels.length !== 1,
  );
  const parts = stop < 0 ? rest : rest.slice(0, stop);
  // 一般信息5条，微博2条，公众号3条 adds up by chance; 解读 is told by channel (convention 23)
  if (
    keyOf(whole) !== "disclosure.policy_interpretation" &&
    parts[0]?.part !== "subset" &&
    !parts.every(({ underColon }) => underColon)
  )
    return false;
  const [only, another] = parts;
  if (
    only &&
    !another &&
    only.tokens.some((token) => token.kind === "unknown" || (isMark(token, "topic") && token.text.length > 1))
  )
    return false; // 微博发了1条防暑提醒
  return (
    sumOf(parts) === figureOf(whole) && parts.some(({ features }) => features.channels.some((one) => one !== "website"))
  );
}

/** 审核信息12条，网站8条，公众号4条: where what was reviewed went; no posts of their own. */
export function channelsOf(whole: Candidate, rest: readonly Candidate[]): readonly Candidate[] {
  if (!keyOf(whole)?.startsWith("info.") || whole.features.channels.length > 0) return [];
  const stop = rest.findIndex(
    ({ features: { keys, channels }, more }) => more || keys.length > 0 || channels.length !== 1,
  );
  const parts = stop < 0 ? rest : rest.slice(0, stop);
  return parts.length > 1 && sumOf(parts) === figureOf(whole) ? parts : [];
}

const ANYWHERE =
  /^(?:interaction|service|permit|penalty|coercion|application|review|litigation|training|inspection|publicity)\./;
const OF_ITS_OWN = /^(?:发|推|更|上传|挂|刊|登|拍|做|转)/;
const publishes = ({ tokens }: Pick<Candidate, "tokens">): boolean =>
  tokens.some((token) => isMark(token, "verb") && OF_ITS_OWN.test(token.text));

/** 留言答复15条，其中网站9条、公众号6条: by which way, where no way is kept. What publishes is a post of its own. */
export function waysOf(whole: Candidate, rest: readonly Candidate[]): readonly Candidate[] {
  if (!ANYWHERE.test(keyOf(whole) ?? "") || whole.features.channels.length > 0) return [];
  const isWay = ({ features: { keys, channels }, tokens, more, part, dates }: Candidate) =>
    keys.length === 0 &&
    (channels.length === 1 || (part === "subset" && channels.length === 0)) &&
    !more &&
    part !== "total" &&
    dates.every((date) => whole.dates.includes(date)) &&
    !publishes({ tokens });
  const stop = rest.findIndex((part) => !isWay(part));
  const ways = stop < 0 ? rest : rest.slice(0, stop);
  const [first] = ways;
  const within = first?.part === "subset" || first?.underColon === true;
  // 留言3条，公众号1条，微博2条: citizens write there; nobody fines there
  const told =
    within || (ways.length > 1 && sumOf(ways) === figureOf(whole) && /^interaction/.test(keyOf(whole) ?? ""));
  return told && ways.some(({ features }) => features.channels.length > 0) ? ways : [];
}
/** Ways that leave no doubt: they add up to the total, or all stand in the breath that opens with 其中. */
export const areWithin = (whole: Candidate, ways: readonly Candidate[]): boolean =>
  (ways[0]?.part === "subset" || ways[0]?.underColon === true) &&
  (sumOf(ways) === figureOf(whole) ||
    (sumOf(ways) < figureOf(whole) && ways.every((way) => way.clause === ways[0]?.clause)));

/** 15条，其中网站9条，公众号6条: what makes the split behind 其中 whole belongs to it, comma or none. */
export function withWholeSplit(candidates: readonly Candidate[]): readonly Candidate[] {
  const split = candidates.slice();
  for (const [at, whole] of candidates.entries()) {
    const first = candidates[at + 1];
    if (first?.part !== "subset" || first.features.keys.length > 0) continue;
    if (whole.part === "subset" || whole.name.type === "empty") continue;
    let sum = figureOf(first);
    for (let end = at + 2; end < candidates.length; end += 1) {
      const next = candidates[end];
      if (!next || next.more || next.part === "total" || next.features.keys.length > 0 || publishes(next)) break;
      if (next.features.channels.length !== 1 || next.dates.some((date) => !whole.dates.includes(date))) break;
      sum += figureOf(next);
      if (sum !== figureOf(whole)) continue;
      for (let one = at + 2; one <= end; one += 1) split[one] = { ...(candidates[one] as Candidate), part: "subset" };
      break;
    }
  }
  return split;
}
