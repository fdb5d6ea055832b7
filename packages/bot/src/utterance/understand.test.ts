import { CHANNEL_LABELS, INDICATORS } from "@gongkai/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toContract } from "./contract-line.ts";
import { understand } from "./understand.ts";
import { DEFAULT_VOCABULARY } from "./vocabulary.ts";

const NOW = "2026-03-04T10:30:00+08:00";
const line = (text: string) => toContract(understand({ text, now: NOW, vocabulary: DEFAULT_VOCABULARY }));

const COUNTED = [
  "disclosure.policy_interpretation",
  "permit.decided",
  "penalty.decided",
  "interaction.message",
  "info.cleared",
  "training.held",
] as const;
const DATES = {
  今天: "2026-03-04",
  昨天: "2026-03-03",
  上周日: "2026-03-01",
  "3月2日": "2026-03-02",
  "2月": "2026-02",
  "": "2026-03-04",
};
const dated = fc.constantFrom(...Object.entries(DATES));
const figure = fc.integer({ min: 1, max: 120 });
const thing = fc.oneof(
  fc.constantFrom(...COUNTED).map((key) => ({
    key: key as string,
    channel: null as string | null,
    words: INDICATORS[key].label,
    unit: INDICATORS[key].unit,
  })),
  fc.constantFrom("wechat" as const, "weibo" as const, "douyin" as const).map((channel) => ({
    key: "newmedia.post",
    channel: channel as string | null,
    words: CHANNEL_LABELS[channel],
    unit: "条",
  })),
);
const report = fc
  .record({ date: dated, thing, figure, turned: fc.boolean() })
  .map(({ date: [word, period], thing: { key, channel, words, unit }, figure: quantity, turned }) => ({
    text: turned && channel === null ? `${word}${quantity}${unit}${words}` : `${word}${words}${quantity}${unit}`,
    entry: { indicator: key, quantity, period, channel },
  }));

test("a report comes back as it was said, or as a question", () => {
  fc.assert(
    fc.property(report, ({ text, entry }) => {
      const heard = line(text);
      expect(["record", "ask"], text).toContain(heard.act);
      if (heard.act === "record") expect([text, heard.entries]).toMatchObject([text, [entry]]);
    }),
    { numRuns: 400 },
  );
});

test("a list comes back with all its items, or as a question", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ thing, figure }), {
        minLength: 2,
        maxLength: 4,
        selector: ({ thing: { key, channel } }) => key + channel,
      }),
      fc.constantFrom("，", "；", "\n", "、"),
      (items, sign) => {
        const text = items
          .map(({ thing: { words, unit }, figure: quantity }) => `${words}${quantity}${unit}`)
          .join(sign);
        const heard = line(text);
        const wanted = items.map(({ thing: { key, channel }, figure: quantity }) => ({
          indicator: key,
          quantity,
          channel,
        }));
        if (heard.act === "record") expect([text, heard.entries]).toMatchObject([text, wanted]);
        else expect([text, heard.act]).toEqual([text, "ask"]);
      },
    ),
    { numRuns: 300 },
  );
});

test("the reading of a gauge is never cut short", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 9_999_999 }),
      fc.constantFrom("公众号粉丝", "微博粉丝", "本月网站访问量"),
      (value, words) => {
        const heard = line(`${words}${value}`);
        if (heard.act === "record") expect([value, heard.entries[0]?.quantity]).toEqual([value, value]);
        else expect(heard.act).toBe("ask");
      },
    ),
    { numRuns: 500 },
  );
});

test("a question mark at the end never records", () => {
  fc.assert(
    fc.property(report, fc.constantFrom("?", "？", "吗", "吗？"), ({ text }, mark) => {
      const heard = line(text + mark);
      expect([text + mark, heard.entries.length, heard.act === "record"]).toEqual([text + mark, 0, false]);
    }),
    { numRuns: 200 },
  );
});

