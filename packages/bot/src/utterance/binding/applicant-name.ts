import { PLAIN_SURNAMES } from "../parsers/person.ts";

const SURNAMED = /姓([\u4e00-\u9fa5])的?/;
const BODY =
  /(?:^|[,。;]|收到|由|是|叫|申请人为?|[封份件])((?!申请人|[一这那某几两有个家位是为由])[\u4e00-\u9fa5]{2,10}(?:有限公司|公司|集团|合作社|律师事务所|律所|协会|基金会|大学|研究院|研究所))(?=寄|递|交|提|送|派|当面|网上|发|申请|要|的|$|[,。;])/;
/** Not a name, but what kind of body it is. */
const KIND_ONLY =
  /^(?:.{0,2}(?:有限|股份|科技|建筑|物业|运输|软件|生物|环保|房产|商贸))?(?:公司|集团|合作社|律师事务所|律所|协会|基金会|大学|研究院|研究所)$/;

const PRIVATELY = new RegExp(`(?:^|[,。;]|是|由)([${PLAIN_SURNAMES}][\\u4e00-\\u9fa5]{1,2}?)(?:个人|本人|自己)`);

/** 自然人孙玉梅，当面递交 */
const AFTER_KIND = new RegExp(`(?:自然人|个人|公民)([${PLAIN_SURNAMES}][\\u4e00-\\u9fa5]{1,2})(?=[,。;]|$)`);

/** 宏远置业公司寄来的, 姓马的老大爷: by what name the applicant is spoken of. Undefined: by none. */
export function applicantNamed(text: string): string | undefined {
  const surname = SURNAMED.exec(text)?.[1];
  if (surname !== undefined) return `${surname}某`;
  const person = (PRIVATELY.exec(text) ?? AFTER_KIND.exec(text))?.[1];
  if (person !== undefined) return person;
  const body = BODY.exec(text)?.[1];
  return body === undefined || KIND_ONLY.test(body) ? undefined : body;
}
