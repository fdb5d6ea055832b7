import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Member } from "@gongkai/schema";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chat, OFFICE, PEOPLE, type PersonId, record, target } from "../dialogue/rehearsal.contract.ts";
import type { Home } from "../store/home.ts";
import { openHome } from "../store/open-home.ts";
import type { Meaning } from "../utterance/meaning.ts";
import { STRANGER_WORDS } from "../wording/stranger-words.ts";
import { converse, type Turned } from "./converse.ts";
import { standingEntries } from "./standing-entries.ts";
import { type TalkingOffice, talkingOffice } from "./talking-office.ts";

const MEMBERS: readonly Member[] = Object.values(PEOPLE).map((person) => ({ ...person, roles: [...person.roles] }));
const memberOf = (id: PersonId): Member =>
  MEMBERS.find((member) => member.id === id) ?? { ...PEOPLE[id], roles: [...PEOPLE[id].roles] };

/** What the words of these tests mean: reading Chinese is tested where it is read. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  许可12件: record({ indicator: "permit.decided", quantity: 12 }),
  "3月许可20件": record({ indicator: "permit.decided", quantity: 20, period: "2026-03" }),
  解读3条: record({ indicator: "disclosure.policy_interpretation", quantity: 3, channel: "website" }),
  处罚2件: record({ indicator: "penalty.decided", quantity: 2 }),
  代法规科报处罚2件: record({ indicator: "penalty.decided", quantity: 2, section: "law" }),
  改成13件: { act: "correct", target: target({ ref: "last" }), set: { quantity: 13 } },
  撤销: { act: "undo", target: target(), redo: false },
  恢复: { act: "undo", target: target(), redo: true },
  今年进度: {
    act: "query",
    query: { kind: "progress", indicators: null, period: "2026", compare: null, channel: null, scope: null },
  },
  导出年报: { act: "export", wants: { what: "annual", period: null, format: null } },
  导出2月月报: { act: "export", wants: { what: "month", period: "2026-02", format: null } },
  张三申请: record({ indicator: "application.received", applicant: "nat", via: "online", who: "张三" }),
};
const reads = {
  understand: ({ text }: { text: string }): Meaning => MEANINGS[text] ?? chat,
  answer: () => ({ kind: "other" }) as const,
};

let home: Home;
let data: string;
let organs = 0;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gongkai-deeds-"));
  home = await openHome({ data });
});
afterAll(async () => {
  await home.close();
  await rm(data, { recursive: true });
});

function newOffice(): TalkingOffice {
  organs += 1;
  return talkingOffice({ ...OFFICE, key: `bureau-${organs}` }, () => MEMBERS, { reads });
}
type Said = Readonly<{ source: string; by?: PersonId; text: string; now?: string }>;
const say = (
  office: TalkingOffice,
  { source, by = "wang", text, now = "2026-03-04T10:30:00+08:00" }: Said,
): Promise<Turned> =>
  home.transact(office.office.key, (tx) => converse(tx, office, memberOf(by), { source, from: by, text, now }));
/** Everything put into the outbox, taken as the sender would: one row a person at a time. */
const outbox = async (office: TalkingOffice) => {
  const rows: Awaited<ReturnType<Home["claim"]>> = [];
  for (;;) {
    const claimed = await home.claim(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1000);
    if (claimed.length === 0) return rows.filter(({ organ }) => organ === office.office.key);
    rows.push(...claimed);
    for (const { organ, key } of claimed) await home.markSent(organ, key, "{}", 0);
  }
};
/** What a row says, card or not. */
const wordsOf = (body: string): string => {
  const { content, otherwise } = JSON.parse(body);
  return content ?? otherwise;
};
const standing = async (office: TalkingOffice) => {
  const { facts } = await home.transact(office.office.key, (tx) => office.mirror.catchUp(tx));
  return standingEntries(facts, { catalogue: office.catalogue, nameOf: () => null }).map(
    ({ indicator, quantity, period }) => `${indicator} ${quantity} ${period}`,
  );
};

