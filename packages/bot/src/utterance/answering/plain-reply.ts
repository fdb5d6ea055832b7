/** 查了，11件: how the answer was found. */
const LOOKED_UP =
  /^(?:(?:我|刚|他|她)?(?:查|翻|数|看|核对|核|问|算|统计)(?:到|了|过|完|清楚)*[^，,。…\s0-9]{0,8}[，,。…\s]+)+(?:说)?(?=.)/;

/** 哦要总数是吧，41007: what was asked, said back before the answer. */
const SAID_BACK =
  /^(?:哦|噢|喔|啊|嗯|对|你|是)*[，,]?(?:要|问|说)(?:的是)?[^，,。0-9]{1,8}(?:是吧|对吧|是吗|吧|啊|呀|嘛)[，,]\s*(?=.)/;
/** 哦那是累计的，6月收了7件: why the first answer would not do. */
const WAS_RUNNING =
  /^(?:哦|噢|啊)?[，,]?(?:那|刚才|刚才那)?(?:个)?(?:说的|报的)?(?:是|为)(?:今年|全年|年初以来)?(?:的)?(?:累计|总|合计)的?(?:数)?(?:啊|呀|了)?[，,]\s*(?=.)/;
/** 处罚的翻台账了哈，4起: of what, and how it was found. */
const LOOKED_UP_OF =
  /^([^，,。翻查数核对问了0-9]{2,6}?)的?(?:我|刚|又)*(?:翻|查|数|核|对|问)(?:了|过|到)*(?:翻|查|看)?(?:台账|系统|后台|本子|登记本|案卷|底册|记录)?(?:了|过)?[哈啊呀嘛]?[，,]\s*(?=(?:是|有|一共|共)?[0-9一二两三四五六七八九十])/;
/** 等我数数哈……14件 */
const WAITS =
  /^(?:等|让|容)(?:一?下)?我(?:再)?(?:数|查|看|翻|算|想|问)(?:数|查|看|翻|算|想|问|一下|下)?[哈啊呀]?[…。，,\s.]+(?=.)/;
/** 14件，没错; 7月70条，8月80条，分开记 */
const SURE = /[，,](?:没错|错不了|就是这个数|就这个数|分开记|分月记|分开算|分开报)[了的啊哈]?[。！!]?$/;
/** 三篇嘛，三篇: said twice for clearness. */
const SAID_TWICE = /^([^，,。]{1,8}?)[嘛啊吧呀呢]?[，,]\s*(?:对|嗯|是|就是?)?[，,]?\1[嘛啊吧呀]?[。！!]?$/;

/** 哦刚才问我的那个，公众号的; 你问刚才那个啊，微博的 */
const ASKED_OF_ME =
  /^(?:哦|噢|啊)?(?:(?:你|您)?(?:刚才|刚刚|刚)?问(?:我|的|刚才)*(?:的)?(?:那个|那条|那件|那事)|(?:刚才|刚刚)(?:问|那个)[^，,]{0,4})(?:啊|呀|嘛|呗)?[，,]\s*(?=.)/;
/** 合作社的，哦不对，信上署的是他自己: what was said before the repair is gone. */
const REPAIRED = /^[^，,]{1,12}[，,](?:哦|啊|呃|噢)?不对(?:不对)?[，,]\s*(?=.)/;
/** 那上半年的先不记，单报6月，11条 */
const LET_GO =
  /^那?[^，,]{2,8}的?(?:就|先)?(?:不|别|不用)(?:记|报)了?[，,](?=(?:就|那就)?(?:只|光|单)?(?:记|报).*[0-9一二两三四五六七八九十])/;
/** 公众号呗，还能是哪 */
const RHETORICAL = /[，,](?:还能(?:是|有)(?:哪|啥|什么)[^，,。]{0,3}|不然呢|还用问)[？?。!！]*$/;
/** 哦要分月，4月2条，5月3条 */
const BY_MONTHS = /^(?:哦|噢|好|行)*[，,]?(?:要|得)?(?:分月|按月|拆开|分开)(?:说|报|的)?(?:啊|呀|是吧)?[，,](?=.)/;

/** A reply without the words people put around it: what they looked up, said back, or said twice. */
export function plainReply(text: string): string {
  // 两条吧 is how people answer; in a report of its own the same 吧 is a doubt
  return text
    .replace(/^(?:哦|噢|喔|啊|嗯|哎|诶|呃)+[，,。\s]+(?=.)/, "")
    .replace(/^(?:那个|这个|嗯那个|呃)[，,](?=.)/, "")
    .replace(ASKED_OF_ME, "")
    .replace(REPAIRED, "")
    .replace(LET_GO, "")
    .replace(RHETORICAL, "")
    .replace(WAITS, "")
    .replace(SURE, "")
    .replace(LOOKED_UP_OF, "$1")
    .replace(WAS_RUNNING, "")
    .replace(SAID_BACK, "")
    .replace(BY_MONTHS, "")
    .replace(/(?<=[0-9一二两三四五六七八九十百][条件个篇次期场份封人家])(?:呢|嘛|呀|啊|哈|呗|吧)(?=[，,。]|$)/g, "")
    .replace(LOOKED_UP, "")
    .replace(SAID_TWICE, "$1")
    .replace(/(?<=.)[吧呗嘛](?=[。.!！\s]*$)/, "");
}
