import { expect, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { aSoundReport } from "../../../test/support/a-sound-report.ts";
import { checkReport } from "./check-report.ts";
import { summarise } from "./findings-summary.ts";

const summaryWith = (changes: Record<string, number | null>) => {
  const report = aSoundReport();
  Object.assign(report.figures, changes);
  return summarise(checkReport(report));
};

// biome-ignore format: the columns are the test
test.each<[Record<string, number | null>, RegExp, string]>([
  [{},                                    /^可以出：未执行 \d+ 条。$/,                           "nothing found"],
  [{ "t3.new.nat": 39 },                  /^还不能出：必改 \d+ 条/,                              "an identity is broken"],
  [{ "t3.new.nat": null },                /^还不能下结论，表里有没给出的数，.*B-T3-1.* 没有核对/,  "an identity could not be tried"],
  [{ "t3.new.nat": null, "t3.partial.tot": 7 }, /^还不能出：/,                                   "what is known to be wrong comes first"],
  [{ "s1.key_area": 300 },                /^可以出，还有 1 条要说明：需说明 1 条，/,              "a reason is still to be given"],
  [{ "s6.fee_notices": null },            /^可以出：/,                                          "no number of the tables is lacking"],
])("%j: %s", (changes, says, why) => {
  expect(summaryWith(changes).says, why).toMatch(says);
});

const causes = (changes: Record<string, number | null>) =>
  summaryWith(changes)
    .roots.filter(({ finding }) => finding.verdict === "必改")
    .map(({ suspects }) => suspects);

// biome-ignore format: the columns are the test
test.each<[Record<string, number>, string[][], string]>([
  [{ "t3.open.biz": 2 },                          [["t3.open.biz"]],                         "its row and its column meet in it"],
  [{ "t3.opening.nat": 3 },                       [["t3.opening.nat"]],                      "and in what last year carried over"],
  [{ "t3.open.biz": 2, "t3.partial.tot": 8 },     [["t3.open.biz"], ["t3.partial.tot"]],     "two slips are two causes, though a row crosses both"],
  [{ "t3.total.tot": 52 },                        [["t3.total.tot"]],                        "a total breaks three identities"],
])("%j is one cause a slip: %j", (changes, suspects, why) => {
  expect(causes(changes), why).toEqual(suspects);
});