describe("a turn", () => {
  test("the echo says what was kept, when, the month so far, and which statutory figure moved", async () => {
    const office = newOffice();
    await say(office, { source: "a", text: "许可12件" });
    const { say: said } = await say(office, { source: "b", text: "处罚2件" });
    expect(said).toEqual([
      "已记：行政处罚2件，今天（未说日期）\n行政处罚3月累计2件\n年报：表二 行政处罚 0→2\n有错回复“撤销”或“改成…”。",
    ]);
    expect((await say(office, { source: "c", text: "解读3条" })).say[0]).toContain("一（一）门户网站主动公开信息 0→3");
  });

  test("a correction says before, after, and how the figure moved", async () => {
    const office = newOffice();
    await say(office, { source: "a", text: "许可12件" });
    const { say: said } = await say(office, { source: "b", text: "改成13件" });
    expect(said[0]).toBe(
      "已改：行政许可12件，今天（未说日期）\n→ 行政许可13件，3月4日\n行政许可3月累计13件\n年报：表二 行政许可 12→13\n回复“撤销”可以改回。",
    );
  });

  test("record, talk and reply are one: nothing of a turn that fails is kept", async () => {
    const office = newOffice();
    const failing = home.transact(office.office.key, async (tx) => {
      await converse(tx, office, memberOf("wang"), {
        source: "a",
        from: "wang",
        text: "许可12件",
        now: "2026-03-04T10:30:00+08:00",
      });
      throw new Error("the lamp went out");
    });
    await expect(failing).rejects.toThrow("the lamp went out");
    expect(await standing(office)).toEqual([]);
    expect(await outbox(office)).toEqual([]);
    await say(office, { source: "a", text: "许可12件" });
    expect(await standing(office)).toEqual(["permit.decided 12 2026-03-04"]);
  });

  test("the ledger mirror notices what another process wrote", async () => {
    const office = newOffice();
    const elsewhere = talkingOffice(office.office, () => MEMBERS, { reads });
    await say(office, { source: "a", text: "许可12件" });
    await say(elsewhere, { source: "b", text: "处罚2件", by: "zhao" });
    const { say: said } = await say(office, { source: "c", text: "改成13件" });
    expect(said[0]).toContain("12→13");
    expect(await standing(office)).toEqual(["permit.decided 13 2026-03-04", "penalty.decided 2 2026-03-04"]);
  });
});

describe("who is heard", () => {
  test.each([
    ["an unknown person", undefined],
    ["a person who has left", { ...memberOf("wang"), active: false }],
  ])("%s gets a polite refusal that tells nothing, and nothing is written", async (_, member) => {
    const office = newOffice();
    const message = { source: "a", from: "someone", text: "许可12件", now: "2026-03-04T10:30:00+08:00" };
    const { say: said } = await home.transact(office.office.key, (tx) => converse(tx, office, member, message));
    expect(said).toEqual([STRANGER_WORDS]);
    expect(await standing(office)).toEqual([]);
    expect(STRANGER_WORDS).not.toContain(office.office.name);
  });

  test("the administrator writes no figures", async () => {
    const office = newOffice();
    expect((await say(office, { source: "a", by: "admin", text: "许可12件" })).say).toEqual([
      "您的身份不能报数，请联系政务公开办。",
    ]);
    expect(await standing(office)).toEqual([]);
  });

  test("代法规科报: the head of that section is told who reported what", async () => {
    const office = talkingOffice(
      { ...OFFICE, key: "bureau-behalf" },
      () => [...MEMBERS, { id: "lin", name: "林峰", section: "law", roles: ["head"], active: true }],
      { reads },
    );
    await say(office, { source: "a", text: "代法规科报处罚2件" });
    const rows = await outbox(office);
    expect(rows.map(({ to, body }) => [to, wordsOf(body).split("\n")[0]])).toEqual([
      ["wang", "已代法规科记下：行政处罚2件，今天（未说日期）"],
      ["lin", "王芳（办公室）代法规科报了：行政处罚2件，今天（未说日期）"],
    ]);
  });
});

describe("files", () => {
  test.each([
    ["导出年报", "chief", { kind: "export", what: "annual", year: 2025, format: "docx" }],
    ["导出2月月报", "wang", { kind: "export", what: "month", period: "2026-02", format: "docx" }],
  ] as const)("%s is a small description; the bytes are made when it is sent", async (text, by, make) => {
    const office = newOffice();
    await say(office, { source: "a", by, text });
    const bodies = (await outbox(office)).map(({ body }) => JSON.parse(body));
    expect(bodies.at(-1)).toEqual({ kind: "file", make });
  });

  test("staff cannot take the annual report", async () => {
    const office = newOffice();
    await say(office, { source: "a", text: "导出年报" });
    expect((await outbox(office)).map(({ body }) => JSON.parse(body).kind)).toEqual(["text"]);
  });
});

