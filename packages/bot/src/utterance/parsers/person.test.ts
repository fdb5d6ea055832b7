import { expect, test } from "vitest";
import { isFullName, personAt } from "./person.ts";

// biome-ignore format: the columns are the test
test.each<[text: string, ends: number | undefined, why: string]>([
  ["王科长昨天",   3,         "a surname with its office"],
  ["赵副局长上",   4,         "a deputy"],
  ["李局接受",     2,         "the office cut short"],
  ["小刘报",       2,         "a nickname"],
  ["小康社会",     undefined, "a word that begins like one"],
  ["文件3份",      undefined, "a surname that begins a word"],
  ["公众号",       undefined, "no surname"],
])("%s: the name ends at %s: %s", (text, ends, _why) => {
  expect(personAt(text, 0)).toBe(ends);
});

// biome-ignore format: the columns are the test
test.each([
  ["赵敏",     true,  "two characters"],
  ["欧阳小兰", true,  "a double surname"],
  ["防汛",     false, "no surname"],
  ["王",       false, "a surname alone"],
])("%s is a full name: %s: %s", (text, expected) => {
  expect(isFullName(text)).toBe(expected);
});
