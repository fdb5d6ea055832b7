import {
  type FigureId,
  isNarrativeFigureId,
  NARRATIVE_FIGURES,
  type NarrativeFigureId,
  type ProseKey,
} from "@gongkai/schema";
import { figureLabel } from "../fold/figure-label.ts";
import { printedValue } from "../fold/printed.ts";
import { type Check, explain, type Found, mustFix, note } from "./check.ts";
import { at } from "./checked-report.ts";
import { numberIn } from "./prose-text.ts";

/** Words before a number that say which figure it is. */
const SPOKEN: readonly (readonly [FigureId, RegExp])[] = [
  ["s1.site_visits", /(?:网站)?总?访问量[^，。；、\d]{0,6}([\d,]+)/],
  ["s1.newmedia", /新媒体[^，。；、\d]{0,10}([\d,]+)\s*条/],
  ["s1.weibo_followers", /微博关注[^，。；、\d]{0,4}([\d,]+)/],
  ["s1.wechat_followers", /公众号订阅[^，。；、\d]{0,4}([\d,]+)/],
  ["s1.online_services", /网上办事[^，。；、\d]{0,6}([\d,]+)\s*件/],
  ["s1.reviewed", /审核[^，。；、\d]{0,8}信息[^，。；、\d]{0,4}([\d,]+)\s*条/],
  ["s1.cleared", /清理[^，。；、\d]{0,8}信息[^，。；、\d]{0,4}([\d,]+)\s*条/],
  ["s1.mailbox", /领导信箱[^，。；、\d]{0,6}([\d,]+)\s*件/],
  ["s1.training", /培训[^，。；、\d]{0,4}([\d,]+)\s*(?:次|场|期)/],
];
const placeOf = (id: NarrativeFigureId): ProseKey => NARRATIVE_FIGURES[id].aspect as ProseKey; // aspects are prose keys

/** A figure and the sentence that speaks of it. */
export const figuresInProse: Check = {
  id: "D11",
  basis: "国办公开办函〔2021〕30号 一（四）发布内容不准确",
  run: (report) =>
    SPOKEN.flatMap(([id, pattern]) => {
      const text = isNarrativeFigureId(id) ? report.prose?.[placeOf(id)] : undefined;
      const value = at(report, id);
      const found = text ? pattern.exec(text) : null;
      if (!found || value === null) return [];
      const [said, expected] = [numberIn(found[1]), printedValue(id, value)];
      if (said === expected) return [];
      const says = `${figureLabel(id)}：文字写的是 ${said}，台账是 ${expected}，两处应当一致。`;
      return [mustFix(says, { cells: [id], expected, actual: said })];
    }),
};

/** A part is never more than the whole it is taken from. */
export const partWithinWhole: Check = {
  id: "B-X6",
  basis: "重点领域公开信息是主动公开信息的一部分，不另计入总数",
  run: (report) => {
    const [part, whole] = [at(report, "s1.key_area"), at(report, "s1.disclosed")];
    if (part === null || whole === null || part <= whole) return [];
    const says = `重点领域公开信息 ${part} 条，比主动公开信息总数 ${whole} 条还多，请说明。`;
    return [explain(says, { cells: ["s1.key_area", "s1.disclosed"], expected: whole, actual: part })];
  },
};

/** The two are one number only when every reviewed item went to the portal. */
export const reviewedIsDisclosed: Check = {
  id: "L-REVIEWED",
  basis: "审核新增信息与门户网站主动公开信息各自计数，不相等时说明去向",
  run: (report): Found[] => {
    const [reviewed, disclosed] = [at(report, "s1.reviewed"), at(report, "s1.disclosed")];
    if (reviewed === null || disclosed === null || reviewed === disclosed) return [];
    const says = `审核新增信息 ${reviewed} 条，门户网站主动公开信息 ${disclosed} 条，相差 ${Math.abs(reviewed - disclosed)} 条，请说明。`;
    return [explain(says, { cells: ["s1.reviewed", "s1.disclosed"], expected: disclosed, actual: reviewed })];
  },
};

/** Only figures bring numbers; a number typed into the text follows no record. */
export const numbersAreFigures: Check = {
  id: "L-NUMBER",
  basis: "文字里的数字都从台账来，改了台账文字跟着改",
  run: ({ unbound, unknownNames }) => [
    ...unbound.map(({ key, digits, around, byTemplate }) =>
      byTemplate
        ? mustFix(`${key}的模板里直接写了数字 ${digits}（…${around}…），请改用台账里的数。`)
        : explain(`${key}的文字里写了数字 ${digits}（…${around}…），它不是从台账来的，请核对。`),
    ),
    ...unknownNames.map(({ key, name }) => note(`${key}的文字里有【${name}】，台账里没有这个数，原样保留了。`)),
  ],
};
