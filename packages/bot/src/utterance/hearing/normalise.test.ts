import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise, spoken } from "./normalise.ts";

// biome-ignore format: the columns are the test
test.each([
  ["公众号３条",             "公众号3条",         "full width"],
  ["政 策 解 读 3 条",       "政策解读3条",       "spaced out"],
  ["许可 1 2 件",            "许可1 2件",         "a blank between two figures keeps them apart"],
  ["WeChat发了2条",          "wechat发了2条",     "lower case"],
  ["公\u200b众\ufeff号",     "公众号",            "invisible characters"],
  ["公众号3条👍",            "公众号3条",         "pictures"],
  ["二○二六年",              "二〇二六年",        "a circle typed for 〇"],
  ["兩条",                   "两条",              "another spelling of a character"],
  ["头先",                   "刚才",              "Cantonese, of as many characters"],
  ["唔要喇，撤返嗰条",       "不要啦,撤回那条",   "in one breath"],
  ["唔，让我想想",           "唔,让我想想",       "a sound of thinking stays"],
  ["①公众号",               "①公众号",          "a list mark is no figure"],
  ["3—5条",                  "3-5条",             "dashes"],
])("%s is read as %s: %s", (raw, text) => {
  expect(normalise(raw).text).toBe(text);
});

test("every character knows where it stood in what was typed", () => {
  const heard = normalise("今天 公众号　３ 条");
  const at = heard.text.indexOf("3");
  expect(spoken(heard, at, at + 2)).toBe("３ 条");
});

test("offsets never run backwards and never leave the message", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (raw) => {
      const { text, at } = normalise(raw);
      expect(at.length).toBe(text.length + 1);
      expect(at.every((offset, index) => offset <= raw.length && offset >= (at[index - 1] ?? 0))).toBe(true);
    }),
  );
});
