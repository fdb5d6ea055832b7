import { isFullName } from "../parsers/person.ts";
import { isMark } from "../reading.ts";
import type { Refiner } from "./refiner.ts";

const DOES = /^(?:接受|上了?|参加|做客|走进|申请|报|说|提交|今天|昨天|发|推|那件|的|:|,|科长|局长|同志)/;

/** 赵敏接受采访: two or three unknown characters that begin with a surname, where a person may stand. */
export const fullName: Refiner = {
  name: "full-name",
  on: { kind: "unknown" },
  refine(tokens, at) {
    const token = tokens[at];
    const next = tokens[at + 1];
    const before = tokens[at - 1];
    if (token?.kind !== "unknown" || token.ordinary || !isFullName(token.text)) return undefined;
    const opens =
      before === undefined ||
      before.kind === "break" ||
      before.kind === "date" ||
      isMark(before, "behalf", "filler", "role", "office", "link");
    if (!opens && !(next && DOES.test(next.text))) return undefined;
    return { ...token, kind: "span", span: "person" };
  },
};

/** 来了20个所长: a figure before a post counts who was there. */
export const headcount: Refiner = {
  name: "headcount",
  on: { kind: "figure" },
  refine(tokens, at) {
    const token = tokens[at];
    if (token?.kind !== "figure" || token.figure.unit !== "个" || token.figure.measure === "people") return undefined;
    return isMark(tokens[at + 1], "role") && isMark(tokens[at - 1], "arrived")
      ? { ...token, figure: { ...token.figure, measure: "people" } }
      : undefined;
  },
};

/** 三个平台都发完了，公众号3条: on how many accounts, beside what each of them published. */
export const accountsCounted: Refiner = {
  name: "accounts-counted",
  on: { kind: "figure" },
  refine(tokens, at) {
    const token = tokens[at];
    if (token?.kind !== "figure" || token.figure.unit !== "个") return undefined;
    if (!/^(?:平台|渠道|账号|新媒体平台|新媒体|号)$/.test(tokens[at + 1]?.text ?? "")) return undefined;
    const others = tokens.filter((one, place) => place > at && one.kind === "figure").length;
    return others > 1 ? { ...token, kind: "word", word: { is: "mark", mark: "filler" } } : undefined;
  },
};

/** 替小陈报一下，他昨天发了2条 */
export const spokenFor: Refiner = {
  name: "spoken-for",
  on: { begins: "他她" },
  refine(tokens, at) {
    const token = tokens[at];
    if (token?.kind !== "unknown" || !/^[他她]$/.test(token.text)) return undefined;
    return tokens.slice(0, at).some((one) => isMark(one, "behalf"))
      ? { ...token, kind: "word", word: { is: "person" } }
      : undefined;
  },
};
