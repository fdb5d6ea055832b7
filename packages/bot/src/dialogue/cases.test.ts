import { describe, expect, test } from "vitest";
import { chat, type ItemWords, Rehearsal, record } from "./rehearsal.contract.ts";

const application = (who: string | null, words: Partial<ItemWords> = {}): ItemWords => ({
  indicator: "application.received",
  applicant: "nat",
  via: "online",
  ...(who === null ? {} : { who }),
  ...words,
});
const outcome = (kind: NonNullable<ItemWords["outcome"]>, who?: string, period = "2026-03-10"): ItemWords => ({
  indicator: "application.outcome",
  outcome: kind,
  period,
  text: "答复",
  ...(who ? { who } : {}),
});
const later = { now: "2026-03-10T16:00:00+08:00" } as const;

describe("applications open cases", () => {
  test("one record a case, the name only in the personal table", () => {
    const talk = new Rehearsal();
    const stepped = talk.hear(record(application("张三", { quantity: 1 })), { text: "收到依申请公开1件，张三" });
    expect(talk.standing).toEqual(["application.received 1 2026-03-04 nat"]);
    expect(stepped.plans[0]).toMatchObject({ person: { case: "A-2026-0001", name: "张三" } });
    expect(JSON.stringify([...talk.facts].map(({ fact }) => fact))).not.toContain("张三");
  });

  test("收到3件 opens three, numbered on", () => {
    const talk = new Rehearsal();
    talk.hear(record(application(null)), { text: "收到依申请1件" });
    talk.hear(record(application(null, { quantity: 3 })), { text: "收到依申请3件" });
    expect([...talk.facts].map(({ fact }) => ("case" in fact ? fact.case : ""))).toEqual([
      "A-2026-0001",
      "A-2026-0002",
      "A-2026-0003",
      "A-2026-0004",
    ]);
  });

  test("two kinds of applicant in one message do not share numbers", () => {
    const talk = new Rehearsal();
    talk.hear(record(application(null, { quantity: 2 }), application(null, { applicant: "biz" })), {
      text: "个人2件，企业1件",
    });
    expect([...talk.facts].map(({ fact }) => ("case" in fact ? fact.case : ""))).toEqual([
      "A-2026-0001",
      "A-2026-0002",
      "A-2026-0003",
    ]);
  });

  // biome-ignore format: the columns are the test
  test.each([
    ["online",    "收到依申请1件，网上提交",           "online",      "以双方确认之日为收到之日"],
    ["fax",       "收到依申请1件，传真",               "fax",         "以双方确认之日为收到之日"],
    ["mail",      "收到依申请1件，平信寄来",           "plain-mail",  "以收到当日与申请人确认之日为收到之日"],
    ["mail",      "收到依申请1件，挂号寄来",           "signed-mail", null],
    ["in_person", "收到依申请1件，当面提交",           "in-person",   null],
    ["mail",      "收到依申请1件，误投到别的单位转来的", "unreachable", "以登记后与申请人取得联系之日为收到之日"],
  ] as const)("%s, %s: the day of receipt by item of 条例第三十一条", (via, text, receipt, minded) => {
    const talk = new Rehearsal();
    talk.hear(record(application(null, { via, text })), { text });
    expect([...talk.facts][0]?.fact).toMatchObject({ receipt });
    const stands = talk.last?.say.find((saying) => saying.say === "case-stands");
    const says = stands?.say === "case-stands" ? stands.standing.notes.map((note) => note.says).join() : "";
    expect(says.includes(minded ?? "为收到之日")).toBe(minded !== null);
  });

  test("the term runs from a day, so a month alone is asked back", () => {
    const talk = new Rehearsal();
    talk.hear(record(application(null, { period: "2026-02" })), { text: "2月收到依申请1件" });
    expect(talk.standing).toEqual([]);
    expect(talk.said).toEqual(["cannot-change"]);
  });
});

