import { describe, expect, test } from "vitest";
import type { Home } from "./home.ts";
import type { NewOutboxRow, OutboxRow } from "./outbox-port.ts";

const NOON = 1_752_000_000_000;
const LATER = NOON + 60_000;
const row = (key: string, more: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
  organ: "demo",
  key,
  to: "zhang",
  body: `{"say":"${key}"}`,
  notBefore: 0,
  ...more,
});
const put = (home: Home, ...rows: NewOutboxRow[]) => home.transact("demo", (tx) => tx.put(rows, NOON));
const keysOf = (rows: readonly OutboxRow[]) => rows.map(({ key }) => key);

export function outboxContract(open: () => Promise<Home>): void {
  describe("the outbox", () => {
    test("a row put is claimed as it was put, and hidden until the claim ends", async () => {
      const home = await open();
      await put(home, row("a"));
      const claimed: OutboxRow = { ...row("a"), place: 1, attempts: 1, createdAt: NOON, state: "waiting" };
      expect(await home.claim(NOON, LATER, 10)).toEqual([claimed]);
      expect(await home.claim(NOON, LATER, 10)).toEqual([]);
      expect(await home.claim(LATER, LATER + 1, 10)).toEqual([{ ...claimed, attempts: 2 }]);
    });

    test("a row put twice is one row, and the first stands", async () => {
      const home = await open();
      await put(home, row("a"), row("a", { body: "other" }));
      await put(home, row("a", { body: "third" }), row("b"));
      expect(await home.outboxDepth()).toEqual({ waiting: 2, givenUp: 0, oldestCreatedAt: NOON });
      expect(await home.claim(NOON, LATER, 1)).toMatchObject([{ key: "a", body: row("a").body }]);
    });

    test("a person hears things one at a time, in order", async () => {
      const home = await open();
      await put(home, row("z1"), row("l1", { to: "li" }), row("z2"), row("l2", { to: "li" }));
      expect(keysOf(await home.claim(NOON, LATER, 10))).toEqual(["z1", "l1"]);
      await home.markSent("demo", "z1", "{}", NOON);
      expect(keysOf(await home.claim(NOON, LATER, 10))).toEqual(["z2"]);
    });

    test("a limit is kept, oldest first", async () => {
      const home = await open();
      await put(home, row("a", { to: "a" }), row("b", { to: "b" }), row("c", { to: "c" }));
      expect(keysOf(await home.claim(NOON, LATER, 2))).toEqual(["a", "b"]);
      expect(keysOf(await home.claim(NOON, LATER, 2))).toEqual(["c"]);
    });

    test("a row for tomorrow waits and does not hold up tonight's answer", async () => {
      const home = await open();
      await put(home, row("digest", { notBefore: LATER }), row("answer"));
      expect(keysOf(await home.claim(NOON, NOON, 10))).toEqual(["answer"]);
      await home.markSent("demo", "answer", "{}", NOON);
      expect(await home.claim(LATER - 1, LATER, 10)).toEqual([]);
      expect(keysOf(await home.claim(LATER, LATER, 10))).toEqual(["digest"]);
    });

    test("a row to be tried again holds up the person's later ones", async () => {
      const home = await open();
      await put(home, row("a"), row("b"));
      await home.claim(NOON, LATER, 1);
      await home.retryAt("demo", "a", NOON + 500, "busy");
      expect(await home.claim(NOON, LATER, 10)).toEqual([]);
      expect(await home.claim(NOON + 500, LATER, 10)).toMatchObject([{ key: "a", attempts: 2 }]);
    });

    test("a row sent keeps its result, drops its body, and is not sent again", async () => {
      const home = await open();
      await put(home, row("a"));
      expect(await home.resultOf("demo", "a")).toBeUndefined();
      await home.markSent("demo", "a", '{"msgid":"m1"}', NOON);
      expect(await home.resultOf("demo", "a")).toBe('{"msgid":"m1"}');
      await home.retryAt("demo", "a", NOON, "too late");
      await home.giveUp("demo", "a", "too late", NOON);
      await put(home, row("a"));
      expect(await home.claim(LATER, LATER, 10)).toEqual([]);
      expect(await home.outboxDepth()).toEqual({ waiting: 0, givenUp: 0, oldestCreatedAt: null });
      const rows: unknown[] = [];
      await home.copyOut(async (page) => void rows.push(...page.filter(({ table }) => table === "outbox")));
      expect(rows).toMatchObject([{ row: { row_key: "a", state: "sent", body: "", settled_at: NOON } }]);
    });

    test("a row given up is named loudly and lets the next one through", async () => {
      const home = await open();
      await put(home, row("a"), row("b"));
      await home.giveUp("demo", "a", "no such user", NOON);
      expect(await home.givenUp("demo", 10)).toMatchObject([{ key: "a", body: row("a").body, state: "given-up" }]);
      expect(await home.givenUp("xian", 10)).toEqual([]);
      expect(await home.outboxDepth()).toMatchObject({ waiting: 1, givenUp: 1 });
      expect(keysOf(await home.claim(NOON, LATER, 10))).toEqual(["b"]);
    });

    test("senders that claim at once never get the same row, nor two of one person", async () => {
      const home = await open();
      const rows = Array.from({ length: 40 }, (_, at) => row(`r${at}`, { to: `p${at % 10}` }));
      await put(home, ...rows);
      const claims = await Promise.all(Array.from({ length: 8 }, () => home.claim(NOON, LATER, 3)));
      const claimed = claims.flat();
      expect(new Set(keysOf(claimed)).size).toBe(claimed.length);
      expect(new Set(claimed.map(({ to }) => to)).size).toBe(claimed.length);
      expect(claimed.length + (await home.claim(NOON, LATER, 40)).length).toBe(10);
    });
  });
}
