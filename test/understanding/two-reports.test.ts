import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";

const REPORTS = [
  "网站发了2条解读",
  "机构职能更新1条",
  "人大建议公开2件",
  "政协提案公开3件",
  "部门预算公开1条",
  "决策预公开1条",
  "重点领域4条",
  "一般信息5条",
  "公众号3条",
  "微博推了2条",
  "抖音发了1条",
  "网站访问量3万",
  "公众号粉丝12003",
  "网民留言回复4条",
  "12345咨询7件",
  "意见征集1期",
  "网上咨询答了3个",
  "局长信箱2封",
  "网上办事9件",
  "上了1次行风热线",
  "开发布会1场",
  "接受采访2次",
  "审核信息10条",
  "清理过期信息8条",
  "新增专栏1个",
  "废止规范性文件1件",
  "印发规范性文件2件",
  "许可5件",
  "处罚3件",
  "强制1件",
  "收费2.3万元",
  "收到个人信息公开申请1件",
  "收到律所依申请公开1件",
  "依申请予以公开1件",
  "行政复议新收1件",
  "行政诉讼维持1件",
  "培训1场",
  "督查2次",
];

const DAY = "2026-09-15";
const line = (text: string) =>
  toContract(understand({ text, now: "2026-09-16T16:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
type Entry = ReturnType<typeof line>["entries"][number];
const inWords = (entry: Entry, period = entry.period) =>
  [entry.indicator, entry.quantity, period, entry.channel, entry.applicant, entry.outcome]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
const alone = new Map(REPORTS.map((report) => [report, line(`昨天${report}`)]));

test("each of the reports is read by itself", () => {
  expect(REPORTS.filter((report) => alone.get(report)?.entries.length !== 1)).toEqual([]);
});

test.each<readonly [name: string, joined: (one: string, other: string) => string, first: string, second: string]>([
  ["、", (one, other) => `昨天${one}、${other}`, DAY, DAY],
  ["a comma", (one, other) => `昨天${one}，${other}`, DAY, DAY],
  ["a blank", (one, other) => `昨天${one} ${other}`, DAY, DAY],
  ["；", (one, other) => `昨天${one}；${other}`, DAY, DAY],
  ["和", (one, other) => `昨天${one}和${other}`, DAY, DAY],
  ["另外", (one, other) => `昨天${one}，另外${other}`, DAY, DAY],
  ["还有", (one, other) => `昨天${one}还有${other}`, DAY, DAY],
  ["a numbered list", (one, other) => `昨天：\n1. ${one}\n2. ${other}`, DAY, DAY],
  ["two days", (one, other) => `昨天${one}，前天${other}`, DAY, "2026-09-14"],
  ["a month and a day", (one, other) => `8月${one}，9月15日${other}`, "2026-08", DAY],
])("of two reports joined by %s neither is lost or changed without a question", (_, joined, first, second) => {
  const lost = REPORTS.flatMap((one) =>
    REPORTS.filter((other) => other !== one).flatMap((other) => {
      const { act, confirm, entries } = line(joined(one, other));
      const [own] = alone.get(one)?.entries ?? [];
      const [more] = alone.get(other)?.entries ?? [];
      if (!own || !more || (act === "record" && confirm)) return [];
      const told = [inWords(own, first), inWords(more, second)].sort();
      const heard = entries.map((entry) => inWords(entry)).sort();
      const right = act === "record" ? heard.join() === told.join() : heard.every((entry) => told.includes(entry));
      return right ? [] : [`${joined(one, other)} → ${heard.join(", ")}`];
    }),
  );
  expect(lost).toEqual([]);
});
