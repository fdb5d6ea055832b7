import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import { backupContract } from "./backup.contract.ts";
import { chainContract } from "./chain.contract.ts";
import type { Home } from "./home.ts";
import { inboxContract } from "./inbox.contract.ts";
import { jobsContract } from "./jobs.contract.ts";
import { ledgerContract } from "./ledger.contract.ts";
import { notesContract } from "./notes.contract.ts";
import { outboxContract } from "./outbox.contract.ts";
import { talkContract } from "./talk.contract.ts";

/** What every home must do. `open` gives a fresh and empty home that the caller of the contract closes. */
export function homeContract(open: () => Promise<Home>): void {
  ledgerContract(open);
  inboxContract(open);
  outboxContract(open);
  talkContract(open);
  jobsContract(open);
  notesContract(open);
  chainContract(open);
  backupContract(open);

  describe("transactions", () => {
    const message = {
      ...{ organ: "demo", key: "m1", from: "zhang", sentAt: 1, receivedAt: 1 },
      ...{ payload: "{}", nonce: "n", bodyDigest: "d" },
    };
    const row = { organ: "demo", key: "o1", to: "zhang", body: "{}", notBefore: 0 };
    const job = { organ: "demo", key: "j1", kind: "remind", runAt: 1, payload: "{}" };

    test("a fact, its message, its reply, the talk and a job live or die together", async () => {
      const home = await open();
      await home.accept(message);
      const deed = (crash: boolean) =>
        home.transact("demo", async (tx) => {
          await tx.append("demo", [{ record: aRecord(), words: "发了3条" }]);
          await tx.keepTalk("demo", "zhang", "{}", 1);
          await tx.put([row], 1);
          await tx.schedule(job);
          await tx.markDone("demo", "m1", "recorded");
          if (crash) throw new RangeError("half way");
          return "kept";
        });
      await expect(deed(true)).rejects.toThrow(RangeError);
      expect(await home.head("demo")).toMatchObject({ seq: 0 });
      expect(await home.storedWords("demo", "", 10)).toEqual([]);
      expect(await home.claim(1, 2, 10)).toEqual([]);
      expect(await home.claimJobs(1, 2, 10)).toEqual([]);
      expect(await home.organsWaiting(1)).toEqual(["demo"]);
      expect(await home.transact("demo", (tx) => tx.talkOf("demo", "zhang"))).toBeUndefined();

      expect(await deed(false)).toBe("kept");
      expect(await home.head("demo")).toMatchObject({ seq: 1 });
      expect(await home.claim(1, 2, 10)).toMatchObject([{ key: "o1" }]);
      expect(await home.claimJobs(1, 2, 10)).toMatchObject([{ key: "j1" }]);
      expect(await home.organsWaiting(1)).toEqual([]);
    });

    test("transactions of one organ run one after the other", async () => {
      const home = await open();
      const inside = new Set<number>();
      const crowd: number[] = [];
      await Promise.all(
        Array.from({ length: 6 }, (_, at) =>
          home.transact("demo", async (tx) => {
            inside.add(at);
            crowd.push(inside.size);
            await tx.append("demo", [{ record: aRecord({ line: at }), words: null }]);
            await new Promise(setImmediate);
            inside.delete(at);
          }),
        ),
      );
      expect(crowd).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await home.head("demo")).toMatchObject({ seq: 6 });
    });

    test("a duplicate inside a transaction does not end it", async () => {
      const home = await open();
      await home.transact("demo", async (tx) => {
        await tx.put([row, row], 1);
        await tx.schedule(job);
        await tx.schedule(job);
        await tx.append("demo", [{ record: aRecord(), words: null }]);
      });
      expect(await home.head("demo")).toMatchObject({ seq: 1 });
    });

    test("a failure swallowed inside still undoes the whole", async () => {
      const home = await open();
      const deed = home.transact("demo", async (tx) => {
        await tx.append("demo", [{ record: aRecord(), words: null }]);
        await tx.put([{ ...row, notBefore: Number.NaN }], 1).catch(() => {});
      });
      await expect(deed).rejects.toThrow("swallowed");
      expect(await home.head("demo")).toMatchObject({ seq: 0 });
    });

    test("calling the home from inside its own transaction is refused, not waited for", async () => {
      const home = await open();
      for (const call of [
        () => home.accept(message),
        () => home.head("demo"),
        () => home.claim(1, 2, 1),
        () => home.transact("demo", async () => {}),
      ]) {
        await expect(home.transact("demo", () => call().then(() => {}))).rejects.toThrow("use the transaction");
      }
      await expect(home.accept(message)).resolves.toBe("accepted");
    });

    test("a transaction kept beyond its end is refused", async () => {
      const home = await open();
      const escaped = await home.transact("demo", async (tx) => ({ tx }));
      await expect(escaped.tx.head("demo")).rejects.toThrow("is over");
    });

    test("a working home answers the probe", async () => {
      const home = await open();
      await expect(home.probe()).resolves.toBeUndefined();
      await expect(home.probe()).resolves.toBeUndefined();
    });
  });
}
