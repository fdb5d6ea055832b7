import type { SpanName } from "../token.ts";

/** A stretch that counts nothing, found before anything else is read. */
export type ProtectedSpan = Readonly<{ from: number; to: number; span: SpanName | "malformed" }>;

const ZH = "一二三四五六七八九十百零两";
/** Every quantifier is bounded, so that each pattern stays linear on hostile text. */
const PATTERNS: readonly (readonly [SpanName | "malformed", RegExp])[] = [
  ["title", /《[^《》\n]{1,120}》/g],
  ["title", /<<[^<>\n]{1,120}>>/g],
  ["address", /(?:https?:\/\/|www\.)[a-z0-9\-._~:/?#@!$&'*+=%]{1,300}/g],
  ["address", /[a-z0-9._-]{1,40}@[a-z0-9.-]{1,40}\.[a-z]{2,8}/g],
  ["document-number", /[〔[(【]20[0-9]{2}[〕\])】](?:第)?[0-9]{1,5}号(?:文件?|令|公告|通告|决定书?)?/g],
  ["document-number", /(?:20[0-9]{2}年?)第[0-9]{1,4}号(?:公告|令|文件?|通告)?/g],
  [
    "document-number",
    new RegExp(
      `(?:20[0-9]{2}年)?(?:第)?(?:[0-9]{1,4}|[${ZH}]{1,4})号(?:文件|文|令|公告|通告|通知|决定|决议|议案|提案|建议|规章)`,
      "g",
    ),
  ],
  [
    "place",
    new RegExp(
      `(?:[0-9]{1,4}|[${ZH}]{1,4})号(?:楼|院|厅|线|窗口|会议室|桌|门|机|店|馆|仓|库|车|地块|公路|高速|站|台|摊|路|小区|大院|地铁|病房|教室|柜台|房间?|室|院落)`,
      "g",
    ),
  ],
  [
    "place",
    new RegExp(`(?:[0-9]{1,4}|[${ZH}]{1,4})(?:楼|栋|单元|层|路公交|国道|省道|号线|会议室|室)(?!盘|房|宇)`, "g"),
  ],
  [
    "ordinal",
    new RegExp(
      `(?:今年|本年度?|全年|本月|年内|今年以来)?第(?:[0-9]{1,4}|[${ZH}]{1,5})(?!季)(?:部分|产业|责任人|批次|条|次|期|号|批|场|个|届|名|章|节|款|项|版|轮|站|集|季|件|份|篇|位|组|方|回|期次|封|例|起|宗|则)?`,
      "g",
    ),
  ],
  ["number-plate", /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/g],
  ["number-plate", /(?<![0-9])0[0-9]{2,3}-?[0-9]{7,8}(?![0-9])/g],
  ["number-plate", /(?<![0-9])[0-9]{15,18}x?(?![0-9])/g],
  [
    "number-plate",
    /(?:编号|单号|文号|证号|案号|票号|工单号|流水号|密码|验证码|账号|qq|qq号|门牌号?|电话|手机号?|联系方式|联系电话|许可证号|证书号|受理号|办件号|登记号|信用代码|统一社会信用代码|身份证号?|车牌号?|单据号|订单号|房号|房间号|工号|档案号|备案号|索引号|发布号|档号|会议号|会议id|口令|端口|尾号|住建许字|许字|罚字|号码)(?:为|是|:|#|no\.?)*[a-z0-9〔〕()[\]-]{2,30}号?/g,
  ],
  ["number-plate", /[豫京沪津渝冀晋蒙辽吉黑苏浙皖闽赣鲁鄂湘粤桂琼川贵云藏陕甘青宁新][a-z][a-z0-9]{5,6}/g],
  ["number-plate", /no\.?[0-9]{2,20}/g],
  ["number-plate", /#[0-9]{2,20}/g],
  [
    "clock",
    /(?<![0-9])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:-(?:[01]?[0-9]|2[0-4]):[0-5][0-9])?/g,
  ],
  [
    "clock",
    /(?:[0-9]{1,2}|[一二三四五六七八九两]|十[一二]?|二十[一二三四]?)点(?:钟|整|半|多钟?|左右|[一三]刻|(?:[0-5]?[0-9]|[零一二三四五]?十?[一二三四五六七八九十])分?(?![万亿条件个篇次期场份0-9]))?(?![零〇一二三四五六七八九]{1,3}[万亿])/g,
  ],
  [
    "name",
    /20[0-9]{2}年?度?(?=(?:的)?(?:政务公开|政府信息公开|政府工作|部门|财政|工作|重点|本部门|局|单位)?(?:工作)?(?:要点|规划|计划|预算|决算|预决算|部门预算|部门决算|报告|年报|目标|方案|总结|一号|1号))/g,
  ],
  ["name", /[0-9]{1,2}\.[0-9]版?本?(?=版)版本?/g],
  ["name", /(?:20[0-9]{2}|[0-9]{1,2}(?:\.[0-9])?)(?:版|届)/g],
  [
    "name",
    new RegExp(
      `(?:[0-9]{1,3}|[${ZH}]{1,4})(?:条|项|点|个方面)(?:政策)?(?:规定|措施|举措|硬措施|新政|政策措施|政策举措|具体措施|办法|细则|意见(?!征集)|准则|禁令|政策(?!解读|图解|问答|的解读|性|类)|红线|承诺|实招|真招|要求|任务清单|规则)`,
      "g",
    ),
  ],
  [
    "name",
    /(?:g|g\.)20|5g|4g|6g|2g|3g|a4|a3|h5|3d|4k|8k|4s店|3c|ai|12306|12380|12388|12369|12329|12333|12366|12348|12355|110|119|120(?=急救|电话)|122(?=电话)|95598|96\d{3}(?=热线|电话)|315(?:晚会|活动|维权|宣传)|3·15|3\.15(?=晚会|活动|维权|宣传|国际)/g,
  ],
  ["malformed", /(?<![a-z0-9])(?=[0-9ilo]{2,8}(?![a-z0-9]))(?=[0-9]*[ilo])(?=[ilo]*[0-9])[0-9ilo]{2,8}/g],
  ["name", /(?<![a-z0-9])[a-z]{1,10}-?[0-9]{1,6}[a-z0-9]{0,6}(?![a-z0-9])/g],
];

/** Non-overlapping spans in reading order; where two begin together the earlier pattern has it. */
export function protectedSpans(text: string): ReadonlyMap<number, ProtectedSpan> {
  if (!/[0-9a-z《<〔第点号楼栋层室条项届版]/.test(text)) return new Map();
  const found: ProtectedSpan[] = [];
  for (const [span, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (!found.some((other) => other.from < to && from < other.to)) found.push({ from, to, span });
    }
  }
  return new Map(found.map((span) => [span.from, span]));
}
