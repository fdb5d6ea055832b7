import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../utterance/case-said.ts";
import type { Ask, Draft, Meaning } from "../utterance/meaning.ts";
import type { Pending } from "./conversation.ts";
import { chat, type PersonId, query, Rehearsal, record, target } from "./rehearsal.contract.ts";

const PERMIT = "permit.decided";
const NOW = "2026-03-04T10:30:00+08:00";
const undo: Meaning = { act: "undo", target: target(), redo: false };
const ask = (why: string, known: Partial<Draft> = {}): Extract<Meaning, { act: "ask" }> => {
  const open: Ask = { about: "intent", why, words: "", choices: [] };
  return { act: "ask", sure: [], drafts: [{ text: "", ...known, asks: [open] }], ask: open };
};
const stepSaid = (event: CaseEvent): Meaning => ({
  ...ask("case-event"),
  act: "ask",
  case: { which: null, deeds: [{ ...event, on: null, dayUnclear: false }], text: "" },
});
const said = <T>(value: T) => ({ value, certainty: "said", text: "" }) as const;

type Waiting = Readonly<{ talk: Rehearsal; by: PersonId; now: string }>;
const application = (who: string) => record({ indicator: "application.received", applicant: "nat", who });
const answered = (outcome: "granted" | "denied", who?: string) =>
  record({ indicator: "application.outcome", outcome, ...(who ? { who } : {}) });

/** How each matter comes to wait. A draft settles its own slots and is told in step.test.ts. */
const WAITING: Readonly<Record<Exclude<Pending["at"], "draft" | "denied">, (talk: Rehearsal) => Waiting>> = {
  card: (talk) => {
    talk.hear(record({ indicator: PERMIT, quantity: 10 }), { text: "许可10件" });
    talk.hear(record({ indicator: PERMIT, quantity: 10 }), { text: "许可10件" });
    return { talk, by: "wang", now: NOW };
  },
  batch: (talk) => {
    const list: Readonly<Record<string, Meaning>> = {
      许可2件: record({ indicator: PERMIT, quantity: 2 }),
      处罚若干件: ask("mood-doubtful"),
      公众号3条: record({ indicator: "newmedia.post", quantity: 3, channel: "wechat" }),
    };
    const text = Object.keys(list).join("\n");
    talk.hear(ask("mood-doubtful"), { text, read: (line) => list[line] ?? chat });
    return { talk, by: "wang", now: NOW };
  },
  overlap: (talk) => {
    talk.hear(record({ indicator: PERMIT, quantity: 10, period: "2026-03" }), { text: "3月许可10件" });
    talk.hear(record({ indicator: PERMIT, quantity: 12, period: "2026-03" }), { text: "3月许可12件" });
    return { talk, by: "wang", now: NOW };
  },
  "which-record": (talk) => {
    talk.hear(record({ indicator: PERMIT, quantity: 2 }, { indicator: "newmedia.post", quantity: 3 }), {
      text: "两条",
    });
    talk.hear(undo, { text: "撤销" });
    return { talk, by: "wang", now: NOW };
  },
  "correct-what": (talk) => {
    talk.hear(record({ indicator: PERMIT, quantity: 10 }), { text: "许可10件" });
    const open: Ask = { about: "quantity", why: "correct-what", words: "少报了", choices: [] };
    talk.hear({ act: "ask", sure: [], drafts: [], ask: open }, { text: "刚才少报了" });
    return { talk, by: "wang", now: NOW };
  },
  "which-case": (talk) => {
    talk.hear(application("张三"), { text: "收到张三的申请1件" });
    talk.hear(application("李四"), { text: "收到李四的申请1件" });
    talk.hear(answered("granted"), { text: "申请予以公开1件" });
    return { talk, by: "wang", now: NOW };
  },
  "which-case-for-step": (talk) => {
    talk.hear(application("张三"), { text: "收到张三的申请1件" });
    talk.hear(application("李四"), { text: "收到李四的申请1件" });
    talk.hear(stepSaid({ do: "correction-asked", until: null, within: null }), { text: "补正通知书发了" });
    return { talk, by: "wang", now: NOW };
  },
  "which-step": (talk) => {
    talk.hear(application("张三"), { text: "收到张三的申请1件" });
    talk.hear(stepSaid({ do: "correction-unclear" }), { text: "补正了" });
    return { talk, by: "wang", now: NOW };
  },
  "which-outcome": (talk) => {
    talk.hear(application("张三"), { text: "收到张三的申请1件" });
    talk.hear(stepSaid({ do: "answered", outcome: { kind: "unknown" }, withheld: null }), { text: "那件答复了" });
    return { talk, by: "wang", now: NOW };
  },
  "which-decision": (talk) => {
    talk.hear(record({ indicator: "review.received" }), { text: "行政复议新收1件" });
    talk.hear(stepSaid({ do: "decided", kind: "review", words: "复议结案了" }), { text: "复议结案了" });
    return { talk, by: "wang", now: NOW };
  },
  "result-row": (talk) => {
    talk.hear(application("张三"), { text: "收到张三的申请1件" });
    talk.hear(answered("denied", "张三"), { text: "张三的申请不予公开1件" });
    return { talk, by: "wang", now: NOW };
  },
  "lawsuit-route": (talk) => {
    talk.hear(record({ indicator: "litigation.received" }), { text: "收到行政诉讼1件" });
    return { talk, by: "wang", now: NOW };
  },
  "lawsuit-original": (talk) => {
    talk.hear(record({ indicator: "litigation.received" }), { text: "收到行政诉讼1件" });
    talk.hear(chat, { text: "直接起诉" });
    return { talk, by: "wang", now: NOW };
  },
  "which-year": (talk) => {
    const now = "2026-01-05T10:00:00+08:00";
    talk.hear(record({ indicator: PERMIT, quantity: 5, today: "2026-01-05", text: "许可一共5件" }), {
      text: "许可一共5件",
      now,
    });
    return { talk, by: "wang", now };
  },
  "which-section": (talk) => {
    talk.hear(record({ indicator: PERMIT, quantity: 5 }), { text: "许可5件", by: "nowhere" });
    return { talk, by: "nowhere", now: NOW };
  },
  reopening: (talk) => {
    talk.hear(chat, { text: "2月结账", by: "clerk", now: NOW });
    talk.hear(record({ indicator: PERMIT, quantity: 3, period: "2026-02" }), { text: "2月许可3件", by: "clerk" });
    return { talk, by: "clerk", now: NOW };
  },
};

