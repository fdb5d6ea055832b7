import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import type { Mark } from "../words/mark.ts";
import { type Clause, figuresOf, isDone } from "./clause.ts";
import { featuresOf, isNaming, isOccasion, names } from "./features.ts";
import { isStillToDo } from "./modal.ts";
import { isWhereTheyWent } from "./next-clause.ts";
import { isBareBureau, isElsewhere, namesOutsider, THE_OTHERS } from "./other-body.ts";
import { isRemark } from "./remark.ts";

/** How a clause stands to the facts. Only `told` may be written. */
export type Mood =
  | "told"
  | "aim" // 应发10条, 目标100
  | "plan"
  | "compare" // 去年同期20件
  | "elsewhere" // 省厅发了3条
  | "hearsay"
  | "doubt"
  | "underway"
  | "denied"
  | "step";

/** 按计划发了3条 was done; what is only planned is another thing. */
const byPlan = (tokens: readonly Token[]) =>
  tokens.some((token, at) => isMark(token, "plan") && /^按照?$/.test(tokens[at - 1]?.text ?? ""));

/** 某商贸公司, 申请人王某: a name left out on purpose is no doubt. */
const isNameless = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "某" &&
  (tokens[at + 1]?.kind === "unknown" ||
    isMark(tokens[at + 1], "topic") ||
    tokens
      .slice(at + 1, at + 4)
      .some((token) => (token.kind === "word" && token.word.is === "applicant") || isMark(token, "application")));

/** 还差1条, 还有3条没清: how much is still to come. */
const REST =
  /^(?:还)?(?:差|缺|欠)[0-9一二两三四五六七八九十]|^(?:还有|剩下?|余下?)[0-9一二两三四五六七八九十]{1,4}[条件个篇次期场份起].*[没未待]|^还剩[0-9一二两三四五六七八九十]{1,4}[条件个篇次期场份起封]/;
/** 剩下的明天再发, 11月的下月初再报: what is left over is another matter. */
const ABOUT_THE_REST =
  /^(?:剩下|剩余|其余|余下|另外的|别的|其他的|其它的)|^.{1,6}月(?:份)?的.{0,8}(?:再|还没|等)|还没(?:出来|统计|汇总|整理)|(?:等|待).{1,12}(?:再|才)(?:报|说|记|补|算|填)/;

/** 请专家来讲课: who was asked came; nothing is asked of anybody. */
const invites = (tokens: readonly Token[]) => {
  const plans = tokens.filter((token) => isMark(token, "plan"));
  return (
    plans.every(({ text }) => text === "请") &&
    tokens.some(({ text }) => /^(?:来|来了|来讲|讲课|授课|讲|讲的|讲解|作|做)$/.test(text))
  );
};

/** 跟上周一样: a yardstick, though it names a time. */
const LIKENS = /(?:跟|和|与|同|比|像|较).{1,8}(?:一样|相同|一致|持平|差不多|同样|一个数)/;
/** 其实是通知: it was something else, and what is not said in our words. */
const TURNS_OUT = /^(?:其实|实际上?|实为)(?:都|全)?(?:是|算|属|为)?/;

/** Every form of LIKENS, REST, TURNS_OUT and THE_OTHERS holds one of these. */
const MAY_TURN = /[样同致平差缺欠剩余还实那]|一个数/;

/** 处罚2件，均已结案: all of them came to their end. */
const ENDED = /^(?:均|都|全部?|现|目前|案件|文书)*(?:已经?|均已|都已)(?:全部)?(?:结案|送达|办结|移交)了?$/;
/** 收到行政诉讼应诉通知1件: a dispute that came, with its figure. */
const isNewDispute = (marks: ReadonlySet<Mark>, words: string) =>
  marks.has("arrived") &&
  (/应诉通知/.test(words) || ((marks.has("litigation") || marks.has("review")) && /受理通知/.test(words)));
/** 行政诉讼结案1件，维持: a dispute that came to its end. */
const isEndedDispute = (marks: ReadonlySet<Mark>, words: string) =>
  (marks.has("litigation") || marks.has("review")) &&
  /结案|宣判|判决|判了/.test(words) &&
  !/起诉|开庭|立案|听证/.test(words);

/** 解读校稿3条, 踏勘许可3件, 彩排发布会1次: what goes before the work that is counted. */
const PREPARES =
  /校稿|校对|审稿|改稿|拟稿|写稿|组稿|约稿|排版|排练|彩排|预演|试讲|踏勘|勘验|勘查|接件|案源|立案|案件线索|听证告知|催告|筹备|报名|签到|试播|试发|策划|起草|撰写|编写|草拟|论证|会签|走访摸排|预审|初审/;
