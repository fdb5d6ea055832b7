import { readFileSync } from "node:fs";
import { DEFAULT_VOCABULARY, toContract, understand } from "@gongkai/bot";
import { expect, test } from "vitest";

/** What offices publish about, train on and ask the public about; most hold words that elsewhere cancel, plan, deny or ask. */
const TOPICS: readonly string[] = readFileSync(new URL("./topics.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

/** Sentences in which a topic has its fixed place, and what each reports of yesterday. */
const FRAMES: readonly (readonly [sentence: (topic: string) => string, entry: string])[] = [
  [(topic) => `昨天公众号推了2条${topic}`, "newmedia.post 2"],
  [(topic) => `微博昨天发了1条${topic}的推文`, "newmedia.post 1"],
  [(topic) => `昨天网站发布重点领域信息3条，是${topic}的`, "disclosure.key_area 3"],
  [(topic) => `昨天网站上了${topic}的政策解读1条`, "disclosure.policy_interpretation 1"],
  [(topic) => `昨天办了1场${topic}培训`, "training.held 1"],
  [(topic) => `昨天开了${topic}新闻发布会1场`, "publicity.press_conference 1"],
  [(topic) => `昨天发起${topic}意见征集1期`, "interaction.opinion_solicitation 1"],
  [(topic) => `昨天局长上了行风热线，谈${topic}`, "publicity.hotline_show 1"],
  [(topic) => `${topic}的事，昨天公众号发了2条`, "newmedia.post 2"],
];

const heard = TOPICS.flatMap((topic) =>
  FRAMES.map(([sentence, entry]) => {
    const text = sentence(topic);
    const { act, confirm, entries } = toContract(
      understand({ text, now: "2026-09-16T16:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }),
    );
    const right = act === "record" && entries.map((one) => `${one.indicator} ${one.quantity}`).join() === entry;
    const changes = act === "record" ? !right && !confirm : act === "correct" || act === "undo";
    return { text, right: right && entries[0]?.period === "2026-09-15", wrongly: changes };
  }),
);

test("what a report is about is never taken for the report", () => {
  expect(heard.filter(({ wrongly }) => wrongly).map(({ text }) => text)).toEqual([]);
});

test("a report is heard whatever it is about", () => {
  expect(heard.filter(({ right }) => right).length / heard.length).toBeGreaterThanOrEqual(0.9);
});
