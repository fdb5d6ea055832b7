import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { isNaming, names } from "./features.ts";

const GIVES_OBJECT =
  /^(?:向|给|对|接受|配合|转|陪同|帮|替|代|为|和|与|同|联合|参加|迎接|采访|按|根据|按照|与|和|跟|经|由|报|在)$/;
/** 在街道, 到乡镇, 下基层: where it was done. */
const PLACE = /^(?:在|去|去了|到|到了|赴|下|下到|深入|深入到|进|进了|走进|前往|走访|驻|沉到)$/;
/** 给基层做了1场培训: who was taught, looked at or told; only occasions have such guests. */
const AUDIENCE = /^(?:给|为|对|向|面向|针对|组织|召集|邀请|带|带着|领着|请|陪同|接待)$/;
const OCCASION = /^(?:training|inspection|publicity|interaction\.opinion)/;
const SINGLE = /^[市县省厅区]$/;

const FILES = /^(?:文件|通知|意见|办法|规定|方案|《)/;
/** 中央一号文件解读, 省政府《通知》解读: the body only says whose document it is. */
const namesDocument = (next: Token | undefined) =>
  next !== undefined &&
  (FILES.test(next.text) ||
    (next.kind === "span" && /^(?:title|document-number)$/.test(next.span)) ||
    isMark(next, "document", "topic"));
/** 市政办发〔2025〕16号的解读: the body that issued it is part of the number. */
const issuesDocument = (tokens: readonly Token[], at: number) =>
  tokens
    .slice(at + 1, at + 6)
    .some(
      (token, away, near) =>
        token.kind === "span" &&
        token.span === "document-number" &&
        near
          .slice(0, away)
          .every((one) => one.kind === "unknown" || isMark(one, "outsider", "verb", "noun", "document")),
    );
/** 市农科院, 省某公司: the body is the first half of an applicant's name. */
const isApplicant = (token: Token | undefined) => token?.kind === "word" && token.word.is === "applicant";
const namesApplicant = (tokens: readonly Token[], at: number) =>
  isApplicant(tokens[at + 1]) ||
  // 县里一家建材公司寄的, behind the application
  (tokens.slice(at + 1, at + 6).some(isApplicant) &&
    /^(?:寄|递|交|提|送|发|申请)(?:来|过来|交)?的$/.test(tokens.at(-1)?.text ?? "")) ||
  // 收到县里一家木材加工厂的申请: where the applicant is from
  (tokens.slice(0, at).some((token) => isMark(token, "arrived")) &&
    tokens.some((token) => isMark(token, "application")) &&
    tokens.slice(at + 1, at + 6).some(isApplicant)) ||
  (tokens.some((token) => isMark(token, "application")) &&
    (tokens[at + 1]?.kind === "unknown" || isMark(tokens[at + 1], "topic", "noun")) &&
    isApplicant(tokens[at + 2])); // 省考古研究院

/** 我们民政局, 本街道: our own body by its name. */
const OURSELVES = /^(?:我|我们|咱|咱们|本)$/;

/** 隔壁住建推了40条: whoever they are, they issue no documents of ours. */
const NEIGHBOURS = /^(?:隔壁|兄弟|友邻|别的|其他|邻|人家|他们)/;

const isInterview = (token: Token) =>
  token.kind === "word" && token.word.is === "indicator" && token.word.key === "publicity.interview";

const SHOWS_UP = /^(?:上了?|做客|走进|参加了?|录了?|亮相)$/;
const OF_SIZE = /^[市县省厅区]$|^(?:省|市|县|区|国家)级$|^全[国省市县区]$/;
const FIELD =
  /^(?:教体|卫健|住建|文旅|人社|市监|应急|交运|水务|司法|发改|工信|教育|民政|财政|公安|城管|环保|审计|统计|医保|农业|林业|气象|消防|商务|科技|交通|水利|信访|体育|税务|供销|残联|妇联|团委|工会)/;
/** 住建那边今天发了5条 */
export const THE_OTHERS =
  /(?:教体|卫健|住建|文旅|人社|市监|应急|交运|水务|司法|发改|工信|教育|民政|财政|公安|城管|环保|审计|统计|医保|农业|林业|气象|消防|商务|科技|交通|水利|信访|体育|税务|残联|妇联|融媒|供电|自然资源)(?:他们)?(?:那边|那儿|那头)/;
