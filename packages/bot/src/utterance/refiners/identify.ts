import { isNaming } from "../binding/features.ts";
import { isFullName } from "../parsers/person.ts";
import { isMark } from "../reading.ts";
import type { Token } from "../token.ts";
import { clauseAround } from "./clause-around.ts";
import { withSubjects } from "./subject-words.ts";

/** Knows one kind of unknown word by its neighbours. */
type Refiner = Readonly<{ name: string; refine: (tokens: readonly Token[], at: number) => Token | undefined }>;

const DOES = /^(?:接受|上了?|参加|做客|走进|申请|报|说|提交|今天|昨天|发|推|那件|的|:|,|科长|局长|同志)/;

/** 赵敏接受采访: two or three unknown characters that begin with a surname, where a person may stand. */
const fullName: Refiner = {
  name: "full-name",
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

/** 登记科, 政策处: an unknown word that ends like a section. */
const unlistedSection: Refiner = {
  name: "unlisted-section",
  refine(tokens, at) {
    const token = tokens[at];
    const next = tokens[at + 1];
    const [head, lead] = [tokens[at - 1], tokens[at - 2]];
    const opens = lead === undefined || lead.kind === "break" || lead.kind === "date" || isMark(lead, "filler");
    // 归集科审了6条信息
    if (
      token?.kind === "unknown" &&
      /^[科股]$/.test(token.text) &&
      next &&
      opens &&
      head &&
      (head.kind === "unknown" || isMark(head, "topic", "noun", "foreign", "verb"))
    )
      return { ...token, kind: "word", word: { is: "mark", mark: "office" } };
    const office = token?.kind === "unknown" && /^[科股室处]$/.test(token.text) && tokens[at - 1];
    if (office && isMark(office, "topic", "noun") && next && isMark(tokens[at - 2] ?? next, "behalf"))
      return { ...token, kind: "word", word: { is: "mark", mark: "office" } };
    if (token?.kind !== "unknown" || !/^[\u4e00-\u9fa5]{2,5}(?:科|处|股|室|部|中心|大队|支队|队|办)$/.test(token.text))
      return undefined;
    if (at > 0 && tokens[at - 1]?.kind !== "break" && !isMark(tokens[at - 1] ?? token, "behalf", "filler"))
      return undefined;
    return next ? { ...token, kind: "word", word: { is: "mark", mark: "office" } } : undefined;
  },
};

/** 6月30许可: a small figure right behind a month may be its day. */
const dayOrFigure: Refiner = {
  name: "day-or-figure",
  refine(tokens, at) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token?.kind !== "figure" || before?.kind !== "date" || !before.text.endsWith("月")) return undefined;
    const { figure } = token;
    if (figure.type !== "exact" || figure.measure !== "none" || figure.value > 31) return undefined;
    return { ...token, figure: { type: "malformed", measure: "none", unit: "" } };
  },
};

/** 许可证编号4103…，今天办结1件: the number of a permit names what was done. */
const numberedPermit: Refiner = {
  name: "numbered-permit",
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^(?:行政)?许可证$/.test(token.text)) return undefined;
    const numbered = tokens.slice(at + 1, at + 4).some((one) => one.kind === "span" && one.span === "number-plate");
    return numbered ? { ...token, kind: "word", word: { is: "indicator", key: "permit.decided" } } : undefined;
  },
};

