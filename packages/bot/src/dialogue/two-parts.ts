const JOINT = /[，,。；;\n]|另外|此外|还有|顺便/gu;
const LEADING = /^[，,。；;\s]+/u;

/** 替换，另外处罚3件 in two: up to the first joint that has words before it. */
export function inTwo(text: string): readonly [head: string, rest: string] | undefined {
  const at = [...text.matchAll(JOINT)].map(({ index }) => index).find((index) => text.slice(0, index).trim() !== "");
  if (at === undefined) return undefined;
  const rest = text.slice(at).replace(LEADING, "");
  return rest.trim() === "" ? undefined : [text.slice(0, at).trim(), rest];
}
