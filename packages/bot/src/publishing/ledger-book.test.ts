import type { ChainedRecord } from "@gongkai/schema";
import { expect, test } from "vitest";
import type { LedgerReader } from "../store/ledger-port.ts";
import { LedgerBook } from "./ledger-book.ts";

test("concurrent looks read every record once, and a later look reads only what is new", async () => {
  const written = Array.from({ length: 12_000 }, (_, at) => ({ seq: at + 1 }) as ChainedRecord);
  const asked: number[] = [];
  const reader = {
    async recordsAfter(_organ: string, after: number, limit = 5_000) {
      asked.push(after);
      return written.slice(after, after + limit);
    },
  } as LedgerReader; // the book uses nothing else of it
  const book = new LedgerBook(reader, "yunhe");
  const [one, other] = await Promise.all([book.records(), book.records()]);
  expect(one.length).toBe(12_000);
  expect(other).toBe(one);
  written.push({ seq: 12_001 } as ChainedRecord);
  expect((await book.records()).at(-1)?.seq).toBe(12_001);
  expect(asked).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 12_000, 12_000]);
});
