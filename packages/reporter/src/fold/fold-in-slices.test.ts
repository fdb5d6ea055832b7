import { catalogueOf, Office } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { figuresInSlices, foldInSlices } from "./fold-in-slices.ts";
import { foldLedger } from "./fold-ledger.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });
const catalogue = catalogueOf(office);

test("a ledger folded in slices is the ledger folded at once, and others may run every few thousand records", async () => {
  const ledger = new TestLedger();
  for (let day = 0; day < 24_000; day += 1)
    ledger.figure("permit.decided", 1, `2025-05-${String((day % 28) + 1).padStart(2, "0")}`);
  for (const { record } of ledger.records.slice(0, 50)) ledger.withdraw(record.id);
  async function* pages() {
    for (let from = 0; from < ledger.records.length; from += 7_000) yield ledger.records.slice(from, from + 7_000);
  }
  let pauses = 0;
  const fold = await foldInSlices(pages(), { office, catalogue }, async () => {
    pauses += 1;
  });
  const value = fold.figures(2025).at("t2.license.decisions").value;
  expect(value).toBe(23_950);
  expect(value).toBe(foldLedger({ records: ledger, office, catalogue, year: 2025 }).at("t2.license.decisions").value);
  expect(pauses).toBeGreaterThanOrEqual(7);
});

test("figures taken in slices are the figures taken at once, and others may run between any two of them", async () => {
  const ledger = new TestLedger();
  ledger.tell({ kind: "figure-published", year: 2024, figure: "t2.norm.valid", quantity: 12 });
  ledger.figure("doc.normative_made", 3, "2025-03");
  ledger.nil("doc.normative_repealed", "2025");
  ledger.figure("gauge.weibo_followers", 9934, "2025-12-31");
  const slip = ledger.figure("permit.decided", 7, "2025-05");
  ledger.figure("permit.decided", 5, "2024-05");
  ledger.withdraw(slip);
  async function* pages() {
    yield ledger.records;
  }
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const figures = await figuresInSlices(await foldInSlices(pages(), { office, catalogue }, pause), 2025, pause);
  const atOnce = foldLedger({ records: ledger, office, catalogue, year: 2025 });
  for (const id of atOnce.ids) {
    expect(figures.at(id).value).toBe(atOnce.at(id).value);
    expect(figures.at(id).contributions).toEqual(atOnce.at(id).contributions);
  }
  expect(pauses).toBeGreaterThan(atOnce.ids.length);
});
