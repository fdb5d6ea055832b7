import type { Figure, Measure } from "../token.ts";
import { numeralAt } from "../zh-number.ts";

const MEASURES: Readonly<Record<Exclude<Measure, "none">, string>> = {
  money: "亿元 万元 万块钱 万块 千元 块钱 元钱 元整 元 块 万人民币 rmb",
  people: "人次 人 名 位 个人 余人 人数",
  firm: "家企业 家单位 家 户 所",
  parcel: "批次 批 系列 组 套 类 箱 捆 沓",
  edition: "次 期 场次 场 轮 回 届 班次 班 集 趟",
  share: "% 个百分点 百分点 倍 成",
  count:
    "段 条 件 个 篇 份 项 起 宗 则 例 通 封 部 帖 桩 张 幅 本 单 支 档 只 道 桩 副 款 码 笔 枚 pieces piece items item 条儿 个儿",
  other:
    "个小时 小时 分钟 秒 天 个工作日 工作日 个月 年 页 字 公里 千米 米 平方米 平方公里 亩 度 岁 点 级 阶 分 吨 公斤 斤 瓶 杯 辆 台 把 届 阅读 个赞 赞 票 课时 学时 遍 楼 桌 课 号 层 章 节 行 格 步 折 周 星期 季度 kb mb gb g m km 版 平米 万字 立方米 千瓦 度电 升 碗 顿 盒 块钱 箱 桶",
};
const MEASURE_OF = new Map<string, Measure>(
  // the keys of MEASURES are the measures; Object.entries forgets it
  (Object.entries(MEASURES) as [Measure, string][]).flatMap(([measure, list]) =>
    list.split(" ").map((unit): [string, Measure] => [unit, measure]),
  ),
);
const LONGEST = Math.max(...[...MEASURE_OF.keys()].map((unit) => unit.length));
const NOT_A_MEASURE =
  /^(?:个人(?:申请|的)|件事|部门|部委|份(?:额)|期间|场(?:所|地|馆)|点半|项目|次(?:要|日)|则(?:是|为)|单位|起(?:草)|通(?:过|知|报|办)|条例|本(?:月|周|局|科|年|单位|机关)|名称|人大|班子|级别|位置|分别|年度|套餐|段(?:表|时间|落|话|路|子|位)|类别|组织|成效|天然|分局|分管|行政|行风|节目|节假|章程|科|字号|元旦|户籍|户外|回复|轮候|把关|格式|支持|款项|款式|步骤|块(?:去|来|走|吃|儿|参加|过去)|批(?:准|复|示|了|评)|台账|台风|课题|道路|只(?:有|是|能|发)|单(?:用途|独)|家庭|家电|级(?:以上)|本级|号(?:召)|所(?:有|以|在|属|需|谓|长|得|涉|列|里|内|部))/;

function measureAt(text: string, at: number): Readonly<{ unit: string; measure: Measure }> {
  const ahead = text.slice(at, at + LONGEST + 2);
  if (NOT_A_MEASURE.test(ahead)) return { unit: "", measure: "none" };
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    const unit = ahead.slice(0, length);
    const measure = MEASURE_OF.get(unit);
    if (measure && !(unit === "个人" && /^个人(?:申请|的|1|一|大(?!数)|社局|民|才|事(?!业)|口)/.test(ahead)))
      return { unit, measure };
  }
  return { unit: "", measure: "none" };
}

/** A measure named by itself, as in the heading of a column; `scale` is what one of it counts. Money counts 万元. */
export type Unit = Readonly<{ scale: number; measure: Measure; unit: string }>;

export function unitOf(text: string): Unit | undefined {
  const named = text.replace(/^单位:?/, "");
  const measure = MEASURE_OF.get(named);
  if (measure === "money") return { scale: moneyScale(named), measure, unit: named };
  if (measure) return { scale: 1, measure, unit: named };
  const counted = named.startsWith("万") ? MEASURE_OF.get(named.slice(1)) : undefined;
  return counted && counted !== "other" ? { scale: 10_000, measure: counted, unit: named.slice(1) } : undefined;
}

const ABOUT_BEFORE =
  /(?:大概|大约|大约摸|约摸|约莫|差不离|满打满算|少说|少说也|顶多|撑死|撑死了|至多|勉强|勉强够|凑够|凑了|将将|刚够|怎么也|好歹|总得|快|奔|够|毛|毛估|粗算|粗估|有个|得有|约|近|将近|差不多|差不多有|超过|超|不到|至少|最多|最少|起码|不少于|不低于|多于|少于|不足|接近|估计|大致|逾|约莫|大致上|高达|多达|最高|突破|破|几乎|快到|以上|不下)(?:是|有|为|发了?|办了?|共|推了?|一共|了|也就|就|也)?$/;
const ABOUT_AFTER =
  /^(?:左右|上下|多(?!媒体|家|次|个|部|元|部门|方|渠道)|余(?!下)|来(?![自了电信访])|以上(?!都|均|全|是|为|数据|情况|报)|以下|以内|开外|出头|不到|朝上|往上|挂零|的样子|还多|多一点|打不住|不止|上下吧|前后|吧|打底|起步|起$|大概(?=$|[,。])|大约(?=$|[,。]))/;
