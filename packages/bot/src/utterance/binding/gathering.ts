import type { Catalogue } from "@gongkai/schema";
import type { Why } from "../ask.ts";
import type { When } from "../dates/when.ts";
import { isMark, textOf } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import {
  isAccount,
  isAttendance,
  isAttribute,
  isBackwards,
  isDated,
  isFine,
  isHeld,
  isListOfTotal,
  isOfOtherThings,
  isSomeOfThem,
  opensPenalty,
} from "./beside.ts";
import { type Candidate, namesThing, narrows, under } from "./candidate.ts";
import { type Clause, datesOf, figuresOf } from "./clause.ts";
import { isSubjectOf } from "./content.ts";
import { distribute } from "./distribute.ts";
import { type Features, featuresOf, isNaming } from "./features.ts";
import { inherit } from "./inherit.ts";
import { nameOf } from "./naming.ts";
import { countsBare, nextCounts } from "./next-clause.ts";
import { OWN, ownFigures } from "./own-figures.ts";
import { isRemark } from "./remark.ts";
import { splitAfterFigures, splitBeforeFigures, splitFigures } from "./split-figures.ts";

const SENT = /发|推|登|更新/;
const ENDINGS = ["upheld", "corrected", "otherwise", "undecided"] as const;
const TODAY = /^(?:今天|今日|今儿|今早|today)/;
const UNCERTAIN: When = { type: "vague", period: null, why: "vague" };

/** The told clauses while they are gone through in order, and what has been bound so far. */
export class Gathering {
  readonly candidates: Candidate[] = [];
  readonly lacking: { tokens: readonly Token[]; clause: number }[] = [];
  trouble: { why: Why; words: string } | null = null;
  topic: Features | null = null;
  topicAt = -1;
  topicColon = false;
  topicTokens: readonly Token[] = [];
  /** 14号文昨天印发: that a document came out or went, said before it is counted. */
  issued: "made" | "repealed" | null = null;
  dates: readonly TokenOf<"date">[] = [];
  pendingDates: readonly TokenOf<"date">[] = [];
  readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  add(tokens: readonly Token[], clause: Clause, index: number, spread = false): void {
    const own = featuresOf(tokens);
    // 审核上网信息8条，公众号稿件5条: reviewed as well, or published
    const before = this.candidates.at(-1)?.name;
    const ofThem = tokens.some((one) => isMark(one, "subset"));
    if (
      !ofThem &&
      before?.type === "named" &&
      before.key === "info.reviewed" &&
      /稿/.test(own.text) &&
      !SENT.test(own.text)
    )
      this.trouble ??= { why: "two-bindings", words: own.text };
    const [token] = ownFigures(tokens, own);
    const figure = token?.figure ?? null;
    const { features, inherited } = inherit(tokens, own, {
      topic: this.topic,
      topicAt: this.topicAt,
      last: this.candidates.at(-1),
    });
    const part = tokens.some((one) => isMark(one, "total"))
      ? "total"
      : clause.tokens.some((one) => isMark(one, "subset") && one.from <= (tokens.at(-1)?.from ?? 0)) ||
          clause.opened === "(" ||
          (inherited && isSomeOfThem(tokens))
        ? "subset"
        : null;
    this.candidates.push({
      tokens,
      features,
      figure,
      nil: figure === null,
      dates: datesOf(tokens),
      inherited,
      part,
      underColon: this.topicColon || clause.opened === ":",
      more: spread || tokens.some((one) => isMark(one, "more")),
      clause: index,
      name: nameOf(features, {
        catalogue: this.catalogue,
        measure: figure?.measure ?? "none",
        unit: figure?.unit ?? "",
        value: figure === null ? 0 : figure.type === "exact" ? figure.value : null,
      }),
    });
    const latest = this.candidates.at(-1);
    if (latest?.name.type === "ask" && latest.name.ask.why === "made-or-repealed" && this.issued)
      this.rename(latest, { ...latest.features, marks: new Set([...latest.features.marks, this.issued]) });
    if (namesThing(tokens)) this.topic = null;
    if (clause.closed === ":" && this.candidates.at(-1)?.name.type !== "empty") {
      this.topic = { ...features, channels: [] };
      this.topicAt = index;
      this.topicColon = true;
    }
  }

