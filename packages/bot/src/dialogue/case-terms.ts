import type { ApplicantKind, Via } from "@gongkai/schema";
import type { Draft, Item, Meaning } from "../utterance/meaning.ts";
import { isFullName } from "../utterance/parsers/person.ts";
import { spokenApplicant } from "../utterance/readers/case-which.ts";
import type { Work } from "./work.ts";

const APPLICANT_WORDS: readonly (readonly [ApplicantKind, RegExp])[] = [
  ["nat", /个人|自然人|公民|市民|群众/u],
  ["law", /律所|律师事务所|法律服务/u],
  ["res", /科研|高校|大学|研究院|研究所/u],
  ["npo", /公益|协会|基金会|社会组织/u],
  ["biz", /企业|公司/u],
];
export const VIA_WORDS: readonly (readonly [Via, RegExp])[] = [
  ["online", /网上|网络|在线|网站|邮箱|电子邮件/u],
  ["mail", /邮寄|信函|寄来|挂号|快递/u],
  ["in_person", /当面|现场|上门|窗口|本人来/u],
  ["fax", /传真/u],
];
const among = <T>(words: readonly (readonly [T, RegExp])[], text: string): T | undefined =>
  words.find(([, pattern]) => pattern.test(text))?.[0];
const said = <T>(value: T, text: string) => ({ value, certainty: "said", text }) as const;

/** In an application the person named is the applicant, not one of ours; a name may stand alone between commas. */
const named = <T extends Pick<Item, "who" | "actor">>(thing: T, alone: string | undefined): T => ({
  ...thing,
  who: thing.who ?? thing.actor ?? (alone === undefined ? null : said(alone, alone)),
  actor: null,
});
const nameAlone = (text: string): string | undefined => text.split(/[，,、。；;：:\s]+/u).find(isFullName);
const isApplication = (key: string | undefined): boolean => key?.startsWith("application.") ?? false;

/**
 * The meaning with what the talk knows of cases: 张三那件 is one application, and 又收到1件，张五，个人，信函 right after
 * an application is another one.
 */
export function inCaseTerms(work: Work, meaning: Meaning): Meaning {
  const { text } = work.turn;
  const inTerms = (items: readonly Item[]): readonly Item[] => {
    const one = items.filter((item) => isApplication(item.indicator.value)).length === 1;
    const alone = one ? nameAlone(text) : undefined;
    return items.map((item) => (isApplication(item.indicator.value) ? named(item, alone) : item));
  };
  if (meaning.act === "record") return { ...meaning, items: inTerms(meaning.items) };
  if (meaning.act !== "ask") return meaning;
  const drafts = meaning.drafts.map((draft) => oneCase(work, anotherApplication(work, meaning, draft)));
  const sure = inTerms(meaning.sure);
  const [open] = drafts.flatMap(({ asks }) => asks);
  return { ...meaning, sure, drafts, ask: open ?? meaning.ask };
}

/** 张三那件 carries its own count. */
function oneCase({ turn: { text } }: Work, draft: Draft): Draft {
  if (!isApplication(draft.indicator?.value)) return draft;
  const { who } = named({ who: draft.who ?? null, actor: draft.actor ?? null }, nameAlone(text));
  const one = draft.outcome && !draft.quantity && spokenApplicant(text) !== undefined;
  if (!one) return { ...draft, who, actor: null };
  const asks = draft.asks.filter(({ about }) => about !== "quantity");
  return { ...draft, who, actor: null, quantity: said(1, text), asks };
}

function anotherApplication(work: Work, { drafts }: Extract<Meaning, { act: "ask" }>, draft: Draft): Draft {
  const { text } = work.turn;
  const last = work.state.done[0]?.items[0];
  const follows = work.state.echoed && last?.indicator.value === "application.received" && drafts.length === 1;
  if (
    !follows ||
    draft.indicator ||
    !draft.quantity ||
    !/^(?:昨天|今天|前天|上午|下午|刚才|刚)*(?:又|再|还|另外?)/u.test(text.trim())
  )
    return draft;
  const [applicant, via] = [among(APPLICANT_WORDS, text), among(VIA_WORDS, text)];
  if (applicant === undefined) return draft;
  return {
    ...draft,
    indicator: said("application.received", ""),
    applicant: said(applicant, text),
    via: via === undefined ? null : said(via, text),
    who: draft.who ?? draft.actor ?? null,
    actor: null,
    asks: draft.asks.filter(({ about }) => about !== "indicator"),
  };
}
