import type { BuiltInIndicator } from "@gongkai/schema";

/**
 * What staff say for an indicator beyond the labels and synonyms of the catalogue. Only words that name it alone;
 * words that need company (热线, 文件, 粉丝) are marks and are put together by the naming rules.
 */
export const INDICATOR_WORDS: Partial<Readonly<Record<BuiltInIndicator, string>>> = {
  "disclosure.policy_interpretation": `
    解读材料 解读文章 解读稿 解读稿件 解读信息 文件解读 政策文件解读 一图读懂 一图看懂 一图解读 图文解读 视频解读
    专家解读 解读视频 图表解读 动漫解读 动画解读 政策问答 政策解读材料 政策解读文章 政策解读稿 政策解读信息
    政策性文件解读 政策类解读 政策的解读 interpretation interpretations policyinterpretation
  `,
  "disclosure.institution":
    "机构职能调整 机构职能变更 机构职能更新 机构职能信息 机构职责 职能信息 机构职能类信息 机构信息 机构概况 职能职责 机构设置信息",
  "disclosure.npc_proposal": `
    人大 人大代表建议办理 人大建议答复 人大建议办理结果 人大建议办理情况 人大建议复文 人大议案 人大代表
    人大代表建议 人大代表的建议
  `,
  "disclosure.cppcc_proposal": `
    政协 政协委员提案 政协提案答复 政协提案办理结果 政协提案办理情况 政协提案复文 政协建议 政协委员 政协委员的提案
  `,
  "disclosure.budget":
    "budget budgets 财政预算 财政决算 部门预算 部门决算 预算信息 决算信息 预算公开信息 决算公开信息 预决算公开 预决算信息 财政预决算信息 财政预决算公开 预算 决算",
  "disclosure.decision_preview": "决策预公开信息 预公开 重大行政决策预公开 重大决策 重大行政决策 决策公开",
  "disclosure.key_area": "重点领域信息公开 重点领域公开 重点领域类信息 重点领域政府信息公开",
  "disclosure.other":
    "主动公开各类信息 主动公开各项信息 主动公开各类政务信息 主动公开政务信息 主动公开一般 一般性信息 主动公开的一般信息 主动公开的信息 一般主动公开信息 一般类信息 一般公开信息 其他主动公开信息 一般政府信息",
  "newmedia.post": "新媒体发布信息 新媒体信息 政务新媒体发布 政务新媒体信息",
  "gauge.site_visits":
    "visits visit 网站访问 访问数 访问次数 访问人次 访问人数 点击量 网站点击量 网站浏览量 总访问量 网站流量 网站访问数 网站访问次数 门户网站访问量 网站访客 访问总量 网站总浏览量 浏览次数",
  "interaction.message":
    "人民网留言 人民网留言板 人民网领导留言板 群众留言 网友留言 网上留言 留言板 留言板留言 网站留言 网民的留言 公众留言 线上留言",
  "interaction.hotline_consult":
    "12345工单 12315工单 12345派单 12345来电 12345转办 12345转办件 12345转办单 12345交办 12345交办件 12345咨询件 热线电话咨询 咨询电话 12345热线 12315热线 电话咨询热线 12345咨询 12315咨询",
  "interaction.opinion_solicitation":
    "民意征集 网上征集 征集调查 意见征集活动 公开征求意见 征求意见公告 意见征集公告 民意调查征集 意见建议征集",
  "interaction.online_consult": "网络咨询 网站咨询 线上咨询 网上的咨询 网民咨询 网上咨询件",
  "interaction.leader_mailbox": `
    镇长信箱 乡长信箱 街道主任信箱 部长信箱 馆长信箱 所长信箱 站长信箱 校长信箱 州长信箱 盟长信箱 旗长信箱
    行长信箱 关长信箱 队长信箱 支队长信箱 镇长邮箱 县长邮箱 区长邮箱 书记邮箱 主任邮箱 厅长邮箱 处长邮箱 市长信箱
    县长信箱 区长信箱 书记信箱 主任信箱 院长信箱 厅长信箱 处长信箱 领导邮箱 局长邮箱 市长邮箱 领导信箱信件
    局长信箱来信 领导信箱来信
  `,
  "service.online":
    "网上办了 网上办 网上办好 网上办成 网上帮办 网上代办 线上办了 网办 线上办理 线上办事 网上办件 在线办理 在线办事 网上审批 网上办结 全程网办 网上受理 网上办事服务 网上政务服务 一网通办业务 一网通办事项",
  "publicity.hotline_show": "政风行风热线 行风政风热线 行风热线节目 行风热线直播 政风热线 行风在线",
  "publicity.press_conference":
    "新闻发布 新闻发布活动 press_conference press_conferences press_briefing press_briefings",
  "publicity.interview":
    "接受媒体采访 接受记者采访 接受专访 专访 接受电视台采访 接受报社采访 接受电台采访 接受了采访 受访 媒体专访 采访活动 interview interviews media_interview media_interviews",
  "info.reviewed": "审核新增 审核发布信息 审核网站信息 审核公开信息 信息审核 审核政府信息 审核拟公开信息",
  "info.cleared":
    "清过期信息 清过期 清失效信息 清理失效信息 清除过期信息 删除过期信息 下架过期信息 过期信息清理 失效信息 清理过时信息 过时信息 清理旧信息 清理陈旧信息 清理网站过期信息 清理过期 过期内容 清理过期的信息",
  "info.incident": "违规公开信息事件 不良舆情事件 负面舆情",
  "column.added":
    "新专栏 新专题 新栏目 上线专栏 上线新专栏 上线专题 建专栏 建了专栏 开专栏 开了专栏 新增栏目 新开专栏 新设专栏 开设专栏 增设专栏 新建专栏 新开设专栏 新开栏目 新设栏目 开设专题 新开专题 新设专题 新建专题 新开设专题 增设专题 新上线专栏 新增专题栏目 新开辟专栏 开辟专栏 开通专栏 新增设专栏",
  "permit.decided":
    "行政许可决定 许可决定 行政许可决定书 许可决定书 行政审批 许可审批 食品经营许可 施工许可 经营许可 卫生许可 排污许可 取水许可 采矿许可 生产许可 建设工程规划许可 出版许可 许可事项 许可业务 许可类 许可案件 许可件 permit permits",
  "penalty.decided":
    "罚款决定 罚单 行政处罚决定 处罚决定 行政处罚决定书 处罚决定书 处罚案件 处罚案 行政处罚案件 行政处罚类 处罚类 penalty",
  "coercion.decided": "代履行 查封扣押 查封、扣押 行政强制措施 强制措施 行政强制执行 强制执行 行政强制决定",
  "fee.collected":
    "不动产登记费 水资源费 水土保持补偿费 污水处理费 垃圾处理费 城镇垃圾处理费 耕地开垦费 土地复垦费 占道费 占道挖掘费 挖掘修复费 考试报名费 报名费 考试费 考务费 诉讼费 证照费 证照工本费 工本费 人防易地建设费 易地建设费 行政性收费 行政收费 收费收入 收费金额 收费总额 规费",
  "training.held":
    "培训会 培训班 业务培训 专题培训 政务公开业务培训 政务公开培训班 政务公开培训会 培训活动 training trainings training_session training_sessions",
  "inspection.held": "专项督查 督查检查 督促检查 政务公开专项督查 督查活动 督导",
};