  withFigures(clause: Clause, index: number, later: readonly Clause[]): void {
    const { tokens } = clause;
    const last = this.candidates.at(-1);
    if (last && (isListOfTotal(clause, last) || isAttribute(tokens, last) || isBackwards(tokens, last))) return;
    // 下了处罚决定，罚款5万元，1件: what it came to stands before how many
    if (this.topic?.keys.join() === "penalty.decided" && isFine(tokens)) return;
    if (!last?.figure && opensPenalty(tokens, later)) {
      this.pendingDates = datesOf(tokens);
      return;
    }
    // 上周五陈局上了行风热线，当天微博发了2条: the occasion was one, and the posts stand for themselves
    const dated = isDated(tokens) || this.pendingDates.every(({ text }) => TODAY.test(text));
    if (this.topic && !this.topicColon && dated && isHeld(this.topic, this.topicTokens) && tokens.some(isAccount)) {
      this.lacking.push({ tokens: this.topicTokens, clause: this.topicAt });
      this.topic = null;
    }
    // 申请1件，一家软件公司提的: who applied
    const [one, second] = figuresOf(tokens);
    const own = featuresOf(tokens);
    const applied = last?.features.marks.has("application") && own.applicants.length === 1;
    const site = (token: Token) =>
      token.kind === "word" && token.word.is === "channel" && token.word.channel === "website";
    const names = /^申请人/.test(textOf(tokens)) || !tokens.some((token) => isNaming(token) && !site(token));
    if (last && applied && !second && one && /^[个家位名]$/.test(one.figure.unit) && names) {
      this.rename(last, under(last.features, { ...own, keys: [] }));
      return;
    }
    // 清理了一批过期信息，40条: how many were in the lot
    const bare =
      one && !second && !tokens.some(isNaming) && one.figure.measure === "count" && datesOf(tokens).length === 0;
    if (last?.figure?.type === "exact" && last.figure.measure === "parcel" && bare) {
      this.candidates[this.candidates.length - 1] = { ...last, figure: one.figure };
      return;
    }
    const stretches = distribute(tokens, this.pendingDates.length > 0 ? this.pendingDates : this.dates);
    if (stretches === "unclear") {
      this.trouble ??= {
        why: tokens.some(isNaming) || this.topic ? "two-bindings" : "indicator-missing",
        words: textOf(tokens),
      };
      return;
    }
    if (stretches) {
      for (const stretch of stretches) this.add(stretch, clause, index, true);
      return;
    }
    const figures = ownFigures(tokens, own);
    const aside =
      figures.every(({ figure }) => !OWN.test(figure.measure)) &&
      !tokens.some(isNaming) &&
      !tokens.some((token) => isMark(token, "total"));
    if (aside && !this.topic && last?.figure) return; // 培训1次，50人参加
    // 交房300套，公众号发了1条; 督查：去了3所学校，算1次
    if (isOfOtherThings(tokens) && (last?.figure || later.some(nextCounts) || (this.topic && later.some(countsBare)))) {
      // 昨天交房300套，公众号发了1条: whether on that day too is not said
      const days = datesOf(tokens).filter(({ text }) => !TODAY.test(text));
      if (!last && days.length > 0) this.pendingDates = days.map((date) => ({ ...date, when: UNCERTAIN }));
      return;
    }
    if (!this.topicColon && isAttendance(tokens, this.topic ?? last?.features)) {
      if (this.topic) this.lacking.push({ tokens: this.topicTokens, clause: this.topicAt });
      this.topic = null;
      return;
    }
    if (figures.length < 2) {
      this.add(tokens, clause, index);
      return;
    }
    const split = splitFigures(tokens, this.catalogue);
    if (split === "two") this.trouble ??= { why: "two-bindings", words: textOf(tokens) };
    else
      for (const stretch of split ?? splitBeforeFigures(tokens) ?? splitAfterFigures(tokens))
        this.add(stretch, clause, index);
  }

  rename(candidate: Candidate, features: Features): void {
    candidate.features = features;
    candidate.name = nameOf(features, {
      catalogue: this.catalogue,
      measure: candidate.figure?.measure ?? "none",
      unit: candidate.figure?.unit ?? "",
      value: candidate.figure?.type === "exact" ? candidate.figure.value : candidate.figure === null ? 0 : null,
    });
  }

