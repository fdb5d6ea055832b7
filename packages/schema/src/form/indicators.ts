import type { FigureId } from "./figure-id.ts";

/**
 * How the records of a year become one figure.
 * `sum`: added up. `latest`: the last reading, with its date. `monthly-latest`: within a month the last figure
 * stated for that month, then the months are summed. `stock`: what stands on 31 December. `case`: counted from cases.
 */
export type RollUp = "sum" | "latest" | "monthly-latest" | "stock" | "case";

export type Indicator = Readonly<{
  label: string;
  /** Unit of talk and of the command's JSON. */
  unit: string;
  /** Stored integer per unit of talk: 1 for counts, 1 000 000 for 万元 kept in fen, 100 for 元 kept in fen. */
  scale: number;
  rollUp: RollUp;
  /** Figures its records move. A stock reached by an identity is listed at the flow's own cells only. */
  feeds: readonly FigureId[];
  /** May be attested 0 by "本月无". Gauges and stocks are asked instead. */
  nil: boolean;
  /** Kept by the channel it went out on; `undefined` where a channel makes no sense. */
  channels?: readonly Channel[];
  /** Other words staff use for it; an office adds its own. */
  synonyms: readonly string[];
}>;

export const CHANNELS = ["website", "wechat", "weibo", "douyin"] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  website: "门户网站",
  wechat: "微信公众号",
  weibo: "微博",
  douyin: "抖音",
};

const counted = (label: string, unit: string, feeds: readonly FigureId[], synonyms: readonly string[] = []) =>
  ({ label, unit, scale: 1, rollUp: "sum", feeds, nil: true, synonyms }) satisfies Indicator;
const disclosed = (label: string, synonyms: readonly string[] = []) => ({
  ...counted(label, "条", ["s1.disclosed"], synonyms),
  channels: CHANNELS,
});
const fromCases = (label: string, feeds: readonly FigureId[] = [], synonyms: readonly string[] = []) =>
  ({ label, unit: "件", scale: 1, rollUp: "case", feeds, nil: true, synonyms }) satisfies Indicator;

