import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { undo } from "./undo.ts";

function heard(text: string): string {
  const said = undo.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  if (said.act === "undo") return [said.redo ? "redo" : "undo", said.target.indicator ?? ""].join(" ").trim();
  if (said.act === "ask") return `ask ${said.ask.why}`;
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["哎不对不对，那是明天的，还没上呢，先删了", "undo", "why, and then the wish: the day is none of the record"],
  ["撤销上一条",      "undo",               "takes the last back"],
  ["热线的数我还没核对，那条先删掉吧", "undo interaction.hotline_consult", "which one is said a clause before"],
  ["刚才那条不算",     "undo",               "in other words"],
  ["不算不算，刚那条作废", "undo",              "said twice, and no question what counts"],
  ["恢复刚才那条",     "redo",               "brings it back"],
  ["全部删掉",       "ask undo-how-much",  "how much is asked"],
  ["发布会1场，临时取消", "ask target-missing", "a report with its own end"],
  ["听老李说诉讼那个原告可能要撤", "not its turn", "a rumour takes nothing back"],
  ["发布会是卫健委开的，不算我们的，去掉吧", "undo publicity.press_conference", "why, and then the wish"],
  ["先撤了吧，有一条好像是转的", "undo", "the wish, and then why"],
  ["上周日更新机构职能2条，别记成今天的", "not its turn", "as what it is not to be kept"],
  ["要撤的是许可那条", "undo permit.decided", "which it is that is to go"],
  ["企业那件申请不要了",  "ask case-event",     "the applicant's doing"],
  ["许可恢复吧，就是11个", "redo permit.decided", "the record, and what it says"],
  ["刚才改日子那下退回去", "undo",               "the change itself"],
  ["还真是周四，再改回来吧", "redo",             "and the change once more"],
  ["算了，不删了",  "not its turn",       "it stays"],
  ["公众号那3条删掉，小陈已经报过了", "undo newmedia.post", "pointed at by its figure"],
  ["别删别删，发错了", "not its turn",      "it stays"],
  ["算了，还是按原来的，决定书上写的是维持", "undo", "what was changed last is changed back"],
  ["招聘那条让删了，刚加的这条撤回吧", "undo",     "the clause that says so last"],
  ["微博的删掉，那是路政支队自己发的", "undo newmedia.post", "by its name, and why"],
  ["培训那条删了吧，是组织部办的，咱就去了几个人", "undo training.held", "几个人 asks nothing"],
  ["撤销许可2件",     "not its turn",       "an act of the office"],
  ["热线接了17个，多半问停水啥时候恢复", "not its turn", "what others asked"],
  ["算了，撤销吧，我再核一遍", "undo", "what is done next"],
  ["昨天的培训还是改回1场，下午那场人没到齐，取消了", "not its turn", "a figure is mended"],
  ["公众号3条",      "not its turn",       "a report"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
