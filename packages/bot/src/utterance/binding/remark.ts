import { anyOf } from "../any-of.ts";
import { isMark, textOf } from "../reading.ts";
import type { Token } from "../token.ts";
import { COMMON_CHARACTERS } from "../words/common-characters.ts";
import { HARMLESS_COMPOUNDS } from "../words/harmless-compounds.ts";
import { type Clause, isOwnCount } from "./clause.ts";
import { isContent } from "./content.ts";

/** Signs that could undo or change what is reported: a clause that holds one is no mere remark. */
const TURNS =
  /(?<![请休放病事年寒暑婚产])假(?![期日条])|[没未不非无退废撤免缓拟将待删改换漏另除仅只约错误几某别重再还又]|取消|作废|停发|停办|暂停|准备|计划|已报|报过|记过|上次|左右|转发|转载|测试|市局|省厅|黄了|泡汤/;
const EXPLAINS =
  /^(?:(?!.{0,2}判).{1,3}的(?:都|全|均|基本)?是|因为|由于|为了|原因是|起因是|目的是|缘于|鉴于|(?:都|全|均|主要|大多|基本|内容|主题|题目|标题)*(?:是|为)?(?:关于|有关|围绕|针对|反映|咨询|询问|问的?|讲的?|谈的?|介绍|宣传|涉及|主题)|.{2,6}(?:主持|主讲|授课)的?$|.{2,10}(?:都|全|均)(?:来|到|到场|到齐|参加|参会)了?$)/;
/** 公众号2条，关于收费的: what it was about names nothing. */
/** 都是流感疫苗接种点的: what they were about or whom they concerned, unless that makes them another kind of thing. */
const ALL_OF =
  /^(?:都|全|均|主要|大多|基本上?)(?:是|为)(?!.*(?:告知|通知|公示|备案|年检|年审|换证|补证|补办|补发|换发|投稿|约稿|初审|预审|评审|核查|草稿|初稿|测试)).{2,14}$/;
/** 意见征集1期，停车收费方案的: on which document. */
const ON_A_DOCUMENT = /^.{2,20}(?:方案|办法|规定|细则|条例|规划|标准|意见稿|实施意见)的$/;
/** 聊老旧小区改造, 都是讲防溺水的: what was said at it or in it. */
const TELLS =
  /^(?:都|全|均|主要|内容|主题|里面|大多|基本|是|为|的|里)*(?:讲解?|聊了?|谈了?|介绍|宣讲|宣传|科普|推介|拍了?|说的?|解答|回应|曝光|写明|写的是|写了|附上?|提示|提醒)(?!.*(?:发了|推了|办了|上了|收到|听|是说))/;
/** 反映路灯不亮, 多数问公交卡: what citizens said; its 不 and 没 are theirs. */
const COMPLAINS =
  /^(?:都|均|多数|多半|大半|一大半|一半|净|主要|大多|全|基本|是|为|来)*(?:反映|投诉|咨询|询问|打听|求助|问(?!题|了|号|问|一?下))(?!.*(?:算|记|报|发了|删|撤|还没|未回|没回|没答|待))/;
/** 新增专栏1个，防灾减灾的: what it is for, unless it names whose it is. */
const TAIL =
  /^(?!.*(?:告知|通知|公示|备案|年检|年审|换证|补证|补办|补发|换发|投稿|约稿|初审|预审|评审|核查|草稿|初稿|测试))(?![在从由被跟和给去到上这那自谁])[\u4e00-\u9fa5]{2,12}(?<![弄搞做办写拍发报记练局厅委科处室股所站队办院校厂司部市县区镇乡村家人社会们友工单位])的$/;
/** 讲冬季行车安全的: a season is a subject, no date. */
export const isSeason = (token: Token): boolean => token.kind === "date" && /^[春夏秋冬]季?$/.test(token.text);
const ABOUT =
  /^(?:都|全|均|主要|内容|主题|题目|大多|基本|是|为|的)*(?:关于|有关|围绕|针对|涉及)(?!.*(?:发了|推了|办了|上了|收到))/;
