import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Clause } from "./clause.ts";

const INTRODUCES_TOPIC = /^(?:关于|有关|围绕|针对|题为|名为|主题为|主题|标题|就|对)$/;
const MOST = 8;

/** Characters no lexicon knows. A few are shown on a card, many are asked about. */
export type Residue = Readonly<{ words: string; many: boolean }>;

function unexplained(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "unknown") return [];
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    if (after?.kind === "span" && after.span === "document-number") return []; // 政发〔2026〕5号
    if (tokens.slice(0, at).some((one) => INTRODUCES_TOPIC.test(one.text)) && after && !(before?.kind === "figure"))
      return [];
    return [token.text];
  });
}

export function residueOf(clauses: readonly Clause[]): Residue | null {
  const words = clauses.flatMap(({ tokens }) => unexplained(tokens));
  if (words.length === 0) return null;
  const length = words.join("").length;
  const whole = clauses.reduce(
    (sum, { tokens }) =>
      sum + tokens.reduce((inner, token) => inner + (isMark(token, "filler") ? 0 : token.text.length), 0),
    0,
  );
  return { words: words.join("、"), many: length > MOST || length * 2 > whole };
}
