import { z } from "zod";
import type { Caller } from "./api-call.ts";

// Private builds leave fields out until the administrator opens them (wecom reference 5): what we can do without is
// optional, and what we do not know passes through.

const Department = z.looseObject({
  id: z.int(),
  name: z.string().default(""),
  parentid: z.int().default(0),
  department_leader: z.array(z.string()).default([]),
});
const DirectMember = z.looseObject({ userid: z.string().min(1), name: z.string().default("") });
const Person = z.looseObject({
  userid: z.string().min(1),
  name: z.string().default(""),
  department: z.array(z.int()).default([]),
  main_department: z.int().optional(),
  is_leader_in_dept: z.array(z.int()).default([]),
  status: z.int().optional(),
});
const Tag = z.looseObject({ tagid: z.int(), tagname: z.string() });

const DepartmentsAnswer = z.looseObject({ department: z.array(Department) });
const MembersAnswer = z.looseObject({ userlist: z.array(DirectMember) });
const TagsAnswer = z.looseObject({ taglist: z.array(Tag) });
const TaggedAnswer = z.looseObject({
  userlist: z.array(z.looseObject({ userid: z.string() })).default([]),
  partylist: z.array(z.int()).default([]),
});

export type Department = z.infer<typeof Department>;
export type Person = z.infer<typeof Person>;
export type TaggedPeople = Readonly<{ name: string; people: string[]; departments: number[] }>;

/** The contacts calls an ordinary app may make (document/path/90208, 90200, 90196, 90216, 90213). */
export type DirectoryApi = Readonly<{
  departments: () => Promise<Department[]>;
  /** Ids of the direct members of one department; those of its sub-departments are not among them. */
  memberIds: (department: number) => Promise<string[]>;
  person: (id: string) => Promise<Person>;
  tags: () => Promise<TaggedPeople[]>;
}>;

export function createDirectoryApi(call: Caller): DirectoryApi {
  return {
    async departments() {
      const { department } = await call({ api: "/cgi-bin/department/list", answer: DepartmentsAnswer });
      return department;
    },
    async memberIds(department) {
      const query = { department_id: String(department) };
      const { userlist } = await call({ api: "/cgi-bin/user/simplelist", query, answer: MembersAnswer });
      return userlist.map(({ userid }) => userid);
    },
    person: (userid) => call({ api: "/cgi-bin/user/get", query: { userid }, answer: Person }),
    async tags() {
      const { taglist } = await call({ api: "/cgi-bin/tag/list", answer: TagsAnswer });
      const tagged: TaggedPeople[] = [];
      for (const { tagid, tagname } of taglist) {
        const query = { tagid: String(tagid) };
        const { userlist, partylist } = await call({ api: "/cgi-bin/tag/get", query, answer: TaggedAnswer });
        tagged.push({ name: tagname, people: userlist.map(({ userid }) => userid), departments: partylist });
      }
      return tagged;
    },
  };
}
