import type { Member, Role } from "@gongkai/schema";
import { ROLES } from "@gongkai/schema";
import { describe, expect, test } from "vitest";
import { may, type Reach, RIGHTS, type Right, reachOf } from "./rights.ts";

const person = (roles: readonly Role[], active = true): Member => ({
  id: "wang",
  name: "王芳",
  section: "office",
  roles: [...roles],
  active,
});

// what the office agreed on, said once more and independently of the table under test
// biome-ignore format: the columns are the test
const AGREED: readonly (readonly [right: Right, staff: Reach, head: Reach, clerk: Reach, leader: Reach, admin: Reach, why: string])[] = [
  // right             staff      head       clerk     leader    admin     why
  ["report",           "office",  "office",  "office", "office", "none",   "anyone may report for any section; the administrator writes no figures"],
  ["attest-nil",       "section", "section", "office", "none",   "none",   "本月无 speaks for a whole section"],
  ["mend",             "own",     "section", "office", "own",    "none",   "what somebody else said is not mine to change"],
  ["name-applicants",  "own",     "section", "office", "none",   "none",   "applicants' names only for those who handle the case"],
  ["store-text",       "none",    "none",    "office", "none",   "none",   "the disclosure office signs for the text"],
  ["close-month",      "none",    "none",    "office", "none",   "none",   "closing and reopening is the disclosure office's deed"],
  ["ask",              "office",  "office",  "office", "office", "office", "figures of the office are no secret inside it"],
  ["read-summaries",   "none",    "none",    "office", "office", "none",   "who has an eye on the whole office"],
  ["export-month",     "office",  "office",  "office", "office", "none",   "the monthly sheet is working material"],
  ["export-annual",    "none",    "office",  "office", "office", "none",   "a draft report leaves through those who answer for it"],
  ["export-ledger",    "none",    "none",    "office", "none",   "office", "the whole ledger: its owner and who keeps it safe"],
];

test("the agreed table speaks of every right", () => {
  expect(AGREED.map(([right]) => right)).toEqual([...RIGHTS]);
});

describe.each(AGREED)("%s", (right, ...columns) => {
  test.each(ROLES.map((role, place) => [role, columns[place]] as const))("%s reaches %s", (role, reach) => {
    expect(reachOf(person([role]), right)).toBe(reach);
    const [own, sections, strangers] = [
      { by: "wang", section: "law" },
      { by: "chen", section: "office" },
      { by: "chen", section: "law" },
    ];
    expect([
      may(person([role]), right, own),
      may(person([role]), right, sections),
      may(person([role]), right, strangers),
    ]).toEqual([reach !== "none", reach === "office" || reach === "section", reach === "office"]);
  });

  test.each(ROLES)("a %s who has left has it no more", (role) => {
    expect(reachOf(person([role], false), right)).toBe("none");
    expect(may(person([role], false), right, { by: "wang", section: "office" })).toBe(false);
  });
});

test("several roles reach as far as the widest of them", () => {
  expect(reachOf(person(["staff", "head"]), "mend")).toBe("section");
  expect(reachOf(person(["admin", "clerk"]), "mend")).toBe("office");
  expect(reachOf(person(["admin", "leader"]), "close-month")).toBe("none");
});

test("a right that reaches a section needs the section to be named", () => {
  expect(may(person(["head"]), "mend", {})).toBe(false);
  expect(may(person(["staff"]), "mend", {})).toBe(false);
});
