import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";

const NOW = "2026-03-04T10:30:00+08:00";

const REPORTS = [
  "今天公众号推了4条",
  "昨天许可办结4件",
  "2月处罚4件",
  "网站发了4条政策解读",
  "培训搞了4场",
  "网民留言回了4条",
  "审核信息4条",
];
const words = (list: string) => list.trim().split(/\s+/);

/** What, said behind a comma, leaves it open whether the report before it is to be kept: asked, doubted, planned, told before, undone. */
const BEHIND = words(`
  吗 吧 对吧 是吧 是不是 对不对 ？ 了没 没有 么 啊？ 算不算 要不要报 该不该记 能不能算 怎么报 记哪一项 报给谁 报了吗 报过没有
  有人报吗 谁报的 好像 可能吧 大概 估计 应该是 我猜 听说 据说 说是 不确定 记不清了 待核实 待确认 还没核 先别记 别记 不用记
  不算 不要报 作废 取消 撤回了 删了 没成功 失败了 没通过 被退回 没发出去 还在审 审批中 排期中 计划 预计 目标 争取 力争 要求
  必须 拟 准备 打算 草稿 测试 演练 模拟 样例 举例 假设 去年的 前年的 上级的 市里的 隔壁的 他们的 别人的 转发的 转载的
  重复的 报过了 昨天报了 上午报过 已经记过 老王报了
`);
/** The same right behind the figure, as it is dictated. */
const BEHIND_AT_ONCE = words(
  "吗 吧 对吧 是不是 算不算 好像 可能吧 大概 估计 听说 还没核 别记 不用记 作废 取消 没成功 报过了 昨天报了 上午报过 已经记过",
);
/** The same before it. */
const BEFORE = words(`
  好像 可能 大概 估计 应该 我猜 听说 据说 说是 据老王讲 计划 预计 争取 力争 拟 准备 打算 要求 必须 如果 假如 万一 要是
  比如 例如 假设 测试： 样例： 草稿： 待核实： 别记： 先不记， 不是 不止 不到 原定 本来 原本 差点 几乎 即将 下周一 月底
  上级 市局 隔壁局 他们 别人
`);

const recorded = (text: string): boolean => {
  const { act, confirm } = toContract(understand({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY }));
  return act === "record" && !confirm;
};

// conventions 13 and 14: plans, questions and what is in doubt are never recorded
test.each([
  ["behind it", BEHIND.flatMap((words) => REPORTS.map((report) => `${report}，${words}`))],
  ["right behind it", BEHIND_AT_ONCE.flatMap((words) => REPORTS.map((report) => `${report}${words}`))],
  ["before it", BEFORE.flatMap((words) => REPORTS.map((report) => `${words}${report}`))],
])("a report with such words %s is never written unasked", (_, texts) => {
  expect(texts.filter(recorded)).toEqual([]);
});