const GOT_DONE =
  /(?<!新闻)发布(?!会)|发了|推了|推出|推送|上线|刊发|登了|挂网|公开|办结|作出|下达|审批|批准|核发|颁发|收取|收缴|入库|入账|召开|举办|举行|开了|办了|搞了|处以|决定|印发|出台|回复|答复|接听|审核|清理/;
/** 培训通知发了1次: papers of an occasion, and no occasion. */
const PAPERS_OF =
  /(?:培训|督查|发布会|行风热线|采访)的?(?:通知|方案|材料|课件|议程|预告|海报|计划|总结|简报|报名表|邀请函|资料|讲稿|提纲|稿子|签到表)/;
const HELD = /召开|举办|举行|组织|开展|开了|办了|搞了|上了|接受/;
const FEWER_THAN = /^[^没未非无]*不(?:到|足|满)[0-9一二两三四五六七八九十百千万]+[^没未不非无]*$/;
/** 今天公众号就发了这2条: all there were. */
const ALL_THERE_WERE =
  /(?:就|只)(?:发|推|上|办|接|回|开|挂)了(?:这|那)[0-9一二两三四五六七八九十]|(?:就|只)有?(?:[他她它]们?)?(?:这|那)[0-9一二两三四五六七八九十]{1,2}[条件个篇次期场份起封]$/;
/** 培训嘛改到下周了 */
export const PUT_OFF = /(?:改|推迟|延|延期|挪|推)到(?:了)?(?:下|明|后|大后)|改天了?$/;
/** 会商完了以后, 散会之后, 24小时自助区开了以后: when the rest was done. */
const AFTERWARDS =
  /^[^没未不]{2,16}(?:完|结束|好|散会|会议|开放?|启用|开通|上线?|投用|运行|升级|改造|搬迁?|恢复)了?(?:以后|之后|后)$/;
/** 人大建议还没弄完 */
const UNFINISHED = /(?:还没有?|尚未|没|未)(?:弄|办|做|搞|写|审|答复|办理|处理|整理)?(?:完|好)(?:呢)?$/;
/** 解读写了2篇，领导还没签: what is still to be signed or approved has not gone out. */
const UNSIGNED =
  /^(?:但是?|可是?|不过|就是|只是|就)?(?:局?领导|分管领导|[局科处主]长|主任|书记|办公室|上面|上头|那边|[\u4e00-\u9fa5]{1,2}[局科主]长?)?(?:都)?(?:还没有?|尚未|没有?|未)(?:签字?|批|审|过|定稿?|发|上线?|挂|盖章?|点头|同意|通过|走完|出来?|拍板)(?:呢|完|下来|出去|出来)?$/;

/** 等财务确认, 就等局长点头: it waits for somebody of ours; 等法院排期 says how a dispute stands. */
const WAITS =
  /^(?:还|就|正|都)?(?:在)?等(?:着)?(?!法院|判决|开庭|复议)[^,。;]{0,8}(?:确认|盖章|签字?|签发|审核?|批复?|核实?|通知|消息|回复|点头|拍板|走完|发布|上线)(?:呢)?$/;
/** 快发了, 马上就办: not yet. */
const ALMOST =
  /^(?:就|都)?(?:快|马上|即将|就要)(?:就|要)?(?:能)?(?:发|推|上|办|开|批|签|下|出|弄|做|搞)(?:布|出|完|好|来|上去|出去|下来)*了?$/;
/** 企业自己办的, 学校那边搞的: others did it. */
const OTHERS_DID =
  /^(?:都|全|均)?(?:是)?(?:企业|学校|公司|医院|村里?|社区|协会|商会|他们|别人|人家|外单位)(?:自己|自行|那边|单独)(?:办|发|做|搞|写|开|组织|弄|推)的$/;

const TALKED =
  /^(?:汇报|请示|沟通|商量|商讨|催|讨论|研究|叮嘱|交代|打招呼|核对|校对|修改|改|返工|打回|退回|碰头|对接|联系)(?:过|了)?$/;
/** 公众号的事汇报了3次, 稿子改了3遍: how often it was talked over. */
const isTalkedOver = (tokens: readonly Token[]) =>
  tokens.some(
    (token, at) =>
      token.kind === "figure" &&
      /^(?:次|遍|回|轮)$/.test(token.figure.unit) &&
      tokens.slice(Math.max(0, at - 2), at).some(({ text }) => TALKED.test(text)),
  );

const SENT_OUT = /^(?:发|推|挂|上)(?:出去|上去|布|送|传)?了?$/;
/** 处罚那7件里头有2件是简易程序, 领导信箱那4件都办结了: those that are known already. */
const pointsBack = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      tokens[at + 1]?.kind === "figure" &&
      (token.text === "那" || token.text === "这") &&
      (tokens.slice(0, at).some((one) => isNaming(one)) ||
        (tokens[at + 2] !== undefined && isNaming(tokens[at + 2] as Token))) &&
      !tokens.slice(at + 2).some((one) => SENT_OUT.test(one.text)), // 公众号那两条发出去了 was announced before
  );

