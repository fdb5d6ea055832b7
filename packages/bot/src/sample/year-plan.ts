import type { Channel, IndicatorKey } from "@gongkai/schema";

/** One stream of work of the sample office: what one person reports over 2025, and how it is spread. */
export type Stream = Readonly<{
  indicator: IndicatorKey;
  channel: Channel | null;
  /** Member id of the person who usually reports it. */
  by: string;
  /** The year's total. */
  total: number;
  /** Most that one message reports. */
  most: number;
  /** Weight of each month; 0 = nothing happened. Left out: an even year with a quiet February. */
  months?: readonly number[];
  /** What people say for it; `{d}` the day, `{n}` the figure. */
  phrases: readonly string[];
  /** Section owes it every month: a month with nothing is attested. */
  owed?: true;
}>;

const EVEN = [9, 6, 9, 9, 9, 10, 8, 8, 9, 7, 9, 7];
export const monthWeights = ({ months }: Stream): readonly number[] => months ?? EVEN;

/** Flows of 2025. Together they add up to the year's printed figures. */
export const STREAMS: readonly Stream[] = [
  {
    indicator: "disclosure.policy_interpretation",
    channel: "website",
    by: "xuming",
    total: 86,
    most: 3,
    owed: true,
    phrases: ["{d}门户网站发了{n}条政策解读", "{d}网站发布政策解读{n}条", "{d}在门户网站上传了政策解读{n}条"],
  },
  {
    indicator: "disclosure.other",
    channel: "website",
    by: "yaolan",
    total: 122,
    most: 3,
    owed: true,
    phrases: ["{d}门户网站主动公开一般信息{n}条", "{d}网站发布主动公开一般信息{n}条"],
  },
  {
    indicator: "disclosure.institution",
    channel: null,
    by: "zhouyun",
    total: 24,
    most: 2,
    phrases: ["{d}机构职能信息更新了{n}条", "{d}更新机构职能{n}条"],
  },
  {
    indicator: "disclosure.npc_proposal",
    channel: "website",
    by: "guojing",
    total: 12,
    most: 3,
    months: [0, 0, 0, 0, 0, 2, 4, 3, 3, 0, 0, 0],
    phrases: ["{d}网站公开人大建议办理{n}条"],
  },
  {
    indicator: "disclosure.cppcc_proposal",
    channel: "website",
    by: "guojing",
    total: 18,
    most: 3,
    months: [0, 0, 0, 0, 0, 3, 5, 6, 4, 0, 0, 0],
    phrases: ["{d}网站公开政协提案办理{n}条"],
  },
  {
    indicator: "disclosure.budget",
    channel: "website",
    by: "zhouyun",
    total: 10,
    most: 2,
    months: [0, 4, 0, 0, 0, 0, 0, 0, 4, 1, 0, 1],
    phrases: ["{d}网站公开财政预决算{n}条"],
  },
  {
    indicator: "disclosure.decision_preview",
    channel: "website",
    by: "dengwei",
    total: 16,
    most: 2,
    phrases: ["{d}网站发布决策预公开{n}条"],
  },
  {
    indicator: "disclosure.key_area",
    channel: "website",
    by: "guojing",
    total: 46,
    most: 2,
    phrases: ["{d}网站重点领域公开信息{n}条"],
  },
  {
    indicator: "newmedia.post",
    channel: "wechat",
    by: "zhouyun",
    total: 330,
    most: 3,
    owed: true,
    phrases: ["{d}公众号推送{n}条", "{d}公众号发了{n}条", "{d}微信公众号发布{n}条"],
  },
  {
    indicator: "newmedia.post",
    channel: "weibo",
    by: "zhouyun",
    total: 180,
    most: 2,
    phrases: ["{d}微博发了{n}条", "{d}微博发布{n}条"],
  },
  {
    indicator: "newmedia.post",
    channel: "douyin",
    by: "zhouyun",
    total: 30,
    most: 2,
    phrases: ["{d}抖音发了{n}条"],
  },
  {
    indicator: "interaction.message",
    channel: null,
    by: "zhouyun",
    total: 402,
    most: 5,
    owed: true,
    phrases: ["{d}办理网民留言{n}条", "{d}回复网民留言{n}条"],
  },
  {
    indicator: "interaction.opinion_solicitation",
    channel: null,
    by: "xuming",
    total: 24,
    most: 1,
    phrases: ["{d}开展意见征集{n}次"],
  },
  {
    indicator: "interaction.online_consult",
    channel: null,
    by: "guojing",
    total: 64,
    most: 2,
    owed: true,
    phrases: ["{d}网上咨询答复{n}件", "{d}办结网上咨询{n}件"],
  },
  {
    indicator: "interaction.leader_mailbox",
    channel: null,
    by: "guojing",
    total: 38,
    most: 2,
    owed: true,
    phrases: ["{d}领导信箱办结{n}件", "{d}办理领导信箱{n}件"],
  },
  {
    indicator: "service.online",
    channel: null,
    by: "hekai",
    total: 113,
    most: 3,
    owed: true,
    phrases: ["{d}网上办事{n}件", "{d}一网通办办了{n}件"],
  },
  {
    indicator: "permit.decided",
    channel: null,
    by: "hekai",
    total: 215,
    most: 3,
    owed: true,
    phrases: ["{d}许可办结{n}件", "{d}办结行政许可{n}件", "{d}作出行政许可决定{n}件"],
  },
  {
    indicator: "publicity.hotline_show",
    channel: null,
    by: "linfang",
    total: 3,
    most: 1,
    months: [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0],
    phrases: ["{d}参加行风热线{n}次"],
  },
  {
    indicator: "publicity.press_conference",
    channel: null,
    by: "linfang",
    total: 4,
    most: 1,
    months: [0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1],
    phrases: ["{d}召开新闻发布会{n}场"],
  },
  {
    indicator: "publicity.interview",
    channel: null,
    by: "linfang",
    total: 2,
    most: 1,
    months: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
    phrases: ["{d}接受采访{n}次"],
  },
  {
    indicator: "info.reviewed",
    channel: null,
    by: "guojing",
    total: 288,
    most: 3,
    owed: true,
    phrases: ["{d}审核信息{n}条", "{d}审核新增信息{n}条"],
  },
  {
    indicator: "info.cleared",
    channel: null,
    by: "guojing",
    total: 65,
    most: 4,
    owed: true,
    months: [6, 4, 8, 5, 6, 9, 5, 0, 8, 5, 0, 9],
    phrases: ["{d}清理过期信息{n}条"],
  },
  {
    indicator: "column.added",
    channel: "website",
    by: "guojing",
    total: 1,
    most: 1,
    months: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    phrases: ["{d}网站新增专题专栏{n}个"],
  },
  {
    indicator: "training.held",
    channel: null,
    by: "guojing",
    total: 4,
    most: 1,
    months: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    phrases: ["{d}组织政务公开培训{n}次"],
  },
  {
    indicator: "inspection.held",
    channel: null,
    by: "guojing",
    total: 6,
    most: 1,
    months: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
    phrases: ["{d}开展政务公开督查{n}次"],
  },
];

