import type { z } from "zod";
import type { DepartmentOptions, MemberOptions, Settings, TagOptions } from "../simulator-options.ts";

export type Member = z.output<typeof MemberOptions>;
export type Department = z.output<typeof DepartmentOptions>;
export type Tag = z.output<typeof TagOptions>;

/** A userid means the same in any case; the original spelling is what is shown. [90196] */
export const userKey = (userid: string): string => userid.toLowerCase();

/** The corporation's address book. */
export function createDirectory({ departments, users, tags }: Pick<Settings, "departments" | "users" | "tags">) {
  const departmentById = new Map(departments.map((department) => [department.id, department]));
  const memberByKey = new Map(users.map((member) => [userKey(member.userid), member]));
  const tagById = new Map(tags.map((tag) => [tag.tagid, tag]));

  const member = (userid: string) => memberByKey.get(userKey(userid));
  const members = () => [...memberByKey.values()];
  const under = (id: number): number[] => [
    id,
    ...[...departmentById.values()].filter(({ parentid }) => parentid === id).flatMap((child) => under(child.id)),
  ];
  const membersUnder = (id: number) => {
    const ids = new Set(under(id));
    return members().filter(({ department }) => department.some((one) => ids.has(one)));
  };
  const membersTagged = (tagid: number) => {
    const tag = tagById.get(tagid);
    if (!tag) return [];
    const named = tag.users.flatMap((userid) => member(userid) ?? []);
    return [...new Set([...named, ...tag.parties.flatMap(membersUnder)])];
  };

  return {
    member,
    members,
    department: (id: number) => departmentById.get(id),
    departments: () => [...departmentById.values()],
    /** The department and everything below it. */
    under,
    membersUnder,
    membersIn: (id: number) => members().filter(({ department }) => department.includes(id)),
    tag: (tagid: number) => tagById.get(tagid),
    tags: () => [...tagById.values()],
    membersTagged,
    putMember: (changed: Member) => void memberByKey.set(userKey(changed.userid), changed),
    removeMember: (userid: string) => memberByKey.delete(userKey(userid)),
    putDepartment: (changed: Department) => void departmentById.set(changed.id, changed),
    removeDepartment: (id: number) => departmentById.delete(id),
    putTag: (changed: Tag) => void tagById.set(changed.tagid, changed),
  };
}

export type Directory = ReturnType<typeof createDirectory>;