test("applicants' names stay out of the chain and out of what is kept for improving understanding", async () => {
  const office = newOffice();
  await say(office, { source: "a", text: "张三申请" });
  await say(office, { source: "b", text: "张三申请" });
  const records = await home.recordsAfter(office.office.key, 0);
  expect(JSON.stringify(records)).not.toContain("张三");
  const misses = await home.misses(office.office.key, 0, 10);
  expect(misses.map(({ kind, text }) => [kind, text])).toEqual([["carded", "某某申请"]]);
});

describe("deliveries repeated and mixed", () => {
  const spoken = fc.constantFrom(
    "许可12件",
    "处罚2件",
    "3月许可20件",
    "改成13件",
    "撤销",
    "恢复",
    "替换",
    "另外再加",
    "确认",
    "不是",
  );
  const scripts = fc.record({
    wang: fc.array(spoken, { maxLength: 6 }),
    chen: fc.array(spoken, { maxLength: 6 }),
    order: fc.infiniteStream(fc.boolean()),
    again: fc.array(fc.nat(20), { maxLength: 8 }),
  });

  /** Each person's own messages keep their order, as the inbox delivers them; between people any order is possible. */
  function interleaved({ wang, chen, order }: { wang: string[]; chen: string[]; order: Iterable<boolean> }): Said[] {
    const queues = {
      wang: wang.map((text, at) => ({ source: `w${at}`, by: "wang" as const, text })),
      chen: chen.map((text, at) => ({ source: `c${at}`, by: "chen" as const, text })),
    };
    const serial: Said[] = [];
    for (const first of order) {
      const from = first ? queues.wang : queues.chen;
      const next = from.shift() ?? queues.wang.shift() ?? queues.chen.shift();
      if (!next) return serial;
      serial.push(next);
    }
    return serial;
  }

  test("the ledger is that of the same messages once each, in order", async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const serial = interleaved({ ...script, order: [...take(script.order, 20)] });
        const [once, repeated] = [newOffice(), newOffice()];
        for (const message of serial) await say(once, message);
        const delivered: Said[] = [];
        for (const [at, message] of serial.entries()) {
          delivered.push(message);
          if (script.again.includes(at)) delivered.push(message, ...delivered.slice(-3));
        }
        // two at once: the home's own lock puts them in some order, here that of the calls
        await Promise.all(delivered.map((message) => say(repeated, message)));
        expect(await standing(repeated)).toEqual(await standing(once));
        const ids = (await home.recordsAfter(repeated.office.key, 0)).map(({ record: { id } }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });
});

function* take<T>(from: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const each of from) {
    if (taken === most) return;
    taken += 1;
    yield each;
  }
}

test("a year of talk stays quick: the mirror is caught up, never read anew", async () => {
  const office = newOffice();
  let reads = 0;
  for (let at = 0; at < 50; at += 1)
    await say(office, {
      source: `s${at}`,
      text: at % 2 ? "处罚2件" : "许可12件",
      now: `2026-02-${String((at % 28) + 1).padStart(2, "0")}T09:00:00+08:00`,
    });
  await home.transact(office.office.key, async (tx) => {
    const counting = {
      ...tx,
      recordsAfter: (...args: Parameters<typeof tx.recordsAfter>) => {
        reads += 1;
        return tx.recordsAfter(...args);
      },
    };
    await office.mirror.catchUp(counting);
  });
  expect(reads).toBe(0);
});

test("a leader who asks how far the year is gets words, and a picture with the same numbers", async () => {
  const talk = { ...PEOPLE.wang, id: "li", name: "李局长", roles: ["leader" as const] };
  const members = [...MEMBERS, talk];
  const ask = async (key: string, pictures: boolean) => {
    const office = talkingOffice({ ...OFFICE, key }, () => members, { reads, pictures });
    await home.transact(key, (tx) =>
      converse(tx, office, talk, { source: "q", from: "li", text: "今年进度", now: "2026-03-04T10:30:00+08:00" }),
    );
    return (await outbox(office)).map(({ body }) => JSON.parse(body));
  };
  const [words, picture] = await ask("bureau-picture", true);
  expect(words.content).toContain("2026年");
  expect(picture).toMatchObject({ kind: "image", make: { kind: "chart", chart: { kind: "grid" } } });
  expect(
    (await ask("bureau-words", false)).map(({ kind }) => kind),
    "where none can be drawn",
  ).toEqual(["text"]);
});
