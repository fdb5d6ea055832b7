import { groupOfRow, RESULT_ROWS, type ResultGroup, type ResultRow } from "../form/result-rows.ts";
import { OUTCOME_ROWS } from "./outcome-rows.ts";

export type Candidate = Readonly<{ row: ResultRow; hook: string }>;

/** `ask`: the rows one of which is meant, to be offered each with its hook. `unknown`: the words name no outcome. */
export type HeardOutcome =
  | Readonly<{ kind: "row" } & Candidate>
  | Readonly<{ kind: "ask"; candidates: readonly Candidate[] }>
  | Readonly<{ kind: "unknown" }>;

/** Words that name a whole group of rows. */
const GROUP_WORDS: Readonly<Partial<Record<ResultGroup, readonly string[]>>> = {
  denied: [
    "不予公开",
    "不予以公开",
    "不公开",
    "不同意公开",
    "不能公开",
    "不给公开",
    "拒绝公开",
    "没公开",
    "不可以公开",
  ],
  unavailable: ["无法提供", "提供不了", "没法提供", "不能提供", "没有提供"],
  not_processed: ["不予处理", "不处理", "不受理"],
  other: ["其他处理"],
};

/** A word behind one of these is denied: 不是国家秘密, 不涉及商业秘密. */
const DENIED = /(?:不|没有|没|未|非|无|并非)(?:是|属于|涉及|构成|够)?(?:什么|任何)?$/;
const NEITHER_WORD_NOR_NUMBER = /[\s，。、；：！？（）()“”"'.,;:!?]/g;

/** Where a word stands in the text without being denied. */
function placesOf(word: string, text: string): Readonly<{ from: number; to: number }>[] {
  const places: { from: number; to: number }[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    if (!DENIED.test(text.slice(0, from))) places.push({ from, to: from + word.length });
  }
  return places;
}

type Hit = Readonly<{ from: number; to: number; rows: readonly Candidate[] }>;

const bare = (text: string) => text.replace(NEITHER_WORD_NOR_NUMBER, "");

/** The article a row rests on; of several the first. */
export function hookOfRow(row: ResultRow): string {
  const line = OUTCOME_ROWS.find((other) => other.row === row);
  if (!line) throw new Error(`result row ${row} has no hook; add it to OUTCOME_ROWS`);
  return line.hook;
}
const LINES: readonly Readonly<{ word: string; rows: readonly Candidate[] }>[] = [
  ...OUTCOME_ROWS.flatMap(({ row, hook, words }) => words.map((word) => ({ word: bare(word), rows: [{ row, hook }] }))),
  ...Object.entries(GROUP_WORDS).flatMap(([group, words]) =>
    words.map((word) => ({
      word,
      rows: RESULT_ROWS.filter((row) => groupOfRow(row) === group).map((row) => ({ row, hook: hookOfRow(row) })),
    })),
  ),
];

/**
 * The row plain words mean: 我们没有这个信息 is 本机关不掌握相关政府信息, 条例第三十六条第（四）项. A lookup in lists of words,
 * no guessing: words of several rows, or of a group only, come back as candidates to ask.
 */
export function outcomeOfWords(said: string): HeardOutcome {
  const text = bare(said);
  const hits: Hit[] = LINES.flatMap(({ word, rows }) => placesOf(word, text).map((place) => ({ ...place, rows })));
  // a word inside a longer one is not said: 公开 in 不予公开
  const told = hits.filter(
    (hit) =>
      !hits.some((other) => other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from),
  );
  const partial = told.flatMap(({ rows }) => rows).find(({ row }) => row === "partial");
  // the label of the row itself: 区分处理的，只计这一情形，不计其他情形
  if (partial) return { kind: "row", ...partial };
  const exact = told.filter(({ rows }) => rows.length === 1).flatMap(({ rows }) => rows);
  const named = [...new Map(exact.map((candidate) => [candidate.row, candidate])).values()];
  const groups = told.filter(({ rows }) => rows.length > 1);
  const [only] = named;
  // 不予公开，涉及商业秘密: the exact row lies inside the group said with it
  if (only && named.length === 1 && groups.every(({ rows }) => rows.some(({ row }) => row === only.row)))
    return { kind: "row", ...only };
  const candidates = [...named, ...groups.flatMap(({ rows }) => rows)];
  if (candidates.length === 0) return { kind: "unknown" };
  const asked = new Map(candidates.map((candidate) => [candidate.row, candidate]));
  const inOrder = RESULT_ROWS.flatMap((row) => asked.get(row) ?? []);
  return { kind: "ask", candidates: inOrder };
}
