import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { COMMON_CHARACTERS } from "../words/common-characters.ts";
import type { Mark } from "../words/mark.ts";
import { BEARS_ON_FACTS } from "./bears-on-facts.ts";
import { type Clause, countOf, isOwnCount } from "./clause.ts";
import { putsInDoubt } from "./doubted.ts";
import { isNaming, names } from "./features.ts";
import { changesSubject } from "./remark.ts";
import { isAnnouncement, isSmallTalk, isTrip } from "./small-talk.ts";

// What is told beside a record in a breath of its own: which offence was punished, what a dispute was about, what citizens
// complained of, why an answer was what it was. Its 没, 不, 撤 and 假 are those of the story; the record stands.

/** What the record is of that a story is told beside. */
type About =
  | "taught"
  | "offence"
  | "citizen"
  | "dispute"
  | "answer"
  | "findings"
  | "cleared"
  | "reviewed"
  | "document"
  | "served";

const isOf: Readonly<Record<About, (token: Token) => boolean>> = {
  offence: (token) => names(token, /^(?:penalty|coercion)\./),
  citizen: (token) =>
    names(token, /^(?:interaction\.(?!opinion)|publicity\.hotline)/) || isMark(token, "consult", "mailbox", "hotline"),
  dispute: (token) => names(token, /^(?:review|litigation)\./) || isMark(token, "review", "litigation"),
  answer: (token) => token.kind === "word" && token.word.is === "outcome",
  findings: (token) => names(token, /^inspection\./),
  cleared: (token) => names(token, /^info\.cleared/) || isMark(token, "cleared", "stale"),
  reviewed: (token) => names(token, /^info\.reviewed/),
  document: (token) => names(token, /^doc\./) || isMark(token, "normative", "regulation"),
  taught: (token) => names(token, /^(?:training|publicity)\./),
  served: (token) => names(token, /^(?:permit|service)\./),
};

type Tale = Readonly<{
  about: About;
  /** How it opens or what it holds. */
  told: RegExp;
  /** What would be said of the record itself: its papers, its way, its end. */
  never: RegExp;
  /** Marks that are part of the story here and would elsewhere be of the record. */
  allows?: readonly Mark[];
}>;

/** Said of any record: that it is another's, doubtful, planned, a copy, or not to be counted. */
const OF_THE_RECORD =
  /我们没|我局没|咱|人家|别人|兄弟|不是我|重复|不算(?!在里头|数里)|作废|取消|改成|改为|记错|报错|写错|算错|还没|尚未|未必|待|打算|准备|计划|可能|大概|左右|估|好像|应该|[市省]局|省厅|总局|草稿|测试|转发|转载|上报|别记|不记|不用记|已报|报过|记过|算不算|[?吗]/;

