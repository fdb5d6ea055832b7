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

/** Words that set a task; no 了 behind them, and nothing was done. */
const TASKS = words(`
  得 要 该 须 得赶紧 得抓紧 要尽快 尽快 抓紧 赶紧 务必 必须 需要 需 应 应当 应该 打算 想 想着 准备 计划 拟 争取 力争 要求 让我们 叫我们
  说要 还要 还得 还需 仍需 等着 忙着 正在 着手 开始 任务是 目标是 起码得 至少要 最好 可以 将 将要 就要 快要 马上要 即将 一定要 一定
  接下来 下一步 回头 晚点 每天要 每周得 大家要 领导让 局长叫 上面要求 通知要求
`);
const WORK: readonly ((task: string) => string)[] = [
  (task) => `今天${task}把4条过期信息清掉`,
  (task) => `这周${task}发4条公众号`,
  (task) => `这周${task}把4条解读挂到网站`,
  (task) => `本月${task}办结4件许可`,
  (task) => `今天${task}审核4条信息`,
  (task) => `${task}回复4条网民留言`,
  (task) => `今天${task}搞1场培训`,
  (task) => `${task}在公众号发4条`,
  (task) => `今天公众号${task}推4条`,
  (task) => `许可今天${task}办4件`,
];

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

test("a task that was set is never written unasked", () => {
  expect(TASKS.flatMap((task) => WORK.map((work) => work(task))).filter(recorded)).toEqual([]);
});
