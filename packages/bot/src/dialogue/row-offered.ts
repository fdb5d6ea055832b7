import { groupOfRow, outcomeOfWords } from "@gongkai/schema";
import type { Question } from "./question.ts";

/** 我们没有这个信息 names its row among those offered as well as its label does; also where only its group is offered. */
export function rowOffered(text: string, { options }: Question): string | undefined {
  const heard = outcomeOfWords(text);
  if (heard.kind !== "row") return undefined;
  const offered = new Set(options.map(({ key }) => key));
  return offered.has(heard.row) || offered.has(groupOfRow(heard.row)) ? heard.row : undefined;
}
