import { expect, test } from "vitest";
import { Office } from "./office.ts";

const office = { key: "demo", name: "某市示范局", sections: [{ key: "permits", label: "审批科" }] };

test("an office says its name and its sections; the rest has a default", () => {
  expect(Office.parse(office)).toEqual({
    key: "demo",
    name: "某市示范局",
    selfName: "本机关",
    makesRegulations: false,
    kind: "department",
    siteVisits: "monthly",
    sections: [{ key: "permits", label: "审批科", aliases: [], reports: [] }],
    indicators: [],
    synonyms: {},
  });
});

// biome-ignore format: the columns are the test
test.each<[string, object]>([
  ["no section",                       { sections: [] }],
  ["a section key with capitals",      { sections: [{ key: "Permits", label: "审批科" }] }],
  ["a section that owes no indicator", { sections: [{ key: "permits", label: "审批科", reports: ["许可"] }] }],
  ["an own indicator that takes a built-in key", { indicators: [{ key: "permit.decided", label: "许可", unit: "件" }] }],
  ["an own indicator kept as a stock", { indicators: [{ key: "own.x", label: "某", unit: "件", rollUp: "stock" }] }],
  ["an empty synonym",                 { synonyms: { "permit.decided": [""] } }],
  ["a name of one character",          { name: "局" }],
  ["a misspelt setting",               { selfname: "我局" }],
  ["a kind of body nobody knows",      { kind: "company" }],
])("no office: %s", (_, change) => {
  expect(Office.safeParse({ ...office, ...change }).success).toBe(false);
});
