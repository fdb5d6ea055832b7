const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A JSON object read field by field: one of the wrong type counts as absent, and is remembered. [90313] */
export type JsonFields = Readonly<{
  tree: Readonly<Record<string, unknown>>;
  /** Paths of the fields that were ignored; shared with nested objects. */
  ignored: string[];
  text: (name: string) => string | undefined;
  integer: (name: string) => number | undefined;
  flag: (name: string) => boolean;
  object: (name: string) => JsonFields | undefined;
  objects: (name: string) => readonly JsonFields[] | undefined;
  texts: (name: string) => readonly string[] | undefined;
  integers: (name: string) => readonly number[] | undefined;
}>;

export function jsonFields(value: unknown, path = "", ignored: string[] = []): JsonFields {
  const tree = isTree(value) ? value : {};
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);

  function read<T>(name: string, accepts: (value: unknown) => value is T): T | undefined {
    const found = tree[name];
    if (found === undefined || found === null) return undefined;
    if (accepts(found)) return found;
    ignored.push(at(name));
    return undefined;
  }
  const integer = (name: string) => read(name, (found): found is number => Number.isSafeInteger(found));

  return {
    tree,
    ignored,
    text: (name) => read(name, (found): found is string => typeof found === "string"),
    integer,
    flag(name) {
      const found = tree[name];
      return found === true || integer(name) === 1;
    },
    object(name) {
      const found = read(name, isTree);
      return found && jsonFields(found, at(name), ignored);
    },
    objects(name) {
      const found = read(name, (list): list is Record<string, unknown>[] => Array.isArray(list) && list.every(isTree));
      return found?.map((item, place) => jsonFields(item, `${at(name)}[${place}]`, ignored));
    },
    texts: (name) =>
      read(name, (list): list is string[] => Array.isArray(list) && list.every((item) => typeof item === "string")),
    integers: (name) =>
      read(name, (list): list is number[] => Array.isArray(list) && list.every((item) => Number.isSafeInteger(item))),
  };
}