describe("an answer closes the case it names", () => {
  const twoZhangs = () => {
    const talk = new Rehearsal();
    talk.hear(record(application("张三")), { text: "张三" });
    talk.hear(record(application("张五", { via: "mail" })), { text: "张五" });
    return talk;
  };

  test("the full name is enough", () => {
    const talk = twoZhangs();
    talk.hear(record(outcome("granted", "张三")), { text: "张三那件予以公开", ...later });
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-10 open");
    expect(talk.said).toEqual(["kept", "case-stands"]);
  });

  test("小张 may be two people: it is asked, and the exact row after it", () => {
    const talk = twoZhangs();
    expect(talk.hear(record(outcome("denied", "小张")), { text: "小张那件不予公开", ...later }).act).toBe("ask");
    expect(talk.hear(chat, { text: "张五", ...later }).act).toBe("record");
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-10 denied");
    expect(talk.said).toEqual(["kept", "case-stands", "ask result-row"]);
    talk.hear(chat, { text: "商业秘密", ...later });
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-10 deny_third");
  });

  test("the exact row may wait: other talk goes on without being nagged", () => {
    const talk = twoZhangs();
    talk.hear(record(outcome("unavailable", "张三")), { text: "张三那件无法提供", ...later });
    talk.hear(record({ indicator: "permit.decided", quantity: 2 }), { text: "许可2件", ...later });
    expect(talk.said).toEqual(["kept"]);
  });

  test("the only open case is meant when nobody is named", () => {
    const talk = new Rehearsal();
    talk.hear(record(application("张三")), { text: "张三" });
    talk.hear(record(outcome("partial")), { text: "依申请那件部分公开", ...later });
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-10 partial");
  });

  test("a yes that says the answer again places it, once", () => {
    const talk = new Rehearsal();
    talk.hear(record(application("张三")), { text: "张三" });
    talk.hear(record(outcome("partial", "李四")), { text: "李四那件今天答复了，部分公开", ...later });
    expect(talk.said).toEqual(["ask which-case"]);
    talk.hear(chat, { text: "是", ...later });
    expect(talk.standing.filter((each) => each.startsWith("application.outcome"))).toEqual([
      "application.outcome 1 2026-03-10 partial",
    ]);
  });

  test("none of the open ones: the answer stays unplaced and is never guessed into a cell", () => {
    const talk = twoZhangs();
    talk.hear(record(outcome("granted")), { text: "依申请1件予以公开", ...later });
    expect(talk.said).toEqual(["ask which-case"]);
    talk.hear(chat, { text: "都不是", ...later });
    expect([...talk.facts].at(-1)?.fact).toMatchObject({
      kind: "figure-reported",
      indicator: "application.outcome",
      outcome: "granted",
    });
  });

  test("a case carried over from last year is not one of this ledger's", () => {
    const talk = twoZhangs();
    talk.hear(record({ ...outcome("granted"), text: "上年结转依申请1件，今天答复予以公开" }), {
      text: "上年结转依申请1件，今天答复予以公开",
      ...later,
    });
    expect([...talk.facts].at(-1)?.fact.kind).toBe("figure-reported");
  });

  test("a second answer to a closed case is asked: is the first one to be changed?", () => {
    const talk = new Rehearsal();
    talk.hear(record(application("张三")), { text: "张三" });
    talk.hear(record(outcome("granted", "张三")), { text: "张三那件予以公开", ...later });
    talk.hear(record(outcome("partial", "张三")), { text: "张三那件其实是部分公开", ...later });
    expect(talk.said).toEqual(["ask which-record"]);
    talk.hear(chat, { text: "是", ...later });
    expect(talk.standing.at(-1)).toBe("application.outcome 1 2026-03-10 partial");
    expect(talk.standing).toHaveLength(2);
  });
});

describe("steps of a case are no counts", () => {
  test("an opened case with something after it does not go alone", () => {
    const talk = new Rehearsal();
    talk.hear(record(application("张三")), { text: "收到依申请公开1件，张三" });
    talk.hear(record(outcome("granted", "张三")), { text: "张三那件予以公开", ...later });
    const undo = {
      act: "undo",
      target: { indicator: "application.received", period: "2026-03-04", text: "" },
      redo: false,
    } as const;
    talk.hear(undo, { text: "撤销3月4日那件申请", ...later });
    expect(talk.said).toEqual(["cannot-change"]);
    expect(talk.standing).toHaveLength(2);
  });
});

