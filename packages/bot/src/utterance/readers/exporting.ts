import { figuresOf, isDone } from "../binding/clause.ts";
import { yearNumber } from "../dates/date-parser.ts";
import type { Export } from "../meaning.ts";
import type { Reader } from "../reading.ts";
import { spokenPeriod } from "./spoken-period.ts";

const SURE =
  /导出|导一下|导个|导成|(?<![领指督引辅主传误向教])导(?:一份|一个|一张|给我|来|下来)|打印|下载|输出(?!量)|export|print|download/;
const MAYBE =
  /(?:生成|(?<!列)出(?:一份|个|一下|具)?|做(?:一份|个)?|发(?:我|给我|一份|一下|个)|给(?:我|一份|个)|要(?:一份|个|下)?|来(?:一份|个|张)|整(?:一份|个)|弄(?:一份|个)|拉(?:一份|个)|传(?:我|给我|一份)|存成|保存成|保存为|转成|汇总成|做成|形成|制作)/;
const REPORTS =
  /年报|月报|季报|年度报告|报表|台账|工作报告|年度表|统计表|汇总表|明细表|数据表|清单|excel|word|pdf|表格|电子表|xlsx|docx|annual report|monthly report|报告(?!一下|下|如下)|附表/;
/** 年报pdf: nothing but the file's name and kind. */
const BARE =
  /^.{0,10}(?:年报|月报|年度报告|台账|报表)的?(?:word|docx|pdf|excel|xlsx|表格|电子)(?:版|格式|文档|文件)?[。!]?$/;
const ASKS_ABOUT =
  /(?:导出|打印|下载|生成|出)(?:了)?(?:没|没有|过吗|了吗)|能(?:不能)?出(?:吗|了)|可以出了|什么时候|何时|谁(?:导出|打印)|报了(?:没|吗)|(?:年报|月报)(?:现在)?(?:能|可以|准备)(?!(?:不能|给我|帮我)?(?:出|导|做|生成|转|给|发)(?:我|给我)?(?:成|个|一份|一个)?(?:excel|word|pdf|表格|文档))|给(?:我|我们|领导)?(?:瞅|看|瞧|瞄)|打印机|打印店|打印纸|下载(?:软件|app|量)|不要|别(?:导|打印|发)|不用/;

/** 43217，后台导出来的: where a figure comes from. */
const WAS_EXPORTED = /(?:后台|系统|平台|网站|统计)[^,。;]{0,4}导(?:出来?|下来)的[。!]?$/;

/** 做一份报表发过来: 过 is the way here. */
const SENT_OVER = /[发传送]过来(?:一下|看看)?[吧。!]?$/;

/** 下周要交年报，得早点准备: when it is due, and no wish for it now. */
const IS_DUE =
  /^(?:下周|下个?月|明[天年]|后天|月底|年底|快|马上|又|[0-9一二三四五六七八九十]{1,3}[月号日])[^,。;]{0,6}(?:要|该|得)交[^,。;]{0,4}(?:年报|月报|报表)/;

const YEARS_BACK: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 上年: 1, 上一年: 1, 前年: 2 };

/** 2025年年报 is also a document's name, which hides its year from the dates; here it is the year that is wanted. */
function yearOfReport(text: string, year: number): string | null {
  const said = /(?<![0-9])(20[0-9]{2}|[0-9]{2})年/.exec(text)?.[1];
  if (said !== undefined) return said.length === 2 ? `20${said}` : said;
  const spelt = /二[〇零][〇零一二三四五六七八九]{2}(?=年)/.exec(text)?.[0];
  if (spelt !== undefined) return String(yearNumber(spelt));
  const back = YEARS_BACK[/今年|本年|去年|上一年|上年|前年/.exec(text)?.[0] ?? ""];
  return back === undefined ? null : String(year - back);
}

/** 申请台账 is the register of cases; 台账 alone is everything that was reported. */
const CASES = /(?:申请|依申请(?:公开)?|案件|复议|诉讼)(?:办理)?(?:情况)?(?:台账|登记(?:表|簿|台账)|清单|一览表)/;

function whatIn(text: string): Export["what"] {
  if (CASES.test(text)) return "cases";
  if (/年报|年度报告|年度表|annual/.test(text)) return "annual";
  return /月报|monthly/.test(text) ? "month" : "ledger";
}

/** A file is wanted: nothing is written. */
export const exporting: Reader = {
  name: "export",
  needs: /[导打下输报台告表清附]|excel|word|pdf|xlsx|docx|export|print|annual|monthly/,
  read(reading) {
    const { text, tokens } = reading;
    const sure = SURE.test(text);
    if (ASKS_ABOUT.test(text) || WAS_EXPORTED.test(text) || (IS_DUE.test(text) && !sure)) return undefined;
    if (!sure && !BARE.test(text) && !(MAYBE.test(text) && REPORTS.test(text))) return undefined;
    if (figuresOf(tokens).some((token) => token.figure.measure !== "none" && !/^(?:一|1)?[份个张下]$/.test(token.text)))
      return undefined;
    if (!sure && isDone(tokens) && !SENT_OVER.test(text)) return undefined;
    if (/(?:已|已经|昨天|今天)?(?:导出|打印|下载)(?:了|过|完)/.test(text)) return undefined;
    const what = whatIn(text);
    const format = /(word|docx|pdf|excel|xlsx|html|json|csv)/.exec(text)?.[0] ?? null;
    const period = spokenPeriod(reading) ?? (what === "annual" ? yearOfReport(text, reading.now.year) : null);
    return { act: "export", wants: { what, period, format } };
  },
};