  /** A clause without a figure is a topic for what follows, an attribute of what came before, or lacks its figure. */
  without(clause: Clause, index: number, next: Clause | undefined): void {
    const { tokens } = clause;
    const own = featuresOf(tokens);
    const numbered = tokens.some((one) => one.kind === "span" && /^(?:document-number|title)$/.test(one.span));
    if (numbered && own.marks.has("made") !== own.marks.has("repealed"))
      this.issued = own.marks.has("made") ? "made" : "repealed";
    const thing = namesThing(tokens);
    const applied = this.candidates.at(-1);
    if (applied?.features.marks.has("application") && /^申请人/.test(own.text) && own.applicants.length === 1) {
      this.rename(applied, under(applied.features, { ...own, keys: [] })); // 申请人是家培训公司
      return;
    }
    const last = this.candidates.at(-1);
    const nextHasFigure = next !== undefined && figuresOf(next.tokens).length > 0;
    const nextIsBare = nextHasFigure && !namesThing(next.tokens);
    const lastIsBare = last !== undefined && last.name.type === "empty";
    const dates = datesOf(tokens);
    // 昨天没来，公众号2条: the date belongs to something else
    const aside =
      clause.closed !== ":" &&
      !(clause.closed === "\n" && next?.tokens[0]?.kind === "span" && next.tokens[0].span === "bullet") &&
      !numbered &&
      !dates.every(({ text }) => TODAY.test(text)) &&
      !isRemark(clause, index === 0) &&
      !tokens.some(isNaming) &&
      tokens.some((one) => one.kind === "unknown" || isMark(one, "nil", "chat"));
    // 许可6件，加上昨天的: which of them belongs to which day is not said
    if (dates.length > 0 && last && !nextHasFigure && tokens.some((one) => isMark(one, "subset", "more", "except")))
      this.trouble ??= { why: "period-which", words: textOf(tokens) };
    if (dates.length > 0) this.pendingDates = aside ? dates.map((date) => ({ ...date, when: UNCERTAIN })) : dates;
    // 法院判了行政诉讼1件，维持: how it ended, in the next breath
    const open = last?.name.type === "ask" && /^(?:review|litigation)-step-which$/.test(last.name.ask.why);
    const goesOn = ENDINGS.some((mark) => own.marks.has(mark)) || (own.marks.has("arrived") && own.marks.has("step"));
    const own_ = own.keys.every((key) => /^(?:permit|penalty|coercion)\./.test(key)) ? { ...own, keys: [] } : own;
    if (last && open && goesOn && own_.keys.length === 0) {
      this.rename(last, under(own_, last.features)); // 维持咱的处罚决定
      return;
    }
    // 公告清掉15条，都过期了的: why they were cleared
    if (last && own.marks.has("stale") && last.name.type === "ask" && last.name.ask.why === "cleared-what") {
      this.rename(last, under(own, last.features));
      return;
    }
    // 12号3条13号2条，都是公众号的: the name of everything before it
    if (lastIsBare && tokens.some(isNaming) && !nextHasFigure && /^(?:都|均|全)/.test(own.text)) {
      for (const one of this.candidates) if (one.name.type === "empty") this.rename(one, under(one.features, own));
      return;
    }
    if (thing && last && isSubjectOf(last, clause)) return;
    // 6路车改道，公众号推了1条: what the report is about to tell of
    const strange = own.marks.has("foreign") && own.keys.length === 0 && own.channels.length === 0;
    if (!last && strange && clause.closed === "," && nextCounts(next) && dates.length === 0) return;
    if (thing) {
      if (lastIsBare) {
        this.rename(last, under(last.features, own));
        return;
      }
      const sameAsLast =
        last !== undefined && own.keys.length > 0 && own.keys.every((key) => last.features.keys.includes(key));
      if (sameAsLast && !nextIsBare && dates.length === 0) return;
      if (nextIsBare || clause.closed === ":") {
        this.topic = own;
        this.topicAt = index;
        this.topicColon = clause.closed === ":";
        this.topicTokens = tokens;
        return;
      }
      const aboutLast =
        last !== undefined &&
        /^application\.|^(?:review|litigation)\./.test("key" in last.name ? (last.name.key ?? "") : "");
      if (aboutLast && (own.marks.has("application") || own.outcomes.length > 0))
        this.rename(last, under(last.features, own));
      else if (clause.opened !== "【") this.lacking.push({ tokens, clause: index }); // 【信息报送】 is a heading
      return;
    }
    if (tokens.some(isNaming) || own.applicants.length > 0 || own.vias.length > 0 || own.marks.has("answered")) {
      const application =
        last?.features.marks.has("application") || last?.features.keys.some((key) => key.startsWith("application."));
      if (lastIsBare || (last && application))
        this.rename(
          last,
          under(last.features, {
            ...own,
            marks: new Set([...own.marks].filter((mark) => mark === "answered" || mark === "step")),
          }),
        );
      else if (last && own.channels.length > 0 && !nextIsBare && last.features.channels.length === 0)
        this.rename(last, under(last.features, own));
      else if (last && own.channels.length > 0 && last.features.channels.join() === own.channels.join()) return;
      else if (nextHasFigure && this.topic && !last && narrows(tokens) && own.channels.length === 0) {
        this.topic = under(own, this.topic); // 收到信息公开申请，个人的，1件
        this.topicAt = index;
      } else if (nextHasFigure) {
        this.topic = own;
        this.topicAt = index;
        this.topicColon = clause.closed === ":";
        this.topicTokens = tokens;
      } else if (
        clause.opened !== "【" &&
        (own.channels.length > 0 || own.outcomes.length > 0 || tokens.some(isNaming))
      )
        this.lacking.push({ tokens, clause: index });
    }
  }
}
