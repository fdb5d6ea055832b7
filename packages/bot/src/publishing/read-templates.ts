import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type OfficeTemplates, ReportError, templateProblems } from "@gongkai/reporter";
import { type Office, PROSE_KEYS, type ProseKey } from "@gongkai/schema";

/** By organ key. */
export type TemplatesByOrgan = ReadonlyMap<string, OfficeTemplates>;

const FOLDER = "templates";
const ENDING = ".liquid";
/** Beside the narrative, with the name each goes by in an office's templates. */
const HEADINGS = { 版头: "letterhead", 标题: "title", 月报标题: "monthTitle" } as const;
type Heading = keyof typeof HEADINGS;
const MOST_BYTES = 100_000; // a section is a page or two

type Place = ProseKey | Heading;
const HEADING_NAMES = Object.keys(HEADINGS) as readonly Heading[]; // keys of a const object
const PLACES: readonly Place[] = [...PROSE_KEYS, ...HEADING_NAMES];
type Sources = ReadonlyMap<Place, string>;

/**
 * The offices' own look, from the folder `templates` beside gongkai.yaml: `一（一）.liquid` … `六.liquid`,
 * `版头.liquid`, `标题.liquid` and `月报标题.liquid`, for all organs; in a folder named by an organ's key, for that organ. No folder: the default look.
 * @throws ReportError TEMPLATE_UNREADABLE with everything that is wrong, before any report is made.
 */
export async function readTemplates(config: string, offices: readonly Office[]): Promise<TemplatesByOrgan> {
  const problems: string[] = [];
  const folder = join(dirname(config), FOLDER);
  const shared = await readFolder(folder, FOLDER, offices, problems);
  const read = new Map<string, OfficeTemplates>();
  for (const office of offices) {
    const own = await readFolder(join(folder, office.key), `${FOLDER}/${office.key}`, [], problems);
    const templates = templatesOf(new Map([...shared, ...own]));
    problems.push(...templateProblems(templates, office));
    read.set(office.key, templates);
  }
  const all = [...new Set(problems)];
  if (all.length > 0) throw new ReportError("TEMPLATE_UNREADABLE", all.map((problem) => `\n  ${problem}`).join(""));
  return read;
}

/** The look of one of the organs of a configuration. @throws ReportError as `readTemplates` */
export async function templatesFor(
  { config, organs }: Readonly<{ config: string; organs: readonly Readonly<{ office: Office }>[] }>,
  { key }: Pick<Office, "key">,
): Promise<OfficeTemplates> {
  const read = await readTemplates(
    config,
    organs.map(({ office }) => office),
  );
  return read.get(key) ?? { narrative: {} };
}

function templatesOf(sources: Sources): OfficeTemplates {
  const given = <Name extends Place>(places: readonly Name[]) =>
    places.flatMap((place): [Name, string][] => {
      const source = sources.get(place);
      return source === undefined ? [] : [[place, source]];
    });
  const headings = given(HEADING_NAMES).map(([place, source]) => [HEADINGS[place], source]);
  return { narrative: Object.fromEntries(given(PROSE_KEYS)), ...Object.fromEntries(headings) };
}

/** `offices`: those whose folders may lie in this one. */
async function readFolder(
  path: string,
  shown: string,
  offices: readonly Office[],
  problems: string[],
): Promise<Sources> {
  const sources = new Map<Place, string>();
  for (const entry of await entriesOf(path, shown)) {
    if (entry.name.startsWith(".")) continue; // what a desktop leaves behind
    const place = placeOf(entry.name);
    if (entry.isDirectory()) {
      if (!offices.some(({ key }) => key === entry.name)) problems.push(`${shown}/${entry.name}：${NOT_AN_ORGAN}`);
    } else if (place === undefined) problems.push(`${shown}/${entry.name}：${NOT_A_PLACE}`);
    else if (sources.has(place)) problems.push(`${shown}/${entry.name}：${place}有两个文件，请只留一个`);
    else sources.set(place, await readSource(join(path, entry.name), `${shown}/${entry.name}`, problems));
  }
  return sources;
}

const NOT_A_PLACE = `不是报告里的一处，文件名只能是：${PLACES.map((place) => `${place}${ENDING}`).join("、")}`;
const NOT_AN_ORGAN = "这个目录不是配置里任何机关的编码";

async function entriesOf(path: string, shown: string) {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return []; // a file by an organ's name is told of as no place
    throw new ReportError("TEMPLATE_UNREADABLE", `打不开目录 ${shown}，请检查它的权限`, { cause });
  }
}

/** Half-width brackets are the same place: not every keyboard and disk makes full ones easy. */
function placeOf(name: string): Place | undefined {
  if (!name.endsWith(ENDING)) return undefined;
  const place = name.slice(0, -ENDING.length).normalize("NFC").replace("(", "（").replace(")", "）");
  return PLACES.find((known) => known === place);
}

async function readSource(path: string, shown: string, problems: string[]): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MOST_BYTES) problems.push(`${shown}：太长，一处的模板最多 ${MOST_BYTES / 1_000} 千字节`);
    else return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    problems.push(`${shown}：${error instanceof TypeError ? "不是 UTF-8 文字，请另存为 UTF-8" : "打不开，请检查权限"}`);
  }
  return "";
}
