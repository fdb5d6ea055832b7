import { describe, expect, test } from "vitest";
import type { Answer, Draft, Meaning } from "../utterance/meaning.ts";
import { chat, item, query, Rehearsal, record, target } from "./rehearsal.contract.ts";

const undo = (narrowing = {}): Meaning => ({ act: "undo", target: target(narrowing), redo: false });
const redo: Meaning = { act: "undo", target: target(), redo: true };
const change = (set: Extract<Meaning, { act: "correct" }>["set"], narrowing = {}, text = ""): Meaning => ({
  act: "correct",
  target: target(narrowing, text),
  set,
});
const PERMIT = { indicator: "permit.decided", quantity: 12 } as const;
const PENALTY = { indicator: "penalty.decided", quantity: 2 } as const;

const quantityDraft = (): Draft => {
  const { quantity: _, text: __, ...known } = item(PERMIT);
  return { ...known, text: "许可办完了", asks: [{ about: "quantity", why: "how-many", words: "办完了", choices: [] }] };
};
const askQuantity = (): Meaning => {
  const draft = quantityDraft();
  const [ask] = draft.asks;
  if (!ask) throw new Error("the draft has no question");
  return { act: "ask", sure: [], drafts: [draft], ask };
};
const seven = (draft: Draft): Answer => ({
  kind: "answers",
  draft: { ...draft, quantity: { value: 7, certainty: "said", text: "7" }, asks: [] },
  rest: null,
});

describe("write and echo", () => {
  test("a whole report is written at once, for the speaker's own section", () => {
    const talk = new Rehearsal();
    expect(talk.hear(record(PERMIT), { text: "许可办结12件" })).toMatchObject({ act: "record" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    expect(talk.said).toEqual(["kept"]);
  });

  test("the same message delivered again changes nothing and says nothing", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { source: "one" });
    expect(talk.hear(record(PERMIT), { source: "one" })).toMatchObject({ plans: [], say: [] });
    expect(talk.standing).toHaveLength(1);
  });

  test("a yes after an echo is thanks, never a second record", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    expect(talk.hear(chat, { text: "对" }).act).toBe("ignore");
    expect(talk.standing).toHaveLength(1);
    expect(talk.said).toEqual(["agreed"]);
  });

  test("two figures of one day and one channel add up", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "newmedia.post", quantity: 1, channel: "wechat" }), { text: "公众号1条" });
    talk.hear(record({ indicator: "newmedia.post", quantity: 1, channel: "wechat", period: "2026-03-04" }), {
      text: "又发了1条",
    });
    expect(talk.standing).toEqual(["newmedia.post 1 2026-03-04 wechat", "newmedia.post 1 2026-03-04 wechat"]);
  });

  test("the same words twice on one day are read back before they count twice", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { text: "许可12件" });
    expect(talk.hear(record(PERMIT), { text: "许可12件" }).card).toHaveLength(1);
    expect(talk.standing).toHaveLength(1);
    talk.hear(chat, { text: "确认" });
    expect(talk.standing).toHaveLength(2);
  });

  test("a figure far above everything so far is read back", () => {
    const talk = new Rehearsal();
    for (let day = 1; day <= 9; day += 1)
      talk.hear(record({ ...PERMIT, quantity: 3, period: `2026-02-0${day}` }), { text: `第${day}天` });
    talk.hear(record({ ...PERMIT, quantity: 300 }), { text: "许可300件" });
    expect(talk.said).toEqual(["ask card"]);
    expect(talk.standing).toHaveLength(9);
  });

  test("an odd reading is a card: a no keeps nothing and asks what it should be", () => {
    const talk = new Rehearsal();
    const odd: Meaning = {
      act: "record",
      items: [item({ indicator: "info.cleared", quantity: 8 })],
      oddities: [{ why: "homophone", words: "清里" }],
    };
    expect(talk.hear(odd, { text: "清里过期信息8条" })).toMatchObject({ act: "record" });
    expect(talk.hear(chat, { text: "不是" }).act).toBe("ask");
    talk.hear(record({ indicator: "info.reviewed", quantity: 8 }), { text: "是审核信息8条" });
    expect(talk.standing).toEqual(["info.reviewed 8 2026-03-04"]);
    expect(talk.talkOf("wang").pending).toEqual([]);
  });

  test("a figure for a period over New Year's Eve is never written", () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...PERMIT, period: "2025-12-20/2026-01-05" }));
    expect(talk.standing).toEqual([]);
    expect(talk.said).toEqual(["across-years"]);
    expect(talk.last?.act).toBe("ask");
  });

  test("a section nobody has heard of is read back and kept for the speaker's own", () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...PERMIT, section: "水产科" }), { text: "代水产科报许可12件" });
    expect(talk.said).toEqual(["ask card"]);
    talk.hear(chat, { text: "可以" });
    expect([...talk.facts].map(({ record: { section } }) => section)).toEqual(["office"]);
  });

  test("代法规科报 is kept for that section and its head is told", () => {
    const talk = new Rehearsal();
    const stepped = talk.hear(record({ ...PENALTY, section: "政策法规科" }), { text: "代政策法规科报处罚2件" });
    expect([...talk.facts].map(({ record: { section, by } }) => [section, by])).toEqual([["law", "wang"]]);
    expect(stepped.plans.find((plan) => plan.do === "tell-heads")).toMatchObject({ section: "law" });
  });
});

