import type { When } from "./dates/when.ts";
import type { Word } from "./lexicon.ts";

/** What a figure counts, by the measure word behind it. */
export type Measure =
  | "count" // 条 件 个 篇 …: any of our counted things
  | "edition" // 次 期 场 轮: occasions
  | "people"
  | "parcel" // 批: an unknown number of things
  | "firm" // 家 户
  | "money" // 元 万元, already converted to 万元
  | "share" // %
  | "other" // 分钟 页 分 …
  | "none";

export type Figure = Readonly<
  | { type: "exact"; value: number; measure: Measure; unit: string; implied: boolean }
  | { type: "approximate" | "malformed"; measure: Measure; unit: string }
>;

/** Named exclusions: digits and names that count nothing. */
export type SpanName =
  | "title"
  | "document-number"
  | "ordinal"
  | "clock"
  | "place"
  | "number-plate" // telephone, identity, licence, ticket
  | "name" // 十四五, 三农, G20
  | "bullet"
  | "address"
  | "person";

/** A stretch of the normalised text and what it was taken for. Together the tokens cover the whole text. */
export type Token = Readonly<{ from: number; to: number; text: string }> &
  Readonly<
    | { kind: "figure"; figure: Figure }
    | { kind: "date"; when: When }
    | { kind: "word"; word: Word }
    | { kind: "span"; span: SpanName }
    /** 1: 、 and blanks. 2: comma, colon, bracket. 3: full stop, semicolon, line end. */
    | { kind: "break"; strength: 1 | 2 | 3; char: string }
    | { kind: "question" }
    /** `ordinary`: a word of everyday talk, harmless in a clause that counts nothing. */
    | { kind: "unknown"; ordinary?: true }
  >;

export type TokenOf<K extends Token["kind"]> = Extract<Token, { kind: K }>;
