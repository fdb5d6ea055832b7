import { foldLedger } from "@gongkai/reporter";
import { CHANNELS, catalogueOf, type FigureId } from "@gongkai/schema";
import { expect, test } from "vitest";
import { benchFold } from "./fold-bench.ts";
import { MADE_OFFICE, MADE_YEAR, madePage } from "./made-records.ts";

const COUNT = 12_000;

test("the made ledger is the same every time, whatever the size of its pages", () => {
  const whole = madePage(0, COUNT, COUNT);
  const paged = [0, 1, 2].map((page) => madePage(page, COUNT / 3, COUNT));
  expect(paged.flatMap(({ records }) => records)).toEqual(whole.records);
  expect(paged.flatMap(({ standing }) => standing)).toEqual(whole.standing);
});

test("it holds figures, withdrawals and corrections, and what stands of them is what the fold counts", () => {
  const { records, standing } = madePage(0, COUNT, COUNT);
  const kinds = (kind: string) => records.filter(({ record }) => record.states.kind === kind).length;
  expect(kinds("withdrawn")).toBeGreaterThan(50);
  expect(kinds("corrected")).toBeGreaterThan(25);
  expect(new Set(standing.map(({ channel }) => channel))).toEqual(new Set([null, ...CHANNELS]));
  const figures = foldLedger({ records, office: MADE_OFFICE, catalogue: catalogueOf(MADE_OFFICE), year: MADE_YEAR });
  const sum = (indicator: string) =>
    standing.filter((line) => line.indicator === indicator).reduce((total, { quantity }) => total + quantity, 0);
  const cells: readonly (readonly [FigureId, string])[] = [
    ["t2.license.decisions", "permit.decided"],
    ["s1.newmedia", "newmedia.post"],
  ];
  for (const [figure, indicator] of cells) expect(figures.at(figure).value).toBe(sum(indicator));
});

test("the bench compares like with like and tells how far it is", async () => {
  const told: number[] = [];
  let steps = 0;
  const bench = await benchFold(COUNT, (done, of) => {
    told.push(done);
    steps = of;
  });
  expect(bench.records).toBe(COUNT);
  expect(bench.ratio).toBe(bench.fold / bench.sql);
  expect(told).toEqual(Array.from({ length: steps }, (_, at) => at + 1));
});
