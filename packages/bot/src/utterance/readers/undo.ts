import { anyOf } from "../any-of.ts";
import { ask } from "../ask.ts";
import { figuresOf } from "../binding/clause.ts";
import { isNaming } from "../binding/features.ts";
import { isMark, type Reader, type Said } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { narrowedBy, targetOf } from "./target.ts";

const UNDO = anyOf([
  /撤销|撤回(?!单位|老家|驻地)|撤掉|(?<!围挡|展|场|岗)撤了(?!回家|下班|去)|撤下来|撤一下|撤(?=$|[。!,吧])|删掉|删除|删了|删去|删(?=$|[。!,吧那上刚一今昨前第])|去掉(?!过期)|取消|作废|不算数|不作数|收回(?!来)/,
  /回退|undo|delete|cancel|remove|不要了|不要(?=[。!,]|$)|抹掉|划掉|清掉那|别算(?=[,。!]|$)|别记(?!错|成|到|在|混)/,
  /别要了?(?=[,。!吧]|$)|莫要了|抹了|抹去|勾掉|勾了(?=$|[吧。!])|不记了|不用记了|当(?:我)?没(?:说|报|发|记)|(?<=[条个次笔])不算(?=$|[。!,了数])/,
  /(?<!植被|生态|修复|康复|灾后)恢复(?!费|期|性|重建|通)|还原|找回来?|反撤销|redo|撤消|销掉|拿掉|清空/,
]);
/** 算了，不删了: it stays. */
const KEEPS =
  /(?:先|也|就|还是|那)?(?:不|别|甭|不用|不必|不要|不想|不需要)(?:删|撤|撤销|撤回|取消|删除)(?:掉)?(?:了|吧|啦)?(?=$|[,。!吧别不])/g;
/** 算了，还是按原来的: what was changed last is changed back. */
const AS_BEFORE =
  /^(?:算了|哎|那|唉|[,。])*还是(?:按|用|照)(?:着|照)?(?:原来|原先|之前|最早)的(?:数)?(?:来|报|算)?(?:吧)?(?=$|[,。!])/;
/** 还真是周四，再改回来吧: a change that was taken back stands again, or the last one goes. */
const ONCE_MORE = /(?:^|[,。;])(?:那|就|还是)?(?:再|又)改回(?:来|去)(?:吧|了)?[。!]?$/;
/** 刚才改日子那下退回去: the change itself is taken back. */
const CHANGED_BACK =
  /^(?:把)?(?:刚才?|刚刚|上次|上回)(?:的)?(?:改|修改|更正)(?:的)?(?:日期|日子|时间|数|数字|渠道|平台)?(?:的)?(?:那下|那次|那个|那条)?(?:给我|先|再)?(?:退|撤|改|变|还)(?:回去?|回来|原|了|掉)(?:吧)?[。!]?$/;
/** 微博的删掉，那是支队自己发的: a record by its name, and why. */
const NAMED_AND_GONE =
  /^[^,。;]{2,8}(?:的|那条|那个|那篇|那件|那次|那场|那期)(?:先|就)?(?:删掉|删了|撤了|撤掉|撤回|撤销|去掉|拿掉)(?:吧|了)?(?:$|[,。!])/;
/** 先撤了吧，有一条好像是转的: a bare wish, and why. */
const BARE_FIRST =
  /^(?:先|那|就|算了|哎|还是|[,。])*(?:撤|删|取消|撤销|撤回|撤掉|删掉)(?:了|掉)?(?:吧|了)?[,。](?!.*(?:改|应该|恢复|还原))/;
/** 发布会是卫健委开的，不算我们的，去掉吧: why, and then the wish. */
const GONE_AT_LAST = /[,。](?:那|这条|那条)?(?:就|先|还是)?(?:去掉|删了|删掉|撤了|撤掉|拿掉|不要|别记)(?:了)?吧[。!]?$/;
/** 不对不对，还没上呢，先删了: that it was wrong, why, and what is to be done. */
const OPENS_WRONG = /^(?:哎呀?|唉|诶|啊|哦|[,。!])*(?:不对|错了|说错了?|报错了?|记错了?|报早了|弄错了?)/;
const isOfWork = (token: Token): boolean => isNaming(token) && !isMark(token, "info", "foreign", "cleared");
const GONE_LAST =
  /[,。](?:那|这条|那条)?(?:就|先|还是|给我|帮我)*(?:去掉|删了|删掉|删除|撤了|撤掉|撤销|拿掉)(?:了|吧|一下)?[。!]?$/;
