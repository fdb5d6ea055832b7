import { figuresOf } from "../binding/clause.ts";
import { isWork } from "../binding/features.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";
import { retold } from "./draft-retold.ts";

const ONLY = /^(?:那|就|你|请|帮我|先)*(?:只|光|单)(?:记|报|算|录|登|要)?(?=.)/;
/** 那就只记今天的，今天2条, in answer to a year in one figure: the report over again, shorter. Null: told otherwise. */
export function anew(draft: Draft, hearing: Hearing): Answer | null {
  const reply = { ...hearing, text: hearing.text.replace(ONLY, "") };
  if (reply.text === hearing.text || !draft.asks.some(({ about }) => about === "period")) return null;
  const { tokens } = readingOf(reply);
  if (figuresOf(tokens).length !== 1 || tokens.some(isWork)) return null;
  const [item, another] = retold(draft, reply);
  return item && !another ? { kind: "answers", draft: { ...item, asks: [] }, rest: null } : null;
}
