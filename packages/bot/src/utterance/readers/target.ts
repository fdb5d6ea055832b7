import type { IndicatorKey } from "@gongkai/schema";
import { isNaming } from "../binding/features.ts";
import type { Target } from "../meaning.ts";
import { isMark, type Reading } from "../reading.ts";
import type { Token } from "../token.ts";
import { spokenIndicators } from "./spoken-indicators.ts";
import { spokenPeriod } from "./spoken-period.ts";

const LAST =
  /刚才|刚刚|刚报|刚记|刚录|上一条|上一个|上一笔|上条|上个(?!月|周|星期|季)|最后一条|最近一条|最后那条|这条|那条|这个(?!月)|那个|这一条|last|上面那|前一条|前面那|刚发|刚登|刚/;
const NTH = /第([0-9]{1,2}|[一二三四五六七八九十])[条个笔件]/;

/** 补偿费那条: whatever the charge is called. */
const CHARGE = /[\u4e00-\u9fa5]费用?那[条笔个件]/;

/** 提案 are of the 政协, 建议 of the 人大. */
const CPPCC = ["disclosure.cppcc_proposal"] as const;
const NPC = ["disclosure.npc_proposal"] as const;
const DISPUTE_COLUMNS = ["received", "upheld", "corrected", "other", "pending"] as const;
/** 制定的那条: of the documents. */
const names = (token: Token): boolean => isNaming(token) || isMark(token, "made");

/** Which record is meant: by its place, its indicator, its period or its figure. */
export function targetOf(tokens: readonly Token[], reading: Reading): Target {
  const text = tokens.map((token) => token.text).join("");
  const named = tokens.some(names) ? spokenIndicators(tokens, reading.vocabulary.catalogue) : null;
  const posts = /推文|图文|推送/.test(text) && !named ? (["newmedia.post"] as const) : null;
  const proposals = named && /提案/.test(text) !== /建议/.test(text) ? (/提案/.test(text) ? CPPCC : NPC) : null;
  const only = named && proposals && named.every((key) => key === CPPCC[0] || key === NPC[0]) ? proposals : named;
  // 诉讼那条: whichever column it stands in
  const family =
    only?.length === 1 && !/新收|收到|收件/.test(text)
      ? /^(review|litigation)\.received$/.exec(only[0] ?? "")?.[1]
      : undefined;
  const columns =
    family && tokens.some((token) => isMark(token, "review", "litigation"))
      ? DISPUTE_COLUMNS.map((column) => `${family}.${column}` as IndicatorKey)
      : null; // the catalogue has every column of both
  const keys = columns ?? only ?? posts ?? (CHARGE.test(text) ? (["fee.collected"] as const) : null);
  const period = spokenPeriod({ ...reading, tokens });
  const channels = [
    ...new Set(
      tokens.flatMap((token) => (token.kind === "word" && token.word.is === "channel" ? [token.word.channel] : [])),
    ),
  ];
  const figures = tokens.flatMap((token) =>
    token.kind === "figure" && token.figure.type === "exact" && !token.figure.implied ? [token.figure.value] : [],
  );
  const who = tokens.find(
    (token, at) =>
      ((token.kind === "span" && token.span === "person") || (token.kind === "word" && token.word.is === "person")) &&
      !/^(?:说|讲|那边|告诉)/.test(tokens[at + 1]?.text ?? ""), // 小尹说微博…: who told, not whose it is
  );
  const vias = tokens.flatMap((token, at) =>
    token.kind === "word" && token.word.is === "via" && isMark(tokens[at + 1], "that-one") ? [token.word.via] : [],
  );
  const nth = NTH.exec(text)?.[1];
  const [indicator, second] = keys ?? [];
  const narrowed = {
    ...(indicator && !second ? { indicator } : {}),
    ...(indicator && second ? { among: keys ?? [] } : {}),
    ...(period ? { period } : {}),
    ...(channels.length === 1 && channels[0] ? { channel: channels[0] } : {}),
    ...(figures.length === 1 && figures[0] !== undefined && !/上一[条笔个]|前一[条笔个]|一条$|一个$|一笔$/.test(text)
      ? { quantity: figures[0] }
      : {}),
    ...(who ? { who: who.text } : {}),
    ...applicantOf(tokens),
    ...(vias.length === 1 && vias[0] ? { via: vias[0] } : {}),
    text,
  };
  if (nth)
    return {
      ref: { nth: "一二三四五六七八九十".includes(nth) ? "一二三四五六七八九十".indexOf(nth) + 1 : Number(nth) },
      ...narrowed,
    };
  const points = LAST.test(text) || Object.keys(narrowed).length === 1;
  return points ? { ref: "last", ...narrowed } : narrowed;
}

/** 律所那件. 抖音那个删了吧，是协会发的 says whose it is, and names no applicant. */
function applicantOf(tokens: readonly Token[]): Pick<Target, "applicant"> {
  const applicants = tokens.flatMap((token, at) =>
    token.kind === "word" && token.word.is === "applicant" && isMark(tokens[at + 1], "that-one")
      ? [token.word.applicant]
      : [],
  );
  const [applicant, another] = applicants;
  return applicant && !another ? { applicant } : {};
}

/** What else narrows the record that is taken back or mended in so many words: 建材公司那条, 不予公开改成2件. */
export function narrowedBy(tokens: readonly Token[]): Pick<Target, "applicant" | "outcome"> {
  const outcomes = tokens.flatMap((token) =>
    token.kind === "word" && token.word.is === "outcome" ? [token.word.outcome] : [],
  );
  const [outcome, otherOutcome] = outcomes;
  return {
    ...applicantOf(tokens),
    ...(outcome && !otherOutcome ? { outcome } : {}),
  };
}
