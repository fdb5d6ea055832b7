import { applicantChoices, ask, channelChoices, outcomeChoices } from "../ask.ts";
import type { Ask, Draft } from "../meaning.ts";

/** The questions of a draft that are still open once those about `settled` are answered. */
export const asksLeft = (draft: Draft, settled: readonly string[]): Ask[] =>
  draft.asks.filter(({ about }) => !settled.includes(about));

/** What a draft still lacks once its indicator is known. */
export function completed(draft: Draft): Draft {
  const key = draft.indicator?.value;
  const lacks = (about: Ask["about"]) => !draft.asks.some((one) => one.about === about);
  const more: Ask[] = [];
  if (key && !draft.quantity && lacks("quantity")) more.push(ask("quantity-missing", draft.text));
  if (key === "newmedia.post" && !draft.channel && lacks("channel"))
    more.push(ask("channel-which", draft.text, channelChoices(["wechat", "weibo", "douyin"])));
  if (key === "application.received" && !draft.applicant && lacks("applicant"))
    more.push(ask("applicant-which", draft.text, applicantChoices()));
  if (key === "application.outcome" && !draft.outcome && lacks("outcome"))
    more.push(ask("outcome-which", draft.text, outcomeChoices()));
  if (key && !draft.period && lacks("period")) more.push(ask("period-which", draft.text));
  return { ...draft, asks: [...draft.asks, ...more] };
}
