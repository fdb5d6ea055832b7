import type { Catalogue } from "@gongkai/schema";
import type { Why } from "../ask.ts";
import { isMark } from "../reading.ts";
import type { Token, TokenOf } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { isSomeOfThem } from "./beside.ts";
import { type Candidate, namesThing } from "./candidate.ts";
import { type Clause, datesOf } from "./clause.ts";
import { type Features, featuresOf } from "./features.ts";
import { inherit } from "./inherit.ts";
import { nameOf } from "./naming.ts";
import { ownFigures } from "./own-figures.ts";

const SENT = /发|推|登|更新/;

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
  /** Some entry has its day in brackets behind it: then no other stands without one. */
  datedInBrackets = false;
  readonly catalogue: Catalogue;
  readonly #within: ReadonlySet<number>;

  /** `within`: places of the clauses in which a total is split. */
  constructor(catalogue: Catalogue, within: ReadonlySet<number>) {
    this.catalogue = catalogue;
    this.#within = within;
  }

  add(tokens: readonly Token[], clause: Clause, index: number, spread = false): void {
    const own = this.#withArrival(featuresOf(tokens), clause);
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
          (own.keys.length === 0 && this.#within.has(index)) ||
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
    // 清理过期信息12条，17号又清了5条: of the same
    if (
      latest?.name.type === "ask" &&
      latest.name.ask.why === "cleared-what" &&
      latest.more &&
      before?.type === "named" &&
      before.key === "info.cleared"
    )
      this.rename(latest, { ...latest.features, marks: new Set([...latest.features.marks, "stale"]) });
    if (namesThing(tokens)) this.topic = null;
    if (clause.closed === ":" && this.candidates.at(-1)?.name.type !== "empty") {
      this.topic = { ...features, channels: [] };
      this.topicAt = index;
      this.topicColon = true;
    }
  }

  /** 收到行政复议2件、行政诉讼1件: what came in is said once for both. */
  #withArrival(own: Features, clause: Clause): Features {
    const last = this.candidates.at(-1);
    const dispute = (marks: ReadonlySet<Mark>) => marks.has("review") || marks.has("litigation");
    const goesOn = last?.features.marks.has("arrived") && dispute(last.features.marks) && clause.opened === "";
    return goesOn && dispute(own.marks) && own.keys.length === 0 && own.marks.size === 1
      ? { ...own, marks: new Set([...own.marks, "arrived"]) }
      : own;
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
}
