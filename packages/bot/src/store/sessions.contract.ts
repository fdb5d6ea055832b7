import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import type { CopiedRow } from "./copy-port.ts";
import type { Home } from "./home.ts";

const append = (home: Home, line: number) =>
  home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord({ line }), words: "原话" }]));

/** What a home does that reads beside its own transactions: all that run, but not PGlite with its one session. */
export function sessionsContract(open: () => Promise<Home>): void {
  describe("side by side", () => {
    test("nobody sees a transaction before it is committed", async () => {
      const home = await open();
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      let written = () => {};
      const afterWriting = new Promise<void>((resolve) => {
        written = resolve;
      });
      const writing = home.transact("demo", async (tx) => {
        await tx.append("demo", [{ record: aRecord(), words: null }]);
        written();
        await held;
      });
      await afterWriting;
      expect(await home.head("demo")).toMatchObject({ seq: 0 });
      letGo();
      await writing;
      expect(await home.head("demo")).toMatchObject({ seq: 1 });
    });

    test("a copy is of one moment, whatever is written while it is made", async () => {
      const home = await open();
      await append(home, 0);
      const rows: CopiedRow[] = [];
      let line = 1;
      await home.copyOut(async (page) => {
        rows.push(...page);
        await append(home, line++); // after each page: the words of this record lie in a later page's table
      });
      expect(rows.map(({ table }) => table)).toEqual(["ledger", "words"]);
      expect(line).toBe(3);
      expect(await home.head("demo")).toMatchObject({ seq: 3 });
    });

    test("a read that fails leaves the home working", async () => {
      const home = await open();
      await expect(home.copyOut(() => Promise.reject(new RangeError("reader left")))).resolves.toBeUndefined();
      await append(home, 0);
      await expect(home.copyOut(() => Promise.reject(new RangeError("reader left")))).rejects.toThrow(RangeError);
      await append(home, 1);
      expect(await home.head("demo")).toMatchObject({ seq: 2 });
    });
  });
}