const penalty = (quantity: number) => record({ indicator: "penalty.decided", quantity });
/** A report that holds a word of the question's answers, and the parser's reading of it. */
// biome-ignore format: the columns are the test
const REPORTS: readonly (readonly [keyof typeof WAITING, string, Meaning, string])[] = [
  ["card",                "可以，今年处罚多少件",           query,                                              "a question after a courtesy"],
  ["card",                "确认收到处罚4件",               penalty(4),                                         "确认 is what happened"],
  ["card",                "是的，还有处罚若干件",           ask("mood-doubtful"),                               "half a report after a yes"],
  ["batch",               "先记处罚4件",                    penalty(4),                                         "先记 begins a report"],
  ["overlap",             "今天处罚4件，另外许可2件",       record({ indicator: "penalty.decided", quantity: 4, period: "2026-03-04" }, { indicator: "doc.normative_made", quantity: 2 }), "另外 joins two reports"],
  ["overlap",             "还有处罚4件",                   penalty(4),                                         "还有 begins a report"],
  ["overlap",             "还有处罚若干件",                 ask("mood-doubtful"),                               "a report the parser doubts"],
  ["overlap",             "2月许可一共22件",               record({ indicator: PERMIT, quantity: 22, period: "2026-02" }), "22 is the sum by chance"],
  ["overlap",             "另外处罚12件左右",               ask("quantity-approximate"),                        "12 is the figure by chance"],
  ["overlap",             "改成14件",                      { act: "correct", target: target({ ref: "last" }), set: { quantity: 14 } }, "neither of the two figures"],
  ["overlap",             "2件",                           ask("indicator-missing", { quantity: said(2) }),    "a figure, not the second choice"],
  ["which-record",        "公众号3条全部发了",              record({ indicator: "newmedia.post", quantity: 3 }), "全部 is how many were posted"],
  ["which-record",        "公众号全部发了",                 ask("quantity-missing", { indicator: said("newmedia.post") }), "half a report"],
  ["correct-what",        "还有处罚4件",                   penalty(4),                                         "another kind of work"],
  ["correct-what",        "2月许可14件",                   record({ indicator: PERMIT, quantity: 14, period: "2026-02" }), "another month"],
  ["which-case",          "收到张三的信息公开申请1件，企业", record({ indicator: "application.received", applicant: "biz", who: "张三" }), "张三 applies once more"],
  ["which-case-for-step", "李四的处罚2件",                 penalty(2),                                         "the name of a person punished"],
  ["which-step",          "发了通知3条",                   record({ indicator: "newmedia.post", quantity: 3 }), "a notice that was posted"],
  ["which-outcome",       "公开信息3条",                   ask("information-which"),                           "the words of an outcome"],
  ["which-decision",      "处罚决定维持2件",                penalty(2),                                         "the words of a result"],
  ["result-row",          "今天处罚3件，内部事务信息",       ask("information-which"),                           "a report with words of a row"],
  ["result-row",          "重复申请的许可2件",              record({ indicator: PERMIT, quantity: 2 }),          "the words of a row"],
  ["lawsuit-route",       "复议后起诉的处罚2件",            ask("case-event"),                                  "the words of a route"],
  ["lawsuit-original",    "复议机关培训2次",                record({ indicator: "training.held", quantity: 2 }), "the words of a side"],
  ["which-year",          "今天处罚3件",                   record({ indicator: "penalty.decided", quantity: 3, period: "2026-01-05" }), "the day of the report"],
  ["which-year",          "去年处罚办了多少",               query,                                              "the year of the question"],
  ["which-section",       "法规科处罚3件",                  record({ indicator: "penalty.decided", quantity: 3, section: "law" }), "the name of a section"],
  ["reopening",           "2月结账",                       ask("unclear"),                                     "a deed of the office"],
  ["reopening",           "2月许可3件",                    record({ indicator: PERMIT, quantity: 3, period: "2026-02" }), "the report once more"],
  ["reopening",           "发了5条",                       ask("indicator-missing", { quantity: said(5) }),    "half a report"],
  ["reopening",           "处罚办完了",                    ask("quantity-missing", { indicator: said("penalty.decided") }), "half a report"],
];

