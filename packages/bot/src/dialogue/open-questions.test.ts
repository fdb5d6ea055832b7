import { expect, test } from "vitest";
import { answer } from "../utterance/answering/answer.ts";
import { understand } from "../utterance/understand.ts";
import { vocabularyOf } from "../utterance/vocabulary.ts";
import { OFFICE, Rehearsal } from "./rehearsal.contract.ts";

const NOW = "2026-03-04T10:30:00+08:00";
const { vocabulary } = vocabularyOf(OFFICE);
const hearingOf = (text: string) => ({ text, now: NOW, vocabulary });
const say = (talk: Rehearsal, text: string) =>
  talk.hear(understand(hearingOf(text)), {
    text,
    now: NOW,
    answer: (draft) => answer(draft, hearingOf(text)),
    read: (part) => understand(hearingOf(part)),
  });

/** Half reports, each with another slot open. */
const ASKED = [
  "许可办完了",
  "今天发了2条",
  "发了3条新媒体",
  "规范性文件3件",
  "热线2件",
  "粉丝9934",
  "许可大概十几件",
  "今年累计许可120件",
  "最近处罚2件",
  "收到依申请公开1件",
  "网站发了4条",
  "公众号推了",
  "2月和3月许可一共5件",
  "解读发了",
  "微博涨了120个粉丝",
  "复议1件",
  "公众号推了3条政策解读",
  "审核了5条",
  "前两天采访1次",
  "许可12000件",
  "许可减少2件",
];
/** What people say of their own accord: reports, half reports, plans, doubts. */
const SAID = [
  "今天处罚1件",
  "昨天许可办结6件",
  "3月2日公众号发了7条",
  "微博今天1条",
  "2月网站访问量42000",
  "今天培训1次，督查2次",
  "3月没有行政强制",
  "制定规范性文件8件",
  "咨询热线9件",
  "公众号粉丝23107",
  "今天门户网站发了11条政策解读",
  "2月许可33件",
  "收费8.2万元",
  "接受采访1次",
  "昨天清理过期信息14条",
  "2月处罚0件",
  "今天抖音3条",
  "新增专栏4个",
  "处罚15件",
  "许可16件",
  "网上办事17件",
  "昨天的强制2件",
  "处罚办完了",
  "少报了2件",
  "公众号今天发了几条",
  "下周培训2次",
  "大概二十件",
  "好像是公众号吧",
  "不止2件",
  "全年许可300件",
  "收到依申请公开3件，李四，企业，邮寄",
];

test.each(ASKED)("while %s waits, what is said next is written as if it had been said alone, or asked", (half) => {
  const before = new Rehearsal();
  say(before, half);
  expect(before.talkOf("wang").pending).toHaveLength(1);
  for (const own of SAID) {
    const alone = new Rehearsal();
    say(alone, own);
    const talk = new Rehearsal();
    say(talk, half);
    say(talk, own);
    const written = talk.standing.filter((line) => !before.standing.includes(line));
    if (written.length > 0) expect(written, `${half}, then ${own}`).toEqual(alone.standing);
  }
});
