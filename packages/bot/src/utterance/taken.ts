import { CHANNEL_LABELS, indicatorOf } from "@gongkai/schema";
import { spoken } from "./hearing/normalise.ts";
import type { Reading } from "./reading.ts";
import type { SpanName, Token } from "./token.ts";

const SPANS: Readonly<Record<SpanName, string>> = {
  title: "标题或名称，里面的数字不计",
  "document-number": "文号，不是数量",
  ordinal: "序号，不是数量",
  clock: "钟点",
  place: "地点",
  "number-plate": "号码，不是数量",
  name: "名称，里面的数字不计",
  bullet: "列表序号",
  address: "网址或邮箱",
  person: "人",
};
const WHENS = {
  day: "日期",
  month: "月份",
  range: "一段日期",
  long: "跨月的期间",
  open: "日期，可能有两种理解",
  ahead: "还没到的日期",
  vague: "不确定的时间",
  impossible: "不存在的日期",
} as const;
const FIGURES = { exact: "数量", approximate: "约数，不能记", malformed: "写法不清的数字，不能记" } as const;
const MARKS: Readonly<Record<string, string>> = {
  done: "已完成",
  plan: "计划，不记",
  aim: "目标或要求，不记",
  doubt: "不确定",
  hearsay: "转述，不记",
  not: "否定",
  nil: "没有",
  total: "合计",
  subset: "其中",
  running: "累计",
  each: "各",
  apiece: "分别",
  monthly: "每月",
  daily: "每天",
  repair: "改口",
  outsider: "别的单位",
  foreign: "不在统计口径内的东西",
  compare: "对比",
  underway: "还在办",
  step: "案件环节",
};

function describe(token: Token, { vocabulary }: Reading): string | null {
  switch (token.kind) {
    case "figure":
      return FIGURES[token.figure.type];
    case "date":
      return "period" in token.when && token.when.period
        ? `${WHENS[token.when.type]} ${token.when.period}`
        : WHENS[token.when.type];
    case "span":
      return SPANS[token.span];
    case "question":
      return "提问";
    case "break":
      return null;
    case "unknown":
      return token.ordinary ? "平常的话" : "没看懂";
    case "word": {
      const { word } = token;
      if (word.is === "indicator") return indicatorOf(vocabulary.catalogue, word.key).label;
      if (word.is === "channel") return CHANNEL_LABELS[word.channel];
      if (word.is === "applicant") return "申请人类别";
      if (word.is === "via") return "申请方式";
      if (word.is === "outcome") return "办理结果";
      if (word.is === "section") return "科室";
      if (word.is === "person") return "人";
      if (word.is === "other-platform") return "其他平台";
      if (word.is === "fixed-name") return "固定说法，里面的数字不计";
      return MARKS[word.mark] ?? "不影响数量的话";
    }
  }
}

/** What a part of the message was taken for, and where it stood in what was typed. */
export type Taken = Readonly<{ text: string; at: number; as: string }>;

/** What every part of the message was taken for, in reading order and in the speaker's own spelling. */
export function takenOf(reading: Reading): Taken[] {
  return reading.tokens.flatMap((token) => {
    const as = describe(token, reading);
    return as === null
      ? []
      : [{ text: spoken(reading.heard, token.from, token.to), at: reading.heard.at[token.from] ?? 0, as }];
  });
}