/** Calls of the enquiry hotline come from the hotline's own system, as one sheet a month. */
export const HOTLINE_CALLS = { by: "zhouyun", total: 430, most: 4 } as const;

/** What nobody had any of: attested month by month by the section that owes it. */
export const NOTHING_ALL_YEAR = [
  { by: "dengwei", says: "{m}行政处罚0件，行政强制0件" },
  { by: "hekai", says: "{m}行政事业性收费0万元" },
  { by: "guojing", says: "{m}信息处理费0元" },
  { by: "guojing", says: "{m}违规公开及不良舆情事件0件" },
] as const;

/** Readings at each month's end. The visits of the twelve months add up to the printed figure; followers are the last reading. */
export const SITE_VISITS = [
  39_120, 33_457, 41_233, 42_018, 43_306, 44_871, 40_952, 39_664, 43_187, 41_520, 44_309, 44_606,
] as const;
export const WEIBO_FOLLOWERS = [
  9_408, 9_451, 9_502, 9_547, 9_590, 9_644, 9_689, 9_731, 9_786, 9_838, 9_887, 9_934,
] as const;
export const WECHAT_FOLLOWERS = [
  31_205, 31_688, 32_140, 32_610, 33_092, 33_570, 34_018, 34_466, 34_925, 35_371, 35_806, 36_243,
] as const;
