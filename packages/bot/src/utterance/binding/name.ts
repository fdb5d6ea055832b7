import type { ApplicantKind, Catalogue, Channel, IndicatorKey, ResultGroup, Via } from "@gongkai/schema";
import { ask, type Why } from "../ask.ts";
import type { Ask } from "../meaning.ts";
import type { Measure } from "../token.ts";
import type { Features } from "./features.ts";

/** What a stretch of words names: one indicator with its attributes, a named ambiguity, or nothing we keep. */
export type Name =
  | Readonly<{
      type: "named";
      key: IndicatorKey;
      channel: Channel | null;
      applicant?: ApplicantKind;
      outcome?: ResultGroup;
      via?: Via;
    }>
  /** `key` is kept where only an attribute is open. */
  | Readonly<{
      type: "ask";
      ask: Ask;
      key?: IndicatorKey;
      channel?: Channel;
      via?: Via;
      applicant?: ApplicantKind;
      outcome?: ResultGroup;
    }>
  /** Counted by people, kept by nobody: 阅读量, 点赞. */
  | Readonly<{ type: "foreign" }>
  | Readonly<{ type: "empty" }>;

export type NameContext = Readonly<{ catalogue: Catalogue; measure: Measure; unit: string; value: number | null }>;
export type NamingRule = (features: Features, context: NameContext) => Name | undefined;

export const named = (key: IndicatorKey, channel: Channel | null = null): Name => ({ type: "named", key, channel });
export const asked = (
  why: Why,
  words: string,
  choices: Ask["choices"] = [],
  rest: Partial<{ key: IndicatorKey; channel: Channel }> = {},
): Name => ({
  type: "ask",
  ask: ask(why, words, choices),
  ...rest,
});
