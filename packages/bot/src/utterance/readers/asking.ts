import { anyOf } from "../any-of.ts";
import { isMark, type Reading } from "../reading.ts";
import type { Token } from "../token.ts";
import { withoutAnswered, withoutCitizensQuestion } from "./citizens-question.ts";

/** Ways a sentence asks, each with a sentence that does and, behind 不同于, one that only looks like it. */
const ASKS = anyOf([
  /\?/,
  /吗|么(?=[。!,]|$)|伐(?=[。?!]|$)|对吧|是吧|到底/,
  /多少|谁|怎么样|怎样|如何|咋样|咋(?!舌)|何时|为何|为什么|凭什么|多久|(?<!没.{0,3})多大|多高|几何(?=[。?]|$)/,
  // 今天发了几条；不同于 十几条、好几条、还有几条、走访几个乡镇、几条微博的、几个忘了
  /(?<![没好十百千数这那前后])(?<!也.{0,3})(?<!又.{1,5}|还有)几(?!个(?:乡镇|街道|社区|村居?|镇|所|地方|同事|网点|路口|小区|单位|企业)(?=$|[,。]))(?![条篇个件][^?，,。]{2,}的[。!]?$)(?![条件个篇次期场份](?:都|也|我)?(?:忘|没数|不记得|记不|不清楚))(?!个人(?:$|[,。一]))(?=[条件个篇次期场份封项家人通名位起月号回]|$)/,
  /哪(?!怕|有[0-9]|有什么|有啥)/, // 哪个科没报；不同于 哪怕、哪有什么
  /(?<!没.{0,2})(?<!不管)(?<!为)什么(?!都|的都)|(?<!没.?)啥(?!也没|都没|也不)/, // 报了啥；不同于 没什么、啥也没发
  /(?<!不)是不是|(?<!不)对不对|(?<!不)(?<verb>[^不没])[没不]\k<verb>/, // 报没报；不同于 不是不报
  /有没有|是否|够不够|能不能|可不可以|会不会|要不要|行不行|好不好|对了没/,
  /有[^,。]{0,3}(?:数|记录)没有?(?=[。?!]|$)/, // 那今天微博还有数没
  /[多高]了?还是(?:是)?[少低]|(?:是|有)[^,。]{1,6}还是[^,。]{1,6}$/, // 比去年多还是少，是微博还是抖音
  /多了少了|高了低了|升了降了|涨了跌了|是多是少|是[涨升多高增]是[跌降少低减]|(?:多|高|升)了定(?:少|低|跌|降)了/,
  /(?:多|少|高|低)(?:了)?(?:没(?:有)?|不)$/, // 比上月多没
  /(?:进去|上去|进|上|好|完|过|了)没得(?=$|[。?!])/, // 报上去没得（西南话）
  /(?:记|报|录|填|登|加|算)(?:进去|上去|进|上|好|完)了?没(?:有)?$|报数了?(?:没|没有)/,
  // 许可没报；不同于 还有3条没报、忘了没报：那是还要报的
  /(?<!还有[0-9一二三四五六七八九十两]{1,3}[条件个篇次期场].{0,6}|忘了?|忘记|当时[^,。]{0,4})没报(?=$|[,。])/,
  /(?<![一半文案证信来稿附邮软硬月])[条件个篇次期场份起项]没有?(?=[。,!]|$)|够.{1,8}没有?(?=[。,!]|$)/, // 够10条没；不同于 一条没有、文件没有
  /(?:报|发|办|做|录|记|推|交|完成|登|审|有|填|出|够|齐|算|开|搞|收|接|来|更新|上传|上报|公开|答复|回复)(?:上|好|完|齐)?[了过]?(?:没|没有)(?=[。,!]|$)|[了过上]没有?(?=[。,!]|$)/,
  // 许可呢；不同于 还没发呢、正忙着呢
  /(?<=[\u4e00-\u9fa5])(?<=^.{0,24})(?<!(?:还|没|未|正|在|挺|可|才|着|好几).{0,4}|等.{1,8}|[着的了玩忙])呢(?=[。,!]|$)/,
  /最(?:多|少)的(?:[一二三四五十两几\d]{1,2}个?)?(?:科室|处室|渠道|指标|项目|单位|部门|月份?|人)$|前(?:[三五十]|\d{1,2})(?:名|项)(?:是|有|$)/,
  /how many|how much|what|who|which|when |why/,
]);
/** Every way of ASKS holds one of these characters; most reports hold none. */
const MAY_ASK = /[定何?吗么少几谁哪什啥怎如咋不没还吧底伐否呢凭多最前跌降hw]/;

