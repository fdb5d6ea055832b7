/** How the people of a body call it, by the end of its name. For everybody else these are other bodies. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/街道(?:办事处)?$/, "街道 街道办事处 办事处 街道里 街道上"],
  [/镇(?:人民政府)?$/, "镇里 镇上 镇政府"],
  [/乡(?:人民政府)?$/, "乡里 乡上 乡政府"],
];
const TELLS_ITS_KIND = /(?:[局委办厅部院署会]|办公室|中心|政府|街道|办事处|[镇乡])$/;
const BUREAU = /([\u4e00-\u9fa5]{2,6}(?:局|委|委员会))$/;
const TOWN = /^.{0,20}(?:省|市(?!场|政|容)|县|区|州|盟|旗)(?=.{3,}$)/;

/** Whether a name tells what kind of body bears it: 滨海市民政局 does, 样例机关 does not. */
export const tellsItsKind = (name: string | undefined): name is string =>
  name !== undefined && TELLS_ITS_KIND.test(name);

/**
 * The words that mean the speaker's own body: 街道公众号 in a sub-district office, 民政局公众号 in a bureau of that name.
 * `name` is that on the seal; where it tells no kind, those that no bureau would report on are taken for the speaker's.
 */
export function ownBody(name: string | undefined): readonly string[] {
  if (!tellsItsKind(name)) return CALLED.flatMap(([, words]) => words.split(" "));
  const called = CALLED.find(([end]) => end.test(name))?.[1];
  if (called) return called.split(" ");
  const bureau = BUREAU.exec(name.replace(TOWN, ""))?.[1];
  return bureau ? [bureau] : [];
}
