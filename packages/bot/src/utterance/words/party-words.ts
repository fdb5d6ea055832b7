import type { ApplicantKind, Channel, ResultGroup, Via } from "@gongkai/schema";

/** Channels by every name staff use for them. 小程序, 视频号 and the like are other platforms: asked. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  website:
    "网站 门户网站 门户 官网 局网站 委网站 网上 政府网站 政务网站 网页 官方网站 网站上 官网上 网站端 政府门户网站 门户网 website site 网站平台 本局网站 单位网站 局官网",
  wechat:
    "公众号 微信公众号 微信 公号 官方公众号 公众号上 微信上 微信公号 官方微信 微信平台 公众平台 政务微信 wechat weixin 微信推文 微信端 订阅号 服务号 wx 公众号平台 微信官方公众号 局公众号 政务公众号 微信号",
  weibo: "微博 官方微博 政务微博 新浪微博 微博上 weibo 微博号 微博平台 微博账号 局微博 wb 微博端",
  douyin: "抖音 抖音号 官方抖音 政务抖音 抖音上 抖音平台 douyin tiktok 抖音账号 抖音视频 抖音短视频 dy",
};
export const OTHER_PLATFORMS =
  "视频号 微信视频号 头条号 今日头条 头条 快手 快手号 小红书 b站 哔哩哔哩 bilibili 知乎 百家号 小程序 客户端 app 大河号 人民号 学习强国 企鹅号 搜狐号 钉钉 朋友圈 微信群 工作群 公告栏 宣传栏 政务服务网 政府公报 公报 报纸 电视台 电台 广播 喜马拉雅 澎湃号 网易号";

export const APPLICANT_WORDS: Readonly<Record<ApplicantKind, string>> = {
  nat: "个人 自然人 公民 市民 居民 村民 群众 老百姓 个人申请人 公民个人",
  biz: "企业 公司 商业企业 商户 有限公司 一家企业 一家公司 某公司 某企业 民企 国企 法人企业 个体户 个体工商户",
  res: "科研机构 研究院 研究所 科研院所 高校 大学 学校 科研单位 课题组 科研所 学院 研究机构 研究中心",
  npo: "社会组织 公益组织 社会公益组织 协会 基金会 商会 社团 学会 志愿者协会 民间组织 环保组织 社会团体 公益机构 社会公益机构",
  law: "律所 律师事务所 法律服务机构 律师 法律服务所 法律服务组织 律师所 公证处 某律所 某律师事务所",
  oth: "其他申请人 其他组织 其他主体 其他类申请人",
};
export const VIA_WORDS: Readonly<Record<Via, string>> = {
  in_person:
    "当面 当面提交 现场 现场提交 当面递交 现场递交 上门 窗口提交 当面申请 现场申请 当面交 来局里 本人来 上门提交 窗口递交 当场提交 窗口收到 亲自送来 柜台",
  mail: "邮寄 信函 寄信 ems 挂号信 快递 邮政 邮寄的 信函申请 寄来的 信函提交 邮寄提交 邮件快递 邮政快递 特快专递 邮寄来 寄过来",
  online:
    "网上提交 网上申请 在线提交 在线申请 电子邮件 邮件 网络提交 线上提交 网络申请 网站提交 平台提交 互联网 email 网上递交 线上申请 通过网站提交 网上收到 电子邮箱",
  fax: "传真 传真提交 fax 传真申请 传真来",
  other: "其他方式 其他途径",
};
export const OUTCOME_WORDS: Readonly<Record<ResultGroup, string>> = {
  granted: "予以公开 全部公开 同意公开 答复公开 予以公开的 全文公开 已公开告知 给予公开 全部予以公开 准予公开 granted",
  partial: "部分公开 区分处理 部分予以公开 予以部分公开 部分公开的 partial",
  denied: "不予公开 不公开 不予公开的 决定不予公开 拒绝公开 不同意公开 不能公开 denied",
  unavailable:
    "无法提供 本机关不掌握 不掌握 没有现成信息 信息不存在 不存在 无法提供的 本机关无 不掌握相关信息 没有现成 无相关信息 不掌握该信息",
  not_processed:
    "不予处理 不予处理的 信访类 重复申请 信访举报投诉类 不再处理 投诉举报类 重复申请不予处理 信访类不予处理",
  other: "其他处理 逾期不补正 逾期未补正 逾期未缴费 其他处理结果 其他类处理 作其他处理",
};