/** 删掉昨天许可38件, 要撤的是许可那条: the wish stands first. */
const BEGINS = /^(?:请|麻烦|帮我|把)?(?:删掉|删除|撤销|撤掉|去掉)(?!了)/;
const IS_WHICH = /^(?:我)?(?:要|想|该|应该)(?:撤|删|取消)(?:销|掉|回|除)?的(?:是|应该是)(?=.{1,14}(?:那|这)[条个笔件])/;
/** 热线接了17个，多半问停水啥时候恢复: what others asked. */
const TOLD = /[,;](?:多半|都|全|主要|大多|基本|大部分)*(?:是|都)?(?:问|咨询|反映|打听|询问)(?!了|过)[^,;。]*/g;
const REDO = /恢复|还原|反撤销|redo|撤销(?:错了|的?撤销)|取消撤销|重新加回|加回来|找回|恢复回来|撤销.{0,4}再?撤销/;
/** 许可恢复吧，就是11个: the record, and what it says. */
const COMES_BACK = /(?:恢复|还原|加回来|找回来)(?:回来|一下|上)?(?:吧|了|呗)?[,。](?:还是|就是|是|数还是)[^,。;]{1,8}$/;
const SWEEPING = /(?<!整条)都撤|全部|全都|所有|全删|都删|清空|一并删|统统|通通|整个|批量|这几条|那几条|几条都|全撤|all/;
const REFERS =
  /刚才|刚刚|上一|上条|最后|这条|那条|[那这][0-9一二两三四五六七八九十]{1,3}[条笔件个]|这个|那个|刚报|刚记|刚|前面|第[一二三四五六七八九十0-9]+[条个]|记的|报的|录的|登的|那笔|这笔|错|last|昨天的|今天的|重复/;
/** Offices withdraw permits, decisions and applications too: that is work, not a slip of the pen. */
const OFFICIAL =
  /(?:撤销|撤回|注销|取消|作废)(?:了)?(?:行政)?(?:许可|处罚|强制|决定|备案|公告|诉讼|复议|申请|起诉|登记|执照|证)|(?:许可|处罚|强制|复议|诉讼|申请|法院|判决|活动|会议|发布会|培训)(?:被)?(?:撤销|撤回|取消|作废)|(?:复议|诉讼|官司|案子|起诉).{0,4}撤|被撤销|撤诉|撤稿|撤回申请/;

/** The applicant withdraws a case; that is no slip of the pen either, unless the record is spoken of. */
const CASE =
  /申请人?.{0,6}(?:想|要|要求|自愿|主动|书面|自己|已经?)(?:求|申请)?.{0,2}(?:撤|取消)|申请人.{0,4}撤|(?:某|人|公司|企业|他|她|家).{0,8}申请.{0,3}撤|撤回(?:了)?(?:公开|信息公开)?申请|撤诉|撤案|撤件|申请.{0,6}(?:不要了|不办了|不申请了|取消了|算了)/;
/** 听老李说诉讼那个原告可能要撤: what may come to pass elsewhere takes nothing back. */
const RUMOUR = /听.{0,4}说|据说|可能|也许|说不定|原告|(?:他们|人家|对方|申请人).{0,6}(?:要|想|打算|准备)撤/;
/** 那场发布会没开成，取消了: called off in the world, and no record of ours. */
const CALLED_OFF =
  /(?:发布会|培训|会议?|活动|督查|采访|直播|节目|行程|安排|计划).{0,14}(?:取消|不搞|不办|黄)|(?:没开成|没办成|没去成|没搞成).{0,10}(?:取消|撤|作废)/;
/** 撤销规划许可那个案子，法院判我们赢了: what a court was asked to take back. */
const OF_A_LAWSUIT =
  /撤销(?:了)?原(?:决定|行政行为|处罚|许可)|(?:复议|诉讼|官司|起诉).{0,4}撤(?!销(?:决定|原))|复议.{0,16}决定.{0,4}撤|(?:撤销|撤回|取消|作废).{0,12}(?:案子|案件|官司|法院|[一二]审|原告|被告|胜诉|败诉|判决)|(?:法院|判决|案子|官司).{0,12}(?:撤销|撤回)/;
