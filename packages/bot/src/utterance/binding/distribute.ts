import { addDays, monthsOf, type Period, spanOf } from "@gongkai/schema";
import type { When } from "../dates/when.ts";
import { isMark } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import { figuresOf } from "./clause.ts";
import { isNaming, names } from "./features.ts";

const MOST_PARTS = 31;

/** Runs of naming words; 公众号、微博 are two groups, 微信公众号 and 行政许可决定 one. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let open = false;
  for (const token of tokens) {
    const naming = isNaming(token) || isMark(token, "made", "repealed");
    if (!naming) {
      if (token.kind === "break" || isMark(token, "link")) open = false;
      continue;
    }
    const last = groups.at(-1);
    const disputes = last?.some(
      (one) =>
        (isMark(one, "review") && isMark(token, "litigation")) ||
        (isMark(one, "litigation") && isMark(token, "review")),
    );
    const twoWholes =
      disputes ||
      last?.some(
        (one) =>
          one.kind === "word" &&
          token.kind === "word" &&
          one.word.is === token.word.is &&
          (one.word.is === "indicator" ||
            (one.word.is === "channel" && token.word.is === "channel" && one.word.channel !== token.word.channel)),
      );
    if (open && last && !twoWholes) last.push(token);
    else groups.push([token]);
    open = true;
  }
  return groups;
}

const spread = (when: When): Period[] | undefined => {
  if (when.type !== "long" && when.type !== "range") return undefined;
  const span = spanOf(when.period);
  if (!span) return undefined;
  if (when.type === "range") {
    const days: Period[] = [];
    for (let day = span.from; day <= span.to && days.length <= MOST_PARTS; day = addDays(day, 1)) days.push(day);
    return days;
  }
  return /^\d{4}$/.test(when.period) || when.period.length === 21 ? undefined : monthsOf(when.period);
};

const SENT_IN = /^各(?:股室|科室|单位|部门|乡镇|镇街|街道)(?:报来|报送|上报|送来|提交|交来)的/;

/** 审核各股室报来的信息14条: where it came from; the figure is of all of them. */
const isSource = (tokens: readonly Token[], at: number) =>
  (tokens.slice(0, at).some((token) => isMark(token, "reviewed")) &&
    tokens.slice(at).some((token) => isMark(token, "info"))) ||
  SENT_IN.test(
    tokens
      .slice(at, at + 6)
      .map((token) => token.text)
      .join(""),
  );

/** 给各科室做了一场: all of them together were the audience. */
const isAudience = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "各" &&
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => /^(?:给|对|为|向|面向|针对|组织|召集)$/.test(text)) &&
  (isMark(tokens[at + 1] ?? NOBODY, "noun", "topic", "office", "outsider") || tokens[at + 1]?.kind === "unknown");
/** 到各税务所搞了1次督查: all the places it went to. */
const isRound = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "各" &&
  /^(?:到|去|赴|下|下到|走|跑|走访)了?$/.test(tokens[at - 1]?.text ?? "") &&
  tokens.slice(at + 1).some((token) => names(token, /^(?:training|inspection)\./));
const NOBODY: Token = { kind: "unknown", from: 0, to: 0, text: "" };

const isPerson = (token: Token) =>
  (token.kind === "span" && token.span === "person") || (token.kind === "word" && token.word.is === "person");

/** 处罚、强制均为0, 无处罚、无强制: a nil is said of every name beside it. */
export function distributeNil(tokens: readonly Token[]): Token[][] | undefined {
  const [figure, second] = figuresOf(tokens);
  const nils = tokens.filter((token) => isMark(token, "nil"));
  const zero = figure && !second && figure.figure.type === "exact" && figure.figure.value === 0;
  if (figure ? !zero : nils.length === 0) return undefined;
  const groups = groupsOf(tokens);
  if (groups.length > MOST_PARTS) return undefined;
  // 去年规章没制定也没废止: each denial is a nil of its own
  const [document, other] = tokens.filter((token) => isMark(token, "normative", "regulation"));
  const steps = nils.filter(({ text }) => /制定|废止|出台|印发|修订/.test(text));
  if (document && !other && !figure && steps.length > 1 && steps.length === nils.length)
    return steps.map((step) => [...tokens.filter((token) => token.kind === "date"), document, step]);
  if (groups.length < 2 || tokens.some((token) => isMark(token, "each", "apiece", "monthly", "daily", "not", "more")))
    return undefined;
  const dates = tokens.filter((token) => token.kind === "date");
  const said = figure ?? nils[0];
  return said ? groups.map((group) => [...dates, ...group, said]) : undefined;
}

