import { wordsOf } from "./words-of.ts";

/** Names of ours that are long and frequent enough to be known with one character wrong. */
export const SLIPPED_NAMES: readonly string[] = wordsOf(`
    公众号 微信公众号 微信 微博 抖音 官网 网站 门户网站 政策解读 解读 图解 机构职能 人大建议 政协提案 预决算
    部门预算 部门决算 决策预公开 预公开 重点领域 主动公开 一般信息 新媒体 访问量 网站访问量 浏览量 粉丝 网民留言
    群众留言 留言 热线 咨询 咨询热线 网上咨询 意见征集 领导信箱 局长信箱 市长信箱 信箱 网上办事 行风热线
    新闻发布会 发布会 接受采访 采访 审核信息 过期信息 清理过期信息 新增专栏 专栏 专题 规章 规范性文件 行政许可
    许可 行政处罚 处罚 行政强制 行政强制措施 强制 行政事业性收费 收费 依申请公开 依申请 信息公开申请 行政复议 复议
    行政诉讼 诉讼 维持 纠正 培训 督查 推送 发布 办结 答复 予以公开 部分公开 不予公开 无法提供 不予处理
  `);
