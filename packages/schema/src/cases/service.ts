/** How an answer reaches the applicant. */
export const SERVICE_WAYS = ["direct", "other-agency", "post", "electronic"] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

/** Which day counts as the day of answering: 国办公开办函〔2016〕235号. It is silent on electronic delivery. */
export const SERVICE_RULES: Readonly<Record<ServiceWay, Readonly<{ label: string; day: string; asks: string }>>> = {
  direct: { label: "直接送达", day: "申请人签收之日", asks: "申请人哪天签收的？" },
  "other-agency": { label: "委托其他机关送达", day: "申请人签收之日", asks: "申请人哪天签收的？" },
  post: { label: "邮政寄送", day: "交邮之日", asks: "哪天交邮局寄出的？" },
  electronic: { label: "电子方式", day: "发出之日", asks: "哪天发出的？" },
};