/**
 * 各, 分别, 每月, 每天: one figure for each, or one in turn. Returns a stretch for every part; `undefined` when the
 * clause does not distribute, `"unclear"` when it does but not how.
 */
export function distribute(
  tokens: readonly Token[],
  inherited: readonly TokenOf<"date">[],
): Token[][] | "unclear" | undefined {
  const at = tokens.findIndex(
    (token, place) =>
      isMark(token, "each", "apiece", "monthly", "daily") &&
      !isAudience(tokens, place) &&
      !isRound(tokens, place) &&
      !isSource(tokens, place),
  );
  const mark = tokens[at];
  if (!mark) return undefined;
  const figures = figuresOf(tokens).filter((token) => /^(?:count|edition|none|money)$/.test(token.figure.measure));
  const dates = tokens.filter((token): token is TokenOf<"date"> => token.kind === "date");
  const rest = tokens.filter(
    (token) =>
      !isNaming(token) &&
      token.kind !== "figure" &&
      token.kind !== "date" &&
      !isMark(token, "each", "apiece", "monthly", "daily", "link") &&
      token.kind !== "break",
  );
  const [figure, second] = figures;
  if (!figure) return "unclear";

  if (isMark(mark, "monthly", "daily")) {
    const [date, other] = dates.length > 0 ? dates : inherited;
    const periods = date && !other && !second ? spread(date.when) : undefined;
    const ofMonths = periods?.[0]?.length === 7;
    if (!periods || !date || periods.length > MOST_PARTS || ofMonths !== isMark(mark, "monthly")) return "unclear";
    const names = tokens.filter(isNaming);
    const own = tokens.slice(at + 1).find((token) => isMark(token, "each"));
    const groups = own ? groupsOf(tokens) : [names];
    return periods.flatMap((period) =>
      groups.map((group) => [
        ...rest,
        ...group,
        { ...date, when: { type: period.length === 7 ? "month" : "day", period } } as Token,
        figure,
      ]),
    );
  }

  const groups = groupsOf(tokens.slice(0, at).concat(mark.text === "各" ? [] : []));
  const behind = tokens.slice(at + 1).filter(isNaming);
  if (isMark(mark, "apiece")) {
    if (dates.length > 1 && groups.length === 1 && dates.length === figures.length)
      return figures.map((one, index) => [
        ...rest,
        ...(groups[0] ?? []),
        ...dates.slice(index, index + 1),
        ...behind,
        one,
      ]);
    if (groups.length !== figures.length || groups.length < 2 || behind.length > 0) return "unclear";
    return figures.map((one, index) => [...rest, ...dates, ...(groups[index] ?? []), one]);
  }
  if (second) return "unclear";
  const days = dates.length > 0 ? dates : inherited; // 周一和周二，公众号各推了3条
  if (groups.length < 2 && days.length > 1)
    return days.map((date) => [...rest, date, ...groups.flat(), ...behind, figure]);
  const people = tokens.filter(isPerson);
  // 王五、赵六接受采访各1次: one for each of them
  if (groups.length + behind.length === 1 && people.length > 1 && dates.length < 2)
    return people.map((person) => [
      ...rest.filter((token) => !isPerson(token)),
      person,
      ...dates,
      ...groups.flat(),
      ...behind,
      figure,
    ]);
  if (groups.length < 2 || dates.length > 1) return "unclear";
  return groups.map((group) => [...rest, ...dates, ...group, ...behind, figure]);
}
