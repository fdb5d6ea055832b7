import { figuresOf } from "../binding/clause.ts";
import type { Answer, Draft, Hearing } from "../meaning.ts";
import { readingOf, understand } from "../understand.ts";
import { asksLeft, completed } from "./draft-slots.ts";

const DENIED = /(?:不是|并非|又不是)[^，,。；;]*/g;
const CONSULT = /咨询|打进来|打来|来电|市民打|群众打|老百姓打|接电话|12345|123\d\d|96\d{3}/;
const SHOW = /行风|电台|节目|直播|上线|广播|电视/;

/** 咨询的那个，不是电台那个: which of the two hotlines, in whatever words. Null: told otherwise. */
export function byHotline(draft: Draft, hearing: Hearing): Answer | null {
  const [question] = draft.asks;
  if (question?.why !== "hotline-which") return null;
  if (/网上|在线|线上|留言|信箱/.test(hearing.text) || understand(hearing).act === "query") return null; // 咨询热线上个月报了多少
  const said = hearing.text.normalize("NFKC").replace(DENIED, "");
  if (CONSULT.test(said) === SHOW.test(said)) return null;
  if (figuresOf(readingOf({ ...hearing, text: said.replace(/\d{5,}/g, "") }).tokens).length > 0) return null;
  const wanted = CONSULT.test(said) ? /consult/ : /hotline_show/;
  const choice = question.choices.find(({ sets }) => sets.indicator && wanted.test(sets.indicator.value));
  if (!choice) return null;
  return {
    kind: "answers",
    draft: completed({ ...draft, ...choice.sets, asks: asksLeft(draft, ["indicator"]) }),
    rest: null,
  };
}