const STRANGE = ["鱻龘", "喵呜", "硌硌", "zzqx", "7", "3条", "昨天夜里三更", "约莫", "大概"];
test("an unexplained word never leaves an entry unchanged and silent", () => {
  fc.assert(
    fc.property(report, fc.constantFrom(...STRANGE), fc.boolean(), ({ text }, strange, before) => {
      const plain = line(text);
      fc.pre(plain.act === "record" && !plain.confirm);
      const said = before ? `${strange}，${text}` : `${text}，${strange}`;
      const heard = line(said);
      const unchanged =
        heard.act === "record" && !heard.confirm && JSON.stringify(heard.entries) === JSON.stringify(plain.entries);
      expect([said, unchanged]).toEqual([said, false]);
    }),
    { numRuns: 400 },
  );
});

test("full-width and half-width forms read the same", () => {
  const wide = (text: string) => text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(report, ({ text }) => {
      expect([text, line(wide(text))]).toEqual([text, line(text)]);
    }),
    { numRuns: 200 },
  );
});

test("blanks and invisible characters between words change nothing", () => {
  fc.assert(
    fc.property(report, fc.constantFrom("\u200b", "\ufeff", "\u2060"), ({ text }, sign) => {
      expect([text, line([...text].join(sign))]).toEqual([text, line(text)]);
    }),
    { numRuns: 100 },
  );
});

test("whatever is typed is understood as something, without an error", () => {
  const bits = fc.constantFrom(
    "公众号",
    "许可",
    "3",
    "条",
    "，",
    "一",
    "万",
    "不对",
    "是",
    "改成",
    "3月",
    "今天",
    "第",
    "《",
    "》",
    "共",
    "各",
    "分别",
    "其中",
    "?",
    "。",
    "\n",
    "点",
    "没有",
    "0",
    "和",
    "撤销",
    "人",
    "w",
    ".",
    "-",
    "(",
    ")",
    "申请",
    "予以公开",
    "\ud83d",
    "①",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60, unit: "binary" }),
        fc.array(bits, { maxLength: 24 }).map((parts) => parts.join("")),
      ),
      (text) => {
        const heard = line(text);
        for (const entry of heard.entries)
          expect([text, Number.isFinite(entry.quantity) && entry.quantity >= 0]).toEqual([text, true]);
      },
    ),
    { numRuns: 1500 },
  );
});

test("the same message in the same circumstances always means the same", () => {
  fc.assert(
    fc.property(report, ({ text }) => {
      expect(line(text)).toEqual(line(text));
    }),
    { numRuns: 50 },
  );
});

test("上 in front of 周 and 月 belongs to the date, and not to the channel before it", () => {
  expect(line("公众号上周四1条、上周五3条")).toMatchObject({
    act: "record",
    entries: [
      { quantity: 1, period: "2026-02-26", channel: "wechat" },
      { quantity: 3, period: "2026-02-27", channel: "wechat" },
    ],
  });
  expect(line("公众号上月28号更新1条").entries).toMatchObject([{ quantity: 1, period: "2026-02-28" }]);
});

test("均为今日 at the end dates everything before it", () => {
  expect(line("网上咨询2条 领导信箱1封 均为昨日")).toMatchObject({
    act: "record",
    entries: [
      { quantity: 2, period: "2026-03-03" },
      { quantity: 1, period: "2026-03-03" },
    ],
  });
});

test("the number of a line is no count, a counted number beside it is", () => {
  expect(line("咨询热线63355123今天接咨询7件")).toMatchObject({ act: "record", entries: [{ quantity: 7 }] });
});

test.each(["公众号（昨日）：3条", "公众号(昨日)3条"])(
  "a day in brackets behind the name dates its figure: %s",
  (text) => {
    expect(line(text)).toMatchObject({
      act: "record",
      entries: [{ quantity: 3, period: "2026-03-03", channel: "wechat" }],
    });
  },
);
