import { canonicalJson, type RecordId } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import { CHAIN_START, chainHash, saltedDigest } from "./digest.ts";
import type { Home } from "./home.ts";
import type { NewRecord } from "./ledger-port.ts";

const said = (line: number, words: string | null = `第${line}句`, organ = "demo"): NewRecord => ({
  record: aRecord({ organ, line }),
  words,
});
const idOf = ({ record }: NewRecord): RecordId => record.id;
const append = (home: Home, ...records: NewRecord[]) => home.transact("demo", (tx) => tx.append("demo", records));

export function ledgerContract(open: () => Promise<Home>): void {
  describe("the ledger", () => {
    test("an empty ledger has head 0 and sixty-four zeros", async () => {
      const home = await open();
      expect(await home.head("demo")).toEqual({ seq: 0, hash: CHAIN_START });
      expect(await home.recordsAfter("demo", 0)).toEqual([]);
      expect(await home.organs()).toEqual([]);
    });

    test("records are chained from 1 without gaps, each hash over the one before and the record", async () => {
      const home = await open();
      await append(home, said(0), said(1));
      await append(home, said(2));
      const records = await home.recordsAfter("demo", 0);
      expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      let previous = CHAIN_START;
      for (const chained of records) {
        expect(chained.previous).toBe(previous);
        expect(chained.hash).toBe(chainHash(previous, canonicalJson(chained.record)));
        previous = chained.hash;
      }
      expect(await home.head("demo")).toEqual({ seq: 3, hash: previous });
    });

    test("what is stored is what is read back", async () => {
      const home = await open();
      const text = '五、存在的问题："引号"、\\反斜杠\n换行、emoji 🏛、\u0000 与 \ud800';
      const record = aRecord({ states: { kind: "text-stored", year: 2025, key: "五", text } });
      const [appended] = await append(home, { record, words: null });
      expect(await home.recordsAfter("demo", 0)).toEqual([appended?.chained]);
      expect(appended?.chained.record).toEqual({ ...record, wordsDigest: null });
    });

    test("a record whose id is there comes back as it stands and is not written again", async () => {
      const home = await open();
      const [first] = await append(home, said(0, "原话"));
      const changed: NewRecord = { ...said(0, "别的话"), record: { ...aRecord({ line: 0 }), by: "li" } };
      expect(await append(home, changed)).toEqual([{ chained: first?.chained, fresh: false }]);
      expect(await home.head("demo")).toMatchObject({ seq: 1 });
      expect(await home.wordsOf("demo", [idOf(changed)])).toEqual(new Map([[idOf(changed), "原话"]]));
    });

    test("the same record twice in one call is one record", async () => {
      const home = await open();
      const appended = await append(home, said(0), said(0), said(1));
      expect(appended.map(({ fresh }) => fresh)).toEqual([true, false, true]);
      expect(appended.map(({ chained }) => chained.seq)).toEqual([1, 1, 2]);
    });

    test("a record of another organ is refused", async () => {
      const home = await open();
      await expect(append(home, said(0, null, "other"))).rejects.toThrow("group records by organ");
    });

    test("a record that is none is refused and nothing is written", async () => {
      const home = await open();
      const bad: NewRecord = { ...said(1), record: { ...aRecord({ line: 1 }), by: "" } };
      await expect(append(home, said(0), bad)).rejects.toThrow();
      expect(await home.head("demo")).toMatchObject({ seq: 0 });
    });

    test("organs have chains of their own", async () => {
      const home = await open();
      await append(home, said(0));
      await home.transact("xian", (tx) => tx.append("xian", [said(0, null, "xian")]));
      expect(await home.organs()).toEqual(["demo", "xian"]);
      expect(await home.recordsAfter("xian", 0)).toMatchObject([{ seq: 1, previous: CHAIN_START }]);
      expect(await home.wordsOf("xian", [idOf(said(0))])).toEqual(new Map());
    });

    test("records are read in pages", async () => {
      const home = await open();
      await append(home, ...[0, 1, 2, 3, 4].map((line) => said(line)));
      expect((await home.recordsAfter("demo", 1, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
      expect((await home.recordsAfter("demo", 3, 2)).map(({ seq }) => seq)).toEqual([4, 5]);
      expect(await home.recordsAfter("demo", 5, 2)).toEqual([]);
    });

    test("a transaction reads its own records before they are committed", async () => {
      const home = await open();
      const inside = await home.transact("demo", async (tx) => {
        await tx.append("demo", [said(0)]);
        return [(await tx.head("demo")).seq, (await tx.recordsAfter("demo", 0)).length, (await tx.organs()).length];
      });
      expect(inside).toEqual([1, 1, 1]);
    });

    test("words are bound by a salted digest: the same words have two digests", async () => {
      const home = await open();
      const appended = await append(home, said(0, "张三申请公开"), said(1, "张三申请公开"), said(2, null));
      const digests = appended.map(({ chained }) => chained.record.wordsDigest);
      expect(digests[2]).toBeNull();
      expect(digests[0]).not.toBe(digests[1]);
      for (const { record, salt, text } of await home.storedWords("demo", "", 10)) {
        const chained = appended.find((each) => each.chained.record.id === record)?.chained;
        expect(chained?.record.wordsDigest).toBe(saltedDigest(salt, text ?? ""));
      }
    });

    test("words never enter the chain", async () => {
      const home = await open();
      await append(home, said(0, "张三申请公开"));
      const lines = await home.storedLines("demo", 0, 10);
      expect(JSON.stringify(lines)).not.toContain("张三");
    });

    test("words come back to the letter, many at once", async () => {
      const home = await open();
      const records = Array.from({ length: 600 }, (_, line) => said(line, `第${line}句\u0000\ud800"\\🏛`));
      await append(home, ...records);
      const words = await home.wordsOf("demo", records.map(idOf));
      expect(words).toEqual(new Map(records.map((each) => [idOf(each), each.words])));
    });

    test("erased words are gone, and the record stays as it was", async () => {
      const home = await open();
      const [first] = await append(home, said(0, "张三"), said(1, "李四"));
      const erase = () => home.transact("demo", (tx) => tx.eraseWords("demo", [idOf(said(0)), "r:no:such:1"]));
      expect(await erase()).toBe(1);
      expect(await erase()).toBe(0);
      expect(await home.wordsOf("demo", [idOf(said(0)), idOf(said(1))])).toEqual(new Map([[idOf(said(1)), "李四"]]));
      expect((await home.recordsAfter("demo", 0))[0]).toEqual(first?.chained);
    });

    test("a person is kept, replaced and erased by case", async () => {
      const home = await open();
      const detail = { case: "c1", name: "王五", contact: "139\u0000", subject: null };
      await home.transact("demo", (tx) => tx.keepPerson("demo", detail));
      expect(await home.personsOf("demo", ["c1", "c2"])).toEqual(new Map([["c1", detail]]));
      await home.transact("demo", (tx) => tx.keepPerson("demo", { ...detail, subject: "规划" }));
      expect((await home.personsOf("demo", ["c1"])).get("c1")).toEqual({ ...detail, subject: "规划" });
      expect(await home.transact("demo", (tx) => tx.erasePersons("demo", ["c1", "c2"]))).toBe(1);
      expect(await home.personsOf("demo", ["c1"])).toEqual(new Map());
      expect(await home.personsOf("demo", [])).toEqual(new Map());
    });
  });
}
