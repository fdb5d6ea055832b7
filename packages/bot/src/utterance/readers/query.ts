import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import type { Query, QueryKind } from "../meaning.ts";
import { isMark, type Reader, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { withoutCitizensQuestion } from "./citizens-question.ts";
import { spokenIndicators } from "./spoken-indicators.ts";
import { spokenPeriod } from "./spoken-period.ts";

/** Words that make a sentence a question without a mark. */
const ASKS =
  /\?|吗|么(?=[。!,]|$)|多少|(?<![好十百千数这那前后])(?<!也.{0,3})(?<!又.{1,5}|还有)几(?!个(?:乡镇|街道|社区|村居?|镇|所|地方|同事|网点|路口|小区|单位|企业)(?=$|[,。]))(?![条篇个件][^?，,。]{2,}的[。!]?$)(?![条件个篇次期场份](?:都|也|我)?(?:忘|没数|不记得|记不|不清楚))(?!个人(?:$|[,。]))(?=[条件个篇次期场份封项家人通名位起月号回]|$)|谁|哪(?!怕|有[0-9]|有什么|有啥)|(?<!没)(?<!不管)(?<!为)什么(?!都|的都)|(?<!没.?)啥(?!也没|都没|也不)|怎么样|怎样|如何|咋样|咋(?!舌)|(?<!不)是不是|[多高]了?还是(?:是)?[少低]|(?<!不)对不对|(?<!不)([^不没])[没不]\1|(?:是|有)[^,。]{1,6}还是[^,。]{1,6}$|(?:进去|上去|进|上|好|完|过|了)没得(?=$|[。?!])|(?:多|少|高|低)(?:了)?(?:没(?:有)?|不)$|(?:记|报|录|填|登|加|算)(?:进去|上去|进|上|好|完)了?没(?:有)?$|对吧|是吧|到底|伐(?=[。?!]|$)|多了少了|高了低了|升了降了|是[涨升多高增]是[跌降少低减]|涨了跌了|是多是少|有没有|是否|够不够|能不能|可不可以|会不会|要不要|行不行|好不好|对了没|(?<!还有[0-9一二三四五六七八九十两]{1,3}[条件个篇次期场].{0,6}|忘了?|忘记|当时[^,。]{0,4})没报(?=$|[,。])|(?<![一半文案证信来稿附邮软硬月])[条件个篇次期场份起项]没有?(?=[。,!]|$)|够.{1,8}没有?(?=[。,!]|$)|(?:报|发|办|做|录|记|推|交|完成|登|审|有|填|出|够|齐|算|开|搞|收|接|来|更新|上传|上报|公开|答复|回复)(?:上|好|完|齐)?[了过]?(?:没|没有)(?=[。,!]|$)|[了过上]没有?(?=[。,!]|$)|(?<=[\u4e00-\u9fa5])(?<=^.{0,24})(?<!(?:还|没|未|正|在|挺|可|才|好几).{0,4}|等.{1,8}|[着的了玩忙])呢(?=[。,!]|$)|何时|为何|为什么|凭什么|多久|多大|多高|最(?:多|少)的(?:[一二三四五十两几\d]{1,2}个?)?(?:科室|处室|渠道|指标|项目|单位|部门|月份?|人)$|前(?:[三五十]|\d{1,2})(?:名|项)(?:是|有|$)|(?:多|高|升)了定(?:少|低|跌|降)了|报数了?(?:没|没有)|几何(?=[。?]|$)|how many|how much|what|who|which|when |why/;
/** Every alternative of ASKS holds one of these; most reports hold none. */
const MAY_ASK = /[定何?吗么少几谁哪什啥怎如咋不没还吧底伐否呢何凭多最前跌降hw]/;
/** Requests that ask for figures. */
const REQUESTS =
  /^(?:请|麻烦|帮我|帮忙|给我|我要|我想|想|能|可以|再)*(?:查(?!分|体|酒|岗|处|办|封|扣|了|过|完|到|出|清)|查询|查看|查一下(?![,。]?.{0,8}[0-9一二两三四五六七八九十])|查查(?!了)|看(?!到|见|错|来|漏|岔|花|串|重|少|多|新闻|群|朋友圈|报纸|报道|电视|通报|了|完|着|别人|人家|隔壁|邻)|看看|看一下|看下|统计(?!如下|数据|了|完|局|年报|公报|月报|快报|年鉴|调查|资料|员|法|信息|开放日)|汇总(?!如下|了)|列(?:出|一下|个|举)?|列表|对比|比较|比一?比|比一下|算一下|核对(?!好|完|过|了|无误)|核一下|对一下|显示|展示|告诉我|说说|说一下(?=.*(?:进度|情况))|排(?:名|行|序)(?!第)|调(?:出|取|一下(?!日期|日子|时间|成|到))|搜|找一下|check|show|list|query|stats?)/;
/** 把上周的记录列一下: the request stands at the end. */
const REQUESTS_LAST =
  /(?:(?<!刚|才|已|经|没|未|有)(?:列|查|看|统计|汇总|(?<!对)调|找|翻|拉|捋|盘)(?:一下|一列|一查|一看|出来|下|给我|给我看看?)+(?:瞧瞧|瞅瞅|看看|看一?眼)?|给(?:我|我们|领导|局长)(?:看看?|看一下|看一?眼|瞧瞧?|瞧一?眼|瞅一?眼|说说))(?:吧|呗|吗)?[。!]?$/;
const MAY_REQUEST = /[列查看统汇调找翻拉捋盘给]/;
const NOUNS =
  /^(?:本月|这个月|上月|上个月|今年|去年|上年|前年|\d{4}年度?|今天|昨天|本周|上周|本季度|上季度|[上下]半年|\d{1,2}月份?|[一二三四五六七八九十]+月份?|一季度|全年|年度|各科室|全局|我科|我们科|科室|我的|大家的|各类|当前|目前|截至目前|最新|所有|全部|年报|月报|完成|工作|数据|公开|信息|总体|整体|上报|报送|填报|的|许可|处罚|解读|公众号)*(?:进度|进展|排名|排行榜?|排行|完成率|完成情况|汇总|明细|合计数|同比|环比|缺报|未报|漏报情况|待办|剩余|到期|快到期|超期|逾期|走势|趋势|统计|总数|总量|数据|情况|台账|清单|记录|对比)(?:表|图|情况|如何|一下)?$/;

const ENDS_ON_A_NOUN =
  /^(?:\d{4}年度?)?[^0-9了]{0,16}(?:进度|进展|排名|排行|完成情况|完成率|汇总|明细|情况|同比|环比|总数|总量|走势|趋势|台账)(?:表|如何|怎么样|咋样)?$/;

/** What NOUNS and ENDS_ON_A_NOUN end with. */
const MAY_NAME = /[度展名榜行率况总细数比报办余期势计量据账单录表图何下样]$/;

/** Talk that asks, but not about our figures. */
const CHAT_QUESTION =
  /买|等于|雨衣|借(?:我|给我)|股票|吃(?:了|饭|啥|什么)|在吗|在不在|忙(?:吗|不忙|什么)|放假|下班|上班|天气|几点|睡|累不累|累吗|好吗(?=$|\?)|你好吗|有空|开会吗|会议|哪里吃|去哪|喝|谁(?:有空|去|在办公室)|密码|wifi|打印机|电脑|考勤|工资|生日|周末|干嘛呢|怎么了|怎么回事|啥时候(?:下|放|开)|什么时候(?:下|放|开|发工资)|真的吗|可以吗|行吗|是吗|对吗|知道吗|明白吗|收到吗|懂吗/;

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

/** 网民留言2条，问补贴咋领: what others asked is no question of the speaker. */
const REPORTED =
  /(?:[,;].{0,5}?|[个条件次](?:基本|大多|主要|多半)?(?:都|全)?是)(?:问|咨询|打听|询问|反映)(?:的是?)?(?!问|一?下|您|你)[^,。;!?\n]{2,20}(?<!吗|么)$/;
/** 搞了1场培训，讲公开属性咋标: what was taught, behind the figure. */
const TAUGHT =
  /^([^?]*[0-9一二两三四五六七八九十][场条次个期篇][^?,;]*)[,;](?:主要|重点)?(?:讲|讲的|讲解|宣讲|介绍|科普|教)[^,。;!?\n]{2,20}(?<!吗|么)$/;
/** 记不清是2件还是3件, 还没看是谁: the speaker does not know, and asks nobody. */
const UNSURE =
  /[^,;。]{0,10}(?:我?(?:还|也)?(?:得|要|需要?)(?:回头|再|去|先)*(?:问|查|核|看)(?:问|查|核|看|一下|下|[小老阿][\u4e00-\u9fa5])|不清楚|记不清|不知道|不确定|没看|没问|搞不清|说不清|分不清)[^,。;?]*$/;
/** Where others ask: only there are their questions told. */
const ASKED_ON = /^(?:interaction|application)\./;
const isAskedOn = (token: Token) =>
  isMark(token, "consult", "hotline", "mailbox", "application") ||
  (token.kind === "word" && token.word.is === "indicator" && ASKED_ON.test(token.word.key));

function asks(reading: Reading): boolean {
  const told = /[不没得要]/.test(reading.text) ? reading.text.replace(UNSURE, "") : reading.text;
  const text = reading.tokens.some(isAskedOn)
    ? withoutCitizensQuestion(told).replace(REPORTED, "")
    : told.replace(TAUGHT, "$1");
  const bare = text.replace(/[哦呀啊噢诶]+[。!]?$/, ""); // 记上没有哦
  return (
    (MAY_ASK.test(text) && (ASKS.test(text) || (bare !== text && ASKS.test(bare)))) ||
    REQUESTS.test(text) ||
    (MAY_REQUEST.test(text) && REQUESTS_LAST.test(text)) ||
    (MAY_NAME.test(text) && (NOUNS.test(text) || ENDS_ON_A_NOUN.test(text)))
  );
}

/** 问了他没报，恢复回来 */
const BRINGS_BACK = /(?:恢复|找回)(?:回来|来|一下)?[吧呗]?[。!]?$|当(?:我)?没(?:说|报|发|记)/;
/** 抖音传了几条古镇航拍: some, and not how many; 发了几条解读 may be asked. */
function isIndefinite({ text, tokens }: Reading): boolean {
  const found = /了几[条篇个件]/.exec(text);
  if (!found || /[?吗呢呀啊嘛]|多少|谁|哪/.test(text)) return false;
  const behind = tokens.filter((token) => token.from >= found.index + found[0].length);
  return (
    behind.length > 0 &&
    behind.every(
      (token) =>
        token.kind === "unknown" ||
        isMark(token, "topic", "noun", "filler", "chat", "foreign") ||
        (isMark(token, "verb") && !/^[发推上报记办]/.test(token.text)) ||
        (isMark(token, "outsider") && token.text.length === 1), // 古镇航拍
    ) &&
    behind.map((token) => token.text).join("").length > 2
  );
}

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
      NOUNS.test(text) ||
      ((REQUESTS.test(text) || REQUESTS_LAST.test(text)) && tokens.some((token) => token.kind === "date")) ||
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
