import { NAMED_NUMBERS } from "./named-numbers.ts";
import { PLAIN_SURNAMES } from "./person.ts";
import { BARE, DIGITS, LATIN, type Pattern, ZH } from "./protected-pattern.ts";

/** A stretch that counts nothing, found before anything else is read. */
export type ProtectedSpan = Readonly<{ from: number; to: number; span: Pattern[0] }>;

const SMALL = `(?:${BARE}[0-9]{1,4}|[${ZH}]{1,4})`;
const PLANS =
  "(?:政务公开|政府信息公开|政府工作|部门|财政|工作|重点|本部门|局|单位)?(?:工作)?(?:要点|规划|计划|预算|决算|预决算|部门预算|部门决算|报告|年报|目标|方案|总结|一号|1号)";
const DOCUMENTS = "文件|文|令|公告|通告|通知|决定|决议|议案|提案|建议|规章";
/** What a number may stand before, and none of the words that begin with it: 30号门户网站, 29号线上培训, 29号路政处罚 open with a day. */
const PLACES =
  "站台|月台|座席|坐席|席位|工位|工地|标段|作业面|项目部|基坑|厂房|车间|楼(?![市宇盘道顶])|院(?![长内官士])|厅(?![长局官机])|线(?![上下索路网])|窗口|会议室|桌|门(?![户诊面店窗市])|机(?![构关动场械器电制])|店(?![铺面家主])|馆(?![长藏内官])|仓(?![储])|库(?![存区])|车(?![站辆管位库主险船牌])|地块|公路(?![局处中养执段管事])|高速(?![公路交])|站(?![点台长内官前])|台(?![账风胞长])|摊(?![点贩位])|路(?![政灯面况网段基口])|小区(?![物业])|大院(?![内])|地铁(?![集公站建])|病房|教室|柜台|房间|房(?![产管地屋价源改])|室(?![内外])|院落|墓(?![园地])|坑(?![塘])|井(?![盖])|矿(?![山区产业工权泉])|桥(?![梁])|窑|机组|炉(?![渣具])|闸|泵站|遗址|文物(?![局保所部安])|展厅|风机|洞|塔(?![吊])|殿|碑|冷库|煤矿|报告厅|会议厅|多功能厅|会场|礼堂";
/** 29号厅里公众号发了2条: the speaker's own office, on that day. */
const OWN_OFFICE = "(?!(?<=[1-3][0-9]号[\\u4e00-\\u9fa5]{1,2})里)";
const ORDERED =
  "部分|产业|责任人|批次|条|次|期|号|天|日|批|场|个|届|名|章|节|款|项|版|轮|站|集|季|件|份|篇|位|组|方|回|期次|封|例|起|宗|则";
const RULES =
  "规定|措施|举措|硬措施|新政|政策措施|政策举措|具体措施|办法|细则|意见(?!征集)|准则|禁令|政策(?!解读|图解|问答|的解读|性|类)|红线|承诺|实招|真招|要求|任务清单|规则";
const NUMBERED =
  "编号|单号|票据号|发票号|收据号|凭证号|文号|证号|案号|票号|工单号|流水号|密码|验证码|许可证号|证书号|受理号|办件号|登记号|信用代码|身份证号?|车牌号?|单据号|订单号|座机号?|分机号?|内线|房号|房间号|工号|档案号|备案号|索引号|档号|会议号|会议id|口令|端口|尾号|许字|罚字|号码";

