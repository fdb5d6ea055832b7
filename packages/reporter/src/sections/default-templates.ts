import type { ProseKey } from "@gongkai/schema";

/** Liquid source by place. 五 has no template: nobody can write the office's problems for it. */
export type NarrativeTemplates = Readonly<Partial<Record<ProseKey, string>>>;

// One clause a line; 成句 drops the empty ones and joins the rest by ；.
const DISCLOSURE = `
{% capture 句 %}
{% if 值["s1.disclosed"] > 0 %}{{ 年度 }}年，{{ 自称 }}通过门户网站主动公开{{ 公开类别 }}信息{{ "s1.disclosed" | 数 }}条{% elsif 值["s1.disclosed"] == 0 %}{{ 年度 }}年，{{ 自称 }}门户网站没有新增主动公开信息{% endif %}{% if 值["s1.site_visits"] %}{% if 值["s1.disclosed"] != nil %}，{% endif %}网站总访问量{{ "s1.site_visits" | 数 }}次{% endif %}
{% if 值["s1.newmedia"] > 0 %}通过移动新媒体发布信息{{ "s1.newmedia" | 数 }}条{% elsif 值["s1.newmedia"] == 0 %}移动新媒体没有发布信息{% endif %}{% if 值["s1.weibo_followers"] %}{% if 值["s1.newmedia"] != nil %}，{% endif %}微博关注量{{ "s1.weibo_followers" | 数 }}人{% endif %}{% if 值["s1.wechat_followers"] %}{% if 值["s1.weibo_followers"] %}、{% elsif 值["s1.newmedia"] != nil %}，{% endif %}微信公众号订阅数{{ "s1.wechat_followers" | 数 }}人{% endif %}
{% if 值["s1.interaction"] > 0 %}通过互动交流栏目办理网民留言、咨询热线和意见征集等{{ "s1.interaction" | 数 }}条{% endif %}
{% if 值["s1.online_services"] > 0 %}网上办事服务{{ "s1.online_services" | 数 }}件{% endif %}
{% if 值["s1.publicity"] > 0 %}参加行风热线、新闻发布会和接受采访等{{ "s1.publicity" | 数 }}次，主动回应社会关切{% endif %}
{% endcapture %}{{ 句 | 成句 }}`;

const APPLICATIONS = `
{% capture 句 %}
{{ 自称 }}建立政府信息公开申请台账，全流程记录接收与办理情况
{% endcapture %}{{ 句 | 成句 }}{% capture 收 %}
{% if 值["t3.new.tot"] > 0 %}{{ 年度 }}年共收到政府信息公开申请{{ "t3.new.tot" | 数 }}件{% elsif 值["t3.new.tot"] == 0 %}{{ 年度 }}年未收到政府信息公开申请{% endif %}{% if 值["t3.opening.tot"] > 0 %}，上年结转{{ "t3.opening.tot" | 数 }}件{% endif %}{% if 值["t3.total.tot"] > 0 %}，已办结{{ "t3.total.tot" | 数 }}件{% if 值["t3.open.tot"] > 0 and 值["t3.partial.tot"] > 0 %}，其中予以公开{{ "t3.open.tot" | 数 }}件、部分公开{{ "t3.partial.tot" | 数 }}件{% elsif 值["t3.open.tot"] > 0 %}，其中予以公开{{ "t3.open.tot" | 数 }}件{% elsif 值["t3.partial.tot"] > 0 %}，其中部分公开{{ "t3.partial.tot" | 数 }}件{% endif %}{% endif %}{% if 值["t3.closing.tot"] > 0 %}，结转下年度继续办理{{ "t3.closing.tot" | 数 }}件{% endif %}
{% if 值["t4.review.total"] == 0 and 值["t4.direct.total"] == 0 and 值["t4.after.total"] == 0 %}无行政复议、行政诉讼{% else %}{% if 值["t4.review.total"] > 0 %}涉及政府信息公开行政复议{{ "t4.review.total" | 数 }}件{% else %}无行政复议{% endif %}
{% if 值["t4.direct.total"] == 0 and 值["t4.after.total"] == 0 %}无行政诉讼{% elsif 值["t4.after.total"] == 0 %}涉及未经复议直接起诉的行政诉讼{{ "t4.direct.total" | 数 }}件{% elsif 值["t4.direct.total"] == 0 %}涉及复议后起诉的行政诉讼{{ "t4.after.total" | 数 }}件{% else %}涉及未经复议直接起诉的行政诉讼{{ "t4.direct.total" | 数 }}件、复议后起诉的行政诉讼{{ "t4.after.total" | 数 }}件{% endif %}{% endif %}
{% endcapture %}{{ 收 | 成句 }}`;