/** 乡镇卫生院的都来了, 参加的都是社区网格员: who came to it. */
const CAME =
  /^(?:来?参加|来?听|听课|参训|参会|到场|到会|受训|来)的人?(?:都|全|均|主要|大多|基本)?是[^,。;]{2,14}$|^.{2,14}(?:派员|派人)(?:参加|参会|到会|听会)了?$|^.{2,14}(?:都|全|均)(?:来|派)(?:了人|人了?)$|^.{2,14}(?:都|全|均)(?:来|到|到场|到齐|参加|参会|到会|来齐|来听)了?$/;
/** 叫城市更新, 题为春耕: what the new thing is called. */
const CALLED =
  /^(?:名称叫|名称为|取名叫|名字为|名叫|叫做?|名为|名称是|题为|名字是|名字叫|取名|主题是|题目是)[^0-9没未不]{2,20}$/;
/** 签到表发群里了: where the papers of it went. */
const PAPERS =
  /^(?:文|文件|全文|正文)(?:也|都|已经?)*(?:上|登|刊登?)(?:了|在|到)*(?:政府)?(?:公报|报纸|报)了?$|^(?:签到表|签到册|照片|图片|截图|材料|资料|课件|名单|通知|链接|简报|ppt|记录|附件|原件|扫描件|回执)(?:也|都|已经?)?(?:发|传|放|贴|交|存|上传|归档|整理)(?:到|在|进|给)?.{0,6}了?$/;
/** 老旧管网改造的事: what it was about. */
const ITS_MATTER =
  /^(?!还|先|再|等|不是|除了|撤|删).{2,20}(?:的事儿?|这事|一事|那个|那套|那些|那[组批期套][\u4e00-\u9fa5]{0,3})$/;
/** 就地铁口摊贩的事，…: what the rest was done for. */
const MATTER = /^(?:就|关于|因为?|为了?|针对|围绕)?.{2,20}(?:的事|一事|那个事|那件事|问题|情况|事宜|的事儿|事件)$/;
const LEADS = /后台|旧账|台账|系统|值班|值守|当班|整理|盘点|清点|核对|翻了/;
/** 重阳节百岁老人走访，…: on what occasion the rest was done. */
const OCCASIONS =
  /^.{2,14}(?:宣传|走访|慰问|活动|调研|巡查|值守|期间|开学|保障|排查|整治|行动|会议|座谈|启动|收官|结束|工作)$/;
/** 文化遗产日，…: what day it was. */
const NAMED_DAY =
  /^(?:今天是?|正值|恰逢|赶上)?(?:世界|国际|全国|中国)?(?![0-9])[\u4e00-\u9fa5]{3,7}(?<!工作|休息|节假|生|次|当|即|近|往|今|昨|明|前|后|值|假|每|春|秋)(?:日|节)$/;
const LABEL =
  /^(?![市县区省镇乡街村])(?:财务|综合|业务|宣传|人事|后勤|法规|[\u4e00-\u9fa5]{1,4}(?:科|室|处|股|组|办|窗口|员)|[\u4e00-\u9fa5]{1,6}[局委办厅]报)$/;
const LONGEST_LEAD = 10;

/** Anything that may deny, put off, doubt, guess, mend or add: a clause with one of these is no idle talk. */
const MAY_CHANGE =
  /[没未不非无退废撤免缓拟将待删改换漏另除仅只约错误几某别重再还又吹黄毙卡压搁丢停拒驳否缺欠差悬拖延迟砸混反编瞎骗梦虚假弃作罢超余剩半似像若估猜概应该要想划等明后下加减增补算含凑合并总共各每倍番皆均实其属当归算计准或虑盼催推回收取消砍毁烂崩断失败灭空疑岔串拧颠倒同样仿照抄内私密藏隐限禁封暂预试代替抵冲抹划勾落遗忘扣折变转移返逾恐怕愿望求诉讼告着旧老纸口头嘴]/;