describe("lawsuits and reconsiderations", () => {
  test("a lawsuit is kept, then both its questions are asked", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "litigation.received" }), { text: "行政诉讼新收1件" });
    expect(talk.said).toEqual(["kept", "ask lawsuit-route"]);
    talk.hear(chat, { text: "复议后起诉" });
    expect(talk.said).toEqual(["corrected", "ask lawsuit-original"]);
    talk.hear(chat, { text: "是" });
    expect([...talk.facts][0]?.fact).toMatchObject({ route: "after", original: true });
  });

  test("a decided reconsideration ends the one that is open", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "review.received" }), { text: "复议新收1件" });
    talk.hear(record({ indicator: "review.upheld", period: "2026-03-10" }), { text: "复议维持1件", ...later });
    expect([...talk.facts].map(({ fact }) => fact.kind)).toEqual(["review-opened", "dispute-decided"]);
  });

  const received = (count: number) => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "review.received", quantity: count }), { text: `复议新收${count}件` });
    return talk;
  };
  const decided = (result: "upheld" | "corrected", quantity = 1, period = "2026-03-10"): ItemWords => ({
    indicator: `review.${result}`,
    quantity,
    period,
  });
  const decisions = (talk: Rehearsal) =>
    [...talk.facts].flatMap(({ fact }) => (fact.kind === "dispute-decided" ? [`${fact.case} ${fact.result}`] : []));
  const counts = (talk: Rehearsal) => [...talk.facts].filter(({ fact }) => fact.kind === "figure-reported").length;

  test("with two open it is asked which one was decided, never counted beside them", () => {
    const talk = received(2);
    talk.hear(record(decided("upheld")), { text: "复议维持1件", ...later });
    expect(talk.said).toEqual(["ask which-case"]);
    expect(counts(talk)).toBe(0);
    talk.hear(chat, { text: "第二个", ...later });
    expect(decisions(talk)).toEqual(["R-2026-0002 upheld"]);
    expect(counts(talk)).toBe(0);
  });

  test("as many decided as are open are all of them", () => {
    const talk = received(2);
    talk.hear(record(decided("upheld", 2)), { text: "复议维持2件", ...later });
    expect(decisions(talk)).toEqual(["R-2026-0001 upheld", "R-2026-0002 upheld"]);
  });

  test("two of three decided are asked one by one", () => {
    const talk = received(3);
    talk.hear(record(decided("upheld", 2)), { text: "复议维持2件", ...later });
    talk.hear(chat, { text: "第一个", ...later });
    talk.hear(chat, { text: "第三个", ...later });
    expect(decisions(talk)).toEqual(["R-2026-0001 upheld", "R-2026-0003 upheld"]);
    expect(talk.talkOf("wang").pending).toEqual([]);
  });

  test("a second decision in one sentence does not fall upon the case the first one took", () => {
    const talk = received(1);
    talk.hear(record(decided("upheld"), decided("corrected")), { text: "复议维持1件，复议纠正1件", ...later });
    expect(decisions(talk)).toEqual(["R-2026-0001 upheld"]);
    expect(talk.said).toEqual(["kept", "ask which-case"]);
    talk.hear(chat, { text: "都不是", ...later });
    expect(counts(talk)).toBe(1);
  });

  test("what another says of a decided one is asked: it may be the same one", () => {
    const talk = received(1);
    talk.hear(record(decided("upheld")), { text: "复议维持1件", ...later });
    const next = { by: "zhao", now: "2026-03-11T09:00:00+08:00" } as const;
    talk.hear(record(decided("corrected", 1, "2026-03-11")), { text: "复议纠正1件", ...next });
    expect(talk.said).toEqual(["ask which-case"]);
    expect(counts(talk)).toBe(0);
  });

  test("received and decided in one sentence is one case", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "review.received" }, { indicator: "review.upheld" }), {
      text: "复议新收1件，维持1件",
    });
    expect(decisions(talk)).toEqual(["R-2026-0001 upheld"]);
    expect(counts(talk)).toBe(0);
  });

  test("a decision of a month has no day to decide a kept case on, so the day is asked", () => {
    const talk = received(1);
    talk.hear(record(decided("upheld", 1, "2026-03")), { text: "3月复议维持1件", ...later });
    expect(talk.said).toEqual(["cannot-change"]);
    expect(counts(talk)).toBe(0);
  });

  test("one the ledger does not know stays a count", () => {
    const talk = new Rehearsal();
    talk.hear(record({ indicator: "review.upheld" }), { text: "行政复议维持1件" });
    expect(talk.standing).toEqual(["review.upheld 1 2026-03-04"]);
  });
});

test("an applicant's name is shown only to those who handle the case", () => {
  const talk = new Rehearsal();
  talk.hear(record(application("张三")), { by: "wang", text: "张三" });
  talk.hear(record(application("李四")), { by: "wang", text: "李四" });
  const asked = talk.hear(record(outcome("granted")), { by: "chen", text: "依申请那件公开", ...later });
  const shown = JSON.stringify(asked.next.pending[0]?.question.options);
  expect(shown).not.toContain("张三");
  expect(shown).toContain("2026年第1件");
});
