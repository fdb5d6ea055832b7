import { expect, test } from "vitest";
import { toContract } from "../contract-line.ts";
import { understand } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";

// biome-ignore format: the columns are the test
test.each([
  ["昨天加前天，两天一共回复网民留言9条", "2026-03-02/2026-03-03", "one figure for both"],
  ["前天和昨天公众号一共5条",             "asked",                 "共 stands behind the name: of both, or of the second"],
  ["昨天和大前天一共回复网民留言9条",     "asked",                 "a day lies between"],
  ["昨天和前天回复网民留言9条",           "asked",                 "nothing says that it is for both"],
])("%s → %s: %s", (text, period) => {
  const line = toContract(understand({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  expect(line.act === "record" ? line.entries[0]?.period : "asked").toBe(period);
});
