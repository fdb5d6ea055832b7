import type { ProseKey } from "@gongkai/schema";
import { type Check, explain, notRun } from "./check.ts";
import { overviewOf, texts } from "./prose-text.ts";

const SHINGLE = 4;

/** Share of this year's text that stands in last year's word for word; numbers and punctuation apart. 0 to 1. */
export function sameShare(now: string, before: string): number {
  const plain = (text: string) => text.replaceAll(/[\d０-９\s，。；：、“”（）()]/g, "");
  const shingles = (text: string) =>
    Array.from({ length: Math.max(0, text.length - SHINGLE + 1) }, (_, at) => text.slice(at, at + SHINGLE));
  const known = new Set(shingles(plain(before)));
  const ours = shingles(plain(now));
  return ours.length === 0 ? 0 : ours.filter((shingle) => known.has(shingle)).length / ours.length;
}

/** 内容雷同 is one of the four failures the State Council's office names. The shares are ours. */
export const notLastYears: Check = {
  id: "D21",
  basis: "国办公开办函〔2021〕30号 一（四）内容雷同；界线为第五部分八成、第一部分六成",
  run: ({ prose, previous }) => {
    if (!previous?.prose) return [notRun("没有上年报告的文字，没有比对是否雷同。")];
    const compared = [
      { what: "第五部分", now: prose?.五 ?? "", before: previous.prose.五 ?? "", most: 0.8 },
      { what: "第一部分", now: overviewOf(prose), before: overviewOf(previous.prose), most: 0.6 },
    ];
    return compared.flatMap(({ what, now, before, most }) => {
      const share = sameShare(now, before);
      if (share < most) return [];
      const percent = Math.round(share * 100);
      return [
        explain(`${what}有 ${percent}% 与上年一样，请按今年的情况写。`, { expected: most * 100, actual: percent }),
      ];
    });
  },
};

const PROBLEM = /(?:[一二三四五]是|（[一二三四五]）|\d[.．、])([^；。\n]{4,40})/g;
const TAKES_UP = /上年|去年|上一年|年度报告(?:中|里)?(?:提出|反映|指出)|已(?:经)?(?:整改|解决|改进)|持续整改|整改情况/;

/** What last year's report called a problem is taken up again. */
export const problemsTakenUp: Check = {
  id: "D22",
  basis: "条例第五十条第（四）项 存在的主要问题及改进情况",
  run: ({ prose, previous }) => {
    const before = previous?.prose?.五;
    if (!before) return [notRun("没有上年第五部分的文字，上年问题没有核对。")];
    const problems = [...(before.split(/下一步|改进/)[0] ?? "").matchAll(PROBLEM)].map(([, problem = ""]) => problem);
    if (problems.length === 0 || TAKES_UP.test(prose?.五 ?? "")) return [];
    const listed = problems.map((problem) => `“${problem.slice(0, 20)}”`).join("、");
    return [explain(`上年报告说了${listed}等 ${problems.length} 个问题，今年没有交代改进到哪一步。`)];
  },
};

/** Section 一 in about a thousand characters, as the 2025 notice of Wuwei asks. */
export const overviewLength: Check = {
  id: "D23",
  basis: "武威市2025年年报编制通知：总体情况原则上不超过一千字",
  run: ({ prose }) => {
    const length = overviewOf(prose).replaceAll(/\s/g, "").length;
    if (length <= 1000) return [];
    return [explain(`第一部分有 ${length} 字，原则上不超过 1000 字。`, { expected: 1000, actual: length })];
  },
};

const STALE = [
  [/新条例|新《条例》|新修订的?《?(?:中华人民共和国)?(?:政府)?信息公开条例/, "“新条例”（条例已于2019年5月15日施行）"],
  [/格式（试行）|国办公开办函〔2019〕60号/, "2019年的试行格式（已由国办公开办函〔2021〕30号取代）"],
] as const;

export const noStalePhrases: Check = {
  id: "D24",
  basis: "条例（国务院令第711号）自2019年5月15日起施行；国办公开办函〔2021〕30号",
  run: ({ prose, year }) =>
    texts(prose).flatMap(([key, text]: [ProseKey, string]) =>
      STALE.filter(([pattern]) => year > 2021 && pattern.test(text)).map(([, what]) =>
        explain(`${key}还在用${what}这样的说法，请核对。`),
      ),
    ),
};