/** The built-in catalogue. An office adds its own in gongkai.yaml; the ledger stores these keys. */
export const INDICATORS = {
  "disclosure.policy_interpretation": disclosed("政策解读", ["解读", "政策图解", "图解"]),
  "disclosure.institution": disclosed("机构职能", ["机构设置", "机构信息", "机构设置和职能"]),
  "disclosure.npc_proposal": disclosed("人大建议办理", ["人大建议", "人大代表建议", "代表建议"]),
  "disclosure.cppcc_proposal": disclosed("政协提案办理", ["政协提案", "委员提案"]),
  "disclosure.budget": disclosed("财政预决算", ["预决算", "预算公开", "决算公开", "财政信息"]),
  "disclosure.decision_preview": disclosed("决策预公开", ["重大决策预公开"]),
  "disclosure.key_area": {
    ...counted("重点领域公开信息", "条", ["s1.key_area"], ["重点领域信息", "重点领域"]),
    channels: CHANNELS,
  },
  "disclosure.other": disclosed("主动公开一般信息", ["主动公开信息", "一般信息"]),
  "newmedia.post": { ...counted("新媒体发布", "条", ["s1.newmedia"], ["新媒体"]), channels: CHANNELS },
  "gauge.site_visits": {
    label: "网站访问量",
    unit: "次",
    scale: 1,
    rollUp: "monthly-latest",
    feeds: ["s1.site_visits"],
    nil: false,
    synonyms: ["访问量", "网站总访问量", "浏览量"],
  },
  "gauge.weibo_followers": {
    label: "微博关注量",
    unit: "人",
    scale: 1,
    rollUp: "latest",
    feeds: ["s1.weibo_followers"],
    nil: false,
    synonyms: ["微博粉丝", "微博关注度", "微博粉丝数"],
  },
  "gauge.wechat_followers": {
    label: "微信公众号订阅数",
    unit: "人",
    scale: 1,
    rollUp: "latest",
    feeds: ["s1.wechat_followers"],
    nil: false,
    synonyms: ["公众号粉丝", "公众号订阅数", "公众号关注数", "微信粉丝"],
  },
  "interaction.message": counted("网民留言", "条", ["s1.interaction"], ["留言"]),
  "interaction.hotline_consult": counted("咨询热线", "件", ["s1.interaction"], ["热线咨询", "12345", "12315"]),
  "interaction.opinion_solicitation": counted("意见征集", "次", ["s1.interaction"], ["征集意见"]),
  "interaction.online_consult": counted("网上咨询", "件", ["s1.mailbox"], ["在线咨询"]),
  "interaction.leader_mailbox": counted("领导信箱", "件", ["s1.mailbox"], ["局长信箱", "领导信件"]),
  "service.online": counted("网上办事", "件", ["s1.online_services"], ["一网通办", "网上办理"]),
  "publicity.hotline_show": counted("行风热线", "次", ["s1.publicity"], []),
  "publicity.press_conference": counted("新闻发布会", "次", ["s1.publicity"], ["发布会"]),
  "publicity.interview": counted("接受采访", "次", ["s1.publicity"], ["采访", "媒体采访"]),
  "info.reviewed": { ...counted("审核信息", "条", ["s1.reviewed"], ["信息审核", "审核新增信息"]), channels: CHANNELS },
  "info.cleared": { ...counted("清理过期信息", "条", ["s1.cleared"], ["清理信息", "过期信息"]), channels: CHANNELS },
  "info.incident": counted("违规公开及不良舆情事件", "件", ["s1.incidents"], ["违规公开", "不良舆情"]),
  "column.added": { ...counted("新增专栏", "个", ["s1.columns"], ["新增专题", "新增专题专栏"]), channels: CHANNELS },
  "doc.regulation_made": counted("规章制发", "件", ["t2.reg.issued"], ["制定规章"]),
  "doc.regulation_repealed": counted("规章废止", "件", ["t2.reg.repealed"], ["废止规章"]),
  "doc.regulation_valid": {
    label: "现行有效规章",
    unit: "件",
    scale: 1,
    rollUp: "stock",
    feeds: ["t2.reg.valid"],
    nil: false,
    synonyms: ["有效规章"],
  },
  "doc.normative_made": counted("行政规范性文件制发", "件", ["t2.norm.issued"], ["制发规范性文件", "制定规范性文件"]),
  "doc.normative_repealed": counted("行政规范性文件废止", "件", ["t2.norm.repealed"], ["废止规范性文件"]),
  "doc.normative_valid": {
    label: "现行有效规范性文件",
    unit: "件",
    scale: 1,
    rollUp: "stock",
    feeds: ["t2.norm.valid", "s1.norm_valid"],
    nil: false,
    synonyms: ["有效规范性文件"],
  },
  "permit.decided": counted("行政许可", "件", ["t2.license.decisions"], ["许可"]),
  "penalty.decided": counted("行政处罚", "件", ["t2.penalty.decisions"], ["处罚"]),
  "coercion.decided": counted("行政强制", "件", ["t2.coercion.decisions"], ["强制"]),
  "fee.collected": {
    label: "行政事业性收费",
    unit: "万元",
    scale: 1_000_000,
    rollUp: "sum",
    feeds: ["t2.fee.amount"],
    nil: true,
    synonyms: ["事业性收费", "收费"],
  },
  "fee.information": {
    label: "信息处理费",
    unit: "元",
    scale: 100,
    rollUp: "sum",
    feeds: ["s6.info_fee"],
    nil: true,
    synonyms: ["政府信息公开信息处理费"],
  },
  "application.received": fromCases("收到政府信息公开申请", [], ["依申请公开", "信息公开申请", "依申请"]),
  "application.outcome": fromCases("政府信息公开申请办理结果"),
  "review.received": fromCases("行政复议新收", [], ["复议", "行政复议"]),
  "review.upheld": fromCases("行政复议结果维持", ["t4.review.upheld"]),
  "review.corrected": fromCases("行政复议结果纠正", ["t4.review.corrected"]),
  "review.other": fromCases("行政复议其他结果", ["t4.review.other"]),
  "review.pending": { ...fromCases("行政复议尚未审结", ["t4.review.pending"]), rollUp: "stock", nil: false },
  "litigation.received": fromCases("行政诉讼新收", [], ["诉讼", "行政诉讼"]),
  "litigation.upheld": fromCases("行政诉讼结果维持"),
  "litigation.corrected": fromCases("行政诉讼结果纠正"),
  "litigation.other": fromCases("行政诉讼其他结果"),
  "litigation.pending": { ...fromCases("行政诉讼尚未审结"), rollUp: "stock", nil: false },
  "training.held": counted("政务公开培训", "次", ["s1.training"], ["培训"]),
  "inspection.held": counted("政务公开督查", "次", ["s1.inspections"], ["督查"]),
} as const satisfies Record<string, Indicator>;

export type BuiltInIndicator = keyof typeof INDICATORS;
/** A built-in key, or an office's own: `own.` and what follows. */
export type IndicatorKey = BuiltInIndicator | `own.${string}`;
/** The indicators of one office: the built-in ones with its synonyms added, and its own. */
export type Catalogue = Readonly<Record<IndicatorKey, Indicator>>;

export function indicatorOf(catalogue: Catalogue, key: IndicatorKey): Indicator {
  const indicator = catalogue[key];
  if (!indicator) throw new Error(`indicator ${key} is not in the catalogue; check it at the door with hasIndicator`);
  return indicator;
}
export const hasIndicator = (catalogue: Catalogue, key: string): key is IndicatorKey => Object.hasOwn(catalogue, key);