/** Ends of names of bodies, places to publish and days, in words we do not know. */
const NAMES_SOMETHING =
  /[局厅委县市区镇乡村街院所站处科室股组办部司署府群圈号网台报屏栏端天日周月年旬季期夜晚早晨昨今前节]/;
/** Marks that may stand in idle talk: none of them says what, when, where or how much. */
const IDLE: ReadonlySet<string> = new Set([
  "filler",
  "chat",
  "noun",
  "verb",
  "topic",
  "done",
  "role",
  "behalf",
  "that-one",
]);

/** 医养结合, 改道, 未成年人: such a character inside a word that denies and mends nothing. */
const COMPOUNDS = new RegExp(`${HARMLESS_COMPOUNDS.join("|")}|停[车水电气]|禁[烧放渔养捕牧毒]|内[涝河]`, "g");

const withoutCompounds = (text: string) => text.replaceAll(COMPOUNDS, "");

/** Behind a figure and before 的 or a head noun only these undo or change what was counted; 预热, 返乡 and 治超 do not. */
const CHANGES_A_SUBJECT =
  /[没未拟待撤删退废误错某仅另]|不(?!文明|合格|忘初心|动产|良|锈钢|夜城|放松|打烊)|别[的人]|其他单位|重复|重发|补登|合并|旧的|老的|私密|隐藏|预约|定时|约稿|投稿|转载|转发|测试|练手|取消|失败|作废|屏蔽|被限流|草稿|停发|停更|暂停|估计|大概|左右|上次|已报|报过|记过/;
export const changesSubject = (text: string): boolean =>
  CHANGES_A_SUBJECT.test(text) && CHANGES_A_SUBJECT.test(withoutCompounds(text));

/** Holds a character that could deny, put off, doubt or mend. */
export const mayChange = (text: string): boolean => MAY_CHANGE.test(text) && MAY_CHANGE.test(withoutCompounds(text));

/** Common characters, none of which could deny, put off or mend, or ends the name of a body, a place or a day. */
export const isPlainTalk = (text: string): boolean =>
  !mayChange(text) && !NAMES_SOMETHING.test(text) && [...text].every((char) => COMMON_CHARACTERS.has(char));

/**
 * 材料都齐, 领导挺高兴的: talk of common words that names, counts and dates nothing and holds no word or character that
 * could deny, postpone, doubt or mend what is reported beside it.
 */
export function isIdleTalk(tokens: readonly Token[]): boolean {
  return tokens.every((token) => {
    if (token.kind === "break") return true;
    if (token.kind === "span") return token.span === "person" || token.span === "title";
    if (token.kind === "word")
      return (
        token.word.is === "person" ||
        token.word.is === "fixed-name" ||
        (token.word.is === "mark" && IDLE.has(token.word.mark) && !/^(?:是|为|即|算)/.test(token.text))
      );
    if (token.kind !== "unknown") return false;
    if (MAY_CHANGE.test(token.text) || (!token.ordinary && NAMES_SOMETHING.test(token.text))) return false;
    return [...token.text].every((char) => COMMON_CHARACTERS.has(char));
  });
}

const BOUNDS = /截[止至]|为止|期限|到期|[前到至]/;
/** 截止10月15日, 听取意见到月底: until when something stays open, after it was done. */
export const isDeadline = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === "date" && (token.when.type === "ahead" || token.when.type === "vague")) &&
  BOUNDS.test(tokens.map((token) => token.text).join("")) &&
  tokens.every(
    (token) =>
      token.kind === "date" ||
      token.kind === "break" ||
      isMark(token, "running", "gathered", "filler", "noun", "verb", "topic"),
  );

const isCountedOrAsked = (token: Token) =>
  token.kind === "figure" || token.kind === "question" || token.kind === "date" || isMark(token, "plan", "underway");
const timed = (token: Token) =>
  token.kind === "figure" ||
  token.kind === "question" ||
  (token.kind === "date" && !isSeason(token)) ||
  isMark(token, "not", "nil", "plan", "aim", "underway", "outsider", "repost");
