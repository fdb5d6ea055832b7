import { describe, expect, test } from "vitest";
import type { Home } from "./home.ts";
import { type AcceptedMessage, NONCE_MEMORY_MS } from "./inbox-port.ts";

const NOON = 1_752_000_000_000;
const message = (key: string, more: Partial<AcceptedMessage> = {}): AcceptedMessage => ({
  organ: "demo",
  key,
  from: "zhang",
  sentAt: NOON - 1000,
  receivedAt: NOON,
  payload: `{"text":"${key}"}`,
  nonce: `nonce of ${key}`,
  bodyDigest: `digest of ${key}`,
  ...more,
});
const oldest = (home: Home, now = NOON, organ = "demo") => home.transact(organ, (tx) => tx.oldestWaiting(organ, now));
const fail = (home: Home, key: string, retryAt: number | null) =>
  home.transact("demo", (tx) => tx.markFailed("demo", key, retryAt, "读不懂"));
const done = (home: Home, key: string) => home.transact("demo", (tx) => tx.markDone("demo", key, "recorded"));

export function inboxContract(open: () => Promise<Home>): void {
  describe("the inbox", () => {
    test("an accepted message waits as it came", async () => {
      const home = await open();
      expect(await home.accept(message("a"))).toBe("accepted");
      expect(await oldest(home)).toEqual({ ...message("a"), place: 1, attempts: 0 });
      expect(await home.organsWaiting(NOON)).toEqual(["demo"]);
      expect(await home.inboxDepth()).toEqual({ waiting: 1, failed: 0, oldestReceivedAt: NOON });
    });

    test("an empty inbox has nothing to do", async () => {
      const home = await open();
      expect(await oldest(home)).toBeUndefined();
      expect(await home.organsWaiting(NOON)).toEqual([]);
      expect(await home.inboxDepth()).toEqual({ waiting: 0, failed: 0, oldestReceivedAt: null });
    });

    // biome-ignore format: the columns are the test
    test.each<[string, AcceptedMessage, string, string]>([
      // second delivery                                                        answer          why this row exists
      ["the same callback",      message("a"),                                  "already",      "an identical redelivery is idempotent"],
      ["re-encrypted",           message("a", { nonce: "n2", bodyDigest: "d2" }), "already",    "a retry of the platform may carry a fresh nonce and ciphertext"],
      ["nonce with other body",  message("b", { nonce: "nonce of a" }),         "nonce-reused", "a replay with another body is refused"],
      ["the same, known key",    message("a", { bodyDigest: "d2" }),            "nonce-reused", "the nonce rule comes before the key"],
      ["nonce of another organ", message("a", { organ: "xian", bodyDigest: "d2" }), "accepted", "organs have callbacks of their own"],
      ["nonce of last week",     message("b", { nonce: "nonce of a", receivedAt: NOON + NONCE_MEMORY_MS }), "accepted", "ten digits repeat one day"],
    ])("%s", async (_name, second, answer, _why) => {
      const home = await open();
      await home.accept(message("a"));
      expect(await home.accept(second)).toBe(answer);

      const crowded = await open();
      expect(await Promise.all([message("a"), second].map(crowded.accept))).toEqual(["accepted", answer]);
    });

    test("messages handed in at once are each stored once, in the order they came", async () => {
      const home = await open();
      const keys = Array.from({ length: 700 }, (_, at) => `k${at % 600}`);
      const answers = await Promise.all(keys.map((key) => home.accept(message(key))));
      expect(answers.filter((answer) => answer === "accepted")).toHaveLength(600);
      expect(answers.slice(600)).toEqual(Array(100).fill("already"));
      expect(await home.inboxDepth()).toMatchObject({ waiting: 600 });
      expect(await oldest(home)).toMatchObject({ key: "k0", place: 1 });
    });

    test("one bad message does not fail its batch mates", async () => {
      const home = await open();
      const bad = message("bad", { receivedAt: Number.NaN });
      const answers = await Promise.allSettled([
        home.accept(message("a")),
        home.accept(bad),
        home.accept(message("b")),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(await home.inboxDepth()).toMatchObject({ waiting: 2 });
    });

    test("a message done is not handed out again, drops its payload, and its redelivery is still known", async () => {
      const home = await open();
      await home.accept(message("a"));
      await done(home, "a");
      expect(await oldest(home)).toBeUndefined();
      expect(await home.accept(message("a"))).toBe("already");
      const rows: unknown[] = [];
      await home.copyOut(async (page) => void rows.push(...page.filter(({ table }) => table === "inbox")));
      expect(rows).toMatchObject([{ row: { message_key: "a", state: "done", outcome: "recorded", payload: "" } }]);
    });

    test("messages are worked off in the order they were accepted", async () => {
      const home = await open();
      for (const key of ["c", "a", "b"]) await home.accept(message(key));
      const order: string[] = [];
      for (let next = await oldest(home); next; next = await oldest(home)) {
        order.push(next.key);
        await done(home, next.key);
      }
      expect(order).toEqual(["c", "a", "b"]);
    });

    test("a failed message waits for its time, holds up its sender and nobody else", async () => {
      const home = await open();
      await home.accept(message("first"));
      await home.accept(message("undo of it"));
      await home.accept(message("of another", { from: "li" }));
      await fail(home, "first", NOON + 1000);
      expect(await oldest(home)).toMatchObject({ key: "of another" });
      await done(home, "of another");
      expect(await oldest(home)).toBeUndefined();
      expect(await home.organsWaiting(NOON)).toEqual([]);
      expect(await home.organsWaiting(NOON + 1000)).toEqual(["demo"]);
      expect(await oldest(home, NOON + 1000)).toMatchObject({ key: "first", attempts: 1 });
    });

    test("a message given up is counted and lets the next one through", async () => {
      const home = await open();
      await home.accept(message("poison"));
      await home.accept(message("next", { receivedAt: NOON + 5 }));
      await fail(home, "poison", null);
      expect(await oldest(home)).toMatchObject({ key: "next" });
      expect(await home.inboxDepth()).toEqual({ waiting: 1, failed: 1, oldestReceivedAt: NOON + 5 });
      await fail(home, "poison", NOON);
      expect(await home.inboxDepth()).toMatchObject({ failed: 1 });
    });

    test("organs wait separately", async () => {
      const home = await open();
      await home.accept(message("a", { organ: "xian" }));
      await home.accept(message("a"));
      expect(await home.organsWaiting(NOON)).toEqual(["demo", "xian"]);
      expect(await oldest(home, NOON, "xian")).toMatchObject({ organ: "xian", key: "a" });
    });
  });
}
