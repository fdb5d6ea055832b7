import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";

const NOW = "2026-03-04T10:30:00+08:00";
const TOTAL = 15;

/** What may be split, in its measure word, and the indicator it is kept under. */
const WHOLES: readonly (readonly [said: string, unit: string, indicator: string])[] = [
  ["网民留言答复", "条", "interaction.message"],
  ["咨询热线接了", "个", "interaction.hotline_consult"],
  ["网上咨询答复", "件", "interaction.online_consult"],
  ["领导信箱办理", "件", "interaction.leader_mailbox"],
  ["意见征集", "期", "interaction.opinion_solicitation"],
  ["行政许可办结", "件", "permit.decided"],
  ["行政处罚", "件", "penalty.decided"],
  ["网上办事", "件", "service.online"],
  ["审核信息", "条", "info.reviewed"],
  ["清理过期信息", "条", "info.cleared"],
  ["政策解读", "条", "disclosure.policy_interpretation"],
  ["重点领域信息", "条", "disclosure.key_area"],
  ["主动公开一般信息", "条", "disclosure.other"],
  ["政务公开培训", "场", "training.held"],
  ["督查", "次", "inspection.held"],
  ["接受采访", "次", "publicity.interview"],
  ["行政复议收到", "件", "review.received"],
];
/** By which two ways, kinds, people or places it is split. */
const PARTS: readonly (readonly [string, string])[] = [
  ["网站", "公众号"],
  ["公众号", "微博"],
  ["微博", "抖音"],
  ["网上", "窗口"],
  ["电话", "网络"],
  ["张三", "李四"],
  ["法规科", "办公室"],
  ["城关镇", "河东镇"],
  ["上午", "下午"],
  ["重复", "有效"],
  ["原创", "转载"],
  ["急件", "普通件"],
  ["文字", "图片"],
  ["已办结", "在办"],
  ["来信", "来电"],
  ["咨询", "投诉"],
];
type Split = (one: string, other: string, unit: string) => string;
const SPLITS: readonly (readonly [string, Split])[] = [
  ["其中…、…", (one, other, unit) => `，其中${one}9${unit}、${other}6${unit}`],
  ["其中…，…", (one, other, unit) => `，其中${one}9${unit}，${other}6${unit}`],
  ["（…，…）", (one, other, unit) => `（${one}9${unit}，${other}6${unit}）`],
  ["其中…", (one, _, unit) => `，其中${one}9${unit}`],
  ["含…", (one, _, unit) => `，含${one}9${unit}`],
];

/** What would stand in the ledger unasked besides the total. */
function added(text: string, indicator: string): string | undefined {
  const { entries } = toContract(understand({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY }));
  if (entries.length === 0) return undefined;
  const own = entries.filter((entry) => entry.indicator === indicator);
  const sum = own.reduce((all, { quantity }) => all + quantity, 0);
  return own.length === entries.length && sum === TOTAL
    ? undefined
    : `${text} → ${entries.map((entry) => `${entry.indicator} ${entry.quantity}`).join(", ")}`;
}

// convention 9: what stands behind 其中 or in brackets is inside the total and is never added
test.each(SPLITS)("a total split by %s is written once, as a whole or in its parts", (_, split) => {
  const texts = ["昨天", "昨天共"].flatMap((opens) =>
    WHOLES.flatMap(([said, unit, indicator]) =>
      PARTS.map(([one, other]) => [`${opens}${said}${TOTAL}${unit}${split(one, other, unit)}`, indicator] as const),
    ),
  );
  expect(texts.flatMap(([text, indicator]) => added(text, indicator) ?? [])).toEqual([]);
});
