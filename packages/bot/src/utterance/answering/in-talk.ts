import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";

/** 办了13封, 一共3条: nothing but how many. */
const HOW_MANY =
  /^(?:一共|总共|共|就|都|也|是|有|我|我们|[办发推回接清审开搞上做批收寄挂][了过]?|答复了?|回复了?|处理了?|审核了?|清理了?)*[0-9一二两三四五六七八九十百千]{1,7}[条件个篇次期场份封起](?:了|的|吧|哈|啊|整)?$/;
const UNSURE = /记不清|不确定|大概|可能|估计|好像|还没|左右|不到|上下|没[核数查]|再[核数查]/;

/** 刚去食堂了没看手机，办了13封，局长都签过字: the breath that says how many, where the rest is talk. Null: none, or more. */
export function figureInTalk({ asks: [question] }: Draft, hearing: Hearing): string | null {
  if (question?.about !== "quantity" || UNSURE.test(hearing.text)) return null;
  const breaths = hearing.text.split(/[，,。；;！!\n]+/).filter((breath) => breath.trim() !== "");
  const tokensOf = (text: string) => readingOf({ ...hearing, text }).tokens;
  const counting = breaths.filter((breath) => figuresOf(tokensOf(breath)).length > 0);
  const [only, another] = counting;
  if (breaths.length < 2 || only === undefined || another !== undefined || !HOW_MANY.test(only.trim())) return null;
  const talk = breaths.filter((breath) => breath !== only);
  return talk.some((breath) => tokensOf(breath).some((token) => isNaming(token) || token.kind === "date"))
    ? null
    : only;
}
