import type { Item, Slot } from "../meaning.ts";
import { isMark, type Reader, type Reading, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import { report } from "./report.ts";

/** 要…, 申请公开…, 内容是…: what is asked for, up to the next full stop. It may hold years and figures of its own. */
const SUBJECT =
  /(?:^|[,;:])(?:[他她]|对方|申请人|自己|本人)?(?:想要|要求(?:公开|提供|获取)?|要(?!求|补|我们|件)|申请(?:公开|获取|查询|的是|内容(?:是|为)?)|(?:申请)?内容(?:是|为)?|想(?:了解|知道|看|查)|索要)[:"“]?([^。;\n]{2,120}?)["”]?(?=[。;\n]|,(?:申请人|联系|电话|手机|邮箱|qq|微信|姓名|邮寄|网上|当面|传真|个人|企业|律所|科研)|$)/;
const PERSON =
  /(?:^|[,;:。])(?:申请人|姓名)(?!(?:是|为|属于?)?[:]?(?:自然人|个人|个体|公民|市民|群众|村民|企业|公司|律所|高校|科研|协会|社会|商业|法律))(?:姓名)?(?:是|为|叫)?[:]?([\u4e00-\u9fa5·]{2,4})(?=[,;。\n]|$)/;
const CONTACT =
  /(?:联系(?:电话|方式|人电话)|电话|手机号?|邮箱|qq|微信)?(?:号码?|是|为)?[:]?(?<![0-9])((?:1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8})|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,20}){1,3})(?![0-9])/;

type Span = Readonly<{ from: number; to: number }>;
const said = (text: string): Slot<string> => ({ value: text, certainty: "said", text });

function spanOf(match: RegExpExecArray | null, group: string | undefined): Span | undefined {
  if (!match || group === undefined) return undefined;
  return { from: match.index, to: match.index + match[0].length };
}

const outside = (tokens: readonly Token[], spans: readonly Span[]): readonly Token[] =>
  tokens.filter(({ from, to }) => !spans.some((span) => from < span.to && to > span.from));

/** A reading without some stretches; a comma stands in their place, so that what was apart stays apart. */
function without(reading: Reading, spans: readonly Span[]): Reading {
  let { text } = reading;
  for (const { from, to } of spans) text = text.slice(0, from) + ",".repeat(to - from) + text.slice(to);
  return { ...reading, text, tokens: outside(reading.tokens, spans) };
}

/**
 * 收到一件依申请公开，个人，网上提交，要2024年促消费资金分配表: an application with what it asks for, by whom and how to
 * reach him. Those words are no report: the years and figures in them count nothing.
 */
export const caseOpening: Reader = {
  name: "case-opening",
  read(reading): Said | undefined {
    const { text, heard, tokens } = reading;
    if (!tokens.some((token) => isMark(token, "application")) && !/依申请|申请公开|信息公开申请/.test(text))
      return undefined;
    if (!/收到|新收|收了|来了|接到|递交|提交|寄来|送来/.test(text)) return undefined;
    const whole = heard.text;
    const subject = SUBJECT.exec(whole);
    const person = PERSON.exec(whole);
    const contact = CONTACT.exec(whole);
    const spans = [spanOf(subject, subject?.[1]), spanOf(person, person?.[1]), spanOf(contact, contact?.[1])].filter(
      (span) => span !== undefined,
    );
    if (spans.length === 0) return undefined;
    const rest = report.read(without(reading, spans));
    if (!rest || (rest.act !== "record" && rest.act !== "ask")) return undefined;
    const told = {
      ...(subject?.[1] ? { subject: said(subject[1]) } : {}),
      ...(person?.[1] ? { who: said(person[1]) } : {}),
      ...(contact?.[1] ? { contact: said(contact[1]) } : {}),
    };
    const completed = <T extends Pick<Item, "text"> & { indicator?: Item["indicator"] | null | undefined }>(
      one: T,
    ): T => (one.indicator?.value === "application.received" ? { ...one, ...told } : one);
    return rest.act === "record"
      ? { ...rest, items: rest.items.map(completed) }
      : { ...rest, sure: rest.sure.map(completed), drafts: rest.drafts.map(completed) };
  },
};