describe("a question waits", () => {
  test("an interrupted question is taken up again and settles the same draft", () => {
    const talk = new Rehearsal();
    talk.hear(askQuantity(), { text: "许可办完了" });
    expect(talk.said).toEqual(["ask slot"]);
    talk.hear(query, { text: "本月许可已经报了多少" });
    expect(talk.said).toEqual(["answer", "still-waiting slot"]);
    talk.hear(record(PENALTY), { text: "处罚2件" });
    expect(talk.said).toEqual(["kept", "still-waiting slot"]);
    expect(talk.hear(chat, { text: "那这次是7件", answer: seven }).act).toBe("record");
    expect(talk.standing).toEqual(["penalty.decided 2 2026-03-04", "permit.decided 7 2026-03-04"]);
  });

  test("an answer that brings a report of its own writes both", () => {
    const talk = new Rehearsal();
    talk.hear(askQuantity(), { text: "许可办完了" });
    talk.hear(chat, {
      text: "7件，另外处罚2件",
      answer: (draft) => ({ ...seven(draft), rest: record(PENALTY) }) as Answer,
    });
    expect(talk.standing).toEqual(["permit.decided 7 2026-03-04", "penalty.decided 2 2026-03-04"]);
    expect(talk.said).toEqual(["kept"]);
  });

  test("取消 drops the matter and says so", () => {
    const talk = new Rehearsal();
    talk.hear(askQuantity(), { text: "许可办完了" });
    talk.hear(chat, { text: "取消", answer: () => ({ kind: "drops" }) });
    expect(talk.said).toEqual(["dropped"]);
    expect(talk.talkOf("wang").pending).toEqual([]);
  });

  test("after a day the question lapses, and that is said", () => {
    const talk = new Rehearsal();
    talk.hear(askQuantity(), { text: "许可办完了" });
    talk.hear(chat, { text: "早上好", now: "2026-03-05T10:31:00+08:00", answer: seven });
    expect(talk.said).toEqual(["lapsed", "friendly"]);
    expect(talk.standing).toEqual([]);
  });

  test("the sure part is written while the rest is asked", () => {
    const talk = new Rehearsal();
    const meaning = askQuantity();
    talk.hear({ ...meaning, sure: [item(PENALTY)] } as Meaning, { text: "处罚2件，许可办完了" });
    expect(talk.said).toEqual(["kept", "ask slot"]);
    expect(talk.standing).toEqual(["penalty.decided 2 2026-03-04"]);
  });

  test("a card tapped twice acts once", () => {
    const talk = new Rehearsal();
    const odd: Meaning = {
      act: "record",
      items: [item(PERMIT)],
      oddities: [{ why: "residue", words: "嘿" }],
    };
    const { next } = talk.hear(odd, { text: "嘿许可12件" });
    const question = next.pending[0]?.id ?? "";
    talk.hear(chat, { tap: { tap: "option", question, key: "yes" } });
    talk.hear(chat, { tap: { tap: "option", question, key: "yes" } });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    expect(talk.said).toEqual(["stale-tap"]);
  });
});

