import { readFileSync } from "node:fs";
import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";

/** Words that stand before or behind a report, written by people who had not read the parser. `of`: the reports they fit. */
type Beside = Readonly<{ kind: "doubt" | "talk"; where: "before" | "behind"; words: string; of?: readonly string[] }>;

const BESIDE: readonly Beside[] = readFileSync(new URL("./beside-a-report.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

const REPORTS: Readonly<Record<string, string>> = {
  处罚: "昨天处罚2件",
  许可: "昨天许可5件",
  公众号: "昨天公众号推了3条",
  解读: "昨天网站发了政策解读3条",
  留言: "昨天网民留言回复4条",
  发布会: "昨天开了1场新闻发布会",
  培训: "昨天办了培训1场",
  清理: "昨天清理过期信息8条",
};
const NOW = "2026-09-16T16:30:00+08:00";

const said = BESIDE.flatMap(({ kind, where, words, of }) =>
  Object.entries(REPORTS)
    .filter(([name]) => of === undefined || of.some((one) => one.includes(name) || name.includes(one)))
    .map(([, report]) => ({ kind, text: where === "before" ? `${words}，${report}` : `${report}，${words}` })),
).map(({ kind, text }) => {
  const { act, confirm } = toContract(understand({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY }));
  return { kind, text, written: act === "record", silently: act === "record" && !confirm };
});
const of = (kind: Beside["kind"]) => said.filter((one) => one.kind === kind);

test("what puts a report in doubt is never passed over", () => {
  expect(of("doubt").length).toBeGreaterThan(2500);
  expect(
    of("doubt")
      .filter(({ silently }) => silently)
      .map(({ text }) => text),
  ).toEqual([]);
});

test("what says nothing of a report seldom makes it a question", () => {
  const talk = of("talk");
  expect(talk.length).toBeGreaterThan(2500);
  expect(talk.filter(({ written }) => !written).length / talk.length).toBeLessThanOrEqual(0.08);
});