test("every kind of matter has a report that could be taken for its answer", () => {
  expect(new Set(REPORTS.map(([at]) => at))).toEqual(new Set(Object.keys(WAITING)));
});

describe("a report is never the answer to a question it happens to resemble", () => {
  test.each(REPORTS)("%s: %s", (at, text, meaning, _why) => {
    const { talk, by, now } = WAITING[at](new Rehearsal());
    const waiting = talk.talkOf(by).pending[0];
    expect(waiting?.at).toBe(at);
    const [before, closed] = [talk.standing, [...talk.closed]];
    talk.hear(meaning, { text, by, now });

    expect(talk.talkOf(by).pending.map(({ id }) => id)).toContain(waiting?.id);
    expect([...talk.closed]).toEqual(closed);
    const written = talk.standing.filter((line) => !before.includes(line));
    const own =
      meaning.act === "record"
        ? meaning.items.map(({ indicator, quantity }) => `${indicator.value} ${quantity.value}`)
        : [];
    if (meaning.act === "correct") return; // it changes the record it names, before and after shown
    expect(written.filter((line) => !own.some((report) => line.startsWith(report)))).toEqual([]);
    expect(before.filter((line) => !talk.standing.includes(line))).toEqual([]);
  });
});

describe("a button that was never offered does nothing", () => {
  const matters = Object.keys(WAITING) as (keyof typeof WAITING)[]; // keys of the table above
  test.each(matters)("%s", (at) => {
    const { talk, by, now } = WAITING[at](new Rehearsal());
    const [waiting] = talk.talkOf(by).pending;
    const before = talk.standing;
    const offered = (waiting?.question.options ?? []).map(({ key }) => key);
    for (const key of ["yes", "add", "7", "all", "closed"].filter((each) => !offered.includes(each))) {
      talk.hear(chat, { by, now, tap: { tap: "option", question: waiting?.id ?? "", key } });
      expect(talk.said[0]).toBe("stale-tap");
    }
    expect(talk.standing).toEqual(before);
    expect(talk.talkOf(by).pending.map(({ id }) => id)).toContain(waiting?.id);
  });
});

