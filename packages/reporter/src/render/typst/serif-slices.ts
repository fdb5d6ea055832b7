import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type SerifWeight = 400 | 700;
/** A slice of the shipped serif, cut down to the characters wanted, at one weight, under a family name of its own. */
export type SerifSlice = Readonly<{ path: string; characters: string; weight: SerifWeight; family: string }>;
type Range = Readonly<{ from: number; to: number; path: string }>;

/** Source Han Serif CN (SIL OFL 1.1), variable, in some 380 files by character: 18 MB for all of GBK and more. */
const STYLESHEET = "@chinese-fonts/syst/dist/SourceHanSerifCN/result.css";
const SLICE = /url\("(?:\.\/)?([\w-]+\.woff2)"\)[^}]*?unicode-range:([^;}]+)/g;

let ranges: Promise<readonly Range[]> | undefined;
/** Slice of each character looked for so far, "" for none: some thousand ranges are not to be walked for every 的. */
const known = new Map<string, string>();

function pathOf(character: string, all: readonly Range[]): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const code = character.codePointAt(0) ?? 0;
  const path = all.find(({ from, to }) => from <= code && code <= to)?.path ?? "";
  known.set(character, path);
  return path;
}

async function readRanges(): Promise<readonly Range[]> {
  const path = createRequire(import.meta.url).resolve(STYLESHEET);
  const css = await readFile(path, "utf8");
  return [...css.matchAll(SLICE)].flatMap(([, file = "", list = ""]) =>
    list.split(",").map((range) => {
      const [from = 0, to = from] = range
        .replace("U+", "")
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return { from, to, path: join(dirname(path), file) };
    }),
  );
}

export type Cut = Readonly<{ slices: readonly SerifSlice[]; uncovered: readonly string[] }>;

/** The slices that hold these characters, in an order that depends on nothing else, and the characters none holds. */
export async function slicesFor(characters: ReadonlySet<string>, weight: SerifWeight): Promise<Cut> {
  ranges ??= readRanges();
  const all = await ranges;
  const wanted = new Map<string, string>();
  const uncovered: string[] = [];
  for (const character of [...characters].sort()) {
    const path = pathOf(character, all);
    if (path) wanted.set(path, `${wanted.get(path) ?? ""}${character}`);
    else if (character.trim() !== "") uncovered.push(character);
  }
  const slices = [...wanted].map(([path, held], index) => ({
    path,
    characters: held,
    weight,
    family: `gongkai-serif-${weight}-${index}`,
  }));
  return { slices, uncovered };
}
