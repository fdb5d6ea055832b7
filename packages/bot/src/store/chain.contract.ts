import { type RecordId, recordIdOf } from "@gongkai/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aRecord } from "../../../../test/support/a-record.ts";
import type { ChainReader, StoredLine } from "./chain-port.ts";
import { exportLedger, verifyExport } from "./export-ledger.ts";
import type { Home } from "./home.ts";
import { verifyChain, verifyLedger } from "./verify-chain.ts";

const idOf = (source: string, line = 0): RecordId => recordIdOf({ organ: "demo", source, line });

/** What a few people say at the same time: a message may come twice, take another back, or be erased. */
type Said =
  | Readonly<{ say: "report"; message: number; lines: number }>
  | Readonly<{ say: "withdraw"; message: number; target: number }>
  | Readonly<{ say: "erase"; target: number }>;

const message = fc.nat(6);
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ say: fc.constant("report" as const), message, lines: fc.integer({ min: 1, max: 3 }) }),
  },
  fc.record({ say: fc.constant("withdraw" as const), message, target: message }),
  fc.record({ say: fc.constant("erase" as const), target: message }),
);

function act(home: Home, said: Said): Promise<unknown> {
  return home.transact("demo", async (tx) => {
    switch (said.say) {
      case "report": {
        const lines = Array.from({ length: said.lines }, (_, line) => line);
        const records = lines.map((line) => ({
          record: aRecord({ source: `m${said.message}`, line }),
          words: `第${line}句`,
        }));
        return tx.append("demo", records);
      }
      case "withdraw": {
        const states = { kind: "withdrawn" as const, target: idOf(`m${said.target}`) };
        return tx.append("demo", [{ record: aRecord({ source: `w${said.message}`, states }), words: "撤销" }]);
      }
      case "erase":
        return tx.eraseWords("demo", [idOf(`m${said.target}`)]);
    }
  });
}

async function threeRecords(open: () => Promise<Home>): Promise<Home> {
  const home = await open();
  for (const source of ["a", "b", "c"]) {
    await home.transact("demo", (tx) => tx.append("demo", [{ record: aRecord({ source }), words: `原话 ${source}` }]));
  }
  return home;
}

/** The home as someone would leave it who can write to the files behind it. */
function tampered(home: Home, change: Partial<{ line: (line: StoredLine) => StoredLine | undefined; words: string }>) {
  const reader: ChainReader & Pick<Home, "head"> = {
    head: (organ) => home.head(organ),
    async storedLines(organ, after, limit) {
      const lines = await home.storedLines(organ, after, limit);
      return lines.flatMap((line) => (change.line ? (change.line(line) ?? []) : line));
    },
    async storedWords(organ, after, limit) {
      const words = await home.storedWords(organ, after, limit);
      return words.map((each) => (change.words === undefined ? each : { ...each, text: change.words }));
    },
    storedPersons: (organ, after, limit) => home.storedPersons(organ, after, limit),
  };
  return reader;
}
const at = (seq: number, change: Partial<StoredLine>) => ({
  line: (line: StoredLine) => (line.seq === seq ? { ...line, ...change } : line),
});

