/** 经办人 (who registered the case, or usually reports the figure), 科室负责人, 政务公开办, 局领导: from the desk upwards. */
export const CHAIRS = ["handler", "head", "clerk", "leader"] as const;
export type Chair = (typeof CHAIRS)[number];

/** `left`: working days left on which the step begins; 0 the day itself, below 0 working days past it. */
export type HearingStep = Readonly<{ left: number; hears: readonly Chair[] }>;
/** `again`: who goes on hearing every so many working days after the last step, until it is done. */
export type Ladder = Readonly<{
  steps: readonly HearingStep[];
  again?: Readonly<{ every: number; hears: readonly Chair[] }>;
  /** Chairs whose steps lapse while nobody sits there, because the next one up has just heard. */
  lapses?: readonly Chair[];
}>;

/**
 * Who hears of what at which step. A chair nobody sits on leaves its steps to the next one up. Whoever heard a step
 * never hears it again; a step missed because nobody was told that day is made up for once, with that day's truth.
 */
export const HEARING_TABLE = {
  /** 答复: 条例第三十三条. */
  answer: {
    steps: [
      { left: 10, hears: ["handler"] },
      { left: 5, hears: ["handler", "head"] },
      { left: 3, hears: ["handler", "head", "clerk"] },
      { left: 1, hears: ["handler", "head", "clerk"] },
      { left: 0, hears: ["handler", "head", "clerk"] },
      { left: -1, hears: ["handler", "head", "clerk", "leader"] },
    ],
    again: { every: 5, hears: ["handler", "clerk"] },
  },
  /** 补正告知: 条例第三十条. No duty where the application is clear, so nobody else is troubled. */
  "correction-notice": {
    steps: [
      { left: 3, hears: ["handler"] },
      { left: 0, hears: ["handler"] },
    ],
  },
  /** Opinions of third parties and co-producing bodies: 条例第三十二条、第三十四条. */
  opinion: {
    steps: [
      { left: 0, hears: ["handler"] },
      { left: -1, hears: ["handler", "clerk"] },
    ],
    again: { every: 10, hears: ["handler"] },
  },
  /** The applicant's time to correct, as the notice set it. */
  "correction-period": { steps: [{ left: -1, hears: ["handler", "clerk"] }], again: { every: 10, hears: ["handler"] } },
  /** The applicant's time to pay. */
  payment: { steps: [{ left: -1, hears: ["handler", "clerk"] }], again: { every: 10, hears: ["handler"] } },
  /** 复议、诉讼 that should be decided by now: 行政复议法第六十二条、行政诉讼法第八十一条. */
  decision: { steps: [{ left: -1, hears: ["handler", "clerk"] }], again: { every: 20, hears: ["clerk"] } },
  /** A month's figures: 0 is the month's last working day, -1 the first working day after the month. */
  month: {
    lapses: ["handler"],
    steps: [
      { left: 0, hears: ["head"] },
      { left: -1, hears: ["handler"] },
      { left: -3, hears: ["head"] },
      { left: -5, hears: ["clerk"] },
    ],
  },
  /** 年报报送 and 公布: 条例第四十九条, or the office's own earlier day. */
  milestone: {
    steps: [
      { left: 10, hears: ["clerk"] },
      { left: 5, hears: ["clerk"] },
      { left: 3, hears: ["clerk", "leader"] },
      { left: 1, hears: ["clerk", "leader"] },
      { left: 0, hears: ["clerk", "leader"] },
    ],
  },
} as const satisfies Record<string, Ladder>;

export type Matter = keyof typeof HEARING_TABLE;
