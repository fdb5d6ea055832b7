import { isNaming, names } from "../binding/features.ts";
import { isMark } from "../reading.ts";
import { clauseAround } from "./clause-around.ts";
import type { Refiner } from "./refiner.ts";

/** 许可证编号4103…，今天办结1件: the number of a permit names what was done. */
export const numberedPermit: Refiner = {
  name: "numbered-permit",
  on: { begins: "行许" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^(?:行政)?许可证$/.test(token.text)) return undefined;
    const numbered = tokens.slice(at + 1, at + 4).some((one) => one.kind === "span" && one.span === "number-plate");
    return numbered ? { ...token, kind: "word", word: { is: "indicator", key: "permit.decided" } } : undefined;
  },
};

/** 审了12条信息: what was looked over before it went out; a permit is 审 as well, so the figure and the word must stand there. */
export const reviewedInfo: Refiner = {
  name: "reviewed-info",
  on: { begins: "审" },
  refine(tokens, at) {
    const token = tokens[at];
    const ended = /^[完好过]/.test(tokens[at + 1]?.text ?? "");
    const way = token && /^审$/.test(token.text) && ended ? tokens.slice(Math.max(0, at - 4), at) : [];
    if (token && way.some((one) => isMark(one, "info")))
      return { ...token, kind: "word", word: { is: "mark", mark: "reviewed" } }; // 各所报上来的信息审完了
    if (!token || !/^审了?$/.test(token.text)) return undefined;
    const [first, second] = tokens.slice(at + 1, at + 3);
    // 审信息8条
    if (first && isMark(first, "info") && second?.kind === "figure")
      return { ...token, kind: "word", word: { is: "mark", mark: "reviewed" } };
    const [before] = tokens.slice(Math.max(0, at - 1), at);
    // 上网稿件审了7篇
    if (first?.kind === "figure" && before && (isMark(before, "info") || /^(?:稿件|稿子|推文|信息)$/.test(before.text)))
      return { ...token, kind: "word", word: { is: "mark", mark: "reviewed" } };
    const [figure, next, last] = tokens.slice(at + 1, at + 4);
    const info = next && isMark(next, "topic", "noun", "filler") ? last : next;
    if (figure?.kind !== "figure" || !info || !(isMark(info, "info") || /^(?:稿件|稿子|推文)$/.test(info.text)))
      return undefined;
    return { ...token, kind: "word", word: { is: "mark", mark: "reviewed" } };
  },
};

/** 昨天审核信息14条，今天又审核了9条: of the same as the clause before. */
export const reviewedAgain: Refiner = {
  name: "reviewed-again",
  on: { begins: "审" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !isMark(token, "reviewed") || tokens[at + 1]?.kind !== "figure") return undefined;
    const { from, to } = clauseAround(tokens, at);
    const bare = tokens
      .slice(from, to)
      .every(
        (one, place) =>
          from + place === at || one.kind === "figure" || one.kind === "date" || isMark(one, "more", "filler"),
      );
    const before = from > 1 ? clauseAround(tokens, from - 2) : undefined;
    const own = before ? tokens.slice(before.from, before.to) : [];
    return bare && own.some((one) => names(one, /^info\.reviewed$/)) && own.some(({ kind }) => kind === "figure")
      ? { ...token, kind: "word", word: { is: "indicator", key: "info.reviewed" } }
      : undefined;
  },
};

const ISSUES = /^(?:办|办理|办结|办好|办成|核发|颁发|发放|签发|发|发出|制发|出|批|审批)(?:了|完|好|出)?$/;
/** 采伐许可证办了7本: a permit that was handed out is one decided. */
export const issuedPermit: Refiner = {
  name: "issued-permit",
  on: { begins: "许" },
  refine(tokens, at) {
    const token = tokens[at];
    if (token?.text !== "许可证") return undefined;
    const { from, to } = clauseAround(tokens, at);
    const own = tokens.slice(from, to);
    const counted = own.some((one) => one.kind === "figure" && /^(?:本|件|个|份|张|套)$/.test(one.figure.unit));
    const text = own.map((one) => one.text).join("");
    if (
      !counted ||
      !own.some((one) => ISSUES.test(one.text)) ||
      /遗失|补|换|注销|年检|收回|到期|查|公示|培训|问/.test(text)
    )
      return undefined;
    return { ...token, kind: "word", word: { is: "indicator", key: "permit.decided" } };
  },
};