const OURS = /刚|上一?[条笔]|最后|前一?[条笔]|[报记录登填]的|那[条笔]|记录|重复/;

const POINTS = /刚才|刚刚|上一[条笔]|上条|[那这][0-9一二两三四五六七八九十]{0,3}[条笔]|最后一[条笔]/;
/** 那个老刘报过了，刚才那条撤了吧: the clause that points at the record says which; the others say why. */
function pointingAt(tokens: readonly Token[], text: string): readonly Token[] {
  const pointing = [...text.matchAll(/[^,;。!\n]+/g)].filter(([clause]) => POINTS.test(clause) && UNDO.test(clause));
  const match = pointing.at(-1); // 招聘那条让删了，刚加的这条撤回吧
  if (match) {
    const [from, to] = [match.index, match.index + match[0].length];
    const own = tokens.filter((token) => token.from >= from && token.to <= to);
    if (own.some(names) || pointing.length > 1) return own;
    return tokens.filter((token) => own.includes(token) || names(token)); // 热线的数没核对，那条先删掉
  }
  // 这条小李报过了，撤掉
  return /(?:报|记|发|录)(?:过|了)/.test(text) ? tokens.filter((token) => !isPerson(token)) : tokens;
}
const names = (token: Token): boolean => isNaming(token) && !isMark(token, "info", "foreign", "corrected", "cleared");
const isPerson = (token: Token): boolean =>
  (token.kind === "span" && token.span === "person") || (token.kind === "word" && token.word.is === "person");

const TOOK_DOWN = /(?:删|撤|下)(?:掉|除)?了(?:[0-9一二两三四五六七八九十]+)[条篇件个]/;
const POINTS_AT_A_RECORD =
  /刚|上一|上[条笔个]|前面|最后|[那这](?:一?[条笔个]|些)|记录|[记报录登填](?:错|的|了|重|过|多|岔)|重了|第[一二三四五六七八九十0-9]+[条笔]|昨天的|今天的|撤销的|last/;
/** 恢复了网站访问, 恢复办公 */
const RESTORED =
  /(?:恢复|还原)了?.{0,3}(?:正常|访问|办公|供|上班|营业|通行|开放|使用|运行|工作|服务|秩序)|(?:网站|系统|平台|网络|公众号).{0,4}恢复/;
const ALLOWED: readonly Mark[] = [
  "filler",
  "done",
  "only",
  "that-one",
  "role",
  "behalf",
  "repair",
  "chat",
  "more",
  "not",
  "corrected",
  "cleared",
  "info",
  "verb",
  "doubt",
];
/** 撤销吧，我再核一遍: what is done next. */
const CHECKS_AGAIN =
  /[,。;](?:我|等我?|回头|咱|等会儿?|一会儿?|待会儿?)*(?:再|先|重新|重|去|还得|得)+(?:去|跟[^,。]{1,6})?(?:核|查|数|确认|看|问|对|算)[^,。;]{0,8}[。!]?$/;
/** 合同作废, 文件收回了, 恢复办公: what is taken back or comes back is no record. */
function speaksOfSomethingElse(tokens: readonly Token[], text: string): boolean {
  if (POINTS_AT_A_RECORD.test(text)) return false;
  if (/恢复|还原/.test(text)) return RESTORED.test(text);
  let left = "";
  const again = text.search(CHECKS_AGAIN);
  for (const token of tokens) {
    if (again > 0 && token.from > again) break;
    const own =
      token.kind === "unknown" || (token.kind === "word" && token.word.is === "mark" && !isMark(token, ...ALLOWED));
    if (own && (!isNaming(token) || isMark(token, "foreign", "document"))) left += token.text;
  }
  const strange = left
    .replace(new RegExp(UNDO, "g"), "")
    .replace(/[^\u4e00-\u9fa5]|把|将|给|帮|吧|请|再|又|重新|加|回来|一下/g, "");
  return strange.length > 1;
}