/** 几条没跟我讲: how many is not known yet. */
const HOW_MANY_UNKNOWN = /^(?:几|多少)[条件个篇次封场期]?(?:还)?(?:没|不)(?:跟|和|给|说|讲|告诉|知道|清楚|数)/;

/** 其中3条退回去改了: what became of a part changes no total, unless it never went out. */
const isOfTheTotal = (tokens: readonly Token[], words: string): boolean =>
  /^(?:其中|里面|当中)/.test(words) &&
  !tokens.some(isNaming) &&
  !/没|未|待|草稿|水分|退[费款还]|撤|删|取消|重复|转载|转发|作废|不算|不是|别人|[市省县]局|计划|准备|明天|还/.test(
    words,
  );

/** 老王已经报了: then it is in the ledger already. */
const isReportedBy = (tokens: readonly Token[], words: string): boolean =>
  !tokens.some((token) => token.kind === "figure" || isNaming(token) || isMark(token, "behalf")) &&
  /(?:已经?|都)?(?:报|记|录|登记?)(?:过了?|了)(?:的|吧|啊)?$/.test(words) &&
  tokens.some(
    (token) =>
      (token.kind === "span" && token.span === "person") ||
      (token.kind === "word" && token.word.is === "person") ||
      (isMark(token, "role") && !/^[我咱俺本]/.test(token.text)) ||
      /^(?:别人|他|她|他们)$/.test(token.text),
  );

/** 合法性审核中 */
const isOnItsWay = (words: string): boolean =>
  /(?:审核|审查|审批|公示|编制|修改|校对|流程|流转|会签|排版|制作|印刷|走签)(?:当)?中$/.test(words);

/** 其中2件没办, 没上网: said of what was just counted, and no nil of its own. */
const isLeftUndone = (tokens: readonly Token[]): boolean =>
  !tokens.some(isNaming) &&
  !tokens.some((token) => isMark(token, "undecided")) &&
  tokens.some((token) => isMark(token, "nil") && /^没(?:办|上|发|推|开|更|挂|公开|审|签|录|登)/.test(token.text));

/** 各街道都来人了: who came, behind the occasion; 都是各社区报上来的: who sent in what was looked over. */
const CAME =
  /^(?:都|全)?是?各[^0-9没未不省市县]{1,4}(?:报|送|交|传)(?:上来|过来|来)的$|^各[^0-9没未不]{1,8}(?:来了?人|派了?[人员]|参加|参会|到场|出席|到了?)了?$/;

const SOON = /^(?:大?后天|明[天日早晚晨儿]|下周|下个?月|下个?星期|下个?礼拜|tomorrow|next)/;

/** 公众号3条，学校的: whose they were, or that they were copied, may mean that they are not ours. */
const WHOSE =
  /^(?:[0-9一二两三四五六七八九十]{1,3}[条篇个期])?(?:都|全|均)?(?:是)?(?:县融媒|市融媒|县融媒体中心|融媒体中心|电视台|[省市县]台|学校|企业|公司|医院|社区|村里?|协会|商会|别人|人家|外单位|下属单位|转载|转发|投稿|约稿)(?:里|那边|发)?的$/;

/** 抖音有一个是县融媒体中心发的 */
const SOME_ARE_OTHERS =
  /有[0-9一二两三四五六七八九十]{1,2}[条个篇期件](?:其实)?是(?!我|咱|俺|本).{2,12}(?:中心|局|委|办|台|社|街道|社区|学校|医院|公司|别人|人家|他们|[市省县区镇乡村]里?)(?:发|推|做|办|搞|挂)的$/;

/** 留言也有，二十几条吧: asked for its figure. */
const isRoughly = (tokens: readonly Token[], marks: ReadonlySet<Mark>): boolean =>
  !marks.has("plan") &&
  !tokens.some(isNaming) &&
  tokens.some((token) => token.kind === "figure" && token.figure.type === "approximate");

/** 公众号粉丝比上月涨了2100: how many there are now is asked. */
const grows = (tokens: readonly Token[], marks: ReadonlySet<Mark>): boolean =>
  marks.has("increase") && tokens.some((token) => names(token, /^gauge\./));

/** 给社区讲了一课, 上行风热线讲了一期: a lecture, and nothing that somebody said. */
function isLecture(tokens: readonly Token[], words: string): boolean {
  const occasion = tokens.findIndex((token) => names(token, /^(?:publicity|training)\./));
  if (occasion >= 0 && tokens.slice(occasion + 1).some(({ text }) => text === "讲")) return true;
  const heads = tokens.every((token) => token.kind !== "figure" || token.figure.measure === "people");
  return heads && /(?:给|为|对|向).{1,10}讲/.test(words);
}

