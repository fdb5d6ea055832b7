/** A figure that stands in a sentence of section 一 or 六 and not in a table. */
export type NarrativeFigure = Readonly<{ label: string; unit: string; aspect: string }>;

export const NARRATIVE_FIGURES = {
  "s1.disclosed": { label: "门户网站主动公开信息", unit: "条", aspect: "一（一）" },
  "s1.site_visits": { label: "网站总访问量", unit: "次", aspect: "一（一）" },
  "s1.newmedia": { label: "移动新媒体发布信息", unit: "条", aspect: "一（一）" },
  "s1.weibo_followers": { label: "微博关注量", unit: "人", aspect: "一（一）" },
  "s1.wechat_followers": { label: "微信公众号订阅数", unit: "人", aspect: "一（一）" },
  "s1.interaction": { label: "网民留言、咨询热线和意见征集", unit: "条", aspect: "一（一）" },
  "s1.online_services": { label: "网上办事服务", unit: "件", aspect: "一（一）" },
  "s1.publicity": { label: "行风热线、新闻发布会、接受采访", unit: "次", aspect: "一（一）" },
  "s1.applications": { label: "收到政府信息公开申请", unit: "件", aspect: "一（二）" },
  "s1.reviewed": { label: "审核新增信息", unit: "条", aspect: "一（三）" },
  "s1.cleared": { label: "清理过期信息", unit: "条", aspect: "一（三）" },
  "s1.key_area": { label: "重点领域公开信息", unit: "条", aspect: "一（三）" },
  "s1.norm_valid": { label: "现行有效规范性文件", unit: "件", aspect: "一（三）" },
  "s1.mailbox": { label: "网上咨询和领导信箱", unit: "件", aspect: "一（三）" },
  "s1.incidents": { label: "违规公开及不良舆情事件", unit: "件", aspect: "一（三）" },
  "s1.columns": { label: "新增重点专题专栏", unit: "个", aspect: "一（四）" },
  "s1.training": { label: "政务公开培训", unit: "次", aspect: "一（五）" },
  "s1.inspections": { label: "政务公开督查", unit: "次", aspect: "一（五）" },
  "s6.info_fee": { label: "信息处理费", unit: "元", aspect: "六" },
  "s6.fee_notices": { label: "信息处理费收费通知", unit: "件", aspect: "六" },
  "s6.fee_noticed": { label: "信息处理费通知金额", unit: "元", aspect: "六" },
} as const satisfies Record<string, NarrativeFigure>;

export type NarrativeFigureId = keyof typeof NARRATIVE_FIGURES;
export const NARRATIVE_FIGURE_IDS = Object.keys(NARRATIVE_FIGURES) as readonly NarrativeFigureId[]; // keys of a const object
export const isNarrativeFigureId = (text: string): text is NarrativeFigureId => Object.hasOwn(NARRATIVE_FIGURES, text);
