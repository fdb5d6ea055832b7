import { indicatorOf } from "@gongkai/schema";
import type { Draft, Meaning } from "../utterance/meaning.ts";
import type { Pending } from "./conversation.ts";
import { nodOf, THAT_VERY_ONE } from "./nod.ts";
import { namedOption } from "./question.ts";
import { rowOffered } from "./row-offered.ts";
import { isToldAsChanged, saidAnew } from "./said-anew.ts";
import { outcomeFor } from "./settle-case.ts";
import { indicatorKeyOf, periodOf } from "./stated-fact.ts";
import type { Turn, View } from "./turn.ts";
import { isBareTarget } from "./undo.ts";

const NUMBER = "(?:\\d[\\d,.]*|[零一二两三四五六七八九十百千]+|若干|好?几)[多余来]?[万亿]?";
/** 3件, 若干件, 8.2万元. 第2条, 那一件 and 同一笔 point at something and count nothing. */
const COUNTED = new RegExp(
  `(?<![第那这哪同另又\\d.])${NUMBER}(?:件|条|份|次|个(?!月)|人|场|期|篇|项|笔|起|家|元)`,
  "u",
);
const MONTH_DEED = /(?:结账|关账|封账|结清|锁定)(?:了|吧|掉)?[。.！!\s]*$/u;
const POINTS = /[那这](?:一)?(?:条|个|件|笔|项|次)/u;
/** All that a sum said in reply to 替换还是另外再加 may consist of besides its figures. */
const SUM_WORDS =
  /再加上?|另外|加上|追加|一共|总共|总数|合计|全部|应该|现在|就|是|都|共|了|[件条份次个人场期篇项笔起家元万，,。.；;、\s]/gu;

/**
 * Whether a message says something of its own, so that a waiting matter may not be settled by words that merely occur
 * in it: a report heard as an answer would be lost and what it seemed to answer written unasked. A draft, and a
 * list with one, reads its answers slot by slot and looks after the rest itself.
 */
export function isOwnMessage(turn: Turn, pending: Pending, view: View): boolean {
  const { meaning } = turn;
  const ofItsOwn = pending.at === "denied" || pending.at === "batch";
  if (/^which-case/.test(pending.at) && THAT_VERY_ONE.test(turn.text.trim())) return false;
  if (meaning.act === "ask" && meaning.case?.which && !ofItsOwn) return true; // 李四那件… is about its case
  if (pending.at === "draft" || ofItsOwn) return false;
  if (namedOption(turn.text, pending.question.options) || nodOf(turn.text) !== undefined) return false;
  return saysMore(turn) && !speaksOf(turn, pending, view);
}

/** Whether a message says something of its own at all, or only repeats, points and agrees. */
export function saysMore({ text, meaning }: Turn): boolean {
  if (meaning.act === "ignore") return COUNTED.test(text) || MONTH_DEED.test(text);
  if (meaning.act !== "ask" || meaning.case) return true;
  const [draft, another] = meaning.drafts;
  const named = draft?.indicator !== undefined || draft?.quantity !== undefined;
  return meaning.sure.length > 0 || another !== undefined || named || COUNTED.test(text) || MONTH_DEED.test(text);
}

/** Replies that name an indicator or a figure because the question itself is about one. */
export function speaksOf({ text, meaning }: Turn, pending: Pending, view: View): boolean {
  const draft = onlyDraft(meaning);
  if (meaning.act === "ask" && meaning.case) return pending.at === "which-step" && meaning.case.which === null;
  switch (pending.at) {
    case "card":
      return meaning.act === "correct" && isBareTarget(meaning.target);
    case "overlap":
      return (meaning.act === "ignore" || (draft !== undefined && !draft.indicator)) && isSum(text, pending, view);
    case "which-record": {
      const [id, another] = pending.among;
      const shown = id !== undefined && another === undefined ? view.find(id) : undefined;
      if (shown && pending.upon.do === "correct" && isToldAsChanged(view, shown, pending.upon.set, meaning))
        return true;
      return (
        draft !== undefined &&
        !draft.quantity &&
        !COUNTED.test(text) &&
        (POINTS.test(text) || isShort(text) || isName(text, view))
      );
    }
    case "which-case-for-step":
      return outcomeFor(pending, text) !== undefined;
    case "result-row":
    case "which-outcome":
      return !COUNTED.test(text) && meaning.act === "ask" && rowOffered(text, pending.question) !== undefined;
    case "correct-what": {
      if (meaning.act === "correct") return true;
      const fact = view.find(pending.record)?.fact;
      if (fact && saidAnew(meaning, { fact })) return true;
      const [said, another] = meaning.act === "record" ? meaning.items : [draft];
      if (!fact || !said || another) return false;
      const sameKind = !said.indicator || said.indicator.value === indicatorKeyOf(fact);
      return sameKind && (said.period?.certainty !== "said" || said.period.value === periodOf(fact));
    }
    case "reopening":
      return (meaning.act === "ask" || meaning.act === "ignore") && REASON.test(text);
    default:
      return false;
  }
}

/** 因为审批科漏报了2件: a reason may well name a figure. */
const REASON = /^(?:因为|由于|原因)|漏报|少报|多报|错报|报错|记错|填错|补报|补录/u;

/** 处罚, and nothing else: the name of one kind of work. */
const isName = (text: string, { catalogue }: View): boolean =>
  Object.values(catalogue).some(({ label, synonyms }) => label === text.trim() || synonyms.includes(text.trim()));

const SHORT = 5; // characters: 处罚的, 公众号的
const isShort = (text: string): boolean => text.trim().length <= SHORT && /的$/u.test(text.trim());

function onlyDraft(meaning: Meaning): Draft | undefined {
  if (meaning.act !== "ask" || meaning.sure.length > 0 || meaning.drafts.length !== 1) return undefined;
  return meaning.drafts[0];
}

/** 一共12件; 再加12件，一共22件: figures of the question and nothing else. */
function isSum(text: string, { item, standing }: Extract<Pending, { at: "overlap" }>, view: View): boolean {
  const figures = text.match(/\d+(?:\.\d+)?/gu)?.map(Number) ?? [];
  const { scale } = indicatorOf(view.catalogue, item.indicator.value);
  const stands = standing.reduce((sum, { fact }) => sum + ("quantity" in fact ? fact.quantity : 0), 0) / scale;
  const known = [item.quantity.value, stands, stands + item.quantity.value];
  const rest = text.replace(/\d+(?:\.\d+)?/gu, "").replace(SUM_WORDS, "");
  return figures.length > 0 && figures.every((figure) => known.includes(figure)) && rest === "";
}
