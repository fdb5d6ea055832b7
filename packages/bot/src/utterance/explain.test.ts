import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { DEFAULT_VOCABULARY } from "./vocabulary.ts";

const lines = (text: string) => explain({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY });

test("every part is shown in the speaker's own spelling, with what it was taken for", () => {
  expect(lines("今天公众号发了３条")).toEqual([
    "“今天”：日期 2026-03-04",
    "“公众号”：微信公众号",
    "“发了”：不影响数量的话",
    "“３条”：数量",
    "记录：数量 3，日期 2026-03-04，微信公众号（“今天公众号发了3条”）",
  ]);
});

test("digits that count nothing are named as such, and a question says why", () => {
  expect(lines("政发〔2026〕5号文件解读发了十几条")).toEqual([
    "“政发〔2026〕5号文件”：文号，不是数量",
    "“解读”：政策解读",
    "“发了”：不影响数量的话",
    "“十几条”：约数，不能记",
    "要问：缺一个确切的数（“政发〔2026〕5号文件解读发了十几条”）",
  ]);
});

test("an implied date is told apart from a said one, and choices are listed", () => {
  expect(lines("公众号2条").at(-1)).toContain("（未说，按今天）");
  expect(lines("规范性文件3件").at(-1)).toBe("可选：行政规范性文件制发、行政规范性文件废止、都不是，不用记");
});

test("no line holds a code or an English word", () => {
  const texts = [
    "公众号2条",
    "热线3个",
    "撤销",
    "今年许可多少件",
    "导出年报",
    "你好",
    "怎么用",
    "刚才那条改成3条",
    "公纵号公众号2条",
  ];
  for (const text of texts) expect(lines(text).join("").replace(text, "")).not.toMatch(/[a-z]{2,}/);
});