describe("corrections", () => {
  test("改成13件 right after is the last record, before and after shown", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    expect(talk.hear(change({ quantity: 13 }, { ref: "last" }), { text: "改成13件" }).act).toBe("correct");
    expect(talk.standing).toEqual(["permit.decided 13 2026-03-04"]);
    expect(talk.said).toEqual(["corrected"]);
  });

  test("刚才那条 two days later is shown and asked", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    const later = { now: "2026-03-06T09:00:00+08:00" };
    expect(talk.hear(change({ quantity: 13 }, { ref: "last" }), { text: "刚才那条改成13件", ...later }).act).toBe(
      "ask",
    );
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    talk.hear(chat, { text: "是，就是周三那条许可", ...later });
    expect(talk.standing).toEqual(["permit.decided 13 2026-03-04"]);
  });

  test("among several of one message the unit tells which: 改成5条", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, { indicator: "info.reviewed", quantity: 3 }));
    talk.hear(change({ quantity: 5 }, { ref: "last" }, "改成5条"), { text: "改成5条" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04", "info.reviewed 5 2026-03-04"]);
  });

  test("among several of one kind it is asked which", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, PENALTY));
    talk.hear(change({ quantity: 5 }, { ref: "last" }, "改成5件"), { text: "改成5件" });
    expect(talk.said).toEqual(["ask which-record"]);
    talk.hear(chat, { text: "处罚那条" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04", "penalty.decided 5 2026-03-04"]);
  });

  test("第2条 is the second of the echo", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, PENALTY));
    talk.hear(change({ quantity: 5 }, { ref: { nth: 2 } }), { text: "第2条改成5件" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04", "penalty.decided 5 2026-03-04"]);
  });

  test("把3月的访问量改成4.3万 finds the month's figure", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "gauge.site_visits", quantity: 42000, period: "2026-03" }));
    talk.hear(record(PERMIT), { text: "许可" });
    talk.hear(change({ quantity: 43000 }, { indicator: "gauge.site_visits", period: "2026-03" }));
    expect(talk.standing).toEqual(["gauge.site_visits 43000 2026-03", "permit.decided 12 2026-03-04"]);
  });

  test("nothing fits: it is said, nothing is guessed", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    expect(talk.hear(change({ quantity: 5 }, { indicator: "penalty.decided" })).act).toBe("ask");
    expect(talk.said).toEqual(["not-found"]);
  });

  test("a colleague's record needs the right to mend it", () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...PERMIT, period: "2026-03-03" }), { by: "wang" });
    const fix = change({ quantity: 13 }, { indicator: "permit.decided", period: "2026-03-03" });
    talk.hear(fix, { by: "chen" });
    talk.hear(chat, { by: "chen", text: "是" });
    expect(talk.said).toEqual(["not-allowed"]);
    talk.hear(fix, { by: "clerk" });
    talk.hear(chat, { by: "clerk", text: "是" });
    expect(talk.standing).toEqual(["permit.decided 13 2026-03-03"]);
  });

  test("网站上 after an echo without a channel completes the same record", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "disclosure.policy_interpretation", quantity: 2 }));
    const ask = { about: "indicator", why: "bare-channel", words: "网站", choices: [] } as const;
    const draft: Draft = { text: "网站上", asks: [ask] };
    const onWebsite = (open: Draft): Answer => ({
      kind: "answers",
      draft: { ...open, channel: { value: "website", certainty: "said", text: "网站" }, asks: [] },
      rest: null,
    });
    const heard = { act: "ask", sure: [], drafts: [draft], ask } as const;
    expect(talk.hear(heard, { text: "网站上", answer: onWebsite }).act).toBe("correct");
    expect(talk.standing).toEqual(["disclosure.policy_interpretation 2 2026-03-04 website"]);
  });
});

describe("taking back", () => {
  test("撤销 takes the last record back and 恢复 brings it again", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    talk.hear(undo(), { text: "撤销" });
    expect(talk.standing).toEqual([]);
    talk.hear(redo, { text: "恢复" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    talk.hear(undo(), { text: "撤销" });
    expect(talk.standing).toEqual([]);
  });

  test("nothing to take back is said", () => {
    const talk = new Rehearsal();
    expect(talk.hear(undo(), { text: "撤销" }).act).toBe("undo");
    expect(talk.said).toEqual(["nothing-to-withdraw"]);
  });

  test("撤销 after a correction brings the wording before it back, once more takes the record", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    talk.hear(change({ quantity: 13 }, { ref: "last" }));
    talk.hear(undo(), { text: "撤销" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04"]);
    talk.hear(undo(), { text: "撤销" });
    expect(talk.standing).toEqual([]);
  });

  test("several records of one message are asked about; all of them can go", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, PENALTY));
    talk.hear(undo(), { text: "撤销" });
    expect(talk.said).toEqual(["ask which-record"]);
    talk.hear(chat, { text: "全部撤销" });
    expect(talk.standing).toEqual([]);
  });

  test("a bare 不是 right after the echo: the record may not stand, and it is asked what it was", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "info.cleared", quantity: 8 }));
    expect(talk.hear(chat, { text: "不是" }).act).toBe("ask");
    expect(talk.standing).toEqual([]);
    talk.hear(change({ indicator: "info.reviewed" }, { ref: "last" }), { text: "是审核信息" });
    expect(talk.standing).toEqual(["info.reviewed 8 2026-03-04"]);
  });

  test("the undo of another day is asked", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT));
    talk.hear(undo(), { text: "撤销", now: "2026-03-06T09:00:00+08:00" });
    expect(talk.said).toEqual(["ask which-record"]);
    expect(talk.standing).toHaveLength(1);
  });
});
