import { TERMS, type Term } from "../calendar/terms.ts";

/** The items of 条例第三十一条, and the letter of 2015 for applicants nobody can reach. */
export const RECEIPT_WAYS = ["in-person", "signed-mail", "plain-mail", "online", "fax", "unreachable"] as const;
export type ReceiptWay = (typeof RECEIPT_WAYS)[number];

/** The legal day of receipt in each way, with the question that finds it. */
export const RECEIPT_RULES: Readonly<Record<ReceiptWay, Readonly<{ label: string; term: Term; asks: string }>>> = {
  "in-person": { label: "当面提交", term: TERMS.receivedInPerson, asks: "申请人哪天当面提交的？" },
  "signed-mail": { label: "邮寄（需签收）", term: TERMS.receivedSignedMail, asks: "我们哪天签收的？" },
  "plain-mail": { label: "邮寄（平信）", term: TERMS.receivedPlainMail, asks: "哪天收到并与申请人确认的？" },
  online: { label: "网上提交", term: TERMS.receivedOnline, asks: "哪天双方确认收到的？" },
  fax: { label: "公开工作机构传真", term: TERMS.receivedOnline, asks: "哪天双方确认收到的？" },
  unreachable: {
    label: "联系不上申请人或者误投",
    term: TERMS.receivedUnreachable,
    asks: "哪天与申请人取得联系的？在那之前只登记，期限还没有开始。",
  },
};