describe("what is heard instead is written, and the question stays", () => {
  test("还有处罚4件 is kept and 替换 still answers", () => {
    const { talk } = WAITING.overlap(new Rehearsal());
    talk.hear(penalty(4), { text: "还有处罚4件" });
    expect(talk.standing).toEqual(["permit.decided 10 2026-03", "penalty.decided 4 2026-03-04"]);
    expect(talk.said).toEqual(["kept", "still-waiting overlap"]);
    talk.hear(chat, { text: "替换" });
    expect(talk.standing).toEqual(["penalty.decided 4 2026-03-04", "permit.decided 12 2026-03"]);
  });

  test("a closed month opens for a reason in plain words only", () => {
    const { talk, by } = WAITING.reopening(new Rehearsal());
    talk.hear(query, { text: "今年处罚多少件", by });
    expect(talk.said).toEqual(["answer", "still-waiting reopening"]);
    talk.hear(chat, { text: "审批科漏报了一批", by });
    expect([...talk.closed]).toEqual([]);
    expect(talk.standing).toEqual(["permit.decided 3 2026-02"]);
  });
});

describe("an answer is still an answer", () => {
  // biome-ignore format: the columns are the test
  test.each<[keyof typeof WAITING, string, Meaning, string]>([
    ["batch",        "先记看明白的",         chat,                                                  "the label, in fewer words"],
    ["batch",        "改好再发",            chat,                                                  "another way to hold it"],
    ["overlap",      "再加12件，一共22件",   ask("indicator-missing"),                              "the figures of the question"],
    ["overlap",      "一共12件",            ask("indicator-missing", { quantity: said(12) }),       "a total without a name"],
    ["overlap",      "重复了",              ask("mood-doubtful"),                                  "the words of a choice"],
    ["which-record", "公众号那条",          ask("quantity-missing", { indicator: said("newmedia.post") }), "it points"],
    ["which-record", "全部撤销",            ask("undo-how-much"),                                  "the label"],
    ["which-record", "第2条",              ask("indicator-missing", { quantity: said(2) }),        "a place in the list"],
    ["correct-what", "许可14件",            record({ indicator: PERMIT, quantity: 14 }),            "the figure as it should be"],
    ["which-case",   "张三那件",            ask("case-event"),                                     "it points"],
    ["which-step",   "我们发的补正通知",     ask("case-event"),                                     "the words of a choice"],
    ["result-row",   "内部事务信息",        ask("information-which"),                              "the words of a row"],
    ["lawsuit-route", "复议后起诉的",       ask("case-event"),                                     "the label, politely"],
    ["which-year",   "是去年的",            ask("period-long"),                                    "another word, politely"],
    ["card",         "确认",                chat,                                                  "the label"],
    ["which-section", "法规科的",           chat,                                                  "the label, politely"],
    ["which-section", "记在政策法规科名下",  chat,                                                  "another name of it"],
    ["which-section", "2",                 chat,                                                  "its place in the list"],
    ["which-section", "算了",              chat,                                                  "the matter is left"],
    ["reopening",    "因为审批科漏报了3件",  ask("indicator-missing", { quantity: said(3) }),        "a reason with a figure"],
  ])("%s: %s", (at, text, meaning) => {
    const { talk, by, now } = WAITING[at](new Rehearsal());
    const waiting = talk.talkOf(by).pending[0]?.id;
    talk.hear(meaning, { text, by, now });
    expect(talk.talkOf(by).pending.map(({ id }) => id)).not.toContain(waiting);
  });
});
