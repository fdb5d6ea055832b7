import { OVERVIEW_ASPECTS, REPORT_SECTIONS } from "@gongkai/schema";
import { type Check, explain, type Found, mustFix, notRun } from "./check.ts";
import { isGiven, isWhole } from "./prose-text.ts";

const FORM = "国办公开办函〔2021〕30号 一、报告内容";
/** Widths and spaces are another rule's; here （一） and (一) are one. */
const plain = (heading: string) => heading.replaceAll("(", "（").replaceAll(")", "）").replaceAll(/\s/g, "");

/** Every heading of the form, in its words and its order. */
function inOrder(given: readonly string[], wanted: readonly string[], what: string): Found[] {
  const missing = wanted.filter((heading) => !given.includes(heading));
  if (missing.length > 0) return [mustFix(`缺少${what}“${missing.join("”“")}”，或者改了名字。`)];
  const order = given.filter((heading) => wanted.includes(heading));
  return order.join() === wanted.join() ? [] : [mustFix(`${what}的顺序不对，应当是：${wanted.join("；")}。`)];
}

export const sixHeadings: Check = {
  id: "D14",
  basis: `${FORM}（六个部分）`,
  run: ({ headings }) => {
    if (headings === null) return [notRun("没有给出标题，六个部分没有核对。")];
    return inOrder(
      headings.map(plain),
      REPORT_SECTIONS.map(({ heading }) => heading),
      "标题",
    );
  },
};

export const fiveAspects: Check = {
  id: "D15",
  basis: `${FORM}（一）总体情况的五个方面`,
  run: ({ headings, prose }) => {
    if (headings?.some((heading) => plain(heading).startsWith("（一）")))
      return inOrder(
        headings.map(plain),
        OVERVIEW_ASPECTS.map(({ heading }) => heading),
        "第一部分的",
      );
    if (!isWhole(prose)) return [notRun("没有给出第一部分的全部文字，五个方面没有核对。")];
    const missing = OVERVIEW_ASPECTS.filter(({ key }) => !prose?.[key]?.trim());
    return missing.length === 0 ? [] : [mustFix(`第一部分缺少${missing.map(({ heading }) => heading).join("、")}。`)];
  },
};

const PROBLEM = /问题|不足|不够|不高|不强|薄弱|差距|短板|有待|欠缺/;
const MEASURE = /下一步|今后|改进|整改|措施|将|加强|完善|强化|提升/;

/** Problems and what is done about them; 无 is no answer. */
export const problemsAndMeasures: Check = {
  id: "D16",
  basis: "条例第五十条第（四）项；国办公开办函〔2021〕30号 一（四）敷衍塞责",
  run: ({ prose }) => {
    if (!isGiven(prose, "五")) return [notRun("没有给出第五部分的文字，这一条没有检查。")];
    const text = prose?.五?.trim() ?? "";
    if (text.replaceAll(/\s/g, "").length < 10) return [mustFix("第五部分还没有写，要写存在的主要问题和改进情况。")];
    if (PROBLEM.test(text) && !MEASURE.test(text)) return [mustFix("第五部分写了问题，没有写怎么改进。")];
    return [];
  },
};

const NOTHING_PUBLISHED = /(?:没有|未|无)(?:新增|发布|公开|主动公开)/;

/** 一（一） without one number says nothing; that nothing was published is an answer too. */
export const disclosureHasFigures: Check = {
  id: "D18",
  basis: "条例第五十条第（一）项；国办公开办函〔2021〕30号 一（四）敷衍塞责",
  run: ({ prose }) => {
    const text = prose?.["一（一）"];
    if (!text) return [];
    return /[\d０-９]/.test(text.replaceAll(/\d{4}\s*年/g, "")) || NOTHING_PUBLISHED.test(text)
      ? []
      : [explain("第一部分（一）没有一个数字，请写主动公开了多少。")];
  },
};

/** What the notice of Wuwei lists as required in three of the aspects. */
const REQUIRED = [
  [
    "一（一）",
    [/网站/, /新媒体|公众号|微博/, /解读/, /回应/, /重点领域/],
    ["网站", "新媒体", "解读", "回应", "重点领域"],
  ],
  ["一（三）", [/规范性文件/], ["规范性文件制发、废止和有效件数"]],
  ["一（四）", [/平台|专区|网站|专栏/], ["平台或者专区"]],
] as const;

export const aspectsCoverTopics: Check = {
  id: "D20",
  basis: "武威市2025年年报编制通知所列各方面应写内容",
  run: ({ prose }) =>
    REQUIRED.flatMap(([key, patterns, names]) => {
      const [text, whole] = [prose?.[key], Object.values(prose ?? {}).join("")];
      if (!text) return [];
      // 重点领域 is often written under 一（三）
      const missing = names.filter((_name, index) => !patterns[index]?.test(key === "一（一）" ? whole : text));
      return missing.length === 0 ? [] : [explain(`${key}没有写到${missing.join("、")}，请补上或者说明。`)];
    }),
};