/** 市马拉松报名, 县运动会: of what size the thing was; a field of work behind it may be a bureau's short name. */
function isModifier(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (!OF_SIZE.test(tokens[at]?.text ?? "") || !next || FIELD.test(next.text)) return false;
  const word = next.kind === "unknown" ? next.text.length > 1 : isMark(next, "topic", "noun", "foreign", "chat");
  const account = tokens.slice(at + 1, at + 4).some((one) => one.kind === "word" && one.word.is === "channel");
  if (account) return false; // 市疾控公众号
  return (
    word &&
    !/[局委厅办院部府]$|(?<!运|年|庙|展|博览|灯|花)会$/.test(next.text) &&
    !/^[局委厅办院府]/.test(after?.text ?? "")
  );
}

/** 两个社区打来咨询热线5个: they called, and we counted it. */
const CALLS_US = /^[^,。;]{0,6}(?:打来|打进|打过来|来电)/;

/** Is the outsider at `at` the one who acts, or could be? */
function mayAct(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (!token || !isMark(token, "outsider") || namesApplicant(tokens, at)) return false;
  // 县卫健局 acts, 省教育厅文件解读 does not
  const named = /^[局委厅办院]$/.test(tokens[at + 2]?.text ?? "") && !FILES.test(tokens[at + 3]?.text ?? "");
  if (namesDocument(next) && !NEIGHBOURS.test(token.text) && !named) return false;
  if (issuesDocument(tokens, at) || (before && OURSELVES.test(before.text))) return false;
  // 督查乡镇政务公开: whom the occasion was for
  if (before?.kind === "word" && before.word.is === "indicator" && OCCASION.test(before.word.key)) return false;
  if (SINGLE.test(token.text) && before?.kind === "unknown") return false; // 夜市
  if (isModifier(tokens, at) || CALLS_US.test(textOf(tokens.slice(at + 1)))) return false;
  // 办了1场全县公示业务培训: of what size it was
  if (
    /^全[国省市县区]$/.test(token.text) &&
    tokens.slice(0, at).some(({ kind }) => kind === "figure") &&
    tokens.slice(at).some((one) => names(one, OCCASION))
  )
    return false;
  if (next?.kind === "word" && next.word.is === "indicator" && /_proposal$/.test(next.word.key)) return false; // 市人大
  // 接受市日报采访, 接受了县广播电台的采访
  const accepts = isMark(before, "done") ? tokens[at - 2] : before;
  if (accepts?.text === "接受" && tokens.some(isInterview)) return false;
  // 上了县里的行风热线
  if (accepts && SHOWS_UP.test(accepts.text) && tokens.some((one) => names(one, /^publicity\./))) return false;
  const passed =
    before !== undefined &&
    (isMark(before, "filler", "each", "outsider", "link") ||
      (before.kind === "figure" && (before.figure.unit === "个" || before.figure.measure === "people")));
  const lead = passed ? tokens[at - 2] : before;
  if (lead && PLACE.test(lead.text)) return false;
  // 到万众社区开展督查: a place by its name
  const byName = before?.kind === "unknown" || (before?.kind === "word" && before.word.is === "fixed-name");
  if ((byName || isMark(before, "topic")) && PLACE.test(tokens[at - 2]?.text ?? "")) return false;
  const occasion = tokens.some(
    (one) => one.kind === "word" && one.word.is === "indicator" && OCCASION.test(one.word.key),
  );
  return !((occasion || !tokens.some(isNaming)) && lead && AUDIENCE.test(lead.text));
}

/** Another body is the one who did it, unless it is only named in passing (向省厅, 配合市局). */
export function isElsewhere(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((_, index) => mayAct(tokens, index));
  if (at < 0) return false;
  const before = tokens[at - 1];
  if (before && isMark(before, "repost")) return false;
  return !(before && GIVES_OBJECT.test(before.text)) && !tokens.slice(0, at).some(isNaming);
}

/** 民政局公众号2篇, 街道搞了培训: a body without its town may be our own; 市民政局 and 隔壁局 are not. */
export const isBareBureau = (tokens: readonly Token[], at: number) =>
  isMark(tokens[at], "outsider") &&
  !isMark(tokens[at - 1], "each") &&
  /^(?:(?![省市县区]|国家|总|兄弟|别|其|隔壁|友邻|邻|上|下|他|外|人家|各).{2,10}[局委厅]|[厅部]里|[镇乡](?:里|上|政府)|街道)$/.test(
    tokens[at]?.text ?? "",
  );

/** A body named in passing: whose work it is stays open. */
export const namesOutsider = (tokens: readonly Token[]) => tokens.some((_, at) => mayAct(tokens, at));