const TALES: readonly Tale[] = [
  // 未按规定配备灭火器材, 混凝土强度造假, 两家偷排两家没验收
  {
    about: "offence",
    told: /^(?:未|没有?)(?:按|经|取得|办理?(?:证|照)|戴|穿|系|备案|公示|明码|年检|验收|配备?|设置?|落实|建立|持证|亮照)|^(?:无证|无照|擅自|违规|违法|超标|超载|超限|超范围)|^(?:是(?=一?[家个户名])|因为?|理由|原因|对象|当事人|(?:全|都|大多|多数|多半|主要|基本)[是因])[^,。;]{4,}$|造假|偷(?!懒|偷)|掺假|冒充|假[酒药货烟冒]|(?:^|[^0-9])[一两三四五六七八九十][家户个][^,。;]{2,8}[一两三四五六七八九十][家户个]/,
    never:
      /下达|送达|执行|[缴交]|结案|办结|立案|决定|文书|听证|告知|复议|起诉|公示(?!牌|栏)|登记|录|系统|撤|免|减轻|暂缓|没罚|没成|生效|签|批|盖|走完|程序|退|不服|罚款|到位|印|核|审|假的|真的|口头|警告/,
  },
  // 全是夜间施工吵得睡不着, 一封说秤不准, 来信人想了解补助
  {
    about: "citizen",
    told: /^(?:(?:全|都|大多|多数|多半|主要|基本|一半|大半|也|净|有的?)(?:是|在|说|问|反映|催|嫌|抱怨)|[一两二三四五六七八九十有]{1,2}[封条个位件通](?:都|是)?(?:说|问|反映|催|嫌|抱怨|骂|夸|表扬|想)|反映|问(?!题)|(?:来信人|来电人|来电的|来信的|打来的|网友|群众|家长|听众|市民|居民|村民|老百姓)(?!.*(?:评价|满意度)))/,
    never:
      /没回|未回|没答|未答|没接|没办|没处理|未处理|没回复|未回复|转(?:给|办|到|交|出|派)|撤了|删|骚扰|打错|恶作剧|无效/,
    allows: ["plan", "outsider"],
  },
  // 培训机构告我们吊销办学许可, 申请人都是职业打假的, 是被解除协议的药店提的
  {
    about: "dispute",
    told: /^(?:是?被?[^,。;]{1,12}(?:告|诉)(?:我们|我局|我委|的是|的)|[^,。;]{0,8}不服|(?:申请人|原告|对方|起诉人)[^,。;]*(?:是|认为|嫌|主张)|是[^,。;]{2,14}(?:提|告|递|申请)的|(?:原|该)?(?:处罚|许可|决定|答复)[^,。;]{0,4}没(?:问题|毛病|错)|起因|原因|理由|因为?|批复|等法院|法院(?:送来|受理))/,
    never: /撤诉|撤回|判|维持|纠正|驳回|和解|调解|审结|结案|开庭|败|胜|赢|输|答辩/,
    allows: ["plan"],
  },
  // 因为本机关没制作过这个材料, 涉及业主个人信息的遮掉了
  {
    about: "answer",
    told: /^(?:因为?|由于|理由|原因|涉及|本机关|本单位|我们?[局委]?(?:这)?(?:里|儿)?没有?(?:这|制作|保存|做过|掌握)|档案|[^,。;]{1,10}(?:遮|隐去|抹去|盖住|涂黑|打码))/,
    never: /补正|延期|撤回|未答|没答|征求|改/,
  },
  // 发现台账普遍不全, 已让他们补
  {
    about: "findings",
    told: /^(?:发现|查出|看出|指出|查到|(?:主要|重点)?(?:看|查)(?:的是)?|[^,。;]{0,8}(?:台账|公开栏|公示栏|目录|栏目)[^,。;]*[乱缺旧差不没空]|有[^,。;]{1,6}(?:没|不|缺|漏)|已?(?:经)?(?:让|叫|要求|责成|通知)[^,。;]{1,6}(?:补|改|整改|重)|(?:一次|一处|一家)?(?:城区|乡镇|机关))/,
    never: /改期|推迟|没去|没查成|没成|下次|明天/,
  },
  // 旧的采砂公告没用了, 把2019年那批过时的公告撤下来了, 都是前几年展会的报名通知
  {
    about: "cleared",
    told: /(?:旧|老|过期|过时|没用|失效|停用|往年|前几年|去年|前年|早就)[^,。;]*(?:公告|通知|公示|简章|信息|文章|页面|栏目|数据|公告|通告|名单|目录|文件|新闻|消息|动态|稿|链接)|(?:公告|通知|公示|简章|信息|文章|页面|通告|名单|目录|链接)[^,。;]*(?:旧|老|过期|过时|没用|失效|停用|下架|撤下|撤掉)/,
    never: /没清|未清|没撤|别清|不清|没删|恢复/,
  },
  // 没发现错别字, 没有退稿, 退回重改的不算在里头
  {
    about: "reviewed",
    told: /^(?:都|全|均)?(?:没发现|没有发现|未发现|没查出|没有?(?:错|退|返工|打回|问题|差错)|(?:退回|打回|返工)[^,。;]{0,6}(?:不算|不在|没算|也在|都在|算在|不含|不包括))/,
    never: /没审|未审|还要/,
    allows: ["nil"],
  },
  // 老早就没人用了, 过时了, 是林区野外用火管理办法, 一个管补贴一个管公益岗
  {
    about: "document",
    told: /^(?:老早|早就|早已|已经?)?(?:没人用|过时|失效|不适用|用不上|没用)了?$|^(?:都|全|均|一个|一件)?(?:是|管|讲|关于|涉及)(?!我|昨|今|草|征|规章|转)[^,。;]*(?:办法|细则|规定|意见|方案|通知|文件|制度|的)?$|^[^,。;]{2,8}(?:已|都)?(?:报备|备案|备过案)了?$/,
    never: /没发|未发|没印|未印|没出|未出|没废|未废|清理|审查/,
  },
  // 请总局专家讲医美广告, 谈秋冬供暖, 来了不少记者
  {
    about: "taught",
    told: /^(?:请|邀请|由)[^,。;]{2,12}(?:讲|授课|主讲|主持)|^(?:主要|重点)?(?:讲|谈|聊|说)的?[^,。;]{2,}|主讲|^(?:效果|反应|反响|现场)|^(?:来|到)了?(?:不少|好多|很多|一屋子)/,
    never: /没来|没讲|没办|没开|没录|没播|取消|推迟|下次|通知|方案|课件|改|重|停|一半|散|中断/,
    allows: ["plan", "outsider"],
  },
  // 系统没掉线, 全程不用跑腿, 没几个人排队
  {
    about: "served",
    told: /^(?:系统|网络|平台|设备|服务器|全程|大厅|窗口|现场|群众|企业|老板|办事的人?)[^,。;]*(?:没(?:掉|卡|断|出|几|排|多少|耽误)|不用|好|快|顺|领走|满意|方便)/,
    never: /没办|未办|不办|没批|不批|通过|没发|没领|不领|签|盖|审|不予|上传|录|推|印|不好|不快|不顺|不满意|不方便/,
  },
];

