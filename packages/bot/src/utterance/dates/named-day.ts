import { type DateParser, matchAt } from "./date-parser.ts";
import { dayAt, impliedYear, type When } from "./when.ts";

/** Days called by what they are for, with month and date; 节 and 日 that move with the year are not among them. */
const DAYS: readonly (readonly [name: string, month: number, date: number])[] = [
  ["警察节", 1, 10],
  ["爱耳日", 3, 3],
  ["学雷锋(?:纪念)?日", 3, 5],
  ["水日", 3, 22],
  ["气象日", 3, 23],
  ["结核病日", 3, 24],
  ["世界卫生日", 4, 7],
  ["国家安全教育日", 4, 15],
  ["地球日", 4, 22],
  ["读书日", 4, 23],
  ["航天日", 4, 24],
  ["知识产权日", 4, 26],
  ["红十字日", 5, 8],
  ["防灾减灾日", 5, 12],
  ["护士节", 5, 12],
  ["博物馆日", 5, 18],
  ["计量日", 5, 20],
  ["营养日", 5, 20],
  ["无烟日", 5, 31],
  ["环境日", 6, 5],
  ["爱眼日", 6, 6],
  ["海洋日", 6, 8],
  ["献血者?日", 6, 14],
  ["土地日", 6, 25],
  ["禁毒日", 6, 26],
  ["世界人口日", 7, 11],
  ["生态日", 8, 15],
  ["医师节", 8, 19],
  ["爱牙日", 9, 20],
  ["烈士纪念日", 9, 30],
  ["粮食日", 10, 16],
  ["记者节", 11, 8],
  ["消防(?:安全)?(?:宣传)?日", 11, 9],
  ["糖尿病日", 11, 14],
  ["艾滋病日", 12, 1],
  ["交通安全日", 12, 2],
  ["残疾人日", 12, 3],
  ["志愿者日", 12, 5],
  ["公祭日", 12, 13],
  ["3[·.・]15", 3, 15],
  ["4[·.・]15", 4, 15],
  ["5[·.・]12", 5, 12],
  ["11[·.・]9", 11, 9],
  ["12[·.・]4", 12, 4],
];
const NAMED = DAYS.map(([name, month, date]) => [new RegExp(`(?:${name})的?$`), month, date] as const);
const LONGEST = 14;
/** An occasion or a day nobody here knows the date of. */
const OCCASION =
  /(?:[\u4e00-\u9fa5][日节]|[开闭]幕式?|仪式|[大展赛庙晚布训谈]会|展览|比赛|[高中]考|开学|[开竣]工|[揭挂]牌|活动|[冬夏]至|立[春夏秋冬]|[春秋]分|重阳|腊八|小年)的?$/;
const THE_DAY = /(?:当[天日]|[那这]一?天)/y;
/** 工作日当天办结: on the day it came in. */
const WAS_DEALT_WITH = /^(?:就|即|全部|都)?(?:办|受|答|回|出|领|拿|批|完|处理|解决|反馈|送达)/;

const VAGUE: When = { type: "vague", period: null, why: "vague" };

/** 五一二防灾减灾日当天: the day that is named before it; 开幕式当天: a day nobody said. */
export const namedDay: DateParser = {
  name: "named-day",
  parse(text, at, now) {
    const found = matchAt(THE_DAY, text, at);
    if (!found) return undefined;
    const to = at + found[0].length;
    const before = text.slice(Math.max(0, at - LONGEST), at);
    const [, month, date] = NAMED.find(([name]) => name.test(before)) ?? [];
    if (month !== undefined && date !== undefined) {
      const year = impliedYear(now, month, date);
      return { to, when: typeof year === "number" ? dayAt(now, year, month, date) : VAGUE };
    }
    return OCCASION.test(before) && !WAS_DEALT_WITH.test(text.slice(to)) ? { to, when: VAGUE } : undefined;
  },
};