const bears = (token: Token) =>
  token.kind === "figure" ||
  token.kind === "question" ||
  (token.kind === "word" && /^(?:indicator|channel|other-platform|outcome|applicant|via)$/.test(token.word.is)) ||
  isMark(
    token,
    "outsider",
    "hearsay",
    "plan",
    "aim",
    "underway",
    "step",
    "nil",
    "not",
    "running",
    "repost",
    "compare",
  ) ||
  isMark(token, "upheld", "corrected", "otherwise", "undecided"); // 全是维持的

/** 都是出警现场: a scene, and no way in which anything came. */
const isScene = (token: Token) => token.kind === "word" && token.word.is === "via" && token.text === "现场";

/** 清掉15条，都过期了的: that they were out of date says what was cleared. */
const isWhyCleared = (tokens: readonly Token[]) =>
  tokens.some((token) => isMark(token, "stale")) &&
  tokens.every((token) => isMark(token, "stale", "filler", "done", "only"));

/**
 * A clause between stops that explains (都是反映停车难的), leads in (刚看了后台) or labels (财务：) and changes no
 * figure. `first` is true for the clause the message opens with.
 */
export function isRemark(clause: Clause, first: boolean): boolean {
  if (!first && OPENS_NOT_AS.test(clause.tokens[0]?.text ?? "") && NOT_AS.test(textOf(clause.tokens))) return true;
  if (clause.tokens.some(isOwnCount)) return !first && isOnlyAPart(textOf(clause.tokens)); // most clauses: a report
  if (first) return remarks(clause, true);
  const known = REMARKS.get(clause.tokens); // asked by every room that looks at the clause
  if (known !== undefined) return known;
  const found = remarks(clause, false);
  REMARKS.set(clause.tokens, found);
  return found;
}
const REMARKS = new WeakMap<readonly Token[], boolean>();

const isHead = (token: Token) => token.kind === "figure" && /^[个名家位人所]$/.test(token.figure.unit);
/** What was just reported was about, who came to it, what it is called, where its papers went. */
function saysMore(tokens: readonly Token[], words: string, counted: boolean): boolean {
  const figure = tokens.some(({ kind }) => kind === "figure" || kind === "question");
  if (!figure && ABOUT.test(words)) return true;
  if (!figure && TELLS.test(words) && !mayChange(words) && !tokens.some(timed)) return true;
  if (!figure && !counted && (ITS_MATTER.test(words) || CALLED.test(words) || PAPERS.test(words))) return true;
  const came = !counted || tokens.every((token) => !isCountedOrAsked(token) || isHead(token));
  if (came && CAME.test(words) && !tokens.some((token) => isMark(token, "not", "nil"))) return true;
  return (
    tokens.some(isScene) && ALL_OF.test(words) && !tokens.some((token) => bears(token) && !isScene(token)) // 都是出警现场
  );
}

/** 放在首页第2屏: where on the page. */
const ON_THE_PAGE =
  /^(?:放|挂|摆|登|置|就)(?:在|到|于)?了?(?:首页|主页|网页|页面|头条|顶部|底部|显著位置|醒目位置|最上面).{0,8}$/;
/** 基层卫生科报: who of ours sent it in. */
const BY_SECTION = /^[\u4e00-\u9fa5]{1,8}[科室股处](?:报|报的|提供|提供的|上报|报来的?)$/;
const isFigure = (token: Token) => token.kind === "figure";
const isClock = (token: Token): boolean => token.kind === "span" && token.span === "clock";
const timesHidden = (tokens: readonly Token[]): string =>
  tokens.map((token) => (isClock(token) ? "□" : token.text)).join("");
/** ——闸管处值班室: who signs. */
const SIGNED = /^-{1,2}[\u4e00-\u9fa5]{2,12}$/;
/** 腿现在还酸, 嗓子都哑了 */
const ACHES =
  /^(?:我的?)?(?:腿|腰|脚|手|嗓子|眼睛?|头|脖子|胳膊|肩膀|后背|嘴皮子|耳朵)(?:到)?(?:现在|这会儿|今天|都|还|也|快|要|直)*(?:酸|疼|痛|哑|花|麻|大|断|僵|肿|干|烫|冒烟|磨破|抽筋|软)(?:着|死|坏|得很|得不行)?(?:了|呢)?$/;
