import { catalogueOf, Office, standingFacts } from "@gongkai/schema";
import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { TestLedger } from "../../../../test/support/a-ledger.ts";
import { ledgerRegister } from "./ledger-register.ts";

const office = Office.parse({ key: "demo", name: "示例市商务局", sections: [{ key: "law", label: "法规科" }] });

function listed(span?: { from: string; to: string }) {
  const ledger = new TestLedger();
  ledger.figure("permit.decided", 3, "2025-03-04");
  ledger.withdraw(ledger.figure("permit.decided", 4, "2025-03-05"));
  const corrected = ledger.figure("permit.decided", 5, "2025-04");
  ledger.tell({
    kind: "corrected",
    target: corrected,
    becomes: {
      kind: "figure-reported",
      indicator: "permit.decided",
      quantity: 6,
      period: "2025-04",
      channel: null,
      outcome: null,
    },
  });
  ledger.figure("permit.decided", 7, "2024-12");
  ledger.tell({ kind: "text-stored", year: 2025, key: "五", text: "文字" });
  ledger.tell({ kind: "month-closed", month: "2025-03" });
  const listing = { office, catalogue: catalogueOf(office), people: new Map([["zhang", "张敏"]]), year: 2025 };
  return ledgerRegister({ standing: standingFacts(ledger), ...listing, ...(span ? { span } : {}) }).rows;
}

test("what stands for the year, in ledger order, corrected records in their last form", () => {
  expect(listed()).toEqual([
    [1, "3月4日", "1月1日", "法规科", "张敏", "行政许可", 3, "件", ""],
    [4, "4月", "1月1日", "法规科", "张敏", "行政许可", 6, "件", "已更正"],
    [7, "", "1月1日", "法规科", "张敏", "存入2025年年报“五”的文字", null, "", ""],
  ]);
});

test("a span narrower than the year lists only what is about its days", () => {
  expect(listed({ from: "2025-04-01", to: "2025-04-30" }).map(([seq]) => seq)).toEqual([4]);
});