/** Takes something back, or brings it back. All of it at once is asked. */
export const undo: Reader = {
  name: "undo",
  needs: /[撤删去取作不收回抹划清别莫勾当恢还找反销拿退改变]|undo|redo|delete|cancel|remove/,
  read(reading): Said | undefined {
    const { text, tokens } = reading;
    if (AS_BEFORE.test(text) && figuresOf(tokens).length === 0)
      return { act: "undo", target: { ref: "last", text }, redo: false };
    if (ONCE_MORE.test(text) && figuresOf(tokens).length === 0)
      return { act: "undo", target: { ref: "last", text }, redo: true };
    if (CHANGED_BACK.test(text) && figuresOf(tokens).length === 0)
      return { act: "undo", target: { ref: "last", text }, redo: false };
    if (IS_WHICH.test(text) && figuresOf(tokens).length === 0)
      return { act: "undo", target: { ...targetOf(tokens.filter(isNaming), reading), text }, redo: false };
    if (OPENS_WRONG.test(text) && GONE_LAST.test(text) && figuresOf(tokens).length === 0 && !tokens.some(isOfWork))
      return { act: "undo", target: { ref: "last", text }, redo: false };
    if (!UNDO.test(text.replace(KEEPS, "").replace(TOLD, ""))) return undefined;
    if (RUMOUR.test(text) && !OURS.test(text)) return undefined;
    if (CASE.test(text) && !OURS.test(text)) {
      const event = ask("case-event", text);
      return { act: "ask", sure: [], drafts: [{ text, asks: [event] }], ask: event };
    }
    if (
      figuresOf(tokens).length === 0 &&
      CALLED_OFF.test(text) &&
      !/刚才|刚刚|上一[条笔]|[那这][条笔]|记录|[记报录登填](?:的|了)/.test(text)
    )
      return undefined;
    if (OF_A_LAWSUIT.test(text) && !OURS.test(text)) return undefined;
    if (BARE_FIRST.test(text) && figuresOf(tokens).every(({ figure }) => figure.type === "exact" && figure.value === 1))
      return { act: "undo", target: { ref: "last", text }, redo: false };
    const gone = GONE_AT_LAST.exec(text);
    const meant = gone ? tokens.filter((token) => token.to <= gone.index && isNaming(token)) : [];
    if (meant.length > 0 && figuresOf(tokens).length === 0)
      return { act: "undo", target: { ...targetOf(meant, reading), text }, redo: false };
    const refers = REFERS.test(text);
    const sweeping = SWEEPING.test(text);
    const cleared =
      tokens.some((token) => isMark(token, "stale")) ||
      tokens.some(
        (token) => token.kind === "word" && token.word.is === "indicator" && token.word.key === "info.cleared",
      );
    if (cleared && !refers) return undefined;
    if (/改[成为到回]|应该是|应为/.test(text)) return undefined;
    if (/取消$|^取消/.test(text) === false && OFFICIAL.test(text) && !refers) return undefined;
    const question = (words: "undo-how-much" | "target-missing"): Said => {
      const why = ask(words, text);
      return { act: "ask", sure: [], drafts: [{ text, asks: [why] }], ask: why };
    };
    if (sweeping) return question("undo-how-much");
    const counted = figuresOf(tokens).some(
      (token) => !(token.figure.type === "exact" && token.figure.value === 1) && token.figure.type !== "approximate",
    );
    const names = tokens.some((token) => isNaming(token) && !isMark(token, "info", "corrected", "cleared"));
    // 发布会1场，临时取消: a report with its own end, not a record taken back
    const told = names && figuresOf(tokens).length > 0 && /[,。;].{0,6}(?:取消|作废|撤|删了?$)/.test(text);
    if (told && !(refers && POINTS.test(text))) return question("target-missing");
    if (names && counted && BEGINS.test(text)) {
      const target = { ...targetOf(tokens, reading), text };
      return { act: "undo", target, redo: false };
    }
    if (names && counted && COMES_BACK.test(text))
      return { act: "undo", target: { ...targetOf(tokens, reading), text }, redo: true };
    if (names && counted && !refers) return OFFICIAL.test(text) ? undefined : question("target-missing");
    if (counted && !names && !refers) return question("undo-how-much");
    // 公众号删了1条: work of the house, or a record taken back
    if (TOOK_DOWN.test(text) && names && !POINTS_AT_A_RECORD.test(text)) return question("target-missing");
    if (!NAMED_AND_GONE.test(text) && speaksOfSomethingElse(tokens, text)) return undefined;
    const pointed = pointingAt(tokens, text);
    const target = { ...targetOf(pointed, reading), ...narrowedBy(pointed), text };
    return { act: "undo", target, redo: REDO.test(text) };
  },
};
