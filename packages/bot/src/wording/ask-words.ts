import type { Why } from "../utterance/ask.ts";
import type { About } from "../utterance/meaning.ts";

/** `clause` is what was said, quoted; `what` is what it was taken for, when that much is known. */
type Words = (clause: string, what: string) => string;
const after = (what: string): string => (what === "" ? "" : `（${what}）`);

/** One sentence for every named ambiguity. The choices follow it, numbered. */
const ASK_WORDS: Readonly<Record<Why, Words>> = {
  "indicator-missing": (clause) => `${clause}报的是哪一项工作？`,
  "two-things": (clause) => `${clause}像是两件事，是哪一件？`,
  "two-bindings": (clause) => `${clause}里的数对应哪一项，没看明白。请一项一项说，例如“许可3件，处罚1件”。`,
  "website-which": (clause) => `${clause}在网站上发的是哪一类信息？`,
  "information-which": (clause) => `${clause}是哪一类信息？`,
  "hotline-which": () => "是咨询热线，还是行风热线？",
  "consult-which": () => "是咨询热线，还是网上咨询？",
  "mailbox-which": (clause) => `${clause}是哪个信箱？`,
  "document-which": (clause) => `${clause}是行政规范性文件吗？普通发文不用记。`,
  "made-or-repealed": (clause) => `${clause}是制定还是废止？`,
  "review-step-which": (clause) => `${clause}行政复议是新收到的，还是有了结果？`,
  "litigation-step-which": (clause) => `${clause}行政诉讼是新收到的，还是有了结果？`,
  "dispute-which": (clause) => `${clause}是行政复议，还是行政诉讼？`,
  "column-which": (clause) => `${clause}是新增了专栏，还是在专栏里发了信息？`,
  "proposal-which": (clause) => `${clause}是人大建议，还是政协提案？`,
  "reviewed-what": (clause) => `${clause}审核的是哪一类？`,
  "cleared-what": (clause) => `${clause}清理的是过期信息吗？`,
  "post-or-disclosure": (clause) => `${clause}是记新媒体发布、政策解读，还是两样都记？`,
  "repost-counted": (clause) => `${clause}转发别的单位的，要记成我们发布的吗？`,
  "online-or-kind": (clause) => `${clause}是记网上办事，还是记办理的事项本身？`,
  "not-kept": (clause) => `${clause}不在统计项目里。是想报下面哪一项？`,
  "received-or-decided": (clause) => `${clause}是新收到的，还是办结的？`,
  "subset-counted": (clause) => `${clause}是前面总数里的一部分，还要单独记吗？`,
  "quantity-missing": (clause, what) => `${clause}${after(what)}一共多少？请说一个准确的数。`,
  "quantity-approximate": (clause) => `${clause}是个大概的数，请说一个准确的数。`,
  "quantity-malformed": (clause) => `${clause}里的数没看懂，请再写一遍，例如“12件”。`,
  "quantity-out-of-proportion": (clause, what) => `${clause}${after(what)}这个数特别大，请再核对一遍，说一个准确的数。`,
  "figure-unexplained": (clause) => `${clause}里还有一个数不知道是什么，请说清楚。`,
  "increase-not-reading": (clause) => `${clause}说的是变化了多少，请说现在一共是多少。`,
  "running-total": (clause) => `${clause}是累计数，里面可能有报过的。请只说这一次（或这个月）的数。`,
  "totals-disagree": (clause) => `${clause}总数和分项对不上，请核对后再说一遍。`,
  "same-twice": (clause) => `${clause}同一项说了两个数，以哪个为准？`,
  "unit-other": (clause) => `${clause}单位和这一项对不上，是多少？`,
  "fee-unit": (clause) => `${clause}收费是多少万元？`,
  "opinions-not-solicitations": (clause) => `${clause}说的是意见条数，请说开展了几次意见征集。`,
  "people-not-occasions": (clause) => `${clause}说的是人数，请说一共几次。`,
  "channel-which": (clause) => `${clause}是在哪个平台发的？`,
  "followers-which": (clause) => `${clause}是微博，还是微信公众号？`,
  "channel-split": (clause) => `${clause}各平台分别是多少？`,
  "platform-not-kept": (clause) => `${clause}这个平台没有单独统计，要怎么记？`,
  "applicant-which": (clause) => `${clause}申请人是哪一类？`,
  "outcome-which": (clause) => `${clause}办理结果是哪一种？`,
  "case-event": (clause) => `${clause}是办理中的一步。请说是哪一件，例如“张某那件，我们发了补正通知”。`,
  "period-vague": (clause) => `${clause}是哪一天，或者哪个月的？`,
  "period-impossible": (clause) => `${clause}没有这一天，请再说一遍日期。`,
  "period-ahead": (clause) => `${clause}日期还没到。是哪一天的？`,
  "period-long": (clause) => `${clause}时间跨得长，请按月分开说，例如“4月3件，5月5件”。`,
  "period-which": (clause) => `${clause}是哪一天，或者哪个月的？`,
  "after-midnight": (clause) => `${clause}刚过零点，是昨天的还是今天的？`,
  "mood-doubtful": (clause) => `${clause}是已经办完、要记下来吗？办完了请直接说做了什么、几件。`,
  "mood-negated": (clause) => `${clause}是说没有，还是另有一个数？请再说清楚一点。`,
  "mood-underway": (clause) => `${clause}已经做完了吗？做完了请说一共多少。`,
  "mood-planned": (clause) => `${clause}像是还没做的事，做完了再告诉我。如果已经做完，请说一遍做完的数。`,
  "somebody-elses": (clause) => `${clause}是别的单位做的吗？只记我们自己的，是我们的请再说一遍。`,
  "body-whose": (body) => `开头写的是${body}。这是本单位的工作吗？`,
  "words-unknown": (clause) => `${clause}没有看明白。请说做了什么、几件，例如“今天公众号发了3条”。`,
  "ordinal-only": (clause) => `${clause}说的是第几，不是数量。要报的话请说一共多少。`,
  "correct-what": () => "要改成什么？例如“改成5条”，或者“日期改成3月2日”。",
  "undo-how-much": () => "要撤销哪些？可以说“撤销上一条”，或者“撤销第2条”。",
  "target-missing": () => "要改的是哪一条？可以说“刚才那条”“第2条”，或者“昨天那条许可”。",
};

const BY_ABOUT: Readonly<Record<About, Words>> = {
  indicator: ASK_WORDS["indicator-missing"],
  quantity: ASK_WORDS["quantity-missing"],
  period: ASK_WORDS["period-which"],
  channel: ASK_WORDS["channel-which"],
  unit: ASK_WORDS["unit-other"],
  target: ASK_WORDS["target-missing"],
  intent: ASK_WORDS["words-unknown"],
  applicant: ASK_WORDS["applicant-which"],
  outcome: ASK_WORDS["outcome-which"],
  section: (clause) => `${clause}是哪个科室的？`,
};

const isWhy = (why: string): why is Why => Object.hasOwn(ASK_WORDS, why);

/** The question for an open slot: by its name, else by what it is about. */
export const askWords = (about: About, why: string, clause: string, what: string): string =>
  (isWhy(why) ? ASK_WORDS[why] : BY_ABOUT[about])(clause, what);