const PATTERNS: readonly Pattern[] = [
  ["title", "《", /《[^《》\n]{1,120}》/g],
  ["title", "<", /<<[^<>\n]{1,120}>>/g],
  ["address", ":", /https?:\/\/[a-z0-9\-._~:/?#@!$&'*+=%]{1,300}/g],
  ["address", "w", /www\.[a-z0-9\-._~:/?#@!$&'*+=%]{1,300}/g],
  ["address", "@", /(?<![a-z0-9._-])[a-z0-9._-]{1,40}@[a-z0-9.-]{1,40}\.[a-z]{2,8}/g],
  [
    "document-number",
    "号",
    /(?:[\u4e00-\u9fa5]{1,6}字|(?<=^|[,。;:、(])(?![\u4e00-\u9fa5]{0,4}(?:解读|图解|[发公]布|公开|关于|转|制定|废止|出台|新增|文件|规章|今|昨))[\u4e00-\u9fa5]{2,6})?[〔[(【]20[0-9]{2}[〕\])】]第?[0-9]{1,5}(?:[、和及~-][0-9]{1,5}){0,6}号(?:[、和及]第?[0-9]{1,5}号){0,6}(?:文件?|令|公告|通告|决定书?)?/g,
  ],
  ["document-number", "号", /(?<![0-9])20[0-9]{2}年?第[0-9]{1,4}号(?:公告|令|文件?|通告)?/g],
  ["document-number", "令", /令第?[0-9]{1,4}号|第[0-9]{1,4}号令/g],
  ["document-number", "号", new RegExp(`(?:${BARE}20[0-9]{2}年)?第?${SMALL}号(?:${DOCUMENTS})`, "g")],
  [
    "place",
    "号",
    new RegExp(`${SMALL}号(?:${PLACES})${OWN_OFFICE}(?:[0-9]{3,4}(?:室|房)?(?![0-9.]|[条件个篇次期场封起份]))?`, "g"),
  ],
  [
    "place",
    "期",
    new RegExp(`(?:${BARE}[0-9]{1,2}|[${ZH}])期(?=[0-9]{1,3}[栋号]|工程|项目|小区|地块|楼盘|[0-9]标)`, "g"),
  ], // 二期12栋
  [
    "place",
    "标",
    new RegExp(`${SMALL}标段?(?=的|项目|工程|施工|公示|[\\u4e00-\\u9fa5]{2})(?!准|志|题|注|识|语|书|签|记)`, "g"),
  ],
  // 三十里铺镇, 五四社区: places whose names hold a numeral
  [
    "place",
    "镇乡村区道",
    /(?<![0-9第一二三四五六七八九十百千万了过])[一二三四五六七八九十]{1,3}(?:里[\u4e00-\u9fa5]|(?![条件个篇次期场起份项通封则家名位户所处套人月日号点年里站种类批天周届])[\u4e00-\u9fa5])?(?<![条件个篇次期场])(?:镇|乡(?!镇)|村(?![民里])|社区|街道)(?=[\u4e00-\u9fa5])/g,
  ],
  [
    "place",
    "里",
    /(?<![0-9第一二三四五六七八九十百千万了过])[一二三四五六七八九十]里[庄铺店屯桥河坪墩堡沟营湾岗](?![条件个篇次期场])/g,
  ],
  // 二道河子镇, 五棵树镇
  [
    "place",
    "镇乡屯",
    /(?<![0-9第一二三四五六七八九十百千万了过])[一二三四五六七八九](?:道|家|棵|间|座|岔|台|面|合|里|甲|星|龙|马)[\u4e00-\u9fa5]{1,2}(?<![条件个篇次期场])(?:镇|乡(?!镇)|屯)(?=[\u4e00-\u9fa5])/g,
  ],
  // 八一小学, 三八街办事处, 二十四桥路养护站: no count is said without its measure word
  [
    "place",
    "学广园路街桥医巷",
    /(?<![0-9第一二三四五六七八九十百千万])(?:[一二三四五六七八九十]{2,4}(?:小学|中学|大学|幼儿园|广场|公园|大街|街|路|大桥|桥路?|医院|巷)|[一二三四五六七八九十]{2,4}(?=桥路))(?![条件个篇次期场公])/g,
  ],
  // 预报员万三, 陆七一: a name with numerals in it; 周五 is a day
  [
    "person",
    "一二三四五六七八九十",
    new RegExp(
      `(?<=^|[,。;、:员长师户])(?![周于])[${PLAIN_SURNAMES}万][一二三四五六七八九十]{1,2}(?=科长|局长|主任|书记|队长|所长|站长|处长|老师|同志|[昨今前][天日早晚儿]|上午|下午|接受|上了|去了)`,
      "g",
    ),
  ],
  // 7栋2单元401的王大爷
  [
    "place",
    "元栋",
    /(?<![0-9.])[0-9]{1,3}(?:栋|幢|座|号楼)(?:[0-9]{1,2}单元)?[0-9]{3,4}(?:室|号|户)?(?![0-9.条件个篇次期场])/g,
  ],
  // 盐湖二期旅游码头那个方案
  [
    "place",
    "期",
    /(?<=[\u4e00-\u9fa5]{2})(?<![了过办搞开推发做上出共第集训会栏题讲座督查])[一二三四五](?<!共.)期(?=[\u4e00-\u9fa5]{2,6}(?:那个|这个|的)?(?:方案|规划|改造|拆迁|征收|安置|环评))/g,
  ],
  // 防护林工程六期的发布会
  [
    "place",
    "期",
    new RegExp(
      `(?<=工程|项目|扩建|建设|园区|小区|地铁|高速|水厂|电厂|公园|花园|公寓|安置房|公租房|保障房)(?:${BARE}[0-9]{1,2}|[${ZH}])期(?=的)`,
      "g",
    ),
  ],
  [
    "place",
    "楼栋元层道线室路房",
    new RegExp(`${SMALL}(?:楼|栋|单元|层|路公交|国道|省道|号线(?![上下索路])|会议室|房间|室)(?!盘|房|宇)`, "g"),
  ],
  [
    "ordinal",
    "第",
    new RegExp(`(?:今年|本年度?|全年|本月|年内|今年以来)?第(?:[0-9]{1,4}|[${ZH}]{1,5})(?!季)(?:${ORDERED})?`, "g"),
  ],
  ["place", "排", /[0-9]{1,3}排[0-9]{1,3}座/g],
  ["number-plate", "字", /[\u4e00-\u9fa5]字第?[0-9]{6,20}号/g], // 地字第330021202600017号
  // 工单WT20250917003
  ["number-plate", LATIN, /(?<![a-z0-9])[a-z]{1,4}-?[0-9]{8,20}(?![0-9])/g],
  ["number-plate", "1", /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/g],
  ["number-plate", "0", /(?<![0-9])0[0-9]{2,3}-?[0-9]{7,8}(?![0-9])/g],
  ["number-plate", DIGITS, /(?<![0-9])[0-9]{15,18}x?(?![0-9])/g],
  [
    "number-plate",
    "号码令口机线id",
    new RegExp(
      `(?:${NUMBERED})(?:为|是|:|#|no\\.?)?[a-z0-9〔〕()[\\]-]{2,30}号?(?:[至到、~][a-z0-9〔〕()[\\]-]{2,30}号?){0,4}`,
      "g",
    ),
  ],
  // 工单20260611087: no count is said digit by digit
  ["number-plate", DIGITS, /(?<![0-9.])[0-9]{9,14}(?![0-9.,万亿])(?!条|件|个|次|人|元)/g],
  [
    "number-plate",
    "电手联账q",
    /(?:(?:联系|来电|办公|咨询)?电话|手机号?|联系方式|账号|qq号?)(?:为|是|:)?[0-9-]{5,20}/g,
  ],
  // 咨询热线63355123今天接咨询7件: a line of the town, unless it is counted
  ["number-plate", "线", /(?<=热线|专线)(?:为|是|:)?[2-9][0-9]{6,7}(?![0-9.万条件个次人通起])/g],
  ["number-plate", "(", /(?<=热线|电话|专线|座机)\((?:0[0-9]{2,3}-?)?[0-9]{6,8}\)/g], // 咨询热线（5882013）
  ["number-plate", LATIN, /[豫京沪津渝冀晋蒙辽吉黑苏浙皖闽赣鲁鄂湘粤桂琼川贵云藏陕甘青宁新][a-z][a-z0-9]{5,6}/g],
  ["number-plate", "o", /no\.?[0-9]{2,20}/g],
  ["number-plate", "#", /#[0-9]{2,20}/g],
  [
    "clock",
    ":",
    /(?<![0-9])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:-(?:[01]?[0-9]|2[0-4]):[0-5][0-9])?/g,
  ],
  // 三点五条: a quarter to, or three and a half things
  [
    "malformed",
    "点",
    /(?<![午上晚晨][0-9一二三四五六七八九两]?)[一二三四五六七八九两]点[一二三四五六七八九](?=[条件个篇次])/g,
  ],
  [
    "clock",
    "点",
    /(?:(?<![0-9.])[0-9]{1,2}|[一二三四五六七八九两]|十[一二]?|二十[一二三四]?)点(?:钟|整|半|多钟?|左右|[一三]刻|(?:[0-5]?[0-9]|[零一二三四五]?十?[一二三四五六七八九十])分?(?![万亿条件个篇次期场份0-9]))?(?![零〇一二三四五六七八九]{1,3}[万亿])/g,
  ],
  [
    "name",
    "0",
    new RegExp(
      `${BARE}20[0-9]{2}年?度?(?=的?${PLANS}|中考|高考|招生|会考|[春秋暑]季?|征兵|普查|职称|招聘|公务员|教师资格)`,
      "g",
    ),
  ],
  ["name", "次", /(?<![a-z0-9])[gdcktz][0-9]{1,4}次(?:列车|动车|高铁|班列)?/g], // K1068次列车
  ["name", "m", /(?<![a-z])fm[0-9]{2,3}(?:\.[0-9]{1,2})?/g],
  ["place", "楼", new RegExp(`${SMALL}楼[0-9]{2,4}(?:室|房|会议室)?(?![条件个篇次期场])`, "g")],
  ["place", "队", new RegExp(`${SMALL}(?:中队|大队|支队|分队)`, "g")],
  ["name", "%", /[0-9]{1,3}(?:\.[0-9]{1,2})?%(?=的)/g],
  // 十八届五次会议: which session it was
  ["name", "次", new RegExp(`${SMALL}届${SMALL}次(?=会议)|${SMALL}次(?=全会|全体|常委会|代表大会)`, "g")],
  ["name", "级", new RegExp(`${SMALL}年级(?:${SMALL}班)?`, "g")],
  [
    "place",
    "路",
    /(?<![0-9.])[0-9]{1,3}路(?=[0-9]{1,3}路|[、和,]|公?交?车|改|停|绕|延|线)|(?<=[0-9]路[、和]?)[0-9]{1,3}路/g,
  ], // 3路、5路改道
  ["place", "条", /(?<![0-9发推送传布出了号音博信站])[两二三四五六七八九十0-9]{1,2}条线路?(?=[改停绕延恢暂])/g], // 两条线改道
  ["place", "k", /(?<![a-z0-9])k[0-9]{1,4}\+[0-9]{1,3}/g], // k45+600: a mark on a road
  ["name", "周", new RegExp(`(?:${BARE}[0-9]{1,3}|[${ZH}]{1,4})周年`, "g")],
  ["name", "版", /(?<![0-9.])(?:20[0-9]{2}|[0-9]{1,2}(?:\.[0-9])?)版本?/g],
  ["name", "届", /(?<![0-9.])[0-9]{1,2}届/g],
  ["name", "条项点面", new RegExp(`(?:${BARE}[0-9]{1,3}|[${ZH}]{1,4})(?:条|项|点|个方面)(?:政策)?(?:${RULES})`, "g")],
  ["name", "gahdksc", /(?<![0-9a-z])(?:g20|[2-6]g|a[34]|h5|3d|[48]k|4s店|3c)(?![0-9a-z])/g],
  // other bodies' lines; with a measure word behind it the same digits are a figure
  [
    "name",
    "19",
    /(?<![0-9])(?:12306|12380|12388|12369|12329|12333|12366|12348|12355|95598|110|119)(?![0-9条件个篇次人万期场例份起])/g,
  ],
  [
    "name",
    "26",
    /(?<![0-9.])(?!12345|12315)(?:12[0-9]{3}|96[0-9]{3})(?=(?:[\u4e00-\u9fa5]{0,4}(?:热线|专线)|(?:政务服务|政务|便民|市民|服务|咨询)?(?:平台|工单|转|接|来电|咨询|答复|受理|电话)))/g,
  ],
  ["name", "1", /(?:12315|12345)(?=宣传|活动|主题|维权日|晚会|品牌)/g],
  // 12328今天接了17个电话: at the head of what was said
  [
    "name",
    "26",
    /(?<=^|[,。;\n])(?!12345|12315)(?:12[0-9]{3}|96[0-9]{3})(?=(?:今[天日]|昨[天日]|前天|[本上]月|[本上这]周)[上下]?午?(?:接|来|转|受理|答复))/g,
  ],
  // 周一鸣局长: no Monday; 周一王局长 is one
  [
    "person",
    "周",
    new RegExp(
      `周[一二三四五六](?![副${PLAIN_SURNAMES}])[\\u4e00-\\u9fa5](?=副?(?:局长|主任|科长|处长|书记|县长|镇长|乡长|所长|站长|队长|院长|校长)|同志|老师)`,
      "g",
    ),
  ],
  // 三十六中划片, 五小食堂, 二院门诊: schools and hospitals by their number
  [
    "name",
    "中小高幼院",
    /(?<![0-9第〇一二三四五六七八九十百月])(?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3})(?:中|小|高|幼|院)(?=学区|划片|校区|片区|招生|门口|开学|学生|家长|教师|老师|食堂|操场|周边|附近|门诊|病房|急诊|扩建|新建|迁建|改扩建|校园|毕业)/g,
  ],
  ["name", "号", /(?<![0-9〇一二三四五六七八九十月])一号文件/g],
  // 六五环境日, 一二四宪法日: days called by their date
  [
    "name",
    "日周月",
    /(?:六五|六二六|三一五|五一二|一一九|一二四|十二四|三二二)(?:世界|国际|国家|全国)?[\u4e00-\u9fa5]{2,6}[日周月]/g,
  ],
  // 5·12防灾减灾日, 12.4宪法周
  [
    "name",
    "·.・",
    /(?<![0-9.])(?:[1-9]|1[0-2])[·.・](?:[12]?[0-9]|3[01])(?=(?:[\u4e00-\u9fa5]{2,7}(?:[日周月节]|晚会|活动|行动)|主题|专题|系列|话题|宣传)(?!份|报))/g,
  ],
  [
    "name",
    "5",
    /(?<![0-9])315(?=刚过|过后|过完|那天|期间|前后|快到|临近|晚会|活动|维权|宣传|的$|的[,。])|(?<=(?:今天|昨天|前天|今日|昨日)(?:是)?)315(?=[,。])/g,
  ],
  ...NAMED_NUMBERS, // before names in letters and digits: PM2.5 begins like one
  ["malformed", "ilo", /(?<![a-z0-9])(?=[0-9ilo]{2,8}(?![a-z0-9]))(?=[0-9]*[ilo])(?=[ilo]*[0-9])[0-9ilo]{2,8}/g],
  [
    "name",
    LATIN,
    /(?<![a-z0-9])(?!wx|wb|dy|app|pv|ok|no|[qh][1-4](?![0-9a-z])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[0-9]{1,2}(?![0-9a-z]))[a-z]{1,3}-?[0-9]{1,6}[a-z0-9]{0,6}(?![a-z0-9])/g,
  ],
];
/** Which patterns a character makes worth a try: their places in PATTERNS. */
const BY_CODE = new Map<number, readonly number[]>(
  [...new Set(PATTERNS.flatMap(([, needs]) => [...needs]))].map((char) => [
    char.charCodeAt(0),
    PATTERNS.flatMap(([, needs], place) => (needs.includes(char) ? [place] : [])),
  ]),
);

/** The patterns worth a try on a text: 1 at their places; undefined when there are none. */
function worthATry(text: string): Uint8Array | undefined {
  let worth: Uint8Array | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const places = BY_CODE.get(text.charCodeAt(at));
    if (!places) continue;
    worth ??= new Uint8Array(PATTERNS.length);
    for (let one = 0; one < places.length; one += 1) worth[places[one] as number] = 1;
  }
  return worth;
}

const NONE: ReadonlyMap<number, ProtectedSpan> = new Map();

/** Non-overlapping spans in reading order; where two begin together the earlier pattern has it. */
export function protectedSpans(text: string): ReadonlyMap<number, ProtectedSpan> {
  const worth = worthATry(text);
  if (!worth) return NONE;
  const found = new Map<number, ProtectedSpan>();
  let taken: Uint8Array | undefined;
  for (let place = 0; place < PATTERNS.length; place += 1) {
    if (worth[place] === 0) continue;
    const { 0: span, 2: pattern } = PATTERNS[place] as Pattern; // place is one of its places
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const from = match.index;
      const to = pattern.lastIndex;
      taken ??= new Uint8Array(text.length);
      if (taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      found.set(from, { from, to, span });
    }
  }
  return found;
}