/** 今天, 2019年那批: a day or a year is kept, unless it only says of what. */
const keptDays = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(
    (token, at) =>
      token.kind === "date" && "period" in token.when && token.when.period?.length === 10 && !isOfWhat(tokens, at),
  );
const isOfWhat = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1).some(({ text }) => text === "的" || text === "那批" || text === "那些");

/** 一封说秤不准: each of those who wrote. */
const SAYS = /^(?:说|问|反映|催|嫌|抱怨|骂|夸|表扬|想)/;
const reports = ({ tokens }: Clause): boolean => tokens.some(isOwnCount);
const UNTOLD: readonly Mark[] = ["outsider", "plan", "aim", "running", "total", "more", "nil"];
/** No count of ours, no day, no channel, no other work, nobody else. */
const isBare = ({ tokens }: Clause, about: About, allows: readonly Mark[]): boolean =>
  !tokens.some(
    (token, at) =>
      (isOwnCount(token) && !SAYS.test(tokens[at + 1]?.text ?? "")) ||
      (token.kind === "date" && about !== "cleared" && !(about === "document" && token.when.type === "vague")) ||
      isMark(token, ...UNTOLD.filter((mark) => !allows.includes(mark))) ||
      (token.kind === "word" && token.word.is === "channel") ||
      // 告我们吊销办学许可: what the dispute is about; 是老的收费管理办法
      (token.kind === "word" &&
        token.word.is === "indicator" &&
        !/^(?:dispute|document)$/.test(about) &&
        !isOf[about](token)) ||
      (about === "offence" && isOf.offence(token)),
  );

/** In an aside how often and how much more bears on them too. */
const BEARS: readonly Mark[] = [...BEARS_ON_FACTS, "monthly", "daily", "increase", "level"];
/** 宣传部统一发, 是年检, 换成微博了, 市场所的: who did it or what it was instead, said of the record. */
const SAID_OF_IT =
  /^(?:是|属|算|为|即|改|换|撤|退|拖|推|压|挪|合|拆|转|被|由|从|给|归|按|作|当|用|跟|和|与|另|再|还|又|也(?!来)|就|才|刚|已|补|加|减|少|多(?!数|半|是))|(?:的|发|推|办|出|做|开|报|写|编|送|来的|作为|代替)了?$|[一二两三四五六七八九十0-9](?:条|篇|件|个|次|期|场)/;
const HAS_A_SUBJECT = (token: Token | undefined): boolean =>
  token?.kind === "unknown" ||
  (token?.kind === "span" && token.span === "person") ||
  (token?.kind === "word" && (token.word.is === "person" || token.word.is === "applicant")) ||
  isMark(token, "noun", "topic", "role", "foreign");
