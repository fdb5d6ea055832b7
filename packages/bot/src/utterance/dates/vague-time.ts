import { type DateParser, matchAt } from "./date-parser.ts";

const VAGUE =
  /(?:最近几?天?|近期|近来|近日|日前|近几[天日]|近两天|前几[天日周]|前两[天日周]|前些[天日]|前段时间|前一?阵子?|头[几两]天|这[几两][天日]|这段时间|这一?阵子?|过年那阵子|过年期间|过年|年前|年后|年初|年底|年末|年中|岁末|节前|节后|春节前后?|春节后|国庆前|国庆后|五一前|五一后|元旦前|元旦后|早前|早先|先前|之前|以前|此前|前期|前面几天|那几?天|那两天|有一?天|某天|某日|往日|往年|历年|上回|上次|老早|许久|好久|两会期间|两会|会议期间|期间|暑假|寒假|开学|汛期|农忙|双十一|五一前后|同期|平时|平日|多日|连日来?|一段时间|一阵|改天|过去|近年来?|近几年|历史上|隔天|次日|第二天|翌日|旬|中旬|过完年|开年以来?|开年|年关|月头|月尾|春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|正月|腊月|初[一二三四五六七八九十]|除夕|大年)/y;
const DURATION =
  /(?:[0-9]{1,3}|[一二两三四五六七八九十几]{1,3}|半)(?:天|个?星期|个?礼拜|周|个半?月|月来|年多?|个季度|旬)(?:内|里|多|来)?/y;

/** 最近, 前两天, 年前, 三天: words of time that name no date. */
export const vagueTime: DateParser = {
  name: "vague-time",
  parse(text, at) {
    const found = matchAt(VAGUE, text, at) ?? matchAt(DURATION, text, at);
    if (!found) return undefined;
    const why = /期间|阵子|两会|[暑寒]假/.test(found[0]) ? "span-without-dates" : "vague";
    return { to: at + found[0].length, when: { type: "vague", period: null, why } };
  },
};
