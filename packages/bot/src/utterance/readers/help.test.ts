import { expect, test } from "vitest";
import { readingOf } from "../understand.ts";
import { DEFAULT_VOCABULARY } from "../vocabulary.ts";
import { help } from "./help.ts";

function heard(text: string): string {
  const said = help.read(readingOf({ text, now: "2026-03-04T10:30:00+08:00", vocabulary: DEFAULT_VOCABULARY }));
  if (!said) return "not its turn";
  return said.act;
}

// biome-ignore format: the columns are the test
test.each([
  ["你都能帮我做些什么", "help",         "asks what it can do"],
  ["怎么报数",      "help",         "asks how"],
  ["这个该咋个报嘛", "help",         "in another tongue"],
  ["格式是什么",     "help",         "asks for the form"],
  ["报错了怎么改",    "help",         "asks how, and corrects nothing"],
  ["处罚和强制有啥不一样，该往哪报", "help", "asks what tells two things apart"],
  ["报处罚的时候要不要写日期", "help", "asks what belongs to a report"],
  ["这种申请要几天内答复", "help", "asks for the term the law gives"],
  ["解读往哪填", "help", "asks where it goes"],
  ["怎么报了3条",    "not its turn", "报了 is no how"],
  ["小超市在网上问年报咋填，网上咨询答了1条", "not its turn", "a citizen asked"],
  ["热线的使用说明，今天微博发了1条", "not its turn", "what was published explains something"],
  ["公众号3条",     "not its turn", "a report"],
])("%s → %s: %s", (text, expected) => {
  expect(heard(text)).toBe(expected);
});
