import type { Member, Role } from "@gongkai/schema";
import type { Department, DirectoryApi, Person, TaggedPeople } from "./directory-api.ts";

/** Everybody the app may see, as the platform says it. */
export type Directory = Readonly<{
  departments: readonly Department[];
  people: readonly Person[];
  tags: readonly TaggedPeople[];
}>;

/** How the office reads the directory; ids of people compare without regard to case. */
export type DirectoryReading = Readonly<{
  /** Department id → section key. A department not named belongs to the section of the nearest one above it. */
  sections: Readonly<Record<string, string>>;
  /** Role → member ids, from the settings. */
  people: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Name of a tag → the role its members have. */
  tagRoles: Readonly<Record<string, Role>>;
}>;

const AT_ONCE = 4;
const ACTIVE = 1; // 2 disabled, 4 not activated, 5 left (document/path/90196)

/** Walks all visible departments. `withTags` is false where the office gives no role by tag. */
export async function readDirectory(api: DirectoryApi, withTags: boolean): Promise<Directory> {
  const departments = await api.departments();
  const ids = await inParallel(departments, ({ id }) => api.memberIds(id));
  const tags = withTags ? await api.tags() : [];
  const everybody = new Map(
    [...ids.flat(), ...tags.flatMap(({ people }) => people)].map((id) => [id.toLowerCase(), id]),
  );
  const people = await inParallel([...everybody.values()], (id) => api.person(id));
  return { departments, people, tags };
}

/** The office's members, by id. Somebody in no section is there all the same, with an empty section. */
export function membersOf(directory: Directory, reading: DirectoryReading): Member[] {
  const parents = new Map(directory.departments.map(({ id, parentid }) => [id, parentid]));
  return directory.people
    .map((person) => memberOf(person, directory, reading, parents))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function memberOf(
  person: Person,
  directory: Directory,
  reading: DirectoryReading,
  parents: ReadonlyMap<number, number>,
): Member {
  const main = person.main_department;
  const departments = main === undefined ? person.department : [main, ...person.department];
  const section = departments.map((id) => sectionOf(id, reading, parents)).find((key) => key !== undefined);
  const id = person.userid.toLowerCase();
  return {
    id,
    name: person.name || person.userid,
    section: section ?? "",
    roles: rolesOf(id, person, directory, reading),
    active: (person.status ?? ACTIVE) === ACTIVE,
  };
}

function rolesOf(id: string, person: Person, { departments, tags }: Directory, reading: DirectoryReading): Role[] {
  const roles = new Set<Role>(["staff"]);
  const leads = departments.some((one) => one.department_leader.some((leader) => leader.toLowerCase() === id));
  if (leads || person.is_leader_in_dept.includes(1)) roles.add("head");
  for (const [role, ids] of entriesOf(reading.people))
    if (ids?.some((one) => one.toLowerCase() === id)) roles.add(role);
  for (const tag of tags) {
    const role = Object.hasOwn(reading.tagRoles, tag.name) ? reading.tagRoles[tag.name] : undefined;
    const isTagged =
      tag.people.some((one) => one.toLowerCase() === id) ||
      tag.departments.some((one) => person.department.includes(one));
    if (role && isTagged) roles.add(role);
  }
  return [...roles];
}

function entriesOf(people: DirectoryReading["people"]): [Role, readonly string[] | undefined][] {
  return Object.entries(people) as [Role, readonly string[] | undefined][]; // Object.entries forgets that keys are roles
}

/** The section of a department or of the nearest department above it. */
function sectionOf(
  department: number,
  { sections }: DirectoryReading,
  parents: ReadonlyMap<number, number>,
): string | undefined {
  const seen = new Set<number>();
  for (let at: number | undefined = department; at !== undefined && !seen.has(at); at = parents.get(at)) {
    const key = Object.hasOwn(sections, String(at)) ? sections[String(at)] : undefined;
    if (key !== undefined) return key;
    seen.add(at); // a loop in the platform's tree must not hang us
  }
  return undefined;
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
