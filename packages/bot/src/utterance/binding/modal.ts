import { anyOf } from "../any-of.ts";

/** What is done at work here, as far as a word of obligation may stand right before it. */
const VERB =
  "(?=把|在|给|发|推|办[结理0-9一二两三四五六七八九十]|审|清|回[复0-9一二两三四五六七八九十]|搞|开[展0-9一二两三四五六七八九十]|挂|做|新增|处罚|更新|组织|完成|公开|答复|接受|接听|录入|整理|处理|召开|举办)";
const HASTE = "(?:赶紧|赶快|尽快|抓紧|马上|立即|先|也|都|还|再)*";

/** Words that set a task, each with a sentence in which the work is still to be done. */
const SETS_A_TASK = anyOf([
  // 这周得把6条过期信息清掉; not 难得发了, 忙得
  new RegExp(`(?<![觉难懂值获取显免省晓记舍懒使博赢求忙累热急跑说做干写看听走变来气乐讲])(?:还)?得${HASTE}${VERB}`),
  new RegExp(`(?<!应)该${HASTE}${VERB}`), // 今天该审核4条信息
  new RegExp(`(?:赶紧|赶快|抓紧|尽快|尽量)${VERB}`), // 今天赶紧搞1场培训
  new RegExp(`(?:让|(?:叫|催)(?:我们?|咱们?|大家|各科室?|科里|我科|我局))(?:我们?|咱们?|大家)?${HASTE}${VERB}`), // 领导让在公众号发4条
  new RegExp(`(?:忙着|急着|着手|动手|最好|(?<!许)可以|就要|一定要?|保证|承诺)${HASTE}${VERB}`), // 今天最好把4条解读挂上去
  // 这周会把4条解读挂上去; 会 ends the names of many occasions
  new RegExp(
    `(?<![布训议谈报晚展庙大例班年常推进协商学工委社听])(?<!(?<![这本下上])周)(?<!(?<![这本下上个])月)会${HASTE}${VERB}`,
  ),
  /(?<![现正存放站])在(?:搞|办理|审核|回复|清理|整理|处理|弄|起草|写|改)/, // 今天在搞1场培训
]);

const DONE = /[了过]|已/;
const IN_NAMES = /过[期时程渡去户敏]/g;
/** A task that was set, and no 了 behind it: 得把6条过期信息清掉 says no more than that. */
export function isStillToDo(words: string): boolean {
  const task = SETS_A_TASK.exec(words);
  return task !== null && !DONE.test(words.slice(task.index).replaceAll(IN_NAMES, ""));
}