const MANAGEMENT = `
{% capture 句 %}
{{ 自称 }}落实信息发布审核制度，拟公开的信息经审核同意后发布
{% endcapture %}{{ 句 | 成句 }}{% capture 管 %}
{% if 值["s1.reviewed"] > 0 %}全年审核新增信息{{ "s1.reviewed" | 数 }}条{% endif %}{% if 值["s1.cleared"] > 0 %}{% if 值["s1.reviewed"] > 0 %}，{% else %}全年{% endif %}清理过期信息{{ "s1.cleared" | 数 }}条{% endif %}
{% if 值["s1.key_area"] > 0 %}公开重点领域信息{{ "s1.key_area" | 数 }}条{% endif %}
{% if 能制定规章 and 值["t2.reg.valid"] != nil %}本年制发规章{{ "t2.reg.issued" | 数 }}件、废止{{ "t2.reg.repealed" | 数 }}件，现行有效{{ "t2.reg.valid" | 数 }}件{% endif %}
{% if 值["t2.norm.issued"] != nil and 值["t2.norm.repealed"] != nil and 值["s1.norm_valid"] != nil %}{% if 值["t2.norm.issued"] == 0 and 值["t2.norm.repealed"] == 0 %}本年没有制发、废止行政规范性文件{% else %}本年制发行政规范性文件{{ "t2.norm.issued" | 数 }}件、废止{{ "t2.norm.repealed" | 数 }}件{% endif %}，现行有效{{ "s1.norm_valid" | 数 }}件{% endif %}
{% if 值["s1.mailbox"] > 0 %}处理网上咨询和领导信箱来件{{ "s1.mailbox" | 数 }}件{% endif %}
{% if 值["s1.incidents"] == 0 %}未发生违规公开及不良舆情事件{% elsif 值["s1.incidents"] > 0 %}发生违规公开及不良舆情事件{{ "s1.incidents" | 数 }}件{% endif %}
{% endcapture %}{{ 管 | 成句 }}`;

const PLATFORM = `
{% capture 句 %}
{{ 自称 }}按照政府网站集约化管理要求做好门户网站和政务新媒体的内容保障，完善政府信息公开专栏{% if 值["s1.columns"] > 0 %}，新增重点专题专栏{{ "s1.columns" | 数 }}个{% endif %}
{% endcapture %}{{ 句 | 成句 }}`;

const SUPERVISION = `
{% capture 句 %}
{{ 自称 }}明确政府信息公开工作分管领导、责任科室和具体人员，接受社会监督{% if 值["s1.training"] > 0 %}，全年组织政务公开培训{{ "s1.training" | 数 }}次{% endif %}{% if 值["s1.inspections"] > 0 %}，开展政务公开督查{{ "s1.inspections" | 数 }}次{% endif %}
{% endcapture %}{{ 句 | 成句 }}`;

const OTHER = `
{% if 值["s6.fee_notices"] > 0 %}{{ 年度 }}年，{{ 自称 }}依照《政府信息公开信息处理费管理办法》发出收费通知{{ "s6.fee_notices" | 数 }}件，通知金额{{ "s6.fee_noticed" | 数 }}元，实际收取信息处理费{{ "s6.info_fee" | 数 }}元。{% elsif 值["s6.info_fee"] > 0 %}{{ 年度 }}年，{{ 自称 }}依照《政府信息公开信息处理费管理办法》收取信息处理费{{ "s6.info_fee" | 数 }}元。{% elsif 值["s6.info_fee"] == 0 %}{{ 年度 }}年，{{ 自称 }}未发出信息处理费收费通知，未收取信息处理费。{% endif %}`;

export const DEFAULT_TEMPLATES: NarrativeTemplates = {
  "一（一）": DISCLOSURE,
  "一（二）": APPLICATIONS,
  "一（三）": MANAGEMENT,
  "一（四）": PLATFORM,
  "一（五）": SUPERVISION,
  六: OTHER,
};