/** 石二件: a voice slip where the tens were said. */
const SLIPPED_BEFORE = /[石时食拾实诗士事伞散武舞溜酒久拔衣依移耳]$/;
/** 一白二十件: a numeral with a stranger in it is no numeral. */
const brokenNumeral: Refiner = {
  name: "broken-numeral",
  refine(tokens, at) {
    const token = tokens[at];
    const before = tokens[at - 1];
    // 发了是四条: 十 was said
    const tens = before?.text === "是" && /了$/.test(tokens[at - 2]?.text ?? "");
    if (tens && token?.kind === "figure" && /^[一二三四五六七八九]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    const slipped = before && SLIPPED_BEFORE.test(before.text) && before.text.length === 1;
    if (slipped && token?.kind === "figure" && /^[一二三四五六七八九]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    if (token?.kind !== "figure" || before?.kind !== "unknown") return undefined;
    if (SLIPPED_BEFORE.test(before.text) && /^[一二三四五六七八九十百千万]/.test(token.text))
      return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
    if (!/[一二三四五六七八九十百千万].?$/.test(before.text) || !/^[零〇一二三四五六七八九十百千万]/.test(token.text))
      return undefined;
    return { ...token, figure: { type: "malformed", measure: token.figure.measure, unit: token.figure.unit } };
  },
};

const SOUNDS_LIKE_A_DIGIT = /^[是事时似思斯师实就久酒旧而儿耳伞散无舞流留起气期七吧把巴衣医依]$/;
const COUNTS = /^[条件篇个次期份项通封场]/;

/** 四十是条: a voice slip where a digit was said. */
const slippedNumeral: Refiner = {
  name: "slipped-numeral",
  refine(tokens, at) {
    const [token, slip, counted] = tokens.slice(at, at + 3);
    if (token?.kind !== "figure" || token.figure.type !== "exact" || !/[十百千万]$/.test(token.text)) return undefined;
    if (!SOUNDS_LIKE_A_DIGIT.test(slip?.text ?? "") || !COUNTS.test(counted?.text ?? "")) return undefined;
    return { ...token, figure: { type: "malformed", measure: "count", unit: "" } };
  },
};

/** 审了12条信息: what was looked over before it went out; a permit is 审 as well, so the figure and the word must stand there. */
const reviewedInfo: Refiner = {
  name: "reviewed-info",
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

/** 答复2件，一件公开一件不公开: what was decided, where an answer is spoken of. */
const openedCase: Refiner = {
  name: "opened-case",
  refine(tokens, at) {
    const token = tokens[at];
    if (!token || !/^公开了?$/.test(token.text)) return undefined;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const counted = before?.kind === "figure" || /^(?:都|均|全|全部|是|予以|决定)$/.test(before?.text ?? "");
    const ends = next === undefined || next.kind === "break" || next.kind === "figure" || isMark(next, "done", "link");
    const way = tokens.slice(0, at);
    const answered = way.some((one) => isMark(one, "application")) && way.some((one) => isMark(one, "answered"));
    return counted && ends && answered
      ? { ...token, kind: "word", word: { is: "outcome", outcome: "granted" } }
      : undefined;
  },
};

const ISSUES = /^(?:办|办理|办结|办好|办成|核发|颁发|发放|签发|发|发出|制发|出|批|审批)(?:了|完|好|出)?$/;
/** 采伐许可证办了7本: a permit that was handed out is one decided. */
const issuedPermit: Refiner = {
  name: "issued-permit",
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

/** 替小陈报一下，他昨天发了2条 */
const spokenFor: Refiner = {
  name: "spoken-for",
  refine(tokens, at) {
    const token = tokens[at];
    if (token?.kind !== "unknown" || !/^[他她]$/.test(token.text)) return undefined;
    return tokens.slice(0, at).some((one) => isMark(one, "behalf"))
      ? { ...token, kind: "word", word: { is: "person" } }
      : undefined;
  },
};

/** 官网12月份访问26800次 */
const visits: Refiner = {
  name: "visits",
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

const REFINERS: readonly Refiner[] = [
  reviewedInfo,
  openedCase,
  issuedPermit,
  spokenFor,
  visits,
  numberedPermit,
  dayOrFigure,
  brokenNumeral,
  slippedNumeral,
  unlistedSection, // before names: 方案科 begins with a surname
  fullName,
];

const INTRODUCES = /^(?:对|就|围绕|针对|关于)$/;
const BEGINS_WORK =
  /^(?:开展|进行|组织|发起|召开|举行|举办|做|搞|开|发布|上线|征求意见|作出|下达|下|开出|实施|处以|听取意见|征询意见|公开征求意见|征集意见)了?$/;
const FARTHEST = 8;

/** 对“一网通办”开展督查, 就规划草案发起意见征集: what the work was about names nothing and plans nothing. */
function withTopics(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex((token) => INTRODUCES.test(token.text));
  if (from < 0) return tokens;
  const near = tokens.slice(from + 1, from + FARTHEST);
  const stop = near.findIndex((token) => token.kind === "figure" || (token.kind === "break" && token.strength > 1));
  const within = stop < 0 ? near : near.slice(0, stop);
  const verb = within.findIndex((token) => BEGINS_WORK.test(token.text));
  if (verb < 1) return tokens;
  const to = from + 1 + verb;
  return tokens.map((token, at) =>
    at > from && at < to && token.kind === "word" ? { ...token, word: { is: "mark", mark: "topic" } } : token,
  );
}

const UNIT = /^[\u4e00-\u9fa5]{2,6}(?:科|股|处|室|中心|大队|支队|部)$/;
/** 园林处今天微博3条, 综合部部门预算…: a section of ours whose name holds words we know. */
function withSections(tokens: readonly Token[]): readonly Token[] {
  const marked = new Set<number>();
  for (const [from, token] of tokens.entries()) {
    const opens = from === 0 || tokens[from - 1]?.kind === "break";
    if (!opens || !(token.kind === "unknown" || isMark(token, "topic", "noun", "foreign", "verb", "review"))) continue;
    let name = "";
    for (let at = from; at < tokens.length && name.length < 7; at += 1) {
      const part = tokens[at];
      const person = part?.kind === "span" && part.span === "person"; // 园林处 holds a 林处
      if (
        !part ||
        !(
          person ||
          part.kind === "unknown" ||
          isMark(part, "topic", "noun", "foreign", "verb", "place", "review", "litigation")
        )
      )
        break;
      name += part.text;
      const next = tokens[at + 1];
      const governs = next && (next.kind === "date" || isNaming(next) || (next.kind === "break" && next.char === ":"));
      if (UNIT.test(name) && governs && at > from) for (let one = from; one <= at; one += 1) marked.add(one);
    }
  }
  return marked.size === 0
    ? tokens
    : tokens.map((token, at) =>
        marked.has(at)
          ? { ...token, kind: "word" as const, word: { is: "mark" as const, mark: "office" as const } }
          : token,
      );
}

export function identify(said: readonly Token[]): Token[] {
  const tokens = withSections(withSubjects(withTopics(said)));
  return tokens.map((token, at) => {
    for (const { refine } of REFINERS) {
      const found = refine(tokens, at);
      if (found) return found;
    }
    return token;
  });
}
