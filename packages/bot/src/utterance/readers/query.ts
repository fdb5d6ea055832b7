import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Query, QueryKind } from "../meaning.ts";
import { isMark, type Reader, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { asks, isIndefinite, isNounAlone, isRequest } from "./asking.ts";
import { spokenIndicators } from "./spoken-indicators.ts";
import { spokenPeriod } from "./spoken-period.ts";

/** Talk that asks, but not about our figures. */
const CHAT_QUESTION =
  /买|等于|雨衣|借(?:我|给我)|股票|吃(?:了|饭|啥|什么)|在吗|在不在|忙(?:吗|不忙|什么)|放假|下班|上班|天气|几点|睡|累不累|累吗|好吗(?=$|\?)|你好吗|有空|开会吗|会议|哪里吃|去哪|喝|谁(?:有空|去|在办公室|要$|吃|拿走|的快递)|密码|wifi|打印机|电脑|考勤|工资|生日|周末|干嘛呢|怎么了|怎么回事|啥时候(?:下|放|开)|什么时候(?:下|放|开|发工资)|真的吗|可以吗|行吗|是吗|对吗|知道吗|明白吗|收到吗|懂吗/;

const KINDS: readonly (readonly [QueryKind, RegExp])[] = [
  [
    "readiness",
    /(?:年报|报告|月报)(?:现在)?.{0,6}(?:能(?:不能)?出|可以出|出得了|能发|准备好|好了(?:吗|没)|齐了)|还差(?:什么|哪些|啥).{0,6}(?:年报|报告)|能(?:不能)?出年报/,
  ],
  [
    "cases",
    /到期|超期|逾期(?!未)|期限|几天(?:到期|内答复)|还剩(?:几|多少)天|哪(?:些|件)申请|待答复|未答复|没答复的|在办(?:的)?(?:申请|案件)|什么时候到期|答复期限/,
  ],
  [
    "zeros",
    /(?:哪|谁|什么|啥).{0,8}(?:是|为|报)(?:的)?(?:零|0)(?![\d.])|零报告|一(?:条|件|项|个)(?:都|也)?没(?:报|有|发)|没有数的/,
  ],
  [
    "missing",
    /谁(?:还)?(?:没|未)|哪(?:个|些|几个)?(?:科室?|处室|单位|人|家|部门|指标|月份?|项)?(?:还)?(?:没|未|缺|漏)|还有(?:谁|哪|什么|啥)|还(?:差|缺|少)(?!多少|几)|缺(?:什么|啥|哪|报)|未报|漏报(?:了)?(?:什么|哪|情况|的有)|没报的|没报(?:$|[,。?])|什么没报|没有报的|漏了(?:什么|哪|谁|啥)|有没有漏/,
  ],
  [
    "status",
    /(?:报|记|录|登|填|交|发|更新|上)(?:上|进去|过|好|完)?了?(?:没有?|吗)(?=[?。,!]|$)|是否(?:已)?(?:报|记|录|上报)|有没有(?:报|记|录|发)|报过(?:吗|没)|报没报|记没记|录没录|齐了(?:吗|没)/,
  ],
  [
    "trend",
    /走势|趋势|(?:月度|按月)(?:的)?(?:变化|情况)|逐月|各月(?!份?报)|每个?月(?:各|都)?(?:是)?多少|柱状图|折线图|图表|画(?:一?[个张])?图|月度分布/,
  ],
  [
    "top",
    /(?:哪|什么|啥)(?:些|一?个|几个|一?类|几类|一?项|几项)?(?:指标|数字|项目|工作|数).{0,4}(?:最多|最大|排)|前(?:[三五十]|\d{1,2})(?:名|项)(?!科|处|部|单位)|最(?:多|大)的.{0,4}(?:指标|项目)/,
  ],
  [
    "compare",
    /哪个(?:科|处|部门|渠道|月|最)?.{0,6}(?:多|少|高|低)|谁(?:报|发|办)?.{0,4}(?:最|多|少)|排名|排行|排序|对比|比较|比一?比|(?:和|与|跟).{1,12}(?:比|差)|最多|最少|第一是/,
  ],
  [
    "list",
    /看看|看一?下|查看|列(?:出|一下|个)?|明细|台账|清单|记录|哪(?:些|几条|几件)|list|show|有哪些|都(?:有|报了|记了|发了)(?:什么|哪些|啥)|我的|发了什么|报了什么|记了什么|做了什么|干了什么/,
  ],
  [
    "progress",
    /进度|进展|完成(?:情况|率|得|了多少|没)|情况(?:如何|怎么样|咋样)?(?:$|\?)|怎么样|咋样|如何|还差(?:多少|几|啥|什么|哪)|够不够|够了|达标|报得/,
  ],
];

const kindOf = (text: string): QueryKind => KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "count";

function scopeOf({ text, tokens }: Reading): string | null {
  const section = tokens.find(
    (token) => (token.kind === "word" && token.word.is === "section") || isMark(token, "office"),
  );
  if (section) return section.text;
  const person = tokens.find((token) => token.kind === "span" && token.span === "person");
  if (person) return person.text;
  return /我(?!们|局|委|单位)(?:的|报|今天|这|本|上|记|发|昨)/.test(text) ? "me" : null;
}

/** 问了他没报，恢复回来 */
const BRINGS_BACK = /(?:恢复|找回)(?:回来|来|一下)?[吧呗]?[。!]?$|当(?:我)?没(?:说|报|发|记)/;
/** 没报过是吧，那记上，12月许可31件: a question answered, and then the report. */
const KEEPS_IT = /[,。](?:那|那就|就)(?:给我|帮我)?(?:记|报|补|登)(?:上|一下|进去)?[,。:]/;
const CHANGES = /撤销|撤回|删|改成|改为|恢复|undo|delete/;
const ABOUT_OURS =
  /哪些|哪几条|列给|列一?下|记的|how many|posts?|permits?|空着|空白|数|罚|报|台账|进度|没填|填了|没交|发了|办了|记了|记上|记录|录|登记|指标|年报|月报|任务|完成|条|(?<!文)件|申请|期限|到期|公开|排名|统计|汇总|情况|环比|同比|科室|登了|都(?:登|报|发|做)了|漏|缺|差(?:多少|几|啥|什么|哪)|更新/;

/** Asks for figures, or asks anything at all: a question never writes, also with a figure in it. */
export const query: Reader = {
  name: "query",
  read(reading): Said | undefined {
    const { text, tokens, vocabulary } = reading;
    if (KEEPS_IT.test(text) && figuresOf(tokens).length > 0 && !text.includes("?")) return undefined;
    if (!asks(reading) || isIndefinite(reading) || BRINGS_BACK.test(text)) return undefined;
    if (/^(?:我想|想)(?:问|请)/.test(text) === false && CHANGES.test(text) && /\?|吗|吧/.test(text)) {
      const question = { about: "intent" as const, why: "mood-doubtful", words: text, choices: [] };
      return { act: "ask", sure: [], drafts: [{ text, asks: [question] }], ask: question };
    }
    if (CHANGES.test(text) && !/\?|吗|没|谁|多少|哪|几/.test(text)) return undefined;
    const names = tokens.some((token) => isNaming(token) && !isMark(token, "info", "foreign", "gathered", "document"));
    const ours =
      names ||
      isNounAlone(text) ||
      (isRequest(text) && tokens.some((token) => token.kind === "date")) ||
      ABOUT_OURS.test(text) ||
      figuresOf(tokens).length > 0 ||
      tokens.filter((token) => token.kind === "date").length > 1; // 5月比4月多还是少
    if (!ours || (!names && CHAT_QUESTION.test(text) && !/台账|进度|年报|月报|排名/.test(text)))
      return { act: "ignore", why: "small-talk" };
    const compare = /同比|去年同期|上年同期|比去年|较去年|跟去年|和去年|与去年|比上年|yoy/.test(text)
      ? "yoy"
      : /环比|比上月|比上个月|较上月|和上(?:个)?月|跟上(?:个)?月|与上(?:个)?月|mom/.test(text)
        ? "mom"
        : null;
    const channels = [
      ...new Set(
        tokens.flatMap((token) => (token.kind === "word" && token.word.is === "channel" ? [token.word.channel] : [])),
      ),
    ];
    const wanted: Query = {
      kind: kindOf(text),
      indicators: spokenIndicators(tokens, vocabulary.catalogue),
      period: periodOf(reading, compare),
      compare,
      channel: channels.length === 1 ? (channels[0] ?? null) : null,
      scope: scopeOf(reading),
    };
    return { act: "query", query: wanted };
  },
};

/** 今年和去年比, 二季度比一季度多多少: the yardstick is no period of its own. */
function periodOf(reading: Reading, compare: Query["compare"]): Query["period"] {
  const one = spokenPeriod(reading);
  if (one !== null) return one;
  const dated = reading.tokens.some(({ kind }) => kind === "date");
  if (!dated && /^[今本]年/.test(reading.text)) return String(reading.now.year); // 今年预算公开了多少条
  const yardstick = compare === null ? /^[比较]$/ : /^[比较跟和与]$/;
  const isYardstick = (token: Token, at: number, all: readonly Token[]): boolean => {
    const [before = "", after = ""] = [all[at - 1]?.text, all[at + 1]?.text];
    if (token.kind !== "date") return false;
    if (compare !== null && /^(?:去年|上年|前年|上个?月)/.test(token.text)) return true;
    // 跟前年比是多了还是少了
    return yardstick.test(before) || (/^[跟和与同]$/.test(before) && /^(?:相?比|对比|比较|相较)/.test(after));
  };
  return spokenPeriod({
    ...reading,
    tokens: reading.tokens.filter((token, at, all) => !isYardstick(token, at, all)),
  });
}
