import { saidYear } from "./calendar-day.ts";
import { type DateParser, matchAt, smallNumber, YEAR } from "./date-parser.ts";
import type { Now, When } from "./when.ts";

const SAID = `(今年|去年|前年|本年度?|上年度?|上一年|全年|${YEAR}年度?|20[0-9]{2}(?=[qh][1-4]))?(?:的)?`;
const QUARTER = new RegExp(`${SAID}(?:第?([一二三四1-4])季度?|q([1-4])|(本季度?|上季度?|上个季度|这个季度|首季))`, "y");
const HALF = new RegExp(`${SAID}(上半年|下半年|半年|h[12](?![0-9a-z]))`, "y");
const YEAR_ALONE =
  /(今年|去年|前年|本年度?|上年度?|上一年|全年|当年|明年|后年|(?:20[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2}|(?<![0-9])[12][0-9])年度?)(?:全年|一年)?(?:以来)?/y;
/** A year that belongs to the name of a document, not to the time of the work. */
const NAMES_A_DOCUMENT =
  /^(?:版|届|(?:的)?(?:政务公开|政府信息公开|政府工作|部门|财政|工作|重点)?(?:工作)?(?:要点|规划|计划|预算|决算|预决算|部门预算|部门决算|报告|年报|目标|方案|安排|总结|一号|1号|[0-9]+号))/;

const quarterNow = (now: Now) => Math.ceil(now.month / 3);

function quarterOf(now: Now, year: number, quarter: number): When {
  const ahead = year > now.year || (year === now.year && quarter > quarterNow(now));
  return ahead ? { type: "ahead", period: `${year}-Q${quarter}` } : { type: "long", period: `${year}-Q${quarter}` };
}

/** 一季度, 去年第三季度, Q1, 本季度 */
export const quarter: DateParser = {
  name: "quarter",
  parse(text, at, now) {
    const found = matchAt(QUARTER, text, at);
    if (!found) return undefined;
    const [all, said, spelt, figure, relative] = found;
    const to = at + all.length;
    const year = said === undefined || said === "全年" ? now.year : saidYear(said, now);
    if (relative !== undefined) {
      const index = now.year * 4 + quarterNow(now) - 1 - (relative.startsWith("上") ? 1 : 0);
      const number = relative.startsWith("首") ? 1 : (index % 4) + 1;
      return { to, when: quarterOf(now, relative.startsWith("首") ? year : Math.floor(index / 4), number) };
    }
    return { to, when: quarterOf(now, year, smallNumber(spelt ?? figure ?? "")) };
  },
};

/** 上半年, 去年下半年, H1 */
export const halfYear: DateParser = {
  name: "half-year",
  parse(text, at, now) {
    const found = matchAt(HALF, text, at);
    if (!found) return undefined;
    const [all, said, half = ""] = found;
    const to = at + all.length;
    if (half === "半年") return { to, when: { type: "vague", period: null, why: "vague" } };
    const year = said === undefined || said === "全年" ? now.year : saidYear(said, now);
    const second = /^下|2$/.test(half);
    const ahead = year > now.year || (year === now.year && second && now.month < 7);
    return { to, when: { type: ahead ? "ahead" : "long", period: `${year}-H${second ? 2 : 1}` } };
  },
};

/** 今年, 去年, 2025年; a year inside the name of a plan or budget is left to the names. */
export const year: DateParser = {
  name: "year",
  parse(text, at, now) {
    const found = matchAt(YEAR_ALONE, text, at);
    if (!found) return undefined;
    const [all, said = ""] = found;
    const to = at + all.length;
    if (NAMES_A_DOCUMENT.test(text.slice(to, to + 14))) return undefined;
    if (/^[明后]/.test(said)) return { to, when: { type: "ahead", period: null } };
    const number = /^[全当]/.test(said) ? now.year : saidYear(said, now);
    return { to, when: number > now.year ? { type: "ahead", period: null } : { type: "long", period: String(number) } };
  },
};