export function chainContract(open: () => Promise<Home>): void {
  describe("verify", () => {
    test("an untouched chain holds, also an empty one", async () => {
      const home = await threeRecords(open);
      const head = await home.head("demo");
      const words = { checked: 3, erased: 0 };
      expect(await verifyLedger(home)).toEqual([{ organ: "demo", records: 3, words, head, met: [], broken: null }]);
      expect(await verifyChain(home, "empty")).toMatchObject({ records: 0, broken: null });
    });

    test("meets the heads that were noted of it, and none that is not its own", async () => {
      const home = await threeRecords(open);
      const [, second] = await home.storedLines("demo", 0, 10);
      const { hash } = await home.head("demo");
      const noted = [hash, second?.hash ?? "", "f".repeat(64)];
      expect(await verifyChain(home, "demo", noted)).toMatchObject({
        met: [
          { seq: 2, hash: second?.hash },
          { seq: 3, hash },
        ],
        broken: null,
      });
    });

    test("who is named in the reason for reopening a month is nowhere once the words are erased", async () => {
      const home = await open();
      const states = { kind: "month-reopened" as const, month: "2025-03" };
      const said = { record: aRecord({ source: "a", states }), words: "打开3月，因为张三的一件补报了" };
      await home.transact("demo", (tx) => tx.append("demo", [said]));
      await home.transact("demo", (tx) => tx.eraseWords("demo", [idOf("a")]));
      expect(await verifyChain(home, "demo")).toMatchObject({ broken: null, words: { checked: 0, erased: 1 } });
      const rows: unknown[] = [];
      await home.copyOut(async (page) => void rows.push(...page));
      expect(JSON.stringify(rows)).toContain("month-reopened");
      expect(JSON.stringify(rows)).not.toContain("张三");
    });

    test("holds after words and persons were erased, and counts them", async () => {
      const home = await threeRecords(open);
      await home.transact("demo", async (tx) => {
        await tx.keepPerson("demo", { case: "c1", name: "张三", contact: null, subject: null });
        await tx.erasePersons("demo", ["c1"]);
        await tx.eraseWords("demo", [idOf("b")]);
      });
      expect(await verifyChain(home, "demo")).toMatchObject({ broken: null, words: { checked: 2, erased: 1 } });
    });

    // biome-ignore format: the columns are the test
    test.each<[string, Parameters<typeof tampered>[1], { seq: number | null; fault: string }]>([
      ["a line taken out",            { line: (line) => (line.seq === 2 ? undefined : line) },    { seq: 2, fault: "place-missing" }],
      ["the last line taken out",     { line: (line) => (line.seq === 3 ? undefined : line) },    { seq: null, fault: "words-orphaned" }],
      ["a link that points elsewhere", at(2, { previous: "f".repeat(64) }),                        { seq: 2, fault: "link-broken" }],
      ["a hash of its own",           at(3, { hash: "f".repeat(64) }),                             { seq: 3, fault: "hash-differs" }],
      ["another body",                at(1, { body: "{}" }),                                       { seq: 1, fault: "hash-differs" }],
      ["another id in its column",    at(2, { id: "r:demo:x:0" }),                                 { seq: 2, fault: "misfiled" }],
      ["other words",                 { words: "别的话" },                                         { seq: 1, fault: "words-differ" }],
    ])("%s is found and named", async (_name, change, broken) => {
      const home = await threeRecords(open);
      const verdict = await verifyChain(tampered(home, change), "demo");
      expect(verdict.broken).toMatchObject(broken);
      expect(verdict.broken?.says).toMatch(/^(第 \d 条|r:demo:.:0)：[^a-z]+。$/);
    });

    test("changing any character of any stored line is found", async () => {
      const home = await threeRecords(open);
      const lines = await home.storedLines("demo", 0, 10);
      const columns = ["id", "body", "previous", "hash"] as const;
      const flip = fc.record({
        seq: fc.integer({ min: 1, max: 3 }),
        column: fc.constantFrom(...columns),
        place: fc.nat(),
        bit: fc.nat(6),
      });
      await fc.assert(
        fc.asyncProperty(flip, async ({ seq, column, place, bit }) => {
          const text = lines[seq - 1]?.[column] ?? "";
          const where = place % text.length;
          const other = String.fromCharCode(text.charCodeAt(where) ^ (1 << bit));
          const changed = text.slice(0, where) + other + text.slice(where + 1);
          const { broken } = await verifyChain(tampered(home, at(seq, { [column]: changed })), "demo");
          expect(broken?.seq).toBe(seq);
        }),
        { numRuns: 200 },
      );
    });

    test("whatever several people say at once, the chain has no gaps, no doubles, and holds", async () => {
      const people = fc.array(fc.array(anySaid, { maxLength: 6 }), { minLength: 2, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(people, async (sayings) => {
          const home = await open();
          await Promise.all(
            sayings.map(async (person) => {
              for (const said of person) await act(home, said);
            }),
          );
          const records = await home.recordsAfter("demo", 0);
          expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
          expect(new Set(records.map(({ record }) => record.id)).size).toBe(records.length);
          const expected = sayings.flat().flatMap((said) => {
            if (said.say === "withdraw") return [idOf(`w${said.message}`)];
            return said.say === "report"
              ? Array.from({ length: said.lines }, (_, line) => idOf(`m${said.message}`, line))
              : [];
          });
          expect(new Set(records.map(({ record }) => record.id))).toEqual(new Set(expected));
          expect((await verifyChain(home, "demo")).broken).toBeNull();
        }),
        { numRuns: 12 },
      );
    });
  });

  describe("export", () => {
    const exported = async (home: Home) => {
      const lines: string[] = [];
      expect(await exportLedger(home, "demo", async (line) => void lines.push(line))).toBe(3);
      return lines;
    };

    test("an exported ledger can be verified from its lines alone and holds no words", async () => {
      const home = await threeRecords(open);
      const lines = await exported(home);
      expect(await verifyExport(lines)).toEqual({ records: 3, head: (await home.head("demo")).hash, broken: null });
      expect(lines.join("")).not.toContain("原话");
      expect(JSON.parse(lines[1] ?? "")).toMatchObject({ seq: 2, record: { id: idOf("b"), by: "zhang" } });
    });

    test("changing any character of an exported ledger is found", async () => {
      const lines = await exported(await threeRecords(open));
      const whole = lines.join("\n");
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(6), async (where, bit) => {
          const other = String.fromCharCode(whole.charCodeAt(where) ^ (1 << bit));
          const changed = whole.slice(0, where) + other + whole.slice(where + 1);
          expect((await verifyExport(changed.split("\n"))).broken).not.toBeNull();
        }),
        { numRuns: 300 },
      );
    });
  });
}