const isDoubtful = (tokens: readonly Token[], words: string, marks: ReadonlySet<Mark>): boolean =>
  tokens.some(
    (token, at) =>
      isMark(token, "doubt") &&
      !(token.text === "吧" && isRoughly(tokens, marks)) &&
      !(token.text === "被" && (marks.has("litigation") || marks.has("review"))) && // 诉讼被法院判决纠正
      !isNameless(tokens, at) &&
      !(token.text === "讲" && isLecture(tokens, words)),
  );

export const isAfterwards = (tokens: readonly Token[]): boolean =>
  AFTERWARDS.test(textOf(tokens)) && figuresOf(tokens).every(({ figure }) => figure.measure === "other");

/** `ofCase`: an application or an interview was spoken of; then 企业的 says who applied, 省台的 who asked. */
export function moodOf(clause: Clause, ofCase = false): Mood {
  const { tokens } = clause;
  const words = textOf(tokens);
  if (!ofCase && words.endsWith("的") && WHOSE.test(words)) return "doubt";
  if (isRemark(clause, false)) return "told";
  const counts = tokens.some((token) => token.kind === "figure");
  if (!counts && isWhereTheyWent(tokens)) return "told";
  if (!counts && (CAME.test(words) || HOW_MANY_UNKNOWN.test(words))) return "told";
  const { marks } = featuresOf(tokens);
  const turns = MAY_TURN.test(words);
  if (turns && LIKENS.test(words)) return counts || !tokens.some(isNaming) ? "compare" : "doubt";
  if (turns && REST.test(words) && !marks.has("undecided")) return "compare";
  if (!counts && ABOUT_THE_REST.test(words)) return "compare";
  if (!counts && (UNSIGNED.test(words) || WAITS.test(words) || ALMOST.test(words))) return "underway";
  if (!counts && OTHERS_DID.test(words)) return "doubt";
  if (counts && isTalkedOver(tokens)) return "compare";
  if (
    turns &&
    TURNS_OUT.test(words) &&
    !tokens.some((token) => isNaming(token) || token.kind === "figure" || token.kind === "date")
  )
    return "doubt";
  if (marks.has("subset") && isOfTheTotal(tokens, words)) return "told";
  if ((pointsBack(tokens) && !ALL_THERE_WERE.test(words)) || (words.endsWith("的") && SOME_ARE_OTHERS.test(words)))
    return "doubt";
  if (turns && THE_OTHERS.test(words)) return "elsewhere";
  if (isReportedBy(tokens, words)) return "doubt";
  if (words.endsWith("中") && isOnItsWay(words)) return "underway";
  if (marks.has("nil") && isLeftUndone(tokens)) return "denied";
  if (marks.has("aim")) return "aim";
  if (marks.has("compare") && !grows(tokens, marks)) return "compare";
  if (marks.has("doubt") && isDoubtful(tokens, words, marks)) return "doubt";
  if (marks.has("hearsay")) return "hearsay";
  if (marks.has("outsider")) {
    if (isElsewhere(tokens)) return tokens.some((_, at) => isBareBureau(tokens, at)) ? "doubt" : "elsewhere";
    if (namesOutsider(tokens) && tokens.some(isNaming)) return "doubt";
  }
  if (counts && PREPARES.test(words) && !GOT_DONE.test(words) && tokens.some(isNaming)) return "underway";
  if (counts && (marks.has("hotline") || tokens.some(isOccasion)) && PAPERS_OF.test(words) && !HELD.test(words))
    return "doubt";
  if (!counts && PUT_OFF.test(words)) return "plan";
  if (isAfterwards(tokens)) return "told";
  if (!counts && UNFINISHED.test(words)) return "underway";
  if (counts && isStillToDo(words)) return "plan";
  if (marks.has("plan")) {
    if (!isDone(tokens) && !invites(tokens)) return "plan";
    if (!byPlan(tokens) && !invites(tokens)) return "doubt";
  }
  const soon = tokens.some((token) => token.kind === "date" && token.when.type === "ahead" && SOON.test(token.text));
  if (soon && !isDone(tokens)) return "plan";
  if (marks.has("underway")) return "underway";
  if (marks.has("not") && FEWER_THAN.test(words)) return "told"; // an approximate figure, and asked as one
  if (marks.has("step") && !isNewDispute(marks, words) && !(counts ? isEndedDispute(marks, words) : ENDED.test(words)))
    return "step";
  if ((marks.has("not") && !/不是没|没少/.test(words)) || marks.has("except")) return "denied";
  return "told";
}