/** 当事人签收了, 大家都辛苦了, 宾馆居多, 噪声投诉多: something of its own, told beside the record. */
const isAside = ({ tokens }: Clause, words: string): boolean =>
  words.length > 3 &&
  tokens.every(
    (token) =>
      token.kind === "unknown" ||
      token.kind === "break" ||
      (token.kind === "span" && token.span === "person") ||
      (token.kind === "word" && /^(?:person|applicant|fixed-name)$/.test(token.word.is)) ||
      (token.kind === "word" && token.word.is === "mark" && !BEARS.includes(token.word.mark)),
  ) &&
  (HAS_A_SUBJECT(tokens[0]) || /^(?:全|都|主要|大多|多数|多半|多是|以)/.test(words)) &&
  tokens.some((token) => token.kind === "word" && token.text.length > 1) &&
  !tokens.some((token) => isNaming(token) && !isMark(token, "foreign")) &&
  !SAID_OF_IT.test(words) &&
  !changesSubject(words) &&
  tokens.every((token) => token.kind !== "unknown" || [...token.text].every((char) => COMMON_CHARACTERS.has(char)));

/** Other work, or how many of something. */
const namesOther = (token: Token): boolean =>
  (token.kind === "word" && /^(?:channel|indicator|applicant|via|outcome)$/.test(token.word.is)) ||
  isMark(token, "hotline", "consult", "mailbox", "application", "review", "litigation", "followers") ||
  countOf(token) > 1;

/** What stands before or behind a clause and holds a count of ours; `ofCase`: an application was spoken of. */
type Beside = Readonly<{ tokens: readonly Token[]; ofCase: boolean; first: boolean }>;

function isTale(clause: Clause, { tokens: record, ofCase, first }: Beside): boolean {
  const words = textOf(clause.tokens);
  if (isTrip(words) && !clause.tokens.some((token) => token.kind === "word" && token.word.is === "indicator"))
    return true;
  const talks = !clause.tokens.some(namesOther);
  if (talks && putsInDoubt(words)) return false;
  if (talks && isSmallTalk(words)) return true;
  const near = TALES.filter(({ about }) => (!first || about === "cleared") && record.some(isOf[about]));
  const aside = !ofCase && isAside(clause, words) && record.some(isNaming);
  if ((!aside && near.length === 0) || OF_THE_RECORD.test(words)) return false;
  return (
    aside ||
    near.some(
      ({ about, told, never, allows = [] }) => told.test(words) && !never.test(words) && isBare(clause, about, allows),
    )
  );
}

const isOfCase = (token: Token): boolean => isMark(token, "application", "answered");
/** Can the clause be a story at all: it counts nothing of ours, unless somebody says it. */
const mayTell = ({ tokens, closed }: Clause): boolean =>
  closed !== ":" && tokens.every((token, at) => !isOwnCount(token) || SAYS.test(tokens[at + 1]?.text ?? ""));

/** The clauses without the stories told beside what they report; the day a story names stays. */
export function withoutTales(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length < 2) return clauses;
  const [opening, next] = clauses;
  // 先记一个, 昨天微博发了6条
  if (opening && next && isAnnouncement(textOf(opening.tokens)) && reports(next) && next.tokens.some(isNaming))
    return withoutTales(clauses.slice(1));
  if (!clauses.some(mayTell)) return clauses;
  let record: readonly Token[] = []; // the last clause that names and counts, or everything so far
  let before: readonly Token[] = [];
  let ofCase = false;
  const left: Clause[] = [];
  for (const [at, clause] of clauses.entries()) {
    const first = at === 0;
    const own = first ? (clauses.slice(1, 3).find(reports)?.tokens ?? []) : record.length > 0 ? record : before;
    const tale =
      own.length > 0 &&
      mayTell(clause) &&
      isTale(clause, { tokens: own, ofCase: ofCase || (first && own.some(isOfCase)), first });
    if (tale) {
      const days = first ? keptDays(clause.tokens) : [];
      if (days.length > 0) left.push({ ...clause, tokens: days });
      continue;
    }
    left.push(clause);
    ofCase ||= clause.tokens.some(isOfCase);
    if (reports(clause) && clause.tokens.some(isNaming)) record = clause.tokens;
    else if (before.length < FARTHEST) before = [...before, ...clause.tokens];
  }
  return left;
}
/** How many tokens without a record of their own are looked over for its name. */
const FARTHEST = 24;
