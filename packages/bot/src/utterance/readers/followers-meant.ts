import { figuresOf } from "../binding/clause.ts";
import { followersOf } from "../binding/part-names.ts";
import { quantityOf } from "../binding/quantity.ts";
import type { Reading, Said } from "../reading.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";

/**
 * 看串行了，公众号的是一万零二百: a figure that no account posts in a month is the one of those who follow it. Undefined: it
 * could be a count of posts.
 */
export function followersMeant(tokens: readonly Token[], { text }: Reading): Said | undefined {
  const [figure, second] = figuresOf(tokens);
  const [channel, another] = tokens.flatMap((token) =>
    token.kind === "word" && token.word.is === "channel" ? [token.word.channel] : [],
  );
  const gauge = another ? undefined : followersOf(channel);
  if (!figure || second || !gauge) return undefined;
  if (!tokens.every(isOfTheFigure)) return undefined;
  const posts = quantityOf(figure.figure, "newmedia.post", text);
  const followers = quantityOf(figure.figure, gauge, text);
  if (!("ask" in posts) || posts.ask.why !== "quantity-out-of-proportion" || !("quantity" in followers))
    return undefined;
  return {
    act: "correct",
    target: { indicator: gauge, text },
    set: { quantity: followers.quantity.value },
  };
}

const isOfTheFigure = (token: Token): boolean =>
  token.kind === "figure" ||
  token.kind === "break" ||
  (token.kind === "word" && token.word.is === "channel") ||
  isMark(token, "filler", "only", "that-one", "done", "repair");
