import { expect, test } from "vitest";
import { Member, ROLE_LABELS, ROLES } from "./member.ts";

const member = { id: "zhang.san", name: "张三", section: "permits", roles: ["staff"], active: true };

test("a member is a person with at least one role", () => {
  expect(Member.parse(member)).toEqual(member);
  expect(Object.keys(ROLE_LABELS)).toEqual([...ROLES]);
});

// biome-ignore format: the columns are the test
test.each<[string, object]>([
  ["no role",              { roles: [] }],
  ["a role nobody has",    { roles: ["mayor"] }],
  ["no name",              { name: "" }],
  ["no id",                { id: "" }],
  ["an id beyond WeCom's", { id: "a".repeat(65) }],
  ["a field too many",     { mobile: "13800000000" }],
])("no member: %s", (_, change) => {
  expect(Member.safeParse({ ...member, ...change }).success).toBe(false);
});
