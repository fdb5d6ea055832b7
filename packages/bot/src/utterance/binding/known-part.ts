import { isMark } from "../reading.ts";
import { type Clause, figuresOf } from "./clause.ts";
import { isNaming } from "./features.ts";
import type { Mood } from "./mood.ts";

/** A clause and how it stands to the facts. */
export type Heard = Readonly<{ clause: Clause; mood: Mood }>;

export const hasFigure = ({ clause: { tokens } }: Heard): boolean =>
  tokens.some((token) => token.kind === "figure" || isMark(token, "nil"));

const WITHIN: ReadonlySet<string> = new Set(["里头", "里面", "其中", "当中", "里"]);
const isOnlyPart = ({ clause: { tokens } }: Heard): boolean =>
  isMark(tokens[0], "subset") && tokens.some(({ kind }) => kind === "figure");

/** 许可里面食品经营的占了260, 今天的7件里有2件是小刘办的: the name of what stands, and how many of it. */
const isPart = ({ clause: { tokens } }: Heard): boolean => {
  const at = tokens.findIndex(({ text }) => WITHIN.has(text));
  if (at < 1) return false;
  const before = tokens.slice(0, at);
  return before.some(isNaming) && figuresOf(before).length === 0 && figuresOf(tokens.slice(at + 1)).length > 0;
};

/** Only a part of what stands already is told: 许可里头有40件是超限运输的, 解读那4条其中1条是图解. */
export function isOfKnown(heard: readonly Heard[]): boolean {
  const [alone, another] = heard.filter(hasFigure);
  if (alone && !another) return /^(?:told|doubt|compare)$/.test(alone.mood) && isPart(alone);
  const pointed = heard.some(({ mood }) => mood === "doubt");
  const told = heard.some((one) => one.mood === "told" && hasFigure(one) && !isOnlyPart(one));
  return pointed && !told && heard.slice(1).some(isOnlyPart);
}