/** 最长的一个聊了40分钟: how one of those just counted stood out. */
const STANDS_OUT =
  /^最(?:长|短|久|快|慢|远|近|早|晚|大|小|难|多|少|高|低|麻烦|急|热闹|难缠)的(?:那)?(?:一)?[个条件次场通篇封位](?:[^,。;没不未]{1,6})?[0-9一二两三四五六七八九十百半]{1,4}(?:多)?(?:个)?(?:分钟|小时|钟头|天|次|公里|人|岁|字|页|年|遍)[^,。;0-9]{0,8}$/;
/** 14:30散的, 18:00才散 */
const TIMED = /^(?:到|快)?□(?:才|就)?(?:散|结束|开始|开|完|收工|弄完|讲完|开完|办完)(?:的|了|会)?$/;
/** 累倒不累, 忙是忙: how the speaker feels. */
const FEELS = /^(.{1,2})(?:倒|是)(?:也)?不?\1$/;
/** 其中2封问的过闸收费: what some of them were about. */
const PART_ABOUT =
  /^(?:其中|里面|有)有?[0-9一二两三四五六七八九十]{1,3}[条封件个篇](?:都)?(?:是)?(?:问|反映|咨询|投诉|讲|说|关于)(?!了|过|问|一下)/;
const isOnlyAPart = (words: string): boolean => REST_NOT_OURS.test(words) || PART_ABOUT.test(words);
/** 另一条是转省里的: what the rest was is not counted. */
const REST_NOT_OURS =
  /^(?:另外?|剩下|其余|还有)的?[0-9一二两三四五]{1,2}[条个篇期件](?:都)?是(?:转|转发|转载|别|他们|人家|[市省县区](?:里|局)?)[^,。;]{0,8}的?$/;
/** 科长说算: that it is to be counted. */
const ALLOWED =
  /^(?:[^,。;0-9]{0,4}(?:科长|局长|处长|主任|领导|书记|股长|他|她))?(?:说|讲|答复)(?:这个|这种|那个)?(?:算|可以|行|能记|要记|能算|可以记)(?:的|了)?$/;
/** 没报过是吧，那记上: why it is told now. */
const NOT_YET_KEPT =
  /^(?:还|原来)?没(?:报|记)过?(?:是吧|对吧|吧|啊|呀)?$|^(?:那|那就|就)(?:给我|帮我)?(?:记|报|补|登)(?:上|一下|进去)?$/;
/** 昨天窗口没停过, 审核无误: nothing that bears on a figure. */
const NEVER_MIND =
  /(?:没|不)(?:停过?|闲着?|歇过?|歇着|歇息|休息|得闲|消停|断过?)[啊呢哈呀]?$|^(?:已|都|数据|数字|数|均)*(?:审核|核对|复核|核)(?:过|完)?(?:无误|没问题|没错)$/;
const OPENS_NOT_AS = /^(?:可|千万|你|别|不|莫)/;
const NOT_AS =
  /^(?:可|千万|你)*(?:别|不要|不是|不能|莫)(?:再|又|给我|帮我)*(?:记|算|写|填|当|听|看|报|录)(?:错)?(?:成|到|在|作)[^,。;]{1,10}$/;
/** 别记成今天的: as what it is not to be kept; the day in it is no day of the report. */
export const isNotAs = (tokens: readonly Token[]): boolean =>
  NOT_AS.test(textOf(tokens)) && !tokens.some(({ kind }) => kind === "figure");

