import type { ResultRow } from "../form/result-rows.ts";

/** A row of table 三 as a clerk says it: the hook in the 条例 that carries it, and the words that name it. */
export type OutcomeRow = Readonly<{ row: ResultRow; hook: string; words: readonly string[] }>;

/** In printed order. Words are what staff say for the row; the longer one wins where one holds another. */
export const OUTCOME_ROWS: readonly OutcomeRow[] = [
  {
    row: "open",
    hook: "条例第三十六条第（一）项、第（二）项",
    words: ["予以公开", "同意公开", "全部公开", "全文公开", "都公开", "已经公开", "已主动公开", "公开了", "可以公开"],
  },
  {
    row: "partial",
    hook: "条例第三十七条",
    words: [
      "部分公开",
      "区分处理",
      "部分不予公开",
      "部分不公开",
      "公开一部分",
      "公开了一部分",
      "给了一部分",
      "给了部分",
      "提供了一部分",
      "提供了部分",
      "一部分给了",
      "一部分没给",
      "部分给了",
      "遮了几页",
      "部分遮",
      "一部分公开",
      "遮盖后公开",
      "隐去后公开",
    ],
  },
  {
    row: "deny_secret",
    hook: "条例第十四条",
    words: ["国家秘密", "涉密", "定密", "机密", "绝密", "秘密级"],
  },
  {
    row: "deny_law",
    hook: "条例第十四条",
    words: ["法律禁止", "法律行政法规禁止", "行政法规禁止", "法律不允许公开", "法律规定不能公开", "法律规定不得公开"],
  },
  {
    row: "deny_safety",
    hook: "条例第十四条",
    words: ["三安全一稳定", "国家安全", "公共安全", "经济安全", "社会稳定"],
  },
  {
    row: "deny_third",
    hook: "条例第十五条、第三十二条",
    words: ["商业秘密", "个人隐私", "第三方不同意", "第三方合法权益", "第三方权益", "隐私", "商业机密"],
  },
  {
    row: "deny_internal",
    hook: "条例第十六条第一款",
    words: ["内部事务", "人事管理", "后勤管理", "内部工作流程", "内部管理信息"],
  },
  {
    row: "deny_process",
    hook: "条例第十六条第二款",
    words: ["过程性", "过程稿", "讨论记录", "讨论稿", "征求意见稿", "磋商信函", "请示报告", "没有定稿", "草稿"],
  },
  { row: "deny_casefile", hook: "条例第十六条第二款", words: ["执法案卷", "案卷"] },
  {
    row: "deny_query",
    hook: "条例第三十六条第（七）项",
    words: ["行政查询", "工商登记资料", "工商查询", "不动产登记资料", "不动产查询", "登记资料查询"],
  },
  {
    row: "unable_nothold",
    hook: "条例第三十六条第（四）项",
    words: [
      "不掌握",
      "没有这个信息",
      "没有这些信息",
      "没有该信息",
      "没有相关信息",
      "没这个信息",
      "没有这份",
      "没有这个文件",
      "信息不存在",
      "不存在",
      "查无",
      "没有检索到",
      "未制作",
      "没制作过",
      "未保存",
      "没有保存",
    ],
  },
  {
    row: "unable_nothold",
    hook: "条例第三十六条第（五）项",
    words: ["不属于本机关", "不是我们负责", "不归我们", "不是我们的职责", "其他机关负责", "别的单位负责", "非本机关"],
  },
  {
    row: "unable_create",
    hook: "条例第三十八条",
    words: ["没有现成", "另行制作", "加工分析", "加工、分析", "需要加工", "需要汇总", "需要重新统计", "要另外做"],
  },
  {
    row: "unable_unclear",
    hook: "条例第三十条",
    words: [
      "补正后仍不明确",
      "补正后还是不明确",
      "补正后仍不清楚",
      "补正后还是不清楚",
      "补正了还是不清楚",
      "补正后申请内容仍不明确",
      "内容仍不明确",
    ],
  },
  { row: "refuse_petition", hook: "条例第三十九条第一款", words: ["信访", "举报", "投诉"] },
  {
    row: "refuse_repeat",
    hook: "条例第三十六条第（六）项",
    words: ["重复申请", "申请过了", "已经答复过", "之前答复过"],
  },
  {
    row: "refuse_publication",
    hook: "条例第三十九条第二款",
    words: ["公开出版物", "政府公报", "报刊", "书籍", "报纸", "出版物"],
  },
  { row: "refuse_massive", hook: "条例第三十五条", words: ["大量反复", "反复申请", "频繁申请", "数量频次明显超过"] },
  {
    row: "refuse_confirm",
    hook: "国办公开办函〔2021〕30号 表三",
    words: ["要求确认", "重新出具", "再出具", "出具证明", "确认已获取"],
  },
  {
    row: "other_nocorrect",
    hook: "条例第三十条",
    words: ["逾期不补正", "逾期未补正", "没有补正", "没补正", "未补正", "不补正", "一直没补"],
  },
  {
    row: "other_nofee",
    hook: "条例第四十二条",
    words: ["逾期未缴费", "未缴费", "没缴费", "没交费", "没有交费", "没有缴费", "不缴费", "未缴纳费用", "逾期未缴"],
  },
  {
    row: "other_misc",
    hook: "国办公开办函〔2021〕30号 表三",
    words: ["撤回", "撤销申请", "撤了申请", "不要了", "不申请了", "放弃申请"],
  },
];
