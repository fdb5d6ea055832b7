import type { ResultRow } from "@gongkai/schema";

/** A label and the other words people use for it. */
export type Label = Readonly<{ label: string; also: readonly string[] }>;

export const YES_LABEL: Label = { label: "确认", also: ["记下", "是的", "对"] };
export const NO_LABEL: Label = { label: "不记", also: ["取消", "不对"] };

/** A pasted list with unclear lines. */
export const keepLinesLabel = (good: number): Label => ({
  label: `先记看明白的${good}行`,
  also: [
    "先记",
    "记下",
    "先记好的",
    "记看明白的",
    "先记看明白的",
    "看明白的先记",
    "好的先记",
    "先记能记的",
    "确认",
    "保留",
    "先记上",
  ],
});
export const HOLD_LABEL: Label = {
  label: "都先不记",
  also: ["先不记", "都不记", "整批不记", "全部不记", "改好再发", "我改一下再发", "重新发", "取消"],
};

/** The same words twice on one day. */
export const ANOTHER_LABEL: Label = {
  label: "是另外的，记下",
  also: ["另外的", "是新的", "又一笔", "另一笔", "不一样的", "确认", "记下"],
};
export const REPEATED_LABEL: Label = {
  label: "发重了，不记",
  also: ["发重了", "重复了", "同一笔", "不是，发重了", "发了两遍", "手滑"],
};

/** The three answers to a figure for a period in which records stand. */
export const OVERLAP_LABELS = {
  replace: {
    label: "替换",
    also: [
      "换掉",
      "替换掉",
      "以这次为准",
      "以新的为准",
      "以后面的为准",
      "以后报的为准",
      "按新的",
      "覆盖",
      "更正",
      "用新的",
    ],
  },
  add: {
    label: "另外再加",
    also: ["再加", "加上", "追加", "另外的", "另外加", "还要加", "累加", "是新增的", "不包含", "不含", "加进去"],
  },
  same: {
    label: "就是这些",
    also: [
      "已经包含",
      "包含在内",
      "含在内",
      "包括在内",
      "重复了",
      "重复",
      "是同一批",
      "同一批",
      "一样的",
      "不用再记",
      "保留原来的",
    ],
  },
  nil: {
    label: "撤销已记的，记为无",
    also: ["撤销已记的", "撤掉已记的", "撤销", "记为无", "改成无", "替换", "确实没有"],
  },
  stays: { label: "保留已记的", also: ["保留", "不改", "就是这些"] },
} as const satisfies Record<string, Label>;

export const STEP_ANSWERS = {
  "correction-asked": {
    label: "我们发出了补正通知",
    also: ["我们发的补正通知", "我们发的", "发了补正通知", "补正告知", "我们通知他补正", "我们要求补正", "通知"],
  },
  "correction-received": {
    label: "申请人交来了补正材料",
    also: ["他交来的", "申请人补的", "收到补正材料", "他补正了", "申请人交的", "对方交来的", "材料交来了", "补正材料"],
  },
  "consultation-sent": { label: "刚发函征求意见", also: ["发出去了", "发函", "我们发的", "刚发出"] },
  "consultation-returned": { label: "已收到对方意见", also: ["收到回复", "收到意见", "对方回复了", "回来了"] },
} as const satisfies Record<string, Label>;

export const LAWSUIT_LABELS = {
  direct: { label: "未经复议直接起诉", also: ["直接起诉", "没有复议", "未经复议", "没经过复议"] },
  after: { label: "复议后起诉", also: ["经过复议", "复议过", "复议以后", "先复议"] },
} as const satisfies Record<string, Label>;

export const ORIGINAL_LABELS = {
  yes: { label: "是原行为机关", also: ["是", "我们是", "是的", "对"] },
  no: { label: "不是，我们是复议机关", also: ["不是", "复议机关", "我们不是"] },
} as const satisfies Record<string, Label>;

export const NONE_LABEL: Label = { label: "都不是", also: ["不在里面", "没有对的", "不是这些", "都不对"] };
export const LATER_LABEL: Label = { label: "以后再说", also: ["先不填", "待定", "不清楚", "不知道"] };

/** Short words for the exact rows of table 三, by which they are asked. */
export const ROW_LABELS: Readonly<Partial<Record<ResultRow, Label>>> = {
  deny_secret: { label: "国家秘密", also: ["涉密", "属于国家秘密"] },
  deny_law: { label: "法律、行政法规禁止公开", also: ["法律禁止", "法规禁止", "其他法律行政法规禁止公开"] },
  deny_safety: { label: "危及“三安全一稳定”", also: ["三安全一稳定", "危及安全", "社会稳定"] },
  deny_third: { label: "保护第三方合法权益", also: ["第三方", "商业秘密", "个人隐私", "隐私"] },
  deny_internal: { label: "三类内部事务信息", also: ["内部事务", "内部信息", "人事管理", "后勤管理"] },
  deny_process: { label: "四类过程性信息", also: ["过程性信息", "过程信息", "讨论记录", "请示报告"] },
  deny_casefile: { label: "行政执法案卷", also: ["执法案卷", "案卷"] },
  deny_query: { label: "行政查询事项", also: ["行政查询", "查询事项"] },
  unable_nothold: { label: "本机关不掌握", also: ["不掌握", "没有掌握", "不存在", "不归我们管", "未制作"] },
  unable_create: { label: "没有现成信息需要另行制作", also: ["另行制作", "没有现成", "需要制作", "需要加工"] },
  unable_unclear: { label: "补正后申请内容仍不明确", also: ["仍不明确", "还是不明确", "补正后不明确", "不明确"] },
  refuse_petition: { label: "信访举报投诉类申请", also: ["信访", "举报", "投诉"] },
  refuse_repeat: { label: "重复申请", also: ["重复", "申请过"] },
  refuse_publication: { label: "要求提供公开出版物", also: ["公开出版物", "出版物"] },
  refuse_massive: { label: "无正当理由大量反复申请", also: ["大量反复", "反复申请", "大量申请"] },
  refuse_confirm: { label: "要求确认或重新出具已获取信息", also: ["重新出具", "要求确认", "确认信息"] },
  other_nocorrect: { label: "逾期不补正", also: ["没有补正", "不补正", "逾期未补正"] },
  other_nofee: { label: "逾期未缴费", also: ["没缴费", "未缴费", "没有缴费"] },
  other_misc: { label: "其他", also: ["撤回申请", "申请人撤回", "撤回"] },
};