/** Requests that ask for figures stand first: 查一下许可；不同于 查处2件、看错了、统计如下. */
const REQUEST_VERBS = anyOf([
  /查(?!分|体|酒|岗|处|办|封|扣|了|过|完|到|出|清)|查询|查看|查一下(?![,。]?.{0,8}[0-9一二两三四五六七八九十])|查查(?!了)/,
  /看(?!到|见|错|来|漏|岔|花|串|重|少|多|新闻|群|朋友圈|报纸|报道|电视|通报|了|完|着|别人|人家|隔壁|邻)|看看|看一下|看下/,
  /统计(?!股|科|报表|如下|数据|了|完|局|年报|公报|月报|快报|年鉴|调查|资料|员|法|信息|开放日)|汇总(?!如下|了)/,
  /列(?:出|一下|个|举)?|列表|对比|比较|比一?比|比一下|算一下|核对(?!好|完|过|了|无误)|核一下|对一下/,
  /显示|展示|告诉我|说说|说一下(?=.*(?:进度|情况))|排(?:名|行|序)(?!第)/,
  /调(?:出|取|一下(?!日期|日子|时间|成|到))|搜|找一下|check|show|list|query|stats?/,
]);
const REQUESTS = new RegExp(`^(?:请|麻烦|帮我|帮忙|给我|我要|我想|想|能|可以|再)*(?:${REQUEST_VERBS.source})`);
/** 把上周的记录列一下: the request stands at the end. */
const LISTS =
  /(?<!刚|才|已|经|没|未|有)(?:列|查|看|统计|汇总|(?<!对)调|找|翻|拉|捋|盘)(?:一下|一列|一查|一看|出来|下|给我|给我看看?)+(?:瞧瞧|瞅瞅|看看|看一?眼)?/;
const SHOWS = /给(?:我|我们|领导|局长)(?:看看?|看一下|看一?眼|瞧瞧?|瞧一?眼|瞅一?眼|说说)/;
const REQUESTS_LAST = new RegExp(`(?:${LISTS.source}|${SHOWS.source})(?:吧|呗|吗)?[。!]?$`);
const MAY_REQUEST = /[列查看统汇调找翻拉捋盘给]/;

/** 本月进度, 各科室完成情况: a noun alone asks. */
const OF_WHAT = anyOf([
  /本月|这个月|上月|上个月|今年|去年|上年|前年|\d{4}年度?|今天|昨天|本周|上周|本季度|上季度|[上下]半年|\d{1,2}月份?|[一二三四五六七八九十]+月份?|一季度|全年|年度/,
  /各科室|全局|我科|我们科|科室|我的|大家的|各类|当前|目前|截至目前|最新|所有|全部|年报|月报|完成|工作|数据|公开|信息|总体|整体|上报|报送|填报|的|许可|处罚|解读|公众号/,
]);
const WHAT = anyOf([
  /进度|进展|排名|排行榜?|排行|完成率|完成情况|汇总|明细|合计数|同比|环比|缺报|未报|漏报情况|待办|剩余|到期|快到期|超期|逾期/,
  /走势|趋势|统计|总数|总量|数据|情况|台账|清单|记录|对比/,
]);
const NOUNS = new RegExp(`^(?:${OF_WHAT.source})*(?:${WHAT.source})(?:表|图|情况|如何|一下)?$`);
const ENDS_ON_A_NOUN =
  /^(?:\d{4}年度?)?[^0-9了]{0,16}(?:进度|进展|排名|排行|完成情况|完成率|汇总|明细|情况|同比|环比|总数|总量|走势|趋势|台账)(?:表|如何|怎么样|咋样)?$/;
/** What NOUNS and ENDS_ON_A_NOUN end with. */
const MAY_NAME = /[度展名榜行率况总细数比报办余期势计量据账单录表图何下样]$/;

