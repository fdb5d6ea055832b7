import { type Features, featuresOf, isNaming, names } from "../binding/features.ts";
import { nameOf } from "../binding/naming.ts";
import { quantityOf } from "../binding/quantity.ts";
import type { Change } from "../meaning.ts";
import { isMark, type Reading, textOf } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import type { Mark } from "../words/mark.ts";

const RESULTS = ["upheld", "corrected", "otherwise", "undecided"] as const;
/** 复议维持的那件改成纠正: of which kind of dispute the result is. */
const familyIn = (target: readonly Token[]): "review" | "litigation" | undefined =>
  (["review", "litigation"] as const).find((family) =>
    target.some((token) => isMark(token, family) || names(token, new RegExp(`^${family}\\.`))),
  );
const withFamily = (features: Features, family: Mark): Features => ({
  ...features,
  marks: new Set([...features.marks, family]),
});

const isOfKind = (kind: "normative" | "regulation") => (token: Token) =>
  isMark(token, kind) || names(token, new RegExp(`^doc\\.${kind}_`));
const stepsIn = (tokens: readonly Token[]) =>
  tokens.flatMap((token) => {
    if (isMark(token, "made") || names(token, /^doc\..*_made$/)) return ["made"];
    return isMark(token, "repealed") || names(token, /^doc\..*_repealed$/) ? ["repealed"] : [];
  });
const kindIn = (tokens: readonly Token[]) =>
  (["normative", "regulation"] as const).find((one) => tokens.some(isOfKind(one)));
/** 规范性文件那条不是制定，是废止: of the same kind of document. 废止的是规章: the same step of another kind. */
function documentStep(value: readonly Token[], target: readonly Token[]): Change["indicator"] {
  const own = stepsIn(value);
  const [step, other] = own.length > 0 ? own : kindIn(value) ? stepsIn(target) : [];
  const kind = own.length > 0 ? kindIn(target) : kindIn(value);
  if (!step || other || !kind) return undefined;
  return `doc.${kind}_${step}` as Change["indicator"]; // the catalogue has both steps of both kinds
}

const BY_SO_MUCH =
  /^[,、:]?(?:再|还|又|要|得)*(?:加|减|扣|去|砍|补|增|添)(?:上|去|掉|了|个)*[0-9一二两三四五六七八九十]/;
/**
 * The new values in the words behind 改成. Null when there is none, or one that may not be written: an approximate
 * figure, a vague date, two figures.
 */
export function changeOf(value: readonly Token[], reading: Reading, target: readonly Token[]): Change | null {
  const { catalogue } = reading.vocabulary;
  const figures = value.filter((token) => token.kind === "figure");
  const said = value.filter((token) => token.kind === "date");
  // 是这个周日刚过去那天，19号: the day of the month says which
  const exact = said.filter(({ text }) => /[0-9]{1,2}[日号]$/.test(text));
  const dates = said.length > 1 && exact.length === 1 ? exact : said;
  if (figures.length > 1 || dates.length > 1) return null;
  // 不是4条, 再加1条: what it is not, or by how much, is no value
  if (value.some((token) => isMark(token, "not", "except")) || BY_SO_MUCH.test(textOf(value))) return null;
  // 上午下午各一场: how many that comes to is asked
  if (value.some((token) => isMark(token, "doubt", "plan", "question", "each", "apiece", "monthly", "daily")))
    return null;
  const features = featuresOf(value);
  const [figure] = figures;
  const [date] = dates;
  const whole = value.filter(
    (token): token is TokenOf<"word"> =>
      token.kind === "word" &&
      (isNaming(token) || isMark(token, "made")) &&
      token.word.is !== "channel" &&
      token.word.is !== "outcome",
  );
  const family = familyIn(target);
  const named = family && whole.every((token) => isMark(token, ...RESULTS)) ? withFamily(features, family) : features;
  const name =
    whole.length > 0
      ? nameOf(named, {
          catalogue,
          measure: figure?.figure.measure ?? "none",
          unit: figure?.figure.unit ?? "",
          value: null,
        })
      : undefined;
  const step = documentStep(whole, target);
  const key = step ?? (name && "key" in name ? name.key : undefined);
  const about = nameOf(featuresOf(target), { catalogue, measure: "none", unit: "", value: null });
  const aboutKey = key ?? ("key" in about ? about.key : undefined);
  let quantity: number | undefined;
  if (figure) {
    const money = figure.figure.measure === "money";
    const counted = quantityOf(
      figure.figure,
      money ? "fee.collected" : aboutKey?.startsWith("fee.") ? aboutKey : (aboutKey ?? "gauge.site_visits"),
      figure.text,
    );
    if (!("quantity" in counted)) return null;
    quantity = counted.quantity.value;
  } else if (value.some((token) => isMark(token, "nil")) && !/^[,、:]?没有?[。!]?$/.test(textOf(value))) quantity = 0; // 不对，没有
  if (date && date.when.type !== "day" && date.when.type !== "month" && date.when.type !== "range") {
    if (date.when.type !== "open") return null;
  }
  const period = date
    ? date.when.type === "open"
      ? date.when.past
      : "period" in date.when
        ? (date.when.period ?? undefined)
        : undefined
    : undefined;
  if (whole.length > 0 && !key) return null;
  if (features.channels.length > 1) return null;
  const [channel] = features.channels;
  const followersOrPost = key === "newmedia.post" || key?.startsWith("gauge.");
  const change: Change = {
    ...(key ? { indicator: key } : {}),
    ...(quantity !== undefined ? { quantity } : {}),
    ...(period ? { period } : {}),
    ...(channel && !(followersOrPost && key?.startsWith("gauge.")) ? { channel } : {}),
    ...(features.applicants.length === 1 && features.applicants[0] && value.length < 8
      ? { applicant: features.applicants[0] }
      : {}),
    ...(features.outcomes.length === 1 && features.outcomes[0] ? { outcome: features.outcomes[0] } : {}),
  };
  return Object.keys(change).length > 0 ? change : null;
}
