import { reportTitle } from "@gongkai/schema";
import { type Check, explain, mustFix } from "./check.ts";
import { around, clausesOf, texts } from "./prose-text.ts";

const YEAR_OF_WORK = /(\d{4})\s*年(?!度报告)[^，。；]*(?:收到|公开|办理|办结|审核|发布|收取|新增|清理|处理)/;
const COMPARES = /上年|去年|同比|相比|较|比\d|增长|下降|以来|印发|施行|实施|修订|起$/;

/** Last year's number left standing. 五 may speak of last year. */
export const rightYear: Check = {
  id: "D10",
  basis: "国办公开办函〔2021〕30号 一（四）发布内容不准确；所属年度为报告年度",
  run: ({ prose, year, title }) => {
    const wrong = texts(prose)
      .filter(([key]) => key !== "五")
      .flatMap(([key, text]) =>
        clausesOf(text).flatMap((clause) => {
          const said = Number(YEAR_OF_WORK.exec(clause)?.[1] ?? year);
          if (said === year || COMPARES.test(clause)) return [];
          return [
            mustFix(`${key}写的是 ${said} 年，报告年度是 ${year} 年（…${clause.slice(0, 20)}…）。`, {
              expected: year,
              actual: said,
            }),
          ];
        }),
      );
    const titled = Number(/(\d{4})\s*年/.exec(title ?? "")?.[1] ?? year);
    if (titled === year) return wrong;
    return [mustFix(`标题写的是 ${titled} 年，报告年度是 ${year} 年。`, { expected: year, actual: titled }), ...wrong];
  },
};

const HALF_WIDTH = /[\u4e00-\u9fff”）][,;:!?()]|[,;:!?()][\u4e00-\u9fff“（]|[\u4e00-\u9fff] +\d|\d +[\u4e00-\u9fff]/g;

/** Full-width punctuation, no spaces inside Chinese text. */
export const fullWidth: Check = {
  id: "D25",
  basis: "GB/T 15834—2011；GB/T 9704—2012",
  run: ({ prose }) =>
    texts(prose).flatMap(([key, text]) => {
      const found = [...text.matchAll(HALF_WIDTH)];
      const [first] = found;
      if (!first) return [];
      const says = `${key}有 ${found.length} 处半角标点或者多余的空格，例如“${around(text, first.index, first[0].length)}”。`;
      return [explain(says, { expected: 0, actual: found.length })];
    }),
};

/** 一、二、 belong to the six sections; inside section 一 the next level is （一）, then 1. */
export const headingLevels: Check = {
  id: "D26",
  basis: "GB/T 9704—2012 7.3.3 结构层次序数",
  run: ({ prose }) =>
    texts(prose)
      .filter(([, text]) => /(?:^|\n)\s*[一二三四五六七八九十]+、/.test(text))
      .map(([key]) => explain(`${key}里又用了“一、二、”一级标题，下一级应当用“（一）”或者“1.”。`)),
};

const PARTS = /由(.{4,300}?)(?:等)?([一二三四五六七八九]|\d)(?:个)?(?:部分|方面)(?:内容)?组成/s;
const NUMERALS = "〇一二三四五六七八九";

/** A preamble that lists the parts lists six. */
export const preambleListsSix: Check = {
  id: "D27",
  basis: "国办公开办函〔2021〕30号 一、报告内容（六个部分）",
  run: ({ preamble }) => {
    if (!preamble) return [];
    const found = PARTS.exec(preamble);
    if (!found) return [];
    const said = NUMERALS.indexOf(found[2] ?? "") >= 0 ? NUMERALS.indexOf(found[2] ?? "") : Number(found[2]);
    return said === 6
      ? []
      : [explain(`导语说报告由 ${said} 个部分组成，标准格式是六个部分。`, { expected: 6, actual: said })];
  },
};

const SELF_NAMES = /我(?:局|委|办|厅|院|会|市|县|区|镇|乡|单位|街道|中心)|本(?:局|委|办|厅|单位|机关|部门)/g;
const DOUBLED = /的的|了了|是是|和和|在在|为为|对对|及及|，，|。。|、、/g;

/** One self-name throughout, no doubled characters, the full name in the title. */
export const oneSelfName: Check = {
  id: "D28",
  basis: "国办公开办函〔2021〕30号 一（四）发布内容不准确；GB/T 15834—2011",
  run: ({ organ, year, title, prose }) => {
    const names = [
      ...new Set(texts(prose).flatMap(([, text]) => [...text.matchAll(SELF_NAMES)].map(([name]) => name))),
    ];
    const doubled = texts(prose).flatMap(([key, text]) =>
      [...text.matchAll(DOUBLED)].map(([twice]) => ({ key, twice })),
    );
    return [
      ...(names.length > 1 ? [explain(`文字里对自己的称呼不一致：${names.join("、")}，请统一。`)] : []),
      ...doubled.map(({ key, twice }) => explain(`${key}有重复的字“${twice}”，请核对。`)),
      ...(title !== null && !title.includes(organ)
        ? [explain(`标题里没有机关全称“${organ}”，标准写法是“${reportTitle(organ, year)}”。`)]
        : []),
    ];
  },
};

const BARE_NUMBER = /(?<![\d.第〔])\d+(?:\.\d+)?(?=[，。；、）]|$)/gm;

/** 次、人、条、件: a number in the text carries its unit. */
export const unitsGiven: Check = {
  id: "D29",
  basis: "GB/T 15835—2011；国办公开办函〔2021〕30号 一（四）发布内容不准确",
  run: ({ prose }) =>
    texts(prose).flatMap(([key, text]) =>
      [...text.matchAll(BARE_NUMBER)].map(({ 0: digits, index }) =>
        explain(`${key}里的 ${digits} 没有单位（…${around(text, index, digits.length)}…）。`),
      ),
    ),
};

/** Names and numbers of persons, and words of secrecy, have no place in a public text. */
const PRIVATE = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/, "身份证号码"],
  [/(?<!\d)1[3-9]\d{9}(?!\d|\s*[件条次人个元万])/, "手机号码"],
  [/[\u4e00-\u9fff]{1,3}(?:先生|女士)/, "个人称呼"],
  [/绝密|机密级|秘密级|涉密文件|内部资料/, "涉密字样"],
] as const;

export const noPersonalData: Check = {
  id: "D32",
  basis: "条例第十四条、第十五条",
  run: ({ prose }) =>
    texts(prose).flatMap(([key, text]) =>
      PRIVATE.filter(([pattern]) => pattern.test(text)).map(([, what]) =>
        explain(`${key}里好像有${what}，公开前请核对。`),
      ),
    ),
};