/** 改成6条吧 asks for it and leaves no doubt. */
const WISHED_BEFORE = /(?:改|换|更正|修改|调整|记|写)(?:成|为|到|回)$/;
const WISHED_AFTER = /^吧(?:$|[,。;!])/;
const MONEY_SCALE: readonly (readonly [RegExp, number])[] = [
  [/^亿/, 10_000],
  [/^万/, 1],
  [/^千/, 0.1],
  [/./, 0.0001],
];
const moneyScale = (unit: string) => MONEY_SCALE.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
const round = (value: number) => Math.round(value * 1e8) / 1e8;
const SINGLE = /^[零〇一二两三四五六七八九十幺百千万]$/;
const ENDS_A_FIGURE = /^(?:$|[,.。;:!?\n、)+]|左右|多|余|吧)/;

/** 小二十, 小20, 老20: just short of it, or a good deal. 大小, 一老一小 and 敬老 end in the same characters. */
const NEARLY_BEFORE = /(?:^|[^大中微])小$|(?:^|[^养敬助一古])老$/;
const ROUND = /^(?:.?[十百千万]|[0-9]{2})/;

export type FigureFound = Readonly<{ to: number; figure: Figure }>;

/** The figure that begins at `at`, with its measure word. A lone 一 or 三 needs a measure or the end of a phrase. */
export function figureAt(text: string, at: number): FigureFound | undefined {
  const numeral = numeralAt(text, at);
  if (!numeral) return undefined;
  let { to } = numeral;
  let sum = numeral.type === "exact" ? numeral.value : undefined;
  let type = numeral.type;
  while (text.charAt(to) === "+" && sum !== undefined) {
    const next = numeralAt(text, to + 1);
    if (next?.type !== "exact") {
      type = "approximate"; // 10+条
      to += next ? next.to - to : 1;
      break;
    }
    sum += next.value;
    to = next.to;
  }
  let { unit, measure } = measureAt(text, to);
  if (
    measure === "money" &&
    /^[万亿千]/.test(unit) === false &&
    /[万w]$/.test(text.slice(at, to)) === false &&
    unit === "元" &&
    /^元[旦宵]/.test(text.slice(to))
  ) {
    unit = "";
    measure = "none";
  }
  const spelt = text.slice(at, to);
  if (measure === "none" && SINGLE.test(spelt) && !ENDS_A_FIGURE.test(text.slice(to, to + 2))) return undefined;
  to += unit.length;
  if (unit === "%" || measure === "share") measure = "share";
  const before = text.charAt(at - 1);
  const wished =
    text.charAt(to) === "吧" &&
    WISHED_AFTER.test(text.slice(to, to + 3)) &&
    WISHED_BEFORE.test(text.slice(Math.max(0, at - 4), at));
  const nearly =
    (before === "小" || before === "老") &&
    NEARLY_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
    ROUND.test(text.slice(at));
  if (
    !wished &&
    (nearly || ABOUT_AFTER.test(text.slice(to, to + 4)) || ABOUT_BEFORE.test(text.slice(Math.max(0, at - 7), at)))
  ) {
    const tail = /^(?:左右|上下|多|余|来|以上|以下|以内|开外|出头|的样子|前后)/.exec(text.slice(to, to + 3))?.[0] ?? "";
    return { to: to + tail.length, figure: { type: "approximate", measure, unit } };
  }
  const next = text.charAt(to);
  if ((next === "半" || next === "几") && measure !== "none" && !/^半[年月天]/.test(text.slice(to)))
    return { to: to + 1, figure: { type: "malformed", measure, unit } };
  if (text.charAt(to) === "/" && /[0-9]/.test(text.charAt(to + 1))) type = "malformed";
  if (
    (before === "-" || before === "/" || before === ".") &&
    /(?:^|[,.。;:!?\n、(0-9是为成到有了过])[-/.]$/.test(text.slice(Math.max(0, at - 2), at))
  )
    type = "malformed";
  if (before === "负") type = "malformed"; // no count is below zero
  if (type !== "exact" || sum === undefined)
    return { to, figure: { type: type === "exact" ? "malformed" : type, measure, unit } };
  if (measure === "none" && /[万w]/.test(spelt)) unit = "万";
  if (measure !== "money") return { to, figure: { type: "exact", value: sum, measure, unit, implied: false } };
  return { to, figure: { type: "exact", value: round(sum * moneyScale(unit)), measure, unit, implied: false } };
}

const BARE_MEASURE =
  /(?:个|条|场|次|篇|件|期|封|通(?!信)|则|份|起|项)(?!人|别|体|数|位|例|案|所|地|要|间|刊|待|知|过|额|草|目|点|均|性|序|日)/y;
const BARE_BEGINS: ReadonlySet<string> = new Set("个条场次篇件期封通则份起项");
const BEFORE_BARE = /(?:了|递了?|交了?|过|开|搞|办|做|来|发|推|收到|有|接|上|写|弄|举办|召开|组织|开展|出)$/;

/** 开了个发布会, 发了条解读: a measure word alone behind a verb is one. */
export function bareMeasureAt(text: string, at: number): FigureFound | undefined {
  if (!BARE_BEGINS.has(text.charAt(at))) return undefined;
  BARE_MEASURE.lastIndex = at;
  const unit = BARE_MEASURE.exec(text)?.[0];
  if (!unit || !BEFORE_BARE.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  if (/^(?:[0-9一二三四五六七八九十两几多]|$|[,.。;!?\n])/.test(text.slice(at + 1, at + 2))) return undefined;
  const measure = MEASURE_OF.get(unit) ?? "count";
  return { to: at + 1, figure: { type: "exact", value: 1, measure, unit, implied: true } };
}
