import { describe, expect, test } from "vitest";
import type { Answer, Draft, Meaning } from "../utterance/meaning.ts";
import { chat, Rehearsal, record } from "./rehearsal.contract.ts";

const said = <T>(value: T) => ({ value, certainty: "said", text: String(value) }) as const;
const asking = (why: string, draft: Partial<Draft> = {}): Meaning => {
  const ask = { about: "indicator", why, words: "", choices: [] } as const;
  return { act: "ask", sure: [], drafts: [{ text: "", asks: [ask], ...draft }], ask };
};
const PERMIT = { indicator: "permit.decided", quantity: 12 } as const;
const onDay =
  (day: string) =>
  (draft: Draft): Answer =>
    draft.asks[0]?.about === "period"
      ? { kind: "answers", draft: { ...draft, period: said(day), asks: [] }, rest: null }
      : { kind: "other" };

describe("a few words after an echo", () => {
  test("是昨天的 fills a day that was not said", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { text: "许可12件" });
    talk.hear(chat, { text: "是昨天的", answer: onDay("2026-03-03") });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-03"]);
  });

  test("昨天的 after a day that was said is asked, not taken", () => {
    const talk = new Rehearsal();
    talk.hear(record({ ...PERMIT, period: "2026-03-04" }), { text: "今天许可12件" });
    talk.hear(chat, { text: "昨天的", answer: onDay("2026-03-03") });
    expect(talk.said).toEqual(["ask which-record"]);
    talk.hear(chat, { text: "是" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-03"]);
  });

  test("网上 completes how an application came in", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "application.received", applicant: "nat" }), { text: "收到依申请1件，个人" });
    talk.hear(asking("website-which"), { text: "网上" });
    expect([...talk.facts].map(({ fact }) => fact)).toMatchObject([{ via: "online" }]);
  });

  test("nothing is completed when two records were echoed, or when something else came between", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, { indicator: "penalty.decided" }), { text: "许可12件，处罚1件" });
    talk.hear(chat, { text: "昨天的", answer: onDay("2026-03-03") });
    expect(talk.said).toEqual(["friendly"]);
    talk.hear(record({ ...PERMIT, quantity: 3 }), { text: "许可3件" });
    talk.hear(chat, { text: "今天好冷" });
    talk.hear(chat, { text: "昨天的", answer: onDay("2026-03-03") });
    expect(talk.said).toEqual(["friendly"]);
  });

  test("再加2件 is read back as two more of the same", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { text: "许可12件" });
    talk.hear(asking("indicator-missing", { quantity: said(2), text: "再加2件" }), { text: "再加2件" });
    expect(talk.said).toEqual(["ask card"]);
    talk.hear(chat, { text: "对" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04", "permit.decided 2 2026-03-04"]);
  });

  test("少报了2件 asks for the figure as it should be, and 14件 is that", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { text: "许可12件" });
    talk.hear(asking("correct-what"), { text: "少报了2件" });
    expect(talk.said).toEqual(["ask correct-what"]);
    talk.hear(asking("indicator-missing", { quantity: said(14) }), { text: "14件" });
    expect(talk.standing).toEqual(["permit.decided 14 2026-03-04"]);
  });

  test("不是12件 denies the echo: the record may not stand", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT), { text: "许可12件" });
    talk.hear(asking("indicator-missing"), { text: "不是12件" });
    expect(talk.standing).toEqual([]);
    talk.hear(asking("indicator-missing", { quantity: said(13) }), { text: "是13件" });
    expect(talk.standing).toEqual(["permit.decided 13 2026-03-04"]);
  });

  test("不对 after several lines: which one, and what it should have been", () => {
    const talk = new Rehearsal();
    talk.hear(record(PERMIT, { indicator: "penalty.decided", quantity: 2 }), { text: "许可12件，处罚2件" });
    talk.hear(chat, { text: "不对" });
    talk.hear(chat, { text: "处罚" });
    expect(talk.said).toEqual(["withdrawn", "ask denied"]);
    talk.hear(asking("indicator-missing", { quantity: said(3) }), { text: "是3件" });
    expect(talk.standing).toEqual(["permit.decided 12 2026-03-04", "penalty.decided 3 2026-03-04"]);
  });
});