/** 网民留言2条，问补贴咋领: what others asked is no question of the speaker. */
const REPORTED =
  /(?:[,;].{0,5}?|[个条件次](?:基本|大多|主要|多半)?(?:都|全)?是)(?:问|咨询|打听|询问|反映)(?:的是?)?(?!问|一?下|您|你)[^,。;!?\n]{2,20}(?<!吗|么)$/;
/** 搞了1场培训，讲公开属性咋标: what was taught, behind the figure. */
const TAUGHT =
  /^([^?]*[0-9一二两三四五六七八九十][场条次个期篇][^?,;]*)[,;](?:主要|重点)?(?:讲|讲的|讲解|宣讲|介绍|科普|教)[^,。;!?\n]{2,20}(?<!吗|么)$/;
/** 记不清是2件还是3件, 还没看是谁: the speaker does not know, and asks nobody. */
const UNSURE =
  /[^,;。]{0,10}(?:我?(?:还|也)?(?:得|要|需要?)(?:回头|再|去|先)*(?:问|查|核|看)(?:问|查|核|看|一下|下|[小老阿][\u4e00-\u9fa5])|不清楚|记不清|看不清|看不出|不知道|不确定|没看|没问|我还?没数|搞不清|说不清|分不清)[^,。;?]*$/;
/** 热线有几次我再核一下: the speaker will look it up. */
const LOOKS_IT_UP =
  /[^,;。]{0,24}(?<![请让给帮麻烦])我们?(?:还|也|再|回头|晚点|先|去|这边|等下|等会儿?|待会儿?|一会儿?)+(?:去)?(?:问|查|核|看|数|翻|对)(?:问|查|核|看|数|一下|下|一?遍|清楚|准|实)*(?:再?(?:报|说|补|告诉你))?[。!]?$/;
/** Where others ask: only there are their questions told. */
const ASKED_ON = /^(?:interaction|application|publicity)\./;
const isAskedOn = (token: Token) =>
  isMark(token, "consult", "hotline", "mailbox", "application") ||
  (token.kind === "word" && token.word.is === "indicator" && ASKED_ON.test(token.word.key));

/** What TAUGHT holds. */
const MAY_TEACH = /讲|介绍|科普|教/;
/** 公众号4篇，请一并统计: what is to be done with the report. */
const POLITE = /[,。;](?:请|烦请|麻烦)(?:一并|一起|予以|帮忙|您)?(?:统计|汇总|登记|核收|查收|录入)(?:一下|上)?[。!]?$/;

/** 10月网站访问量还没报，我补一下: what comes next, and no question. */
const ANNOUNCES = /我(?:来|现在|马上|这就)?补(?:一下|报|上|录|记)(?:一下)?[。!]?$/;
/** A question or a request for figures, whatever marks it. */
export function asks(reading: Reading): boolean {
  if (ANNOUNCES.test(reading.text)) return false;
  const said = /请|麻烦/.test(reading.text)
    ? withoutAnswered(reading.text).replace(POLITE, "")
    : withoutAnswered(reading.text);
  const sure = /[不没得要]/.test(said) ? said.replace(UNSURE, "") : said;
  const told = sure.includes("我") ? sure.replace(LOOKS_IT_UP, "") : sure;
  const text = reading.tokens.some(isAskedOn)
    ? withoutCitizensQuestion(told).replace(REPORTED, "")
    : MAY_TEACH.test(told)
      ? told.replace(TAUGHT, "$1")
      : told;
  const bare = text.replace(/[哦呀啊噢诶]+[。!]?$/, ""); // 记上没有哦
  return (
    (MAY_ASK.test(text) && (ASKS.test(text) || (bare !== text && ASKS.test(bare)))) ||
    REQUESTS.test(text) ||
    (MAY_REQUEST.test(text) && REQUESTS_LAST.test(text)) ||
    (MAY_NAME.test(text) && (NOUNS.test(text) || ENDS_ON_A_NOUN.test(text)))
  );
}

/** 抖音传了几条古镇航拍: some, and not how many; 发了几条解读 may be asked. */
export function isIndefinite({ text, tokens }: Reading): boolean {
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

/** 本月进度: it needs no word of ours besides. */
export const isNounAlone = (text: string) => NOUNS.test(text);
/** 查一下, 列给我看: a request in so many words. */
export const isRequest = (text: string) => REQUESTS.test(text) || REQUESTS_LAST.test(text);