/** 官网12月份访问26800次 */
export const visits: Refiner = {
  name: "visits",
  on: { begins: "访浏点" },
  refine(tokens, at) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !/^(?:访问|浏览|点击)$/.test(token.text)) return undefined;
    if (next?.kind !== "figure" || !/^(?:次|人次|)$/.test(next.figure.unit)) return undefined;
    const { from } = clauseAround(tokens, at);
    const site = tokens
      .slice(from, at)
      .some((one) => one.kind === "word" && one.word.is === "channel" && one.word.channel === "website");
    return site ? { ...token, kind: "word", word: { is: "indicator", key: "gauge.site_visits" } } : undefined;
  },
};

/** 决策草案公开征求意见1次: what was put to the public. */
export const draftAsked: Refiner = {
  name: "draft-asked",
  on: { begins: "草征送初讨" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^(?:草案|征求意见稿|送审稿|初稿|讨论稿)$/.test(token.text)) return undefined;
    const { to } = clauseAround(tokens, at);
    const asked = tokens
      .slice(at + 1, to)
      .some((one) => names(one, /^interaction\.opinion/) || isMark(one, "gathered"));
    return asked ? { ...token, kind: "word", word: { is: "mark", mark: "topic" } } : undefined;
  },
};

/** 统计公报公众号推了2条: a report of that name; the gazette is 政府公报. */
export const namedBulletin: Refiner = {
  name: "named-bulletin",
  on: { begins: "公" },
  refine(tokens, at) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    if (token?.text !== "公报" || !before) return undefined;
    const field = before.kind === "unknown" || isMark(before, "topic", "noun");
    return field ? { ...token, kind: "word", word: { is: "mark", mark: "topic" } } : undefined;
  },
};

/** 东门街道公众号3条: a sub-district by its name is another one than the speaker's. */
export const namedDistrict: Refiner = {
  name: "named-district",
  on: { begins: "街镇乡" },
  refine(tokens, at) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    if (!token || !isMark(token, "role") || !/^(?:街道|[镇乡](?:里|上|政府))/.test(token.text)) return undefined;
    return before?.kind === "unknown" ? { ...token, kind: "word", word: { is: "mark", mark: "outsider" } } : undefined;
  },
};

/** 木材加工厂, 临时加的: 加 adds only a figure, a day or a name. */
export const plainAdd: Refiner = {
  name: "plain-add",
  on: { begins: "加" },
  refine(tokens, at) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.text !== "加") return undefined;
    const adds = next && (next.kind === "figure" || next.kind === "date" || isNaming(next));
    return adds ? undefined : { ...token, kind: "word", word: { is: "mark", mark: "topic" } };
  },
};

const LEADS = /^(?:叫|是|为|题|文章|推文|标题|位置|那篇)/;
/** 头条叫《…》: the first article of the day's post; 头条号 is another platform. */
export const leadArticle: Refiner = {
  name: "lead-article",
  on: { begins: "头次" },
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^[头次二三]条$/.test(token.text)) return undefined;
    const { from, to } = clauseAround(tokens, at);
    const next = tokens[at + 1];
    const own = tokens.slice(from, to);
    const titled = next?.kind === "span" && next.span === "title";
    if (!(titled || LEADS.test(next?.text ?? "")) || own.some(({ kind }) => kind === "figure")) return undefined;
    const posted = tokens.slice(0, from).some((one) => one.kind === "word" && one.word.is === "channel");
    return posted ? { ...token, kind: "word", word: { is: "mark", mark: "noun" } } : undefined;
  },
};