/** 当时忘登了，现在补上: why it comes late. */
const COMES_LATE = anyOf([
  /^(?:当时|当天|那天|那会儿?|前几天|昨天|之前|一直)(?:我|就|也|给|都)*(?:忘了?|忘记|漏了?|没来得及|没顾上|没空|没)(?:登记?|记|报|填|录|说|发给你)?了?$/,
  /^[^,。;0-9]{0,10}忘了?(?:跟你|给你|和你|向你)?(?:讲|说|报|登|记|提)了?$/,
  /^(?:当时|那天|那会儿?|那几天)?(?:光|只|净)?(?:忙着|顾着|忙)?[^,。;0-9]{0,6}(?:没(?:顾上|来得及|空)(?:登|报|记|填|录|说|跟你说)?|忘(?:记|了)?(?:登|记|录|报|填)了?)$/,
  /^(?:刚才|之前|上次|上回)?(?:漏看|看漏|漏报|漏记|忘报|忘记报|忘了报)了?$/,
  /^(?:现在|今天|这会儿|刚|才)?(?:想起来)?(?:补(?:上|报|登|记|录|一下)?)(?:了|一下)?$/,
]);
/** 根据省厅36号文要求: on whose orders it was done. */
const ON_ORDERS =
  /^(?:根据|按照?|依据|依照|遵照|为?贯彻落实|为?落实|结合|接)(?![0-9]).{2,30}(?:要求|安排|部署|通知|精神|意见|指示|统一部署)$/;
/** 告的是我们的采伐处罚: what a dispute is about. */
const DISPUTED = /^(?:状?告|诉|起诉|不服|争|争议|申请复议|复议)的(?:也|都|全|还)?是/;
const isWork = (token: Token) =>
  token.kind === "figure" ||
  token.kind === "question" ||
  (token.kind === "word" && /^(?:indicator|channel|other-platform|outcome)$/.test(token.word.is)) ||
  isMark(token, "not", "nil");

function remarks({ tokens, closed }: Clause, first: boolean): boolean {
  const words = textOf(tokens);
  if (
    !first &&
    !tokens.some(isFigure) &&
    (ON_THE_PAGE.test(words) ||
      BY_SECTION.test(words) ||
      FEELS.test(words) ||
      ACHES.test(words) ||
      (tokens.some(isClock) && TIMED.test(timesHidden(tokens))) ||
      ALLOWED.test(words) ||
      SIGNED.test(words))
  )
    return true;
  if (!first && words.startsWith("最") && STANDS_OUT.test(words)) return true;
  if (NOT_YET_KEPT.test(words) || (NEVER_MIND.test(words) && !tokens.some(isFigure))) return true;
  if (!first && (COMES_LATE.test(words) || isNotAs(tokens))) return true;
  if (isWhyCleared(tokens)) return false;
  if (ON_ORDERS.test(words) && !tokens.some(isWork)) return true;
  if (!first && isContent(tokens)) return true;
  const counted = tokens.some(isCountedOrAsked);
  if (!first && !counted && COMPLAINS.test(words)) return true;
  if (TURNS.test(words) && TURNS.test(withoutCompounds(words))) return false;
  if (!first && saysMore(tokens, words, counted)) return true;
  if (!first && !counted && DISPUTED.test(words)) return true;
  if (tokens.some(bears)) return false;
  if (first && closed === ":" && LABEL.test(words)) return true;
  if (first && closed !== "" && words.length <= LONGEST_LEAD && LEADS.test(words)) return true;
  if (first && closed === "," && MATTER.test(words) && !tokens.some(timed)) return true;
  if (first && closed === "," && NAMED_DAY.test(words)) return true;
  if (first && closed === "," && OCCASIONS.test(words) && !mayChange(words)) return true;
  if (tokens.some((token) => token.kind === "date" && !isSeason(token))) return false;
  return (
    EXPLAINS.test(words) ||
    (!first &&
      (ON_A_DOCUMENT.test(words) ||
        (TAIL.test(words) && !mayChange(words) && !tokens.some((token) => isMark(token, "doubt"))) ||
        (ALL_OF.test(words) && !mayChange(words.replace(/^(?:都|全|均|主要|大多|基本上?)/, "")))))
  );
}