describe("an answer is taken for what it says", () => {
  const waiting = (draft: Partial<Draft>) => {
    const talk = new Rehearsal();
    talk.hear(asking("quantity-missing", draft), { text: "先说的" });
    return talk;
  };
  const posts: Partial<Draft> = {
    indicator: said("newmedia.post"),
    channel: said("wechat"),
    period: said("2026-03-04"),
    text: "公众号推了",
    asks: [{ about: "quantity", why: "quantity-missing", words: "", choices: [] }],
  };
  const takes2 = (draft: Draft): Answer => ({
    kind: "answers",
    draft: { ...draft, quantity: said(2), asks: [] },
    rest: null,
  });

  test("a report of another channel is no answer: both stay apart", () => {
    const talk = waiting(posts);
    talk.hear(record({ indicator: "newmedia.post", quantity: 2, channel: "weibo" }), {
      text: "微博推了2条",
      answer: takes2,
    });
    expect(talk.standing).toEqual(["newmedia.post 2 2026-03-04 weibo"]);
    expect(talk.said).toEqual(["kept", "still-waiting slot"]);
  });

  test("a report of another kind is no answer either", () => {
    const talk = waiting(posts);
    talk.hear(record({ indicator: "penalty.decided", quantity: 2 }), { text: "处罚2件", answer: takes2 });
    expect(talk.standing).toEqual(["penalty.decided 2 2026-03-04"]);
  });

  const choice = (indicator: "doc.normative_made" | "doc.normative_repealed", label: string) => ({
    label,
    sets: { indicator: said(indicator) },
  });
  const documents: Partial<Draft> = {
    quantity: said(3),
    period: said("2026-03-04"),
    text: "规范性文件3件",
    asks: [
      {
        about: "indicator",
        why: "made-or-repealed",
        words: "",
        choices: [choice("doc.normative_made", "制定"), choice("doc.normative_repealed", "废止")],
      },
    ],
  };

  test("a kind of work that was not offered is no answer", () => {
    const talk = waiting(documents);
    const posted = (draft: Draft): Answer => ({
      kind: "answers",
      draft: { ...draft, indicator: said("newmedia.post"), asks: [] },
      rest: null,
    });
    talk.hear(asking("quantity-missing", { indicator: said("newmedia.post") }), { text: "公众号推了", answer: posted });
    expect(talk.standing).toEqual([]);
  });

  test("a refusal is never taken for the choice it names", () => {
    const talk = waiting(documents);
    const made = (draft: Draft): Answer => ({
      kind: "answers",
      draft: { ...draft, indicator: said("doc.normative_made"), asks: [] },
      rest: null,
    });
    talk.hear(chat, { text: "不是制定", answer: made });
    expect(talk.standing).toEqual([]);
  });

  test("what the answer reports besides is kept, even when the reader of answers left it out", () => {
    const talk = waiting(documents);
    const made = (draft: Draft): Answer => ({
      kind: "answers",
      draft: { ...draft, indicator: said("doc.normative_made"), asks: [] },
      rest: null,
    });
    talk.hear(record({ indicator: "penalty.decided", quantity: 1 }), { text: "制定，另外处罚1件", answer: made });
    expect(talk.standing).toEqual(["doc.normative_made 3 2026-03-04", "penalty.decided 1 2026-03-04"]);
  });

  test("a tapped choice is taken without being read", () => {
    const talk = waiting(documents);
    const question = talk.talkOf("wang").pending[0]?.id ?? "";
    talk.hear(chat, { tap: { tap: "option", question, key: "1" } });
    expect(talk.standing).toEqual(["doc.normative_repealed 3 2026-03-04"]);
  });

  test("有什么区别 explains the choices and keeps waiting", () => {
    const talk = waiting(documents);
    expect(talk.hear(chat, { text: "有什么区别" }).act).toBe("help");
    expect(talk.said).toEqual(["help"]);
  });
});

test("another application right after one needs no name of the work", () => {
  const talk = new Rehearsal();
  talk.hear(record({ indicator: "application.received", applicant: "nat", via: "online" }), {
    text: "收到依申请公开1件，张三，个人，网上提交",
  });
  talk.hear(asking("indicator-missing", { quantity: said(1), period: said("2026-03-04"), text: "又收到1件" }), {
    text: "又收到1件，张五，个人，信函",
  });
  expect([...talk.facts].map(({ fact }) => fact)).toMatchObject([
    { via: "online" },
    { via: "mail", applicant: "nat", case: "A-2026-0002" },
  ]);
});
