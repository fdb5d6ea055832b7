import { describe, expect, test } from "vitest";
import type { Home } from "./home.ts";

export function notesContract(open: () => Promise<Home>): void {
  describe("notes", () => {
    test("a note is kept and kept anew, per organ; keys without a note are left out", async () => {
      const home = await open();
      const keep = (organ: string, ...notes: [string, string][]) =>
        home.transact(organ, (tx) => tx.keepNotes(organ, new Map(notes), 1));
      await keep("demo", ["told/a", ""], ["digest/zhang", "1"]);
      await keep("demo", ["digest/zhang", "2"]);
      await keep("xian", ["told/b", ""]);
      const found = await home.transact("demo", (tx) => tx.notesOf("demo", ["told/a", "told/b", "digest/zhang"]));
      expect([...found].sort()).toEqual([
        ["digest/zhang", "2"],
        ["told/a", ""],
      ]);
    });

    test("however many keys are asked for, each is found once", async () => {
      const home = await open();
      const keys = Array.from({ length: 700 }, (_, at) => `told/${at}`);
      const found = await home.transact("demo", async (tx) => {
        await tx.keepNotes("demo", new Map(keys.slice(0, 650).map((key) => [key, ""])), 1);
        return tx.notesOf("demo", keys);
      });
      expect(found.size).toBe(650);
      expect(await home.transact("demo", (tx) => tx.notesOf("demo", []))).toEqual(new Map());
    });

    test("a note of a transaction that failed was never kept", async () => {
      const home = await open();
      const failing = home.transact("demo", async (tx) => {
        await tx.keepNotes("demo", new Map([["told/a", ""]]), 1);
        throw new RangeError("half way");
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await home.transact("demo", (tx) => tx.notesOf("demo", ["told/a"]))).toEqual(new Map());
    });
  });
}
