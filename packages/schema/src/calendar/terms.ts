/** How long a term runs. `same-day`: the starting day itself is the day meant. `as-stated`: somebody sets and states it. */
export type TermLength =
  | Readonly<{ unit: "working-day"; length: number }>
  | Readonly<{ unit: "same-day"; length: 0 }>
  | Readonly<{ unit: "as-stated"; length: null }>
  | Readonly<{ unit: "month-day"; length: `${number}-${number}` }>;

export type Term = Readonly<{
  id: string;
  title: string;
  /** The article, or the document that stands in for one. */
  article: string;
  /** The event the term is counted from; that day is day 0. */
  start: string;
}> &
  TermLength;

const workingDays = (length: number) => ({ unit: "working-day", length }) as const;
const SAME_DAY = { unit: "same-day", length: 0 } as const;
const AS_STATED = { unit: "as-stated", length: null } as const;

const FEE_RULES = "国办函〔2020〕109号《政府信息公开信息处理费管理办法》";

/** Every term of the 条例 and the fee rules, in the order of the law. */
export const TERMS = {
  proactive: {
    id: "C-26",
    title: "主动公开",
    article: "条例第二十六条",
    start: "政府信息形成或者变更之日",
    ...workingDays(20),
  },
  receivedInPerson: {
    id: "C-31a",
    title: "当面提交的收到日",
    article: "条例第三十一条第（一）项",
    start: "提交之日",
    ...SAME_DAY,
  },
  receivedSignedMail: {
    id: "C-31b",
    title: "需签收邮寄的收到日",
    article: "条例第三十一条第（二）项",
    start: "行政机关签收之日",
    ...SAME_DAY,
  },
  receivedPlainMail: {
    id: "C-31c",
    title: "平常信函等无需签收邮寄的收到日",
    article: "条例第三十一条第（二）项",
    start: "收到当日与申请人确认之日",
    ...SAME_DAY,
  },
  receivedOnline: {
    id: "C-31d",
    title: "互联网渠道或者公开工作机构传真的收到日",
    article: "条例第三十一条第（三）项",
    start: "双方确认之日",
    ...SAME_DAY,
  },
  receivedUnreachable: {
    id: "C-31e",
    title: "联系不上申请人或者误投其他单位、个人的收到日",
    article: "国办公开办函〔2015〕207号",
    start: "登记后与申请人取得联系之日",
    ...SAME_DAY,
  },
  correctionNotice: {
    id: "C-30",
    title: "一次性告知补正",
    article: "条例第三十条",
    start: "收到申请之日",
    ...workingDays(7),
  },
  correctionReceived: {
    id: "C-30b",
    title: "补正后答复",
    article: "条例第三十条",
    start: "收到补正的申请之日",
    ...workingDays(20),
  },
  correctionPeriod: {
    id: "C-30c",
    title: "申请人补正的合理期限",
    article: "条例第三十条",
    start: "补正告知书载明的期限",
    ...AS_STATED,
  },
  answer: {
    id: "C-33",
    title: "答复",
    article: "条例第三十三条第二款",
    start: "收到申请之日",
    ...workingDays(20),
  },
  extension: {
    id: "C-33x",
    title: "延长答复",
    article: "条例第三十三条第二款",
    start: "原答复期限届满之日",
    ...workingDays(20),
  },
  excluded: {
    id: "C-33s",
    title: "征求第三方和其他机关意见所需时间，不计算在答复期限内",
    article: "条例第三十三条第三款",
    start: "发出征求意见书之日",
    ...AS_STATED,
  },
  thirdParty: {
    id: "C-32",
    title: "第三方提出意见",
    article: "条例第三十二条",
    start: "第三方收到征求意见书之日",
    ...workingDays(15),
  },
  coProducer: {
    id: "C-34",
    title: "共同制作的其他机关提出意见，逾期视为同意公开",
    article: "条例第三十四条",
    start: "被征求意见机关收到征求意见书之日",
    ...workingDays(15),
  },
  massive: {
    id: "C-35",
    title: "大量反复申请理由合理时的延迟答复",
    article: "条例第三十五条",
    start: "行政机关确定并告知的合理期限",
    ...AS_STATED,
  },
  feeNotice: {
    id: "C-42",
    title: "发出收费通知",
    article: `条例第四十二条、${FEE_RULES}`,
    start: "收到申请之日",
    ...workingDays(20),
  },
  feePayment: {
    id: "C-fee-pay",
    title: "缴纳信息处理费",
    article: FEE_RULES,
    start: "申请人收到收费通知之日",
    ...workingDays(20),
  },
  afterPayment: {
    id: "C-fee-re",
    title: "缴费后答复",
    article: FEE_RULES,
    start: "申请人完成缴费之日",
    ...workingDays(20),
  },
  reportDepartment: {
    id: "C-49",
    title: "县级以上人民政府部门公布上一年度报告",
    article: "条例第四十九条第一款",
    start: "每年",
    unit: "month-day",
    length: "01-31",
  },
  reportGovernment: {
    id: "C-49g",
    title: "县级以上地方人民政府的主管部门公布上一年度报告",
    article: "条例第四十九条第二款",
    start: "每年",
    unit: "month-day",
    length: "03-31",
  },
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;
