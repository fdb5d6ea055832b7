import { describe, expect, test } from "vitest";
import type { Home } from "./home.ts";
import type { Miss } from "./talk-port.ts";

const miss = (key: string, at: number): Miss => ({
  organ: "demo",
  key,
  at,
  kind: "asked",
  text: `说了\u0000${key}`,
  reading: "{}",
  became: null,
});

export function talkContract(open: () => Promise<Home>): void {
  describe("conversations and misses", () => {
    test("a talk is kept, replaced and dropped per person and organ", async () => {
      const home = await open();
      const talkOf = (organ: string, member: string) => home.transact(organ, (tx) => tx.talkOf(organ, member));
      expect(await talkOf("demo", "zhang")).toBeUndefined();
      await home.transact("demo", (tx) => tx.keepTalk("demo", "zhang", '{"v":1}', 1));
      await home.transact("demo", (tx) => tx.keepTalk("demo", "zhang", '{"v":2}', 2));
      await home.transact("demo", (tx) => tx.keepTalk("demo", "li", '{"v":3}', 2));
      expect(await talkOf("demo", "zhang")).toBe('{"v":2}');
      expect(await talkOf("xian", "zhang")).toBeUndefined();
      await home.transact("demo", (tx) => tx.dropTalk("demo", "zhang"));
      expect(await talkOf("demo", "zhang")).toBeUndefined();
      expect(await talkOf("demo", "li")).toBe('{"v":3}');
    });

    test("a miss kept twice is one, and learns what it became", async () => {
      const home = await open();
      await home.transact("demo", async (tx) => {
        await tx.keepMiss(miss("a", 5));
        await tx.keepMiss({ ...miss("a", 6), text: "另一句" });
        await tx.missBecame("demo", "a", "figure-reported");
        expect(await tx.misses("demo", 0, 10)).toHaveLength(1);
      });
      expect(await home.misses("demo", 0, 10)).toEqual([{ ...miss("a", 5), became: "figure-reported" }]);
    });

    test("misses are read by organ, from a time on, oldest first, up to a limit", async () => {
      const home = await open();
      await home.transact("demo", async (tx) => {
        for (const [key, at] of [
          ["c", 3],
          ["a", 1],
          ["b", 2],
        ] as const)
          await tx.keepMiss(miss(key, at));
      });
      expect((await home.misses("demo", 2, 10)).map(({ key }) => key)).toEqual(["b", "c"]);
      expect((await home.misses("demo", 0, 1)).map(({ key }) => key)).toEqual(["a"]);
      expect(await home.misses("xian", 0, 10)).toEqual([]);
    });
  });
}
