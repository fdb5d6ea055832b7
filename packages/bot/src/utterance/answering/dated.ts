import { dateOf } from "../binding/dating.ts";
import { isNaming } from "../binding/features.ts";
import { anchorDates } from "../dates/anchor.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf } from "../understand.ts";

/** 新制定的，都是上个月的: a day or month in a breath of its own goes with the answer, where none was said before. */
export function dated(answer: Answer, hearing: Hearing): Answer {
  if (answer.kind !== "answers" || answer.rest?.act === "record" || answer.draft.period?.certainty === "said")
    return answer;
  const found = hearing.text.split(/[，,。；;]/).flatMap((clause) => {
    const { tokens, now } = readingOf({ ...hearing, text: clause });
    const days = anchorDates(tokens, now).filter((token) => token.kind === "date");
    const other = tokens.some((token) => token.kind === "figure" || token.kind === "question" || isNaming(token));
    return days.length === 1 && !other ? [dateOf(days, answer.draft.indicator?.value, now, true)] : [];
  });
  const [only, another] = found;
  if (!only || another || !("period" in only) || answer.draft.asks.some(({ about }) => about === "period"))
    return answer;
  return { ...answer, draft: { ...answer.draft, period: only.period } };
}

/** 昨天推了3条, where those of today were asked about: the day in the breath of the figure is another one. */
export function isOfAnotherDay(draft: Draft, answer: Answer, hearing: Hearing): boolean {
  const { period, asks } = draft;
  if (answer.kind !== "answers" || answer.rest !== null || period?.certainty !== "said") return false;
  if (asks.some(({ about }) => about === "period") || answer.draft.period?.value !== period.value) return false;
  return hearing.text.split(/[，,。；;]/).some((breath) => {
    const { tokens, now } = readingOf({ ...hearing, text: breath });
    if (!tokens.some(({ kind }) => kind === "figure")) return false;
    return anchorDates(tokens, now).some(
      (token) => token.kind === "date" && token.when.type === "day" && token.when.period !== period.value,
    );
  });
}
